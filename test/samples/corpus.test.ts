/** The constructed corpus: the same bytes for the same seed, and a truth that matches its texts. */
import { createHash } from 'node:crypto';
import { words } from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';
import { makeCorpus } from '../../scripts/corpus/make.ts';
import type { MadeReport } from '../../scripts/corpus/series.ts';

const few = (seed: number, count: number): MadeReport[] => {
  const reports: MadeReport[] = [];
  for (const report of makeCorpus({ words: 1, seed })) {
    reports.push(report);
    if (reports.length === count) break;
  }
  return reports;
};
const hashOf = (reports: MadeReport[]) => createHash('sha256').update(JSON.stringify(reports)).digest('hex');
const reports = few(1, 12);

describe('the constructed corpus', () => {
  it('is the same for the same seed, and different for another', () => {
    expect(hashOf(few(1, 12))).toBe(hashOf(reports));
    expect(hashOf(few(2, 12))).not.toBe(hashOf(reports));
  });

  it('has every fate of agreed language', () => {
    const fates = new Set(reports.flatMap(({ passages }) => passages.map(({ fate }) => fate)));
    expect([...fates].sort()).toEqual(['details', 'moved', 'new', 'returned', 'reworded', 'same', 'split']);
  });

  it('tells the truth about each passage', () => {
    const before = new Map<string, { text: string; year: number }>();
    let last = 0;
    for (const { year, passages } of reports) {
      const texts = new Map<string, string[]>();
      for (const { key, text } of passages) texts.set(key, [...(texts.get(key) ?? []), text]);
      for (const { key, fate } of passages) {
        const known = before.get(key);
        const text = texts.get(key)!.join(' ');
        const tokens = words(text).join(' ');
        if (fate === 'new') expect(known, key).toBeUndefined();
        else if (fate === 'details') {
          const [one, other] = [known!.text.split(' '), text.split(' ')];
          expect(other.length).toBe(one.length);
          expect(other.filter((word, i) => word !== one[i]).length, key).toBeLessThanOrEqual(1);
        } else if (fate === 'reworded') {
          const [one, other] = [known!.text.split(' '), text.split(' ')];
          let [head, tail] = [0, 0];
          while (head < one.length && one[head] === other[head]) head += 1;
          while (head + tail < one.length && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
          expect(head + tail, key).toBeGreaterThanOrEqual(one.length - 5);
        } else expect(tokens, `${key} ${fate}`).toBe(words(known!.text).join(' '));
        if (fate === 'returned') expect(known!.year).toBeLessThan(last);
        else if (fate !== 'new') expect(known!.year).toBe(last);
        if (fate === 'split') expect(texts.get(key)!.length).toBe(2);
      }
      for (const [key, parts] of texts) before.set(key, { text: parts.join(' '), year });
      last = year;
    }
  });
});
