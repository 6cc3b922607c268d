/** Recurring, returning, dropped and new wording equal those found by reading every report for every run of words. */
import { type Profile, profiles, tokenize } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexesOver, segmentInMemory } from '../../src/phrases/build.ts';
import {
  droppedAnswer,
  noveltyAnswer,
  type PhraseView,
  recurringAnswer,
  type Scope,
  scopeOf,
} from '../../src/phrases/index.ts';
import { amount } from '../amount.ts';
import { collections } from './collections.ts';
import { memoryReader } from './memory-reader.ts';
import {
  droppedReference,
  noveltyReference,
  placesOf,
  type ReferenceReport,
  recurringReference,
  tokenised,
} from './reference-formulas.ts';
import { inText, rangesOf, simplified } from './simple-formulas.ts';
import { viewOf } from './view.ts';

interface Case {
  view: PhraseView;
  own: ReferenceReport;
  /** Reports of the scope; the report itself may be missing. */
  inside: ReferenceReport[];
  scope: Scope | undefined;
  id: string;
  profile: Profile;
  reader: ReturnType<typeof memoryReader>;
}

/**
 * A random report of a random collection: in its series, in everything, or in a random half, sometimes of its
 * paragraphs too.
 */
const cases: fc.Arbitrary<Case> = fc
  .tuple(
    collections,
    fc.nat(),
    fc.constantFrom('series', 'all', 'some', 'paragraphs'),
    fc.nat(127),
    fc.constantFrom(...profiles),
  )
  .map(([small, pick, kind, bits, profile]) => {
    const reader = memoryReader(small);
    const all = tokenised(reader, profile);
    const own = all[pick % all.length]!;
    const view = viewOf(reader);
    const inside = all.filter(({ report }, number) => {
      if (kind === 'all' || kind === 'paragraphs') return true;
      if (kind === 'some') return (bits >> number) % 2 === 1;
      return own.report.series === null || report.series === own.report.series;
    });
    const numbers = inside.map(({ report }) => view.table.reportNumber(report.id));
    const kept = (paragraph: number) => (bits >> (paragraph % 7)) % 2 === 1;
    const scope =
      kind === 'series' ? undefined : scopeOf(view.table, numbers, kind === 'paragraphs' ? kept : null);
    if (kind === 'paragraphs') {
      const first = (id: string) => view.table.firstOf[view.table.reportNumber(id)]!;
      for (const { report, paragraphs } of inside) {
        if (report.id === own.report.id) continue;
        for (const [i] of paragraphs.entries()) if (!kept(first(report.id) + i)) paragraphs[i] = [];
      }
    }
    return { view, own, inside, scope, id: own.report.id, profile, reader };
  });

const least = fc.integer({ min: 1, max: 5 });

describe('recurring phrases', () => {
  it.each(['maximal', 'closed'] as const)('are complete and correct: %s', (kind) => {
    fc.assert(
      fc.property(cases, least, least, fc.boolean(), (one, minWords, minReports, returns) => {
        const around = withOwn(one);
        const expected = recurringReference(one.own, around, minWords, minReports, kind, returns);
        const params = { min_words: minWords, min_reports: minReports, view: kind, returns, limit: 1000 };
        const answer = recurringAnswer(
          one.view,
          { report: one.id, match: one.profile, ...params },
          one.scope,
        );
        expect(answer.total).toBe(expected.formulas.length);
        expect(simplified(answer.phrases)).toEqual(inText(one.reader, expected.formulas, one.own));
        expect(answer.coverage).toMatchObject({ words: expected.words, recurring_words: expected.covered });
      }),
      { numRuns: amount(40, 500) },
    );
  });
});

describe('recurring phrases of an entire collection', () => {
  it('count the reports of a run that is shorter than the one repeated in another segment', () => {
    const reader = memoryReader([
      { id: 'R0', year: 2001, paragraphs: ['63 البند 63 البند في'] },
      { id: 'R1', year: 2003, paragraphs: ['63 63 ما', '63 ما ما'] },
    ]);
    const reports = reader.countedReports();
    const segments = reports.map(({ id, paragraphs, words }) => ({
      segment: segmentInMemory(reader, [{ id, paragraphs, words }]),
      masked: new Set<number>(),
    }));
    const view = { reader, ...indexesOver(reader.epoch, reports, segments) };
    const { phrases } = recurringAnswer(view, { report: 'R1', min_words: 1 });
    expect(phrases.map(({ text, reports }) => [text, reports])).toEqual([
      [
        '63',
        [
          { report: 'R0', year: 2001, occurrences: 2 },
          { report: 'R1', year: 2003, occurrences: 3 },
        ],
      ],
    ]);
  });
});

