/**
 * Phrases, recurring, dropped and new wording of a collection equal those found by reading every report: run for each
 * place where an index can be.
 */
import { type Profile, profiles, tokenize, words } from 'arabic-normalizer';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Collection, cases } from '../../src/collection/index.ts';
import { caseNamed } from '../../src/collection/names-of-cases.ts';
import { shippedFiles } from '../../src/collection/shipped.ts';
import { parsePattern } from '../../src/phrases/index.ts';
import { openStore, type Snapshot, type StoredParagraph } from '../../src/store/index.ts';
import { makeReport, temporaryFolder } from '../store/make.ts';
import { collections } from './collections.ts';
import { matchAll } from './reference.ts';
import {
  droppedReference,
  noveltyReference,
  type ReferenceReport,
  recurringReference,
} from './reference-formulas.ts';
import { inText, simplified } from './simple-formulas.ts';

/** How a collection is opened over a data folder with reports. */
export type OpenIndex = (data: string) => Promise<Collection>;

const kinds = ['paragraph', 'heading', 'item'] as const;
const { lexicon } = shippedFiles();

/** @param runs of each property */
export function bruteForce(name: string, open: OpenIndex, runs: number, seed = 1): void {
  describe(`${name}: as found by reading every report`, () => {
    const cleanups: (() => unknown)[] = [];
    let collection: Collection;
    let reader: Snapshot;

    beforeAll(async () => {
      const data = temporaryFolder((work) => cleanups.push(work));
      const store = openStore(data);
      cleanups.push(() => store.close());
      store.putAll(reportsOf(seed));
      reader = store.snapshot();
      cleanups.push(() => reader.close());
      collection = await open(data);
      cleanups.push(() => collection.close());
    }, 240_000);

    afterAll(async () => {
      for (const work of cleanups.reverse()) await work();
    });

    async function ask<T>(useCase: keyof typeof cases, params: object): Promise<T> {
      const question = {
        name: useCase,
        params: caseNamed(useCase).params.parse(params),
        form: 'json' as const,
      };
      const { bytes } = await collection.answer(question);
      return JSON.parse(new TextDecoder().decode(bytes)) as T;
    }

    /** Runs a property of a random report and scope. */
    const check = <T>(more: fc.Arbitrary<T>, holds: (one: Case, more: T) => Promise<void>) =>
      fc.assert(
        fc.asyncProperty(choices, more, (choice, other) => holds(caseOf(reader, choice), other)),
        { numRuns: runs, seed },
      );

    test('occurrences, under each profile', async () => {
      await check(fc.tuple(phrase, fc.constantFrom(...profiles)), async (one, [q, match]) => {
        const params = { q, match, limit: 1000, ...one.filter };
        interface Body {
          occurrences: number;
          paragraphs: number;
          also: Record<Profile, number>;
          by_report: { report: string; occurrences: number }[];
          concordance: { paragraph: string; start: number; end: number }[];
        }
        const answer = await ask<Body>('phrases', params);
        const found = occurrencesOf(one, q, match);
        const lines = answer.concordance.map(({ paragraph, start, end }) => `${paragraph} ${start} ${end}`);
        expect(lines).toEqual(found.map(({ place }) => place));
        expect(answer.occurrences).toBe(found.length);
        expect(answer.paragraphs).toBe(new Set(found.map(({ paragraph }) => paragraph)).size);
        const counts = answer.by_report.map(({ report, occurrences }) => [report, occurrences]);
        expect(counts).toEqual(
          one.inside
            .map(({ report }) => [report.id, found.filter((each) => each.report === report.id).length])
            .filter(([, count]) => count !== 0),
        );
        for (const profile of profiles)
          expect(answer.also[profile], profile).toBe(occurrencesOf(one, q, profile).length);
        interface Trends {
          trends: { points: { occurrences: number | null }[] }[];
        }
        const { trends } = await ask<Trends>('trends', { q, match, ...one.filter });
        const dated = found.filter((each) => one.yearOf(each.report) !== null).length;
        expect(trends[0]!.points.reduce((sum, { occurrences }) => sum + (occurrences ?? 0), 0)).toBe(dated);
      });
    });

    test('recurring phrases', async () => {
      const more = fc.record({
        min_words: least,
        min_reports: least,
        view: fc.constantFrom('maximal' as const, 'closed' as const),
        returns: fc.boolean(),
      });
      await check(more, async (one, { min_words, min_reports, view, returns }) => {
        const params = { id: one.own.report.id, min_words, min_reports, view, returns, limit: 1000 };
        const answer = await ask<Formulas>('recurring', { ...params, ...one.around });
        const expected = recurringReference(one.own, one.withOwn, min_words, min_reports, view, returns);
        expect(answer.total).toBe(expected.formulas.length);
        expect(simplified(answer.phrases)).toEqual(inText(reader, expected.formulas, one.own));
        expect(answer.coverage).toMatchObject({ words: expected.words, recurring_words: expected.covered });
      });
    });

    test('dropped phrases', async () => {
      const more = fc.record({ min_words: least, min_reports: fc.integer({ min: 1, max: 3 }) });
      await check(more, async (one, { min_words, min_reports }) => {
        const params = { id: one.own.report.id, min_words, min_reports, limit: 1000 };
        const answer = await ask<Formulas>('dropped', { ...params, ...one.around });
        const expected = droppedReference(one.own, one.inside, min_words, min_reports);
        const last = one.inside.find(({ report }) => report.id === answer.compared.at(-1)?.report);
        expect(answer.total).toBe(expected.length);
        expect(simplified(answer.phrases)).toEqual(inText(reader, expected, last ?? one.own));
      });
    });

    test('new wording', async () => {
      await check(fc.integer({ min: 1, max: 6 }), async (one, min_words) => {
        interface Body {
          earlier: string[];
          coverage: object | null;
          paragraphs: { spans: { words: number; first_seen: { report: string } | null }[] }[];
        }
        // The kind would select paragraphs of the report itself.
        const { kind: _, ...around } = one.around;
        const answer = await ask<Body>('novelty', { id: one.own.report.id, min_words, ...around });
        const expected = noveltyReference(one.own, one.unfiltered, min_words);
        const given = answer.paragraphs.map(({ spans }) =>
          spans.flatMap(({ words, first_seen }) =>
            Array.from({ length: words }, () => first_seen?.report ?? null),
          ),
        );
        if (answer.earlier.length > 0) expect(given).toEqual(expected);
        else {
          expect(answer).toMatchObject({ coverage: null, paragraphs: [] });
          expect(expected.flat().every((id) => id === null)).toBe(true);
        }
      });
    });
  });
}

