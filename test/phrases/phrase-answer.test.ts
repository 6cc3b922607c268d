/** A phrase's counts, neighbours and concordance, and trends, compared with counting by hand. */
import { profiles, tokenize, words } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/phrases/answers/wilson.ts';
import {
  parsePattern,
  phraseAnswer,
  reportCountJson,
  scopeOf,
  trendsAnswer,
} from '../../src/phrases/index.ts';
import { amount } from '../amount.ts';
import { collections } from './collections.ts';
import { memoryReader } from './memory-reader.ts';
import { matchAll, tokenLists } from './reference.ts';
import { viewOf } from './view.ts';

const phrases = fc.constantFrom(
  'ما',
  'ما ما',
  'شؤون',
  'البند',
  'في * في',
  'البند ... 63',
  'ف*',
  'بند|البند 63',
  '63/63',
);

describe('a phrase answer', () => {
  it('counts the occurrences in its scope', () => {
    fc.assert(
      fc.property(
        collections,
        phrases,
        fc.constantFrom(...profiles),
        fc.nat(127),
        fc.boolean(),
        (small, q, match, bits, byParagraph) => {
          const reader = memoryReader(small);
          const view = viewOf(reader);
          const { reports } = view.table;
          const reportOf = (paragraph: number) => view.table.reportOf(paragraph);
          const inside = (report: number) => byParagraph || (bits >> report) % 2 === 1;
          const kept = (paragraph: number) => !byParagraph || (bits >> (paragraph % 7)) % 2 === 1;
          const numbers = [...reports.keys()].filter(inside);
          const scope = scopeOf(view.table, numbers, byParagraph ? kept : null);
          const found = (profile: (typeof profiles)[number]) =>
            matchAll(tokenLists(reader, profile), parsePattern(q, profile)).filter(
              ({ paragraph }) => inside(reportOf(paragraph)) && kept(paragraph),
            );
          const hits = found(match);
          const lists = tokenLists(reader, match);
          const answer = phraseAnswer(view, { q, match, limit: 1000, neighbours: 1000 }, scope);

          expect(answer.occurrences).toBe(hits.length);
          expect(answer.paragraphs).toBe(new Set(hits.map(({ paragraph }) => paragraph)).size);
          const of = (report: number) =>
            hits.filter(({ paragraph }) => reportOf(paragraph) === report).length;
          const holders = numbers.filter((report) => of(report) > 0);
          expect(answer.reports).toBe(holders.length);
          expect(answer.by_report).toEqual(
            holders.map((report) => ({
              report: reports[report]!.id,
              symbol: reports[report]!.symbol,
              year: reports[report]!.year,
              occurrences: of(report),
              per_10k_words: expect.closeTo((of(report) / reports[report]!.words) * 10_000, 6),
              interval: [expect.any(Number), expect.any(Number)],
            })),
          );
          expect(answer.by_report.map(reportCountJson)).toEqual(
            answer.by_report.map((count) => JSON.stringify(count)),
          );
          const years = [...new Set(holders.map((report) => reports[report]!.year))];
          expect(
            answer.by_year.map(({ year, occurrences, reports: count }) => [year, occurrences, count]),
          ).toEqual(
            years.map((year) => {
              const then = holders.filter((report) => reports[report]!.year === year);
              return [year, then.reduce((sum, report) => sum + of(report), 0), then.length];
            }),
          );
          expect(answer.also).toEqual(
            Object.fromEntries(profiles.map((profile) => [profile, found(profile).length])),
          );
          const dated = holders.filter((report) => reports[report]!.year !== null);
          const among = dated.length > 0 ? dated : holders;
          expect(answer.first?.report).toBe(among.length > 0 ? reports[among[0]!]!.id : undefined);
          expect(answer.last?.report).toBe(among.length > 0 ? reports[among.at(-1)!]!.id : undefined);

          const count = (list: (string | undefined)[]) => {
            const counts = new Map<string, number>();
            for (const word of list) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
            return counts;
          };
          const asMap = (list: { word: string; count: number }[]) =>
            new Map(list.map((each) => [words(each.word, match)[0], each.count]));
          expect(asMap(answer.before)).toEqual(
            count(hits.map((hit) => lists[hit.paragraph]![hit.start - 1])),
          );
          expect(asMap(answer.after)).toEqual(count(hits.map((hit) => lists[hit.paragraph]![hit.end])));

          const texts = reports.flatMap(({ id }) => reader.paragraphs(id).map(({ text }) => text));
          expect(answer.concordance.map(({ paragraph, start, end }) => [paragraph, start, end])).toEqual(
            hits.map(({ paragraph, start, end }) => {
              const tokens = tokenize(texts[paragraph]!);
              return [view.table.id(paragraph), tokens[start]!.start, tokens[end - 1]!.end];
            }),
          );
          for (const line of answer.concordance) {
            const text = texts[view.table.number(line.paragraph)]!;
            expect(line.keyword).toBe(text.slice(line.start, line.end));
            expect(text.slice(0, line.start).trim().endsWith(line.before)).toBe(true);
            expect(text.slice(line.end).trim().startsWith(line.after)).toBe(true);
            expect(words(line.before).length).toBe(Math.min(8, words(text.slice(0, line.start)).length));
            expect(words(line.after).length).toBe(Math.min(8, words(text.slice(line.end)).length));
          }
        },
      ),
      { numRuns: amount(50, 400) },
    );
  });

  it('pages the concordance, by the word before or after', () => {
    const view = viewOf(
      memoryReader([
        { id: 'A', year: 2001, paragraphs: ['ج هدف ب', 'هدف'] },
        { id: 'B', year: 2003, paragraphs: ['أ هدف ج', 'ب هدف أ'] },
      ]),
    );
    const order = (sort: 'year' | 'before' | 'after') =>
      phraseAnswer(view, { q: 'هدف', sort }).concordance.map(({ paragraph }) => paragraph);
    expect(order('year')).toEqual(['A:1', 'A:2', 'B:1', 'B:2']);
    expect(order('before')).toEqual(['A:2', 'B:1', 'B:2', 'A:1']);
    expect(order('after')).toEqual(['A:2', 'B:2', 'A:1', 'B:1']);
    const page = phraseAnswer(view, { q: 'هدف', sort: 'before', limit: 2, offset: 1 });
    expect([page.occurrences, page.concordance.map(({ paragraph }) => paragraph)]).toEqual([
      4,
      ['B:1', 'B:2'],
    ]);
    expect(phraseAnswer(view, { q: 'هدف', offset: 9 }).concordance).toEqual([]);
    expect(() => phraseAnswer(view, { q: 'هدف', limit: -1 })).toThrow(/limit must be a whole number/);
  });

  it('has the same shape whatever a phrase finds, even if nothing', () => {
    const view = viewOf(memoryReader([{ id: 'A', year: 2001, paragraphs: ['ما'] }]));
    expect(phraseAnswer(view, { q: 'لا شيء' })).toMatchObject({
      occurrences: 0,
      first: null,
      last: null,
      by_report: [],
      concordance: [],
      also: { exact: 0, folded: 0, stem: 0 },
    });
  });
});

