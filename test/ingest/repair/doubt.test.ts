import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../bench/doubt/measure.ts';
import { damage } from '../../../bench/repair-damage.ts';
import { outOfOrder } from '../../../src/ingest/repair/differences.ts';
import { chanceWrong } from '../../../src/ingest/repair/doubt.ts';
import { repairVisualText } from '../../../src/ingest/repair/index.ts';
import type { Signals } from '../../../src/ingest/repair/signals.ts';

/** Length of the longest increasing subsequence of some of the positions, found by trying all. */
function longest(places: readonly number[]): number {
  let most = 0;
  for (let set = 0; set < 2 ** places.length; set++) {
    const chosen = places.filter((_, i) => set & (2 ** i));
    if (chosen.every((place, i) => i === 0 || chosen[i - 1]! < place)) most = Math.max(most, chosen.length);
  }
  return most;
}

describe('words that are elsewhere in another reading', () => {
  it.each([
    ['none', [0, 1, 2, 3], []],
    ['the shorter of two swapped stretches', [0, 3, 4, 5, 1, 2, 6], [4, 5]],
    ['both if they are equally long', [0, 2, 1, 3], [1, 2]],
  ])('%s', (_, places, expected) => {
    expect(outOfOrder(places)).toEqual(expected);
  });

  it('are those without which the longest increasing subsequence is as long', () => {
    const permutation = fc
      .integer({ min: 1, max: 8 })
      .chain((count) => fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7].slice(0, count), { minLength: count }));
    fc.assert(
      fc.property(permutation, (places) => {
        const all = longest(places);
        const free = places.flatMap((_, i) => (longest(places.toSpliced(i, 1)) === all ? [i] : []));
        expect(outOfOrder(places)).toEqual(free);
      }),
    );
  });
});

const sure: Signals = {
  rivalled: Math.log(1e-3),
  unknown: 0,
  besideUnknown: 0,
  lamAlef: 0,
  time: 0,
  moved: 0,
  piece: Math.log(12),
  cost: 4,
  fits: 5,
  broken: 0,
  seams: 0,
  cuts: Math.log(2),
};

describe('the probability that a word is wrong', () => {
  it('is small for a known word in a line without seams', () => {
    expect(chanceWrong(sure)).toBeLessThan(0.005);
  });

  it.each([
    ['another reading is nearly as good', { rivalled: Math.log(0.4) }],
    ['the word is not in the evidence', { unknown: 1 }],
    ['the line was put together from many pieces', { seams: Math.log(6) }],
    ['its piece does not fit where it was put', { fits: -3 }],
    ['its two numbers may have changed places', { time: 1 }],
  ])('is greater if %s', (_, signal) => {
    expect(chanceWrong({ ...sure, ...signal })).toBeGreaterThan(1.5 * chanceWrong(sure));
  });
});

const clean = readFileSync(new URL('../../../samples/clean/SRO-C.7-2012-9.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');

describe('doubts of a damaged report', () => {
  const repaired = [1, 2, 3, 4].map((seed) => repairVisualText(damage(clean, { seed })));
  const judged = repaired.flatMap((one) => judge(clean, one));
  const share = (wrong: boolean) => {
    const words = judged.filter((word) => word.wrong === wrong);
    return words.filter((word) => word.doubted).length / words.length;
  };

  it('contain most of the wrong words', () => {
    expect(judged.filter(({ wrong }) => wrong).length).toBeGreaterThan(100);
    expect(share(true)).toBeGreaterThan(0.6);
  });

  it('contain few of the right ones', () => {
    expect(share(false)).toBeLessThan(0.08);
  });

  it('cover complete words, in ascending order and without overlap', () => {
    for (const { text, doubts = [] } of repaired.flatMap(({ blocks }) => blocks)) {
      doubts.forEach(([start, end], i) => {
        expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : doubts[i - 1]![1]);
        expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/u);
      });
    }
  });

  it('are of unchanged words too, while repairs are of changed ones only', () => {
    const blocks = repaired.flatMap(({ blocks }) => blocks);
    for (const { text, repairs = [] } of blocks)
      for (const { start, end, raw } of repairs) expect(text.slice(start, end)).not.toBe(raw);
    const unchanged = blocks.flatMap(({ doubts = [], repairs = [] }) =>
      doubts.filter(([start]) => repairs.every((repair) => repair.start !== start)),
    );
    expect(unchanged.length).toBeGreaterThan(0);
  });
});
