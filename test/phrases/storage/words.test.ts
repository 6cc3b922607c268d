/** The dictionary compared with a sorted list of strings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  openSegmentFile,
  openWords,
  PageCache,
  SegmentWriter,
  type Words,
  writeWords,
} from '../../../src/phrases/storage/index.ts';
import { amount } from '../../amount.ts';
import { newTarget, temporaryFolder } from './files.ts';

const folder = temporaryFolder();

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In memory, and by page through a small cache. */
function dictionaries(words: readonly string[]): Words[] {
  return [{ path: null, number: 0 }, newTarget(folder)].map((target) => {
    const writer = new SegmentWriter(target);
    expect(writeWords(writer, 'w', words)).toBe(words.length);
    const segment = openSegmentFile(writer.finish({}), { cache: PageCache.create(2 * 4096) });
    return openWords(segment, 'w');
  });
}

const letters = fc.constantFrom(
  'ا',
  'ب',
  'أ',
  'لا',
  'a',
  '\0',
  '\ud800',
  '\udc00',
  '\ue000',
  '\uffff',
  '𐎠',
  '😀',
  'ﻻ',
);
const word = fc.oneof(
  fc.array(letters, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

test('ids, words and the ranges of prefixes equal those of the sorted list, for all of Unicode', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.array(word, { maxLength: 30 }), (list, asked) => {
      const words = [...new Set(list)].sort(byCodeUnits);
      for (const dictionary of dictionaries(words)) {
        expect(dictionary.length).toBe(words.length);
        words.forEach((each, id) => {
          expect(dictionary.id(each)).toBe(id);
          expect(dictionary.word(id)).toBe(each);
        });
        for (const each of [
          ...asked,
          ...words.slice(0, 20),
          ...words.slice(0, 20).map((some) => some.slice(0, 1)),
        ]) {
          expect(dictionary.id(each)).toBe(words.indexOf(each));
          const inRange = words.filter((some) => some.startsWith(each));
          const { first, end } = dictionary.prefixRange(each);
          expect(end - first).toBe(inRange.length);
          expect(words.slice(first, end)).toEqual(inRange);
        }
      }
    }),
    { numRuns: amount(30, 120) },
  );
});

test('long words, and many words', () => {
  const words = Array.from({ length: 5000 }, (_, i) => `كلمة${i}`)
    .concat(['ي'.repeat(10_000)])
    .sort(byCodeUnits);
  for (const dictionary of dictionaries(words)) {
    for (let id = 0; id < words.length; id += 7) expect(dictionary.word(id)).toBe(words[id]);
    expect(dictionary.id('ي'.repeat(10_000))).toBe(words.length - 1);
    expect(dictionary.word(words.length - 1)).toBe('ي'.repeat(10_000));
    expect(dictionary.id('ليست فيه')).toBe(-1);
  }
});

test('an empty dictionary has no words', () => {
  for (const dictionary of dictionaries([])) {
    expect([dictionary.length, dictionary.id(''), dictionary.id('كلمة')]).toEqual([0, -1, -1]);
    expect(dictionary.prefixRange('')).toEqual({ first: 0, end: 0 });
  }
});