describe('trends', () => {
  const view = viewOf(
    memoryReader([
      { id: 'A', year: 2001, paragraphs: ['ما لا'] },
      { id: 'B', year: 2001, paragraphs: ['لا'] },
      { id: 'C', year: 2004, paragraphs: ['لا لا'] },
      { id: 'D', year: null, paragraphs: ['ما'] },
      { id: 'E', year: 2005, paragraphs: [''] },
    ]),
  );

  it('distinguish a year without a report, which is unknown, from one without the phrase, which is zero', () => {
    const { points, undated } = trendsAnswer(view, { phrases: ['ما'] }).trends[0]!;
    expect(
      points.map(({ year, occurrences, words: count, reports_with, reports }) => [
        year,
        occurrences,
        count,
        reports_with,
        reports,
      ]),
    ).toEqual([
      [2001, 1, 3, 1, 2],
      [2002, null, 0, null, 0],
      [2003, null, 0, null, 0],
      [2004, 0, 2, 0, 1],
      [2005, 0, 0, 0, 1],
    ]);
    expect(points[0]).toMatchObject({ per_10k_words: expect.closeTo(10_000 / 3, 6) });
    expect(points[1]).toMatchObject({ per_10k_words: null, interval: null, reports_interval: null });
    expect(undated).toEqual({ occurrences: 1, words: 1, reports_with: 1, reports: 1 });
  });

  it('take up to ten phrases, and a scope', () => {
    const ten = Array.from({ length: 10 }, () => 'ما');
    expect(trendsAnswer(view, { phrases: ten }).trends).toHaveLength(10);
    expect(() => trendsAnswer(view, { phrases: [...ten, 'لا'] })).toThrow(/at most 10/);
    const none = trendsAnswer(view, { phrases: ['ما'] }, scopeOf(view.table, [])).trends[0]!;
    expect(none.points).toEqual([]);
  });
});

describe("Wilson's interval", () => {
  // From Newcombe, "Two-sided confidence intervals for the single proportion" (Statistics in Medicine, 1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i', (hits, trials, low, high) => {
    expect(wilson(hits, trials)).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
  });

  it('begins at 0 for none, and ends at 1 for all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (trials) => {
        expect(wilson(0, trials)![0]).toBe(0);
        expect(wilson(trials, trials)![1]).toBe(1);
      }),
    );
  });
});
