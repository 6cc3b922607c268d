/** How a query is read: terms, phrases, choices, exclusions, and what is refused. */
import { describe, expect, test } from 'vitest';
import { QueryError } from '../../src/search/index.ts';
import { compileQuery, MAX_QUERY_BYTES, MAX_TERMS, parseQuery } from '../../src/search/query.ts';

/** `-` for exclusion, quotes for phrases, `|` between choices. */
const read = (q: string) =>
  parseQuery(q).terms.map(
    ({ excluded, choices }) =>
      (excluded ? '-' : '') + choices.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join('|'),
  );

describe('terms', () => {
  test.each([
    ['أ ب', ['أ', 'ب']],
    ['  أ\n\tب  ', ['أ', 'ب']],
    ['"أ ب" ج', ['"أ ب"', 'ج']],
    ['«أ ب» ج', ['"أ ب"', 'ج']],
    ['»أ ب« ج', ['"أ ب"', 'ج']],
    ['“أ ب” ج', ['"أ ب"', 'ج']],
    ['”أ ب” ج', ['"أ ب"', 'ج']],
    ['„أ ب“ ج', ['"أ ب"', 'ج']],
    ['"أ «ب» ج"', ['"أ «ب» ج"']],
    ['أ"ب ت"ث', ['أ', '"ب ت"', 'ث']],
    ['أ -ب', ['أ', '-ب']],
    ['أ -"ب ت"', ['أ', '-"ب ت"']],
    ['\u200fأ \u200f-ب', ['أ', '-ب']],
    ['أ - ب', ['أ', 'ب']],
    ['أ-ب', ['أ-ب']],
    ['أ --ب', ['أ', '--ب']],
    ['أ|ب', ['أ|ب']],
    ['أ | ب', ['أ|ب']],
    ['أ|"ب ت"|ث ج', ['أ|"ب ت"|ث', 'ج']],
    ['أ -ب|ت', ['أ', '-ب|ت']],
    ['|أ|', ['أ']],
    ['أ ، . ! ب', ['أ', 'ب']],
    ['أ "" ب', ['أ', 'ب']],
    ['أ "،" ب', ['أ', 'ب']],
    ['A/RES/63/72', ['A/RES/63/72']],
    ['مسؤول* أ', ['مسؤول*', 'أ']],
    ['"في * الاجتماع ... نهاية"', ['"في * الاجتماع ... نهاية"']],
  ])('%s', (q, expected) => {
    expect(read(q)).toEqual(expected);
  });
});

describe('under a profile', () => {
  test('unquoted wildcards alone ask for nothing', () => {
    const compiled = compileQuery(parseQuery('أ * ... ب'), 'folded');
    expect(compiled.map(({ patterns }) => patterns)).toEqual([
      [{ elements: [{ type: 'words', words: ['ا'] }] }],
      [{ elements: [{ type: 'words', words: ['ب'] }] }],
    ]);
  });

  test('a gap at the end of a phrase is not part of it', () => {
    const [term] = compileQuery(parseQuery('"... أ ... ب …"'), 'folded');
    expect(term?.patterns[0]?.elements.map(({ type }) => type)).toEqual(['words', 'gap', 'words']);
  });
});

describe('what is refused, and with which message', () => {
  const code = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (error instanceof QueryError) return error.code;
      throw error;
    }
    return null;
  };
  const whole = (q: string) => code(() => compileQuery(parseQuery(q), 'folded'));

  test.each([
    ['', 'nothing_to_search'],
    ['   ', 'nothing_to_search'],
    ['،.!', 'nothing_to_search'],
    ['"', 'unbalanced_quote'],
    ['ج "أ ب', 'unbalanced_quote'],
    ['"أ ب" ج"', 'unbalanced_quote'],
    ['«أ ب', 'unbalanced_quote'],
    ['أ ب»', 'unbalanced_quote'],
    ['أ -"ب', 'unbalanced_quote'],
    ['-', 'nothing_to_search'],
    ['|', 'nothing_to_search'],
    ['ـ', 'nothing_to_search'],
    ['\u064b\u064c', 'nothing_to_search'],
    ['*', 'nothing_to_search'],
    ['... *', 'nothing_to_search'],
    ['-أ', 'only_exclusions'],
    ['-أ -"ب ت"', 'only_exclusions'],
    ['-أ *', 'nothing_to_search'],
    ['"* *" أ', 'only_wildcards'],
    ['*أ', 'misplaced_wildcard'],
    ['"أ ب*ت"', 'misplaced_wildcard'],
    ['ا'.repeat(MAX_QUERY_BYTES / 2 + 1), 'query_too_long'],
    ['ا '.repeat(50_000), 'query_too_long'],
    ['أ '.repeat(MAX_TERMS + 1), 'too_many_terms'],
    [
      Array(MAX_TERMS + 1)
        .fill('أ')
        .join('|'),
      'too_many_terms',
    ],
  ])('%.20s: %s', (q, expected) => {
    expect(whole(q)).toBe(expected);
  });

  test('as much as is allowed', () => {
    expect(whole('ا'.repeat(MAX_QUERY_BYTES / 2))).toBeNull();
    expect(whole('أ '.repeat(MAX_TERMS))).toBeNull();
  });
});