interface Formulas {
  total: number;
  coverage?: object;
  compared: { report: string }[];
  phrases: Parameters<typeof simplified>[0];
}

/** A dozen random small collections in one, each with series of its own. */
function reportsOf(seed: number) {
  return fc.sample(collections, { seed, numRuns: 12 }).flatMap((small, n) =>
    small.map(({ id, date, year, series, paragraphs }) => {
      const lines = paragraphs.map((text, i) => ({
        text,
        words: words(text, 'exact').length,
        kind: kinds[(i + n) % kinds.length]!,
      }));
      return makeReport(`${id}/${n}`, lines, {
        series: series && `${series}${n}`,
        year: year ?? (date ? Number(date.slice(0, 4)) : null),
        date: date ? { from: date, to: date } : null,
      });
    }),
  );
}

const least = fc.integer({ min: 1, max: 5 });
const phrase = fc.constantFrom(
  'ما',
  'ما ما',
  'شؤون',
  'البند في',
  'في * في',
  'البند ... 63',
  'ف*',
  'بند|البند 63',
);

/** The report's series, or some reports; of these sometimes the paragraphs of one kind. */
const choices = fc.record({
  pick: fc.nat(),
  others: fc.option(fc.array(fc.nat(), { minLength: 1, maxLength: 8 })),
  kind: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.constantFrom(...kinds)),
});

interface Case {
  own: ReferenceReport;
  /** In dated order; with a kind, other paragraphs are empty. */
  inside: ReferenceReport[];
  /** The same with the report itself, all of it. */
  withOwn: ReferenceReport[];
  /** With all paragraphs. */
  unfiltered: ReferenceReport[];
  /** For questions about the report, and about a phrase. */
  around: { with?: string[]; kind?: string };
  filter: { report: string[]; kind?: string };
  textsOf(report: string): readonly StoredParagraph[];
  yearOf(report: string): number | null;
}

type Choice = typeof choices extends fc.Arbitrary<infer T> ? T : never;

function caseOf(reader: Snapshot, { pick, others, kind }: Choice): Case {
  const all = reader.countedReports();
  const picked = all[pick % all.length]!;
  const named = others && new Set(others.map((nth) => all[nth % all.length]!.id));
  const scope = all.filter(({ id, series }) =>
    named ? named.has(id) : picked.series === null || series === picked.series,
  );
  const read = (report: (typeof all)[number], only?: string): ReferenceReport => ({
    report,
    paragraphs: reader
      .paragraphs(report.id)
      .map((paragraph) => (only === undefined || paragraph.kind === only ? words(paragraph.text) : [])),
  });
  const ids = scope.map(({ id }) => id);
  const ofKind = kind === undefined ? {} : { kind };
  const own = read(picked);
  const isInside = new Set(ids);
  return {
    own,
    withOwn: all
      .filter(({ id }) => isInside.has(id) || id === picked.id)
      .map((report) => (report === picked ? own : read(report, kind))),
    inside: scope.map((report) => read(report, kind)),
    unfiltered: scope.map((report) => read(report)),
    around: { ...(named ? { with: ids } : {}), ...ofKind },
    filter: { report: ids, ...ofKind },
    textsOf: (id) =>
      reader.paragraphs(id).filter((paragraph) => kind === undefined || paragraph.kind === kind),
    yearOf: (id) => all.find((report) => report.id === id)!.year,
  };
}

function occurrencesOf({ inside, textsOf }: Case, q: string, profile: Profile) {
  const pattern = parsePattern(q, profile, { lexicon });
  return inside.flatMap(({ report }) =>
    textsOf(report.id).flatMap(({ id, text }) => {
      const tokens = tokenize(text, profile, { lexicon });
      return matchAll([tokens.map((token) => token.text)], pattern).map(({ start, end }) => ({
        report: report.id,
        paragraph: id,
        place: `${id} ${tokens[start]!.start} ${tokens[end - 1]!.end}`,
      }));
    }),
  );
}
