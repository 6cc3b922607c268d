/** What is true of any text: ranges that cover their tokens, the same tokens in all profiles, nothing ever thrown. */
import { foldWord, normalize, ranges, stemWord, tokenize, words } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeCarefully } from '../../src/normalize/chunk.ts';
import { amount } from '../amount.ts';
import { referenceExact, referenceFolded } from './reference.ts';

/** Characters that stress the normaliser, in addition to any others. */
const awkward = [
  ...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىةٱکیھ',
  ...'ـًٌٍَُِّْٰٓٔٔۥۦۖ',
  ...'0٣۴²½⅓Ⅷ①⑴⒈',
  ...'ﻻﷺﷲﹰﹱﹷﱞﳲﺃﻴﮬ﷼',
  ...'aBßẞıİſǰΣςͅŉﬁ',
  ...'\u200b\u200c\u200d\u200e\u200f\u202b\u202c\u2067\u2069\u00ad\ufeff\u061c\ufe0f\u034f',
  ...' \n.,،؛/-…´¨=<≠™№㎞℃',
  ...'한ᄒ\u1161\u11ab가カ゛\u3099ﾞﾀＡㄱᅠ',
  '\u0301',
  '\u0338',
  '\ud800',
  '\udc00',
  '𞸁',
  '😀',
];
const digitRanges = fc
  .array(fc.constantFrom(...'٠٣۴1𝟏²①½ـــ', '\u200e', '\u200f', 'َ', '-', 'أ', 'ﻻ', 'a'), { maxLength: 16 })
  .map((chars) => chars.join(''));
const text = fc.oneof(
  digitRanges,
  fc.array(fc.constantFrom(...awkward), { maxLength: 24 }).map((chars) => chars.join('')),
  fc.string({ unit: 'binary', maxLength: 24 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 16 })
    .map((units) => String.fromCharCode(...units)),
);
const arabic = fc
  .array(fc.constantFrom(...'ابتجدرسعفقكلمنهويءأإآؤئىةًَُِّ  ،/٣'), { maxLength: 40 })
  .map((chars) => chars.join(''));
const runs = { numRuns: amount(300, 3000) };

describe('any text', () => {
  it('has the tokens of the plain definition, exact', () => {
    fc.assert(
      fc.property(text, (s) => {
        expect(words(s, 'exact')).toEqual(referenceExact(s));
      }),
      runs,
    );
  });

  it('has the tokens of the plain definition, folded (Arabic)', () => {
    fc.assert(
      fc.property(arabic, (s) => {
        expect(words(s)).toEqual(referenceFolded(s));
      }),
      runs,
    );
  });

  it('has the same ranges from the scanner and from the careful tokenizer', () => {
    fc.assert(
      fc.property(text, (s) => {
        expect(tokenize(s, 'exact')).toEqual(tokenizeCarefully(s));
      }),
      runs,
    );
  });

  it('has ranges inside the text, in order, that yield their tokens', () => {
    fc.assert(
      fc.property(text, (s) => {
        let before = { start: 0, end: 0 };
        for (const token of tokenize(s)) {
          expect(token.start).toBeLessThan(token.end);
          expect(token.end).toBeLessThanOrEqual(s.length);
          expect(token.start).toBeGreaterThanOrEqual(before.start);
          expect(token.end).toBeGreaterThanOrEqual(before.end);
          expect(words(s.slice(token.start, token.end))).toContain(token.text);
          before = token;
        }
      }),
      runs,
    );
  });

  it('has the same token boundaries in all profiles, each form being a function of the one before', () => {
    fc.assert(
      fc.property(text, (s) => {
        const exact = tokenize(s, 'exact');
        const folded = exact.map((token) => ({ ...token, text: foldWord(token.text) }));
        const lexicon = new Set(['كتاب']);
        const stem = folded.map((token) => ({ ...token, text: stemWord(token.text, lexicon) }));
        expect(tokenize(s)).toEqual(folded);
        expect(tokenize(s, 'stem', { lexicon })).toEqual(stem);
        expect(words(s, 'exact')).toEqual(exact.map((token) => token.text));
        expect(words(s)).toEqual(folded.map((token) => token.text));
        expect(words(s, 'stem', { lexicon })).toEqual(stem.map((token) => token.text));
        expect(ranges(s)).toEqual(exact.map(({ start, end }) => ({ start, end })));
        for (const token of [...exact, ...folded, ...stem]) expect(token.text).not.toBe('');
      }),
      runs,
    );
  });

  it('is normalised idempotently', () => {
    fc.assert(
      fc.property(text, (s) => {
        for (const profile of ['exact', 'folded'] as const) {
          const once = normalize(s, profile);
          expect(normalize(once, profile)).toBe(once);
        }
        const folded = words(s);
        expect(folded.map(foldWord)).toEqual(folded);
        expect(words(normalize(s, 'exact'))).toEqual(folded);
      }),
      runs,
    );
  });
});

