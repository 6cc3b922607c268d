/** The words next to a phrase: shown as printed, counted exactly, weighted by Dunning's log-likelihood. */
import { type Profile, profiles, tokenize, words } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLikelihood } from '../../src/phrases/answers/log-likelihood.ts';
import { type PhraseParams, parsePattern, phraseAnswer, scopeOf } from '../../src/phrases/index.ts';
import { amount } from '../amount.ts';
import { alphabet, collections } from './collections.ts';
import { memoryReader } from './memory-reader.ts';
import { matchAll, tokenLists } from './reference.ts';
import { viewOf } from './view.ts';

describe('log-likelihood', () => {
  // T. Dunning (1993), table 2: the cells, and the ratio printed in the paper.
  it.each([
    ['the swiss', 110, 2442, 111, 29114, 270.72],
    ['can be', 29, 13, 123, 31612, 263.9],
    ['previous year', 31, 23, 139, 31584, 256.84],
    ['mineral water', 10, 0, 3, 31764, 167.23],
  ])('of %s is that in the paper', (_, both, secondOnly, firstOnly, neither, printed) => {
    const total = both + secondOnly + firstOnly + neither;
    expect(logLikelihood(both, both + firstOnly, both + secondOnly, total)).toBeCloseTo(printed, 1);
  });

  it('is negative for what is rarer here, and 0 for what is equally frequent elsewhere', () => {
    expect(logLikelihood(1, 100, 500, 1000)).toBeLessThan(-50);
    expect(logLikelihood(50, 100, 500, 1000)).toBe(0);
    expect(logLikelihood(7, 7, 7, 7)).toBe(0);
  });
});

describe('neighbours', () => {
  const view = viewOf(
    memoryReader([
      { id: 'A', year: 2001, paragraphs: ['هدف مسؤولية', 'هدف مسؤولية', 'هدف مسئولية', 'هدف إلى'] },
      {
        id: 'B',
        year: 2003,
        paragraphs: [
          'هدف شؤون',
          'هدف شئون',
          'شئون',
          'هدف A/CONF.192',
          'رقم ٦٣ هدف',
          'رقم ٦٣',
          'هدف الـمـجـلـس',
        ],
      },
    ]),
  );
  const listed = (params: Partial<PhraseParams> = {}) => phraseAnswer(view, { q: 'هدف', ...params }).after;

  it('are shown in their most common form there; of equally common forms, the most common overall', () => {
    expect(listed().map(({ word, count }) => [word, count])).toEqual([
      ['مسؤولية', 3],
      ['شئون', 2],
      ['A', 1],
      ['المجلس', 1],
      ['إلى', 1],
    ]);
    expect(phraseAnswer(view, { q: 'هدف' }).before.map(({ word }) => word)).toEqual(['٦٣']);
    expect(listed({ match: 'stem' })[0]).toMatchObject({ word: 'مسؤولية', count: 3 });
  });

  it('have the digits and the case that they mostly have beside the phrase, whatever they have elsewhere', () => {
    const elsewhere = ['القرار 63', 'القرار 63', 'القرار 63', 'PROGRAMME', 'PROGRAMME'];
    const paragraphs = ['الفقرة ٦٣', 'الفقرة ٦٣', 'الفقرة 63', 'الفقرة Programme', ...elsewhere];
    const mixed = viewOf(memoryReader([{ id: 'C', year: 2005, paragraphs }]));
    const followers = (q: string) => phraseAnswer(mixed, { q }).after.map(({ word, count }) => [word, count]);
    expect(followers('الفقرة')).toEqual([
      ['٦٣', 3],
      ['Programme', 1],
    ]);
    expect(followers('القرار')).toEqual([['63', 3]]);
  });

  it('are listed up to the requested number', () => {
    expect(listed({ neighbours: 2 })).toHaveLength(2);
    expect(listed({ neighbours: 0 })).toEqual([]);
    expect(() => listed({ neighbours: -1 })).toThrow(/neighbours must be a whole number/);
  });

  it('are counted, printed and weighted like the slow reference, in any scope and with wildcards', () => {
    const q = fc.oneof(
      fc.constantFrom(...alphabet),
      fc.constantFrom('ما ... ما', '... ما', 'ما * ما', 'بند|البند', 'شؤ*', 'في ...', 'ما|شئون ... في'),
    );
    fc.assert(
      fc.property(
        collections,
        q,
        fc.constantFrom<Profile>(...profiles),
        fc.constantFrom<'count' | 'association'>('count', 'association'),
        fc.boolean(),
        fc.boolean(),
        (small, q, match, order, someReports, someParagraphs) => {
          const reader = memoryReader(small);
          const view = viewOf(reader);
          const lists = tokenLists(reader, match);
          const texts = view.table.reports.flatMap(({ id }) => reader.paragraphs(id).map(({ text }) => text));
          const inside = (report: number) => !someReports || report % 2 === 0;
          const kept = (paragraph: number) => !someParagraphs || paragraph % 3 !== 1;
          const numbers = [...view.table.reports.keys()].filter(inside);
          const scope = scopeOf(view.table, numbers, someParagraphs ? kept : null);
          const counts = (paragraph: number) => inside(view.table.reportOf(paragraph)) && kept(paragraph);
          const hits = matchAll(lists, parsePattern(q, match)).filter(({ paragraph }) => counts(paragraph));
          const inScope = lists.filter((_, paragraph) => counts(paragraph)).flat();
          const answer = phraseAnswer(view, { q, match, order, neighbours: 1000 }, scope);
          for (const side of ['before', 'after'] as const) {
            const at = hits.map(({ paragraph, start, end }): [number, number] => [
              paragraph,
              side === 'before' ? start - 1 : end,
            ]);
            const there = at.filter(([paragraph, place]) => lists[paragraph]![place] !== undefined);
            const places = [...new Map(there.map((place) => [place.join(), place])).values()];
            const listed = answer[side];
            const of = (word: string) => words(word, match)[0]!;
            const wanted = [...new Set(there.map(([paragraph, place]) => lists[paragraph]![place]!))];
            expect(listed.map(({ word }) => of(word)).sort()).toEqual(wanted.sort());
            for (const { word, count, association } of listed) {
              const same = (list: [number, number][]) =>
                list.filter(([paragraph, place]) => lists[paragraph]![place] === of(word));
              expect(count).toBe(same(there).length);
              const total = inScope.filter((each) => each === of(word)).length;
              const weight = logLikelihood(same(places).length, places.length, total, inScope.length);
              if (order === 'count') expect(association).toBeUndefined();
              else expect(association).toBeCloseTo(weight, 6);
              const printed = same(there).map(([paragraph, place]) => {
                const { start, end } = tokenize(texts[paragraph]!, 'exact')[place]!;
                return texts[paragraph]!.slice(start, end);
              });
              const exact = (form: string) => words(form, 'exact')[0];
              const often = (form: string) => printed.filter((other) => exact(other) === exact(form)).length;
              expect(often(word)).toBe(Math.max(...printed.map(often)));
            }
            const few = phraseAnswer(view, { q, match, order, neighbours: 2 }, scope);
            expect(few[side]).toEqual(listed.slice(0, 2));
            const key = order === 'count' ? 'count' : 'association';
            expect(listed.map((each) => each[key])).toEqual(
              listed.map((each) => each[key]!).sort((a, b) => b - a),
            );
          }
        },
      ),
      { numRuns: amount(30, 300) },
    );
  });
});
