/** Columns compared with plain arrays: in memory, and by page through caches of one frame and more. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Column,
  openSegmentFile,
  PageCache,
  type SegmentFile,
  type Values,
} from '../../../src/phrases/storage/index.ts';
import { amount } from '../../amount.ts';
import { newTarget, type Sections, someSections, temporaryFolder, writeSections } from './files.ts';
import { patterned } from './pattern.ts';

const folder = temporaryFolder();

function expectEqual(got: Values, wanted: Values): void {
  expect(got.BYTES_PER_ELEMENT).toBe(wanted.BYTES_PER_ELEMENT);
  // Much faster than `toEqual` for many values.
  const difference = wanted.findIndex((value, i) => got[i] !== value);
  expect([got.length, difference]).toEqual([wanted.length, -1]);
}

function expectSame(column: Column, values: Values, places: readonly number[]): void {
  expect(column.length).toBe(values.length);
  expect(column.width).toBe(values.BYTES_PER_ELEMENT);
  expect([column.at(-1), column.at(values.length), column.at(values.length + 5000)]).toEqual([0, 0, 0]);
  for (const place of places) {
    if (values.length === 0) continue;
    const i = place % values.length;
    for (const near of [i, i + 1, i - 1, values.length - 1 - i])
      expect(column.at(near)).toBe(values[near] ?? 0);
    const limit = values[(place >>> 4) % values.length]!;
    const above = values.findIndex((value, at) => at >= i && value > limit);
    expect(column.firstAbove(limit, i)).toBe(above < 0 ? values.length : above);
    const to = i + ((place >>> 8) % (values.length - i + 1));
    expect(
      Buffer.from(column.slice(i, to).slice().buffer).equals(Buffer.from(values.slice(i, to).buffer)),
    ).toBe(true);
  }
  expectEqual(column.slice(0, values.length), values);
}

function expectAll(segment: SegmentFile, sections: Sections, places: readonly number[]): void {
  const columns = Object.keys(sections).map((name) => segment.column(name));
  Object.values(sections).forEach((values, i) => {
    expectSame(columns[i]!, values, places);
  });
  // In turns, so that columns take frames from each other.
  for (const place of places) {
    Object.values(sections).forEach((values, i) => {
      const at = values.length === 0 ? 0 : place % values.length;
      expect(columns[i]!.at(at)).toBe(values[at] ?? 0);
    });
  }
}

test('an array in memory is a column, used as it is', () => {
  const values = Uint16Array.of(7, 0, 65_535);
  const column = Column.of(values);
  expect(column.whole).toBe(values);
  expectSame(column, values, [0, 1, 2]);
});

test('a file, resident or by page through a cache of any size, and memory read like the arrays that were written', () => {
  fc.assert(
    fc.property(
      someSections,
      fc.array(fc.nat(2 ** 31 - 1), { minLength: 5, maxLength: 40 }),
      fc.constantFrom(1, 2, 3, 4, 8, 17, 64, 1000),
      (sections, places, frames) => {
        const source = writeSections(newTarget(folder), sections);
        const cache = PageCache.create(frames * 4096);
        expect(cache.bytes).toBeLessThanOrEqual(frames * 4096);
        const paged = openSegmentFile(source, { cache });
        const resident = openSegmentFile(source, { resident: true });
        const memory = openSegmentFile(writeSections({ path: null, number: 0 }, sections), {
          resident: true,
        });
        const again = openSegmentFile(resident.shareable, { cache });
        expect([paged.resident, resident.resident, memory.resident, again.resident]).toEqual([
          false,
          true,
          true,
          true,
        ]);
        for (const segment of [paged, resident, memory, again]) {
          expectAll(segment, sections, places);
          expect(segment.facts).toEqual({ names: Object.keys(sections) });
        }
        for (const name of Object.keys(sections)) {
          expect(paged.column(name).whole).toBeNull();
          expect(again.column(name).whole!.buffer).toBe(resident.column(name).whole!.buffer);
        }
        paged.close();
      },
    ),
    { numRuns: amount(20, 120) },
  );
});

test('files larger than the cache are read through it, and a long slice bypasses it', () => {
  const values = patterned(4, 300_000, 1);
  const source = writeSections(newTarget(folder), { values });
  const cache = PageCache.create(16 * 4096);
  const segment = openSegmentFile(source, { cache });
  const column = segment.column('values');
  for (let i = 0; i < values.length; i += 501) expect(column.at(i)).toBe(values[i]);
  const before = cache.counters;
  expect(before.misses).toBeGreaterThan(250);
  expectEqual(column.slice(1, 299_999), values.slice(1, 299_999));
  // Only pages of checksums entered the cache: two for 294 pages.
  expect(cache.counters.misses - before.misses).toBeLessThanOrEqual(2);
  segment.close();
});

test('neighbouring values need no lookup, and other pages are counted as hits and misses', () => {
  const source = writeSections(newTarget(folder), { values: patterned(4, 4096, 2) });
  const cache = PageCache.create(1 << 20);
  const segment = openSegmentFile(source, { cache });
  const column = segment.column('values');
  for (let i = 0; i < 4096; i += 1) column.at(i);
  // Four pages and the one of their checksums.
  expect(cache.counters.misses).toBe(5);
  const { hits } = cache.counters;
  column.at(0);
  expect(cache.counters).toEqual({ hits: hits + 1, misses: 5 });
  segment.close();
});
