/** The concordance: its orders, its context and its samples, compared with a slow reference. */
import { type Profile, profiles, tokenize } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordanceSorts, type PhraseParams, parsePattern, phraseAnswer } from '../../src/phrases/index.ts';
import { amount } from '../amount.ts';
import { alphabet, collections } from './collections.ts';
import { memoryReader } from './memory-reader.ts';
import { type Found, matchAll, tokenLists } from './reference.ts';
import { viewOf } from './view.ts';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('the concordance', () => {
  it('is ordered by year, by report, or by one to three words on a side, like the slow reference', () => {
    const q = fc.oneof(fc.constantFrom(...alphabet), fc.constantFrom('ما ... ما', 'ما *', 'في|بند', 'شؤ*'));
    fc.assert(
      fc.property(
        collections,
        q,
        fc.constantFrom<Profile>(...profiles),
        fc.constantFrom(...concordanceSorts),
        fc.nat(5),
        fc.integer({ min: 1, max: 8 }),
        (small, q, match, sort, offset, limit) => {
          const reader = memoryReader(small);
          const view = viewOf(reader);
          const lists = tokenLists(reader, match);
          const texts = view.table.reports.flatMap(({ id }) => reader.paragraphs(id).map(({ text }) => text));
          const report = ({ paragraph }: Found) => view.table.reports[view.table.reportOf(paragraph)]!.id;
          const words = Number(/\d$/.exec(sort)?.[0] ?? 1);
          const key = (hit: Found): string[] => {
            if (sort === 'year') return [];
            if (sort === 'report') return [report(hit)];
            return Array.from({ length: words }, (_, i) => {
              const place = sort.startsWith('before') ? hit.start - 1 - i : hit.end + i;
              return lists[hit.paragraph]![place] ?? '';
            });
          };
          const hits = matchAll(lists, parsePattern(q, match));
          const sorted = [...hits.keys()].sort((a, b) => {
            const [x, y] = [key(hits[a]!), key(hits[b]!)];
            return x.map((word, i) => compare(word, y[i]!)).find((order) => order !== 0) ?? a - b;
          });
          const answer = phraseAnswer(view, { q, match, sort, offset, limit });
          expect(answer.sample).toBeNull();
          expect(answer.concordance.map(({ paragraph, start, end }) => [paragraph, start, end])).toEqual(
            sorted.slice(offset, offset + limit).map((place) => {
              const { paragraph, start, end } = hits[place]!;
              const tokens = tokenize(texts[paragraph]!);
              return [view.table.id(paragraph), tokens[start]!.start, tokens[end - 1]!.end];
            }),
          );
        },
      ),
      { numRuns: amount(50, 400) },
    );
  });

  it('shows the requested number of words on each side', () => {
    const text = 'واحد اثنان، ثلاثة أربعة هدف خمسة (ستة) سبعة ثمانية';
    const view = viewOf(memoryReader([{ id: 'A', year: 2001, paragraphs: [text] }]));
    const line = (width?: number) => phraseAnswer(view, { q: 'هدف', width }).concordance[0]!;
    expect([line(2).before, line(2).after]).toEqual(['ثلاثة أربعة', 'خمسة (ستة']);
    expect([line(0).before, line(0).keyword, line(0).after]).toEqual(['', 'هدف', '']);
    expect([line().before, line(100).after]).toEqual(['واحد اثنان، ثلاثة أربعة', 'خمسة (ستة) سبعة ثمانية']);
  });
});

describe('a sample', () => {
  const many = Array.from({ length: 12 }, (_, i) => ({
    id: `R${i}`,
    year: 2000 + i,
    paragraphs: Array.from({ length: 25 }, (_, p) => `كلمة ${p} هدف ثم هدف ${i}`),
  }));
  const view = viewOf(memoryReader(many));
  const lines = (params: Partial<PhraseParams>) =>
    phraseAnswer(view, { q: 'هدف', limit: 1000, ...params }).concordance.map(
      ({ paragraph, start }) => `${paragraph} ${start}`,
    );

  it('has the requested number of different occurrences, the same ones for the same seed', () => {
    const sample = lines({ sample: 200, seed: 7 });
    expect(new Set(sample).size).toBe(200);
    expect(lines({ sample: 200, seed: 7 })).toEqual(sample);
    expect(lines({ sample: 200, seed: 8 })).not.toEqual(sample);
    expect(lines({ sample: 200 })).toEqual(lines({ sample: 200, seed: 1 }));
    const all = new Set(lines({}));
    for (const line of sample) expect(all.has(line)).toBe(true);
    expect(lines({ sample: 1000, seed: 7 })).toEqual(lines({}));
  });

  it('is stated in the answer, paged and sorted like all occurrences; counts stay complete', () => {
    const answer = phraseAnswer(view, { q: 'هدف', sample: 50, seed: 3 });
    expect(answer).toMatchObject({ occurrences: 600, sample: { size: 50, seed: 3 } });
    expect(answer.concordance).toHaveLength(50);
    expect(phraseAnswer(view, { q: 'هدف', sample: 1000 }).sample).toEqual({ size: 600, seed: 1 });
    const whole = lines({ sample: 50, seed: 3, sort: 'after2' });
    const pages = [0, 20, 40].flatMap((offset) =>
      lines({ sample: 50, seed: 3, sort: 'after2', offset, limit: 20 }),
    );
    expect(pages).toEqual(whole);
    expect([...whole].sort()).toEqual(lines({ sample: 50, seed: 3 }).sort());
  });

  it('keeps its occurrences when the collection grows, except those displaced by new reports', () => {
    const before = new Set(lines({ sample: 100 }));
    const grown = viewOf(
      memoryReader([...many, { id: 'R0a', year: 1990, paragraphs: Array(25).fill('هدف جديد') }]),
    );
    const after = phraseAnswer(grown, { q: 'هدف', sample: 100 }).concordance;
    const old = after.filter(({ report }) => report !== 'R0a');
    expect(old.length).toBeGreaterThan(80);
    for (const { paragraph, start } of old) expect(before.has(`${paragraph} ${start}`)).toBe(true);
  });

  it('is uniform: every occurrence is equally likely', () => {
    const drawn = new Map<string, number>();
    const draws = 400;
    for (let seed = 0; seed < draws; seed += 1) {
      for (const line of lines({ sample: 60, seed })) drawn.set(line, (drawn.get(line) ?? 0) + 1);
    }
    // Each is drawn 40 times of 400 on average, with a standard deviation of 6; the extremes of 600 stay within five.
    expect(drawn.size).toBe(600);
    expect(Math.min(...drawn.values())).toBeGreaterThan(10);
    expect(Math.max(...drawn.values())).toBeLessThan(70);
  });
});
