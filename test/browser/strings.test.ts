/** The dashboard's words and classes: each is used somewhere. No browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { warningCodes } from '../../src/report/index.ts';
import { nouns } from '../../src/web/strings/nouns.ts';
import { warningText, warningTexts } from '../../src/web/strings/warnings.ts';
import { projectRoot } from '../collection/sample-collection.ts';

const web = join(projectRoot, 'src', 'web');
const read = (file: string) => readFileSync(join(web, file), 'utf8');
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: read(file) }));

/** The tables of words used by one function, and the name of that function. */
const tables = sources
  .filter(({ file }) => file.startsWith('strings/'))
  .flatMap(({ file, text }) => {
    const said = /export const (say\w+) = words\(/.exec(text)?.[1];
    const shared = /export const \w+ = \{\n[\s\S]*\} as const;/.test(text) && !file.endsWith('nouns.ts');
    return said !== undefined ? [{ file, text, said }] : shared ? [{ file, text, said: 'say|Word' }] : [];
  });

const keysOf = (text: string): string[] => [...text.matchAll(/^ {2}(\w+): \[/gm)].map((found) => found[1]!);

/** Keys that come from the API or from a list next to the screen. */
const elsewhere = new Set(['sentence', 'stronger', 'weaker', 'same']);

describe('words of the interface', () => {
  test('are found', () => {
    expect(tables.length).toBeGreaterThan(10);
    for (const { file, text } of tables) expect(keysOf(text).length, file).toBeGreaterThan(5);
  });

  test.each(tables)('all of $file are used somewhere', ({ text, said }) => {
    const users = sources.filter(
      ({ file, text: source }) =>
        !file.startsWith('strings/') && new RegExp(`\\b(?:${said})\\b`).test(source),
    );
    const unused = keysOf(text).filter(
      (key) => !elsewhere.has(key) && !users.some(({ text: source }) => says(source, key)),
    );
    expect(unused).toEqual([]);
  });

  test('all counted nouns are used somewhere', () => {
    const all = sources.map(({ text }) => text).join('\n');
    const counts = new Set([...all.matchAll(/counted\([^;]*?'(\w+)'/g)].map((found) => found[1]));
    expect(Object.keys(nouns).filter((name) => !counts.has(name))).toEqual([]);
  });
});

/** As a word in quotation marks: `say('key')`, or in a list of keys. */
const says = (source: string, key: string): boolean => new RegExp(`['"]${key}['"]`).test(source);

test('every class of the style sheets is used by some element', () => {
  const code = sources.map(({ text }) => text).join('\n');
  /** Beginnings of class names that end in a value: `shade-${shade}`. */
  const begun = [...code.matchAll(/([\w-]+-)\$\{/g)].map((found) => found[1]!);
  const named = new Set<string>();
  for (const file of readdirSync(join(web, 'style'))) {
    const rules = read(join('style', file)).replaceAll(/\/\*[\s\S]*?\*\/|"[^"]*"|\{[^{}]*\}/g, ' ');
    for (const [, name] of rules.matchAll(/\.([a-zA-Z][\w-]*)/g)) named.add(name!);
  }
  expect(named.size).toBeGreaterThan(100);
  const unused = [...named].filter(
    (name) =>
      !begun.some((begin) => name.startsWith(begin)) &&
      !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code),
  );
  expect(unused).toEqual([]);
});

describe('warnings of the readers', () => {
  test('every code has a sentence in Arabic', () => {
    expect(warningCodes.filter((code) => !(code in warningTexts))).toEqual([]);
    for (const text of Object.values(warningTexts)) expect(text).toMatch(/^[^A-Za-z]+$/);
  });

  test('a code without a translation keeps its message, in its own language', () => {
    const warning = { code: 'of_tomorrow', message: 'The page is upside down.' };
    expect(warningText(warning, 'ar')).toEqual({ text: warning.message, lang: 'en' });
    expect(warningText({ ...warning, code: 'no_numbers' }, 'ar')).toEqual({
      text: warningTexts.no_numbers,
      lang: 'ar',
    });
    expect(warningText({ ...warning, code: 'no_numbers' }, 'en').text).toBe(warning.message);
  });
});
