/** The sample series: every pair of reports is compared as its sources declare it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/index.ts';
import { sampleReports } from './texts.ts';

interface TrueChange {
  change: string;
  moved?: true;
  /** With a similarity of less than a half, they may be paired or left unpaired. */
  doubtful?: true;
  similarity: number;
  base: { ordinal: number }[];
  other: { ordinal: number }[];
}

const truth = JSON.parse(readFileSync(new URL('../../samples/truth.json', import.meta.url), 'utf8')) as {
  pairs: { base: string; other: string; changes: TrueChange[] }[];
};
const reports = new Map(sampleReports().map(({ text }) => [text.report.id, text]));

describe('the sample series', () => {
  it.each(truth.pairs)('$base → $other', ({ base, other, changes }) => {
    const [left, right] = [reports.get(base)!, reports.get(other)!];
    const name = (b: (string | number)[], o: (string | number)[]) => `${b.join('+')}>${o.join('+')}`;
    const ordinal = (id: string) => id.slice(id.lastIndexOf(':') + 1);
    const found = new Map(
      compareReports(left, right).changes.map((c) => [name(c.base.map(ordinal), c.other.map(ordinal)), c]),
    );
    const doubtful = new Set(
      changes.filter((c) => c.doubtful).flatMap((c) => [`${c.base[0]!.ordinal}>`, `>${c.other[0]!.ordinal}`]),
    );
    for (const wanted of changes) {
      const key = name(
        wanted.base.map((x) => x.ordinal),
        wanted.other.map((x) => x.ordinal),
      );
      const change = found.get(key);
      found.delete(key);
      if (!change && wanted.doubtful) continue;
      expect(change, key).toBeDefined();
      expect({ key, change: change!.change, moved: change!.moved }).toEqual({
        key,
        change: wanted.change,
        moved: wanted.moved ?? false,
      });
      expect(change!.similarity).toBeCloseTo(wanted.similarity, 3);
    }
    expect([...found.keys()].filter((key) => !doubtful.has(key))).toEqual([]);
  });
});