describe('every single character', () => {
  it('has the tokens of the plain definition, the same twice', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      // Ideographs and Hangul all behave alike: a sample of them is enough.
      if (code >= 0x3400 && code <= 0xd7a3 && code % amount(997, 61) !== 0) continue;
      if (code >= 0x20000 && code % amount(9973, 997) !== 0) continue;
      // Beyond the basic plane, only the mathematical letters are Arabic.
      const isArabic = code >= 0x1ee00 && code < 0x1ef00;
      if (code >= 0x10000 && !isArabic && code % amount(61, 1) !== 0) continue;
      const char = String.fromCodePoint(code);
      const between = `ا${char}b`;
      const found = words(between, 'exact');
      if (found.join(' ') !== referenceExact(between).join(' '))
        expect([char, found]).toEqual([char, referenceExact(between)]);
      const folded = words(between).join(' ');
      if (normalize(folded) !== folded)
        expect([code.toString(16), normalize(folded)]).toEqual([char, folded]);
    }
  });
});

describe('ranges', () => {
  it.each([
    ['الـمـجـلـس الأعلى', '0-10 11-17'],
    ['\u200fالبند\u200f ٥.', '1-6 8-9'],
    ['من\u200cها', '0-5'],
    ['قا\u0654ل', '0-4'],
    ['ﻻ ﷺ', '0-1 2-3 2-3 2-3 2-3'],
    ['5½م', '0-1 1-2 1-3'],
    ['هـ', '0-1'],
    ['ـهـ', '1-2'],
    ['😀ab', '2-4'],
    ['=\u0338a', '2-3'],
    ['،\u064Bا', '1-3'],
    ['؛\u11ab', '1-2'],
    ['يُّـ\u0655د', '0-6'],
  ])('%j: %s', (s, expected) => {
    const ranges = tokenize(s).map((token) => `${token.start}-${token.end}`);
    expect(ranges.join(' ')).toBe(expected);
  });

  it.each([
    ['ي', 'b'],
    ['ييء', ''],
    ['½', '\u200da'],
    ['\u200d', '½'],
    ['\u064b', 'ا'],
    ['😀', 'ا'],
    ['ﷺ', ''],
    ['ـ', '1'],
    ['1ـ', ''],
    ['1ـ\u200d', 'ا'],
  ])('is linear in the text: many %j, then %j', (many, last) => {
    // Quadratic work here would take minutes and exceed the test's time limit.
    const long = `½ا${many.repeat(60_000)}${last}`;
    for (const token of tokenize(long).slice(-3)) expect(token.end).toBeLessThanOrEqual(long.length);
  });

  it('is the same for more different words than are cached', () => {
    const many = Array.from({ length: amount(70_000, 150_000) }, (_, i) => `كلمة${i}`);
    expect(words(many.join(' '))).toEqual(many.map((word) => word.replace('ة', 'ه')));
    const long = 'ب'.repeat(500);
    expect(words(`${long}ة ${long}`)).toEqual([`${long}ه`, long]);
  });
});