describe('the places of a recurring phrase', () => {
  it('by the first report that has them: the same phrases, oldest first, and of equally old ones the longest first', () => {
    fc.assert(
      fc.property(cases, least, (one, minWords) => {
        const params = { report: one.id, match: one.profile, min_words: minWords, limit: 1000 };
        const longest = recurringAnswer(one.view, params, one.scope).phrases;
        const oldest = recurringAnswer(one.view, { ...params, order: 'first' }, one.scope).phrases;
        const age = ({ first }: (typeof longest)[number]) => one.view.table.reportNumber(first.report);
        expect(oldest).toEqual([...longest].sort((a, b) => age(a) - age(b)));
      }),
      { numRuns: amount(20, 200) },
    );
  });

  it('are complete, in every report of the scope that has it', () => {
    fc.assert(
      fc.property(cases, least, fc.constantFrom('maximal', 'closed'), (one, minWords, kind) => {
        const params = { report: one.id, match: one.profile, min_words: minWords, view: kind, limit: 1000 };
        const counted = recurringAnswer(one.view, params, one.scope);
        const placed = recurringAnswer(one.view, { ...params, places: true }, one.scope);
        const around = withOwn(one);
        for (const [i, { tokens, reports, ...rest }] of placed.phrases.entries()) {
          const { reports: counts, tokens: _, ...others } = counted.phrases[i]!;
          expect(rest).toEqual(others);
          for (const [j, { report, year, occurrences }] of reports.entries()) {
            const places = occurrences as Exclude<typeof occurrences, number>;
            expect(counts[j]).toEqual({ report, year, occurrences: places.length });
            const holder = around.find((other) => other.report.id === report)!;
            const run = tokens.join(' ');
            expect(places.map(({ paragraph, start, end }) => `${paragraph} ${start} ${end}`)).toEqual(
              rangesOf(one.reader, holder, run, placesOf(holder, run)),
            );
          }
        }
      }),
      { numRuns: amount(30, 300) },
    );
  });
});

describe('dropped formulas', () => {
  it('are complete and correct', () => {
    fc.assert(
      fc.property(cases, least, fc.integer({ min: 1, max: 3 }), (one, minWords, minReports) => {
        const params = { min_words: minWords, min_reports: minReports, limit: 1000 };
        const answer = droppedAnswer(one.view, { report: one.id, match: one.profile, ...params }, one.scope);
        const expected = droppedReference(one.own, one.inside, minWords, minReports);
        const last = one.inside.find(({ report }) => report.id === answer.compared.at(-1)?.report);
        expect(answer.total).toBe(expected.length);
        expect(simplified(answer.phrases)).toEqual(inText(one.reader, expected, last ?? one.own));
      }),
      { numRuns: amount(40, 500) },
    );
  });
});

describe('novelty', () => {
  it('gives each token the earliest report that has it, in spans that cover the paragraph', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 6 }), (one, minWords) => {
        const answer = noveltyAnswer(
          one.view,
          { report: one.id, match: one.profile, min_words: minWords },
          one.scope,
        );
        const expected = noveltyReference(one.own, one.inside, minWords);
        const given = answer.paragraphs.map(({ spans }) =>
          spans.flatMap(({ words, first_seen }) =>
            Array.from({ length: words }, () => first_seen?.report ?? null),
          ),
        );
        if (answer.earlier.length === 0) {
          expect(answer).toMatchObject({ coverage: null, paragraphs: [] });
          expect(expected.flat().every((id) => id === null)).toBe(true);
          return;
        }
        expect(given).toEqual(expected);
        expect(answer.coverage?.seen_words).toBe(expected.flat().filter((id) => id !== null).length);
        for (const [i, { spans }] of answer.paragraphs.entries()) {
          const { text } = one.reader.paragraphs(one.id)[i]!;
          const tokens = tokenize(text, 'exact');
          expect(spans.map(({ start }) => start)[0]).toBe(tokens[0]?.start);
          expect(spans.at(-1)?.end).toBe(tokens.at(-1)?.end);
          expect(
            spans.every((span, n) => n === 0 || span.first_seen?.report !== spans[n - 1]!.first_seen?.report),
          ).toBe(true);
        }
      }),
      { numRuns: amount(40, 500) },
    );
  });
});

/** The scope and the report, in dated order. */
function withOwn({ own, inside, view }: Case): ReferenceReport[] {
  const number = ({ report }: ReferenceReport) => view.table.reportNumber(report.id);
  return [...new Set([own, ...inside])].sort((a, b) => number(a) - number(b));
}
