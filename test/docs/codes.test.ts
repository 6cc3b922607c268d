/** The reference names every code that the program uses, and no others. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as lists from '../../scripts/reference/codes/index.ts';
import { warningCodes } from '../../src/report/index.ts';
import { projectRoot } from '../collection/sample-collection.ts';

/**
 * Errors that are caught inside and reported differently: why a page was not recognised, what is wrong with an index
 * file.
 */
const inside = new Set(['OcrError', 'SegmentFileError', 'SetFileError']);

/** What zod calls a custom rule. */
const foreign = new Set(['custom']);

const source = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file) && !/(^|\/)(web|dist)\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(projectRoot, 'src', file), 'utf8') }));

/** Codes in the source, with the file of each. */
function codesInSource(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { file, text } of source) {
    for (const [, name, code] of text.matchAll(/new (\w+Error)\(\s*'([a-z_]+)'/g)) {
      if (!inside.has(name!)) found.set(code!, file);
    }
    for (const [, code] of text.matchAll(
      /\b(?:problem|refuse|problemBody)\(\s*(?:\w+,\s*)?\d{3},\s*'([a-z_]+)'/g,
    )) {
      found.set(code!, file);
    }
    for (const [, code] of text.matchAll(/\bcode(?:: | = )'([a-z_]+)'(?! \|)/g)) found.set(code!, file);
    // `class Busy extends CollectionError`
    for (const [, code] of text.matchAll(/super\(\s*'([a-z_]+)', \d{3}/g)) found.set(code!, file);
    for (const [, field] of text.matchAll(/\bunknownValue\(\s*'([a-z_]+)'/g))
      found.set(`unknown_${field}`, file);
    for (const [, field] of text.matchAll(/\bmustBeOne\(\s*view,\s*'([a-z_]+)'/g))
      found.set(`unknown_${field}`, file);
    // Unions of codes, as in StoreError: one per line.
    for (const [, union] of text.matchAll(/type \w+ErrorCode =([^;]+);/g)) {
      if (inside.has(/type (\w+)Code/.exec(text)?.[1] ?? '')) continue;
      for (const [, code] of union!.matchAll(/'([a-z_]+)'/g)) found.set(code!, file);
    }
    for (const [, code] of text.matchAll(/\[\s*\d{3},\s*'([a-z_]{4,})'/g)) found.set(code!, file);
    for (const [, code] of text.matchAll(/\bfail\(\s*\w+,\s*\w+,\s*'([a-z_]+)'/g)) found.set(code!, file);
    for (const [, code] of text.matchAll(/\bmake\(\s*'([a-z_]+)'/g)) found.set(code!, file);
  }
  for (const code of foreign) found.delete(code);
  return found;
}

const known = new Set(Object.values(lists).flatMap((list) => list.map(({ code }) => code)));

it('has every code of the source', () => {
  const missing = [...codesInSource()].filter(([code]) => !known.has(code));
  expect(missing).toEqual([]);
});

it('has no code that the source does not use', () => {
  const given = codesInSource();
  expect([...known].filter((code) => !given.has(code))).toEqual([]);
});

it('has the warnings that can be asked for', () => {
  expect(lists.warnings.map(({ code }) => code).sort()).toEqual([...warningCodes].sort());
});

it('says what each code means and what to do, once per list', () => {
  for (const [name, list] of Object.entries(lists)) {
    const codes = list.map(({ code }) => code);
    expect(new Set(codes).size, name).toBe(codes.length);
    for (const { code, means, act } of list) {
      expect(means, code).toMatch(/^[\p{Lu}`].*\.$/su);
      expect(act, code).toMatch(/^[\p{Lu}`].*[.)]$/su);
    }
  }
});
