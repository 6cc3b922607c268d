/** The arrays of the index, each against its definition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LcpIntervals, leastOfBlocks } from '../../src/phrases/intervals.ts';
import { lowerBound, sortNumbers } from '../../src/phrases/numbers.ts';
import { reportCounts } from '../../src/phrases/report-counts.ts';
import { Column } from '../../src/phrases/storage/index.ts';
import { suffixArray } from '../../src/phrases/suffix-array.ts';
import { amount } from '../amount.ts';

const intervalsOf = (lcp: Uint16Array) =>
  new LcpIntervals(
    Column.of(lcp),
    leastOfBlocks(lcp).map((level) => Column.of(level)),
  );

describe('the suffix array', () => {
  it('puts every suffix in order', () => {
    const texts = fc.integer({ min: 1, max: 4 }).chain((letters) =>
      fc.record({
        letters: fc.constant(letters),
        text: fc.array(fc.nat(letters - 1), { maxLength: 60 }),
      }),
    );
    fc.assert(
      fc.property(texts, ({ letters, text }) => {
        const suffix = (start: number) => text.slice(start).join('');
        const expected = [...text.keys()].sort((a, b) => (suffix(a) < suffix(b) ? -1 : 1));
        expect([...suffixArray(Int32Array.from(text), letters)]).toEqual(expected);
      }),
      { numRuns: amount(150, 2000) },
    );
  });

  it('of one letter repeated, and of periods, is correct too', () => {
    expect([...suffixArray(new Int32Array(50), 1)]).toEqual(Array.from({ length: 50 }, (_, i) => 49 - i));
    const period = Int32Array.from({ length: 3000 }, (_, i) => (i % 3) % 2);
    const order = suffixArray(period, 2);
    expect(new Set(order).size).toBe(3000);
    const suffix = (start: number) => period.subarray(start).join('');
    for (let i = 1; i < order.length; i += 97) expect(suffix(order[i - 1]!) < suffix(order[i]!)).toBe(true);
  });
});

describe('LCP intervals', () => {
  /** Long enough for two levels of blocks. */
  const lcps = fc
    .tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9 }), fc.nat())
    .map(([length, depth, seed]) => {
      const values = Array.from({ length }, (_, i) =>
        Math.floor(Math.abs(Math.sin(seed + i * i)) ** 2 * depth),
      );
      return Uint16Array.from([0, ...values, 0]);
    });

  it('extend as far as the values are not smaller, and no further', () => {
    fc.assert(
      fc.property(lcps, fc.nat(), fc.integer({ min: 1, max: 9 }), (lcp, pick, depth) => {
        const rank = pick % (lcp.length - 1);
        let first = rank;
        while (lcp[first]! >= depth) first -= 1;
        let last = rank;
        while (lcp[last + 1]! >= depth) last += 1;
        const intervals = intervalsOf(lcp);
        expect(intervals.around(rank, rank, depth)).toEqual({ first, last, depth });
        const deepest = intervals.deepest(rank);
        expect(deepest?.depth ?? 0).toBe(Math.max(lcp[rank]!, lcp[rank + 1]!));
        if (deepest) {
          const mark = intervals.mark(deepest);
          expect(lcp[mark]).toBe(deepest.depth);
          expect(lcp.subarray(deepest.first + 1, mark).every((value) => value > deepest.depth)).toBe(true);
        }
      }),
      { numRuns: amount(75, 500) },
    );
  });

  it('know their number of distinct reports, whether all or some of their shared words are known', () => {
    fc.assert(
      fc.property(lcps, fc.integer({ min: 1, max: 20 }), fc.nat(), (lcp, reports, seed) => {
        const suffixes = lcp.length - 1;
        const reportAt = Uint16Array.from(
          { length: suffixes },
          (_, i) => Math.abs(seed + i * i * 7) % reports,
        );
        const counts = reportCounts(lcp, reportAt, reports);
        const intervals = intervalsOf(lcp);
        for (let rank = 0; rank < suffixes; rank += 1 + Math.floor(suffixes / 40)) {
          for (let run = intervals.deepest(rank); run !== null; run = intervals.parent(run)) {
            const distinct = new Set(reportAt.subarray(run.first, run.last + 1)).size;
            for (const depth of [run.depth, run.depth - 1, 1]) {
              expect(counts[intervals.mark({ ...run, depth })]).toBe(distinct);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('numbers', () => {
  it('are sorted, many or few, large or small', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.constantFrom(4, 4096, 2 ** 24, 2 ** 32),
        (length, below) => {
          const values = Uint32Array.from({ length }, (_, i) =>
            Math.floor(Math.abs(Math.sin(i * 12.9898)) * below),
          );
          expect(sortNumbers(values.slice())).toEqual(values.slice().sort());
        },
      ),
      { numRuns: amount(15, 300) },
    );
  });

  it('are found by binary search', () => {
    expect([0, 1, 2, 3, 9].map((value) => lowerBound([1, 2, 2, 5], value))).toEqual([0, 0, 1, 3, 4]);
  });
});
