/** Every count and position that the index gives equals that of a slow reading of all paragraphs. */
import { type Profile, profiles } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPhraseIndex, type Pattern, type PhraseIndex, parsePattern } from '../../src/phrases/index.ts';
import { amount } from '../amount.ts';
import { alphabet, collections } from './collections.ts';
import { cutIndexes } from './cut.ts';
import { memoryReader } from './memory-reader.ts';
import { type Found, findAll, matchAll, tokenLists } from './reference.ts';

const lexicon = new Set(['بند']);

function places(index: PhraseIndex, starts: Uint32Array, ends: (i: number) => number): Found[] {
  return [...starts].map((start, i) => {
    const paragraph = index.paragraphAt(start);
    const first = index.tokenStart(paragraph);
    return { paragraph, start: start - first, end: ends(i) - first };
  });
}

describe('a plain phrase', () => {
  it('is found wherever it occurs and nowhere else', () => {
    fc.assert(
      fc.property(collections, fc.constantFrom(...profiles), phrases(), (small, profile, phrase) => {
        const reader = memoryReader(small);
        const index = cutIndexes(reader, lexicon).byProfile(profile);
        const expected = findAll(tokenLists(reader, profile), phrase);
        const found = index.find(phrase);
        expect(places(index, found, (i) => found[i]! + phrase.length)).toEqual(expected);
        expect(index.count(phrase)).toBe(expected.length);
      }),
      { numRuns: amount(40, 300) },
    );
  });

  it('overlaps itself, and does not cross paragraphs', () => {
    const index = buildPhraseIndex(memoryReader([{ id: 'A', paragraphs: ['ما ما ما', 'ما'] }]), 'exact');
    expect([index.count(['ما']), index.count(['ما', 'ما']), index.count(['ما', 'ما', 'ما', 'ما'])]).toEqual([
      4, 2, 0,
    ]);
  });

  it('without words is an error; with unknown words, or ten thousand words, its count is zero', () => {
    const index = buildPhraseIndex(memoryReader([{ id: 'A', paragraphs: ['ما ما ما', 'ما'] }]), 'exact');
    expect(() => index.count([])).toThrow(/no word/);
    expect(index.count(['لا'])).toBe(0);
    expect(index.count(Array.from({ length: 10_000 }, () => 'ما'))).toBe(0);
  });
});

describe('a pattern', () => {
  it('matches from each token what reading all paragraphs matches, and the shortest of these', () => {
    fc.assert(
      fc.property(collections, fc.constantFrom(...profiles), patterns(), (small, profile, q) => {
        const reader = memoryReader(small);
        const pattern = parsePattern(q, profile, { lexicon });
        const index = cutIndexes(reader, lexicon).byProfile(profile);
        const { starts, ends } = index.match(pattern);
        expect(places(index, starts, (i) => ends[i]!)).toEqual(
          matchAll(tokenLists(reader, profile), pattern),
        );
      }),
      { numRuns: amount(75, 1000) },
    );
  });
});

describe('an index', () => {
  it('knows reports, paragraphs and words by number', () => {
    fc.assert(
      fc.property(collections, (small) => {
        const reader = memoryReader(small);
        const index = cutIndexes(reader).byProfile('folded');
        const lists = tokenLists(reader, 'folded');
        expect(index.tokenCount).toBe(lists.flat().length);
        expect([...index.table.reportTokens]).toEqual(
          reader
            .countedReports()
            .map(({ id }) => reader.paragraphs(id).reduce((sum, { words }) => sum + words, 0)),
        );
        const ids = reader
          .countedReports()
          .flatMap(({ id }) => reader.paragraphs(id).map((paragraph) => paragraph.id));
        expect(ids.map((_, i) => index.table.id(i))).toEqual(ids);
        expect(ids.map((id) => index.table.number(id))).toEqual(ids.map((_, i) => i));
        for (const word of new Set(lists.flat())) expect(index.word(index.wordId(word))).toBe(word);
      }),
    );
  });

  it('gives -1 for ids that it does not have', () => {
    const { table } = buildPhraseIndex(memoryReader([{ id: 'A', paragraphs: ['ما'] }]), 'folded');
    expect(['A:2', 'A:0', 'B:1', 'A', 'A:x', ''].map((id) => table.number(id))).toEqual(Array(6).fill(-1));
    expect(table.reportNumber('B')).toBe(-1);
  });

  it('of an empty collection answers', () => {
    const index = buildPhraseIndex(memoryReader([]), 'folded');
    expect([index.count(['ما']), index.tokenCount, index.match(prefix('م', 'folded')).starts.length]).toEqual(
      [0, 0, 0],
    );
  });
});

function prefix(begin: string, profile: Profile): Pattern {
  return parsePattern(`${begin}*`, profile);
}

function phrases(): fc.Arbitrary<string[]> {
  return fc.array(fc.constantFrom(...alphabet, 'شءون', 'فيه', 'بند'), { minLength: 1, maxLength: 5 });
}

function patterns(): fc.Arbitrary<string> {
  const word = fc.constantFrom(...alphabet, 'لا');
  const element = fc.oneof(
    { weight: 4, arbitrary: word },
    { weight: 1, arbitrary: fc.constantFrom('*', '...', '…') },
    { weight: 1, arbitrary: fc.constantFrom('ف*', 'ال*', 'شؤ*', 'ب*', 'شيء*') },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof(word, fc.constant('ف*')), { minLength: 2, maxLength: 3 })
        .map((w) => w.join('|')),
    },
    { weight: 1, arbitrary: fc.constantFrom('63/63|في', 'ما | البند') },
  );
  return fc
    .tuple(fc.array(element, { maxLength: 4 }), word, fc.array(element, { maxLength: 4 }))
    .map(([before, one, after]) => [...before, one, ...after].join(' '));
}
