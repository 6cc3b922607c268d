/** Merged segments equal the segment built from the remaining reports. */
import { profiles } from 'arabic-normalizer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segmentInMemory } from '../../src/phrases/build.ts';
import { mergeSegments } from '../../src/phrases/segment/merge.ts';
import { openSegment } from '../../src/phrases/segment/sections.ts';
import type { Segment } from '../../src/phrases/segment/segment.ts';
import { type Column, openSegmentFile } from '../../src/phrases/storage/index.ts';
import { amount } from '../amount.ts';
import { collections } from './collections.ts';
import { generator } from './cut.ts';
import { memoryReader } from './memory-reader.ts';

const lexicon = new Set(['بند']);
const all = (column: Pick<Column, 'length' | 'slice'>) => [...column.slice(0, column.length)];

it('however the collection is cut and whatever is left out', () => {
  fc.assert(
    fc.property(collections, fc.integer({ min: 1, max: 9 }), fc.nat(), (small, count, seed) => {
      const reader = memoryReader(small);
      const random = generator(seed);
      const lists = Array.from(
        { length: count },
        (): ReturnType<typeof reader.countedReports>[number][] => [],
      );
      for (const report of reader.countedReports()) lists[random(count)]!.push(report);
      const filled = lists.filter((list) => list.length > 0);
      const stay = filled.map((list) => list.filter(() => random(3) > 0));
      const merged = filled.map((list, i) => ({
        segment: segmentInMemory(reader, list, lexicon),
        masked: new Set([...list.keys()].filter((local) => !stay[i]!.includes(list[local]!))),
      }));
      const source = mergeSegments({ path: null, number: 1 }, merged, 'merged', { storeId: '', rules: 0 });
      const found = openSegment(openSegmentFile(source, { resident: true }));
      expectEqual(found, segmentInMemory(reader, stay.flat(), lexicon));
    }),
    { numRuns: amount(30, 500) },
  );
});

function expectEqual(found: Segment, built: Segment): void {
  expect(found.reports).toEqual(built.reports);
  expect([found.firstOf, found.startOf]).toEqual([built.firstOf, built.startOf]);
  for (const column of ['kindOf', 'rowOf', 'tokenStart'] as const)
    expect(all(found[column])).toEqual(all(built[column]));
  for (let position = 0; position < built.positions; position += 1)
    expect(found.paragraphAt(position)).toBe(built.paragraphAt(position));
  for (const profile of profiles) {
    const [index, expected] = [found.profile(profile), built.profile(profile)];
    expect(index.words.length).toBe(expected.words.length);
    for (let id = 0; id < expected.words.length; id += 1) {
      expect(index.words.word(id)).toBe(expected.words.word(id));
      expect(index.words.id(expected.words.word(id))).toBe(id);
    }
    for (const column of ['tokens', 'counts', 'wordFirst'] as const)
      expect(all(index[column])).toEqual(all(expected[column]));
    expect(all(index.intervals.lcp)).toEqual(all(expected.intervals.lcp));
    for (const column of ['ofExact', 'forms', 'formFirst'] as const)
      expect(index.forms && all(index.forms[column])).toEqual(expected.forms && all(expected.forms[column]));
    // Equal suffixes may be in another order; their content may not differ, and each occurs once.
    const tokens = all(expected.tokens);
    const said = (start: number) => tokens.slice(start, tokens.indexOf(0, start)).join(' ');
    expect(all(index.suffixes).map(said)).toEqual(all(expected.suffixes).map(said));
    expect(all(index.suffixes).sort((a, b) => a - b)).toEqual(all(expected.suffixes).sort((a, b) => a - b));
    for (const [place, start] of all(index.suffixes).entries()) {
      expect(index.rank.at(start)).toBe(place);
      expect(index.reportAt.at(place)).toBe(found.startOf.findIndex((end) => end > start) - 1);
    }
  }
}
