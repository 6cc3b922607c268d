/**
 * Recurring, returning, dropped and new wording in the slow, obvious way: every run of words is looked for in every
 * report.
 */
import { type Profile, words } from 'arabic-normalizer';
import type { ReportSummary } from '../../src/report/index.ts';
import type { MemoryReader } from './memory-reader.ts';

export interface ReferenceReport {
  report: ReportSummary;
  /** Each paragraph's tokens. */
  paragraphs: string[][];
}

export interface ReferenceFormula {
  tokens: string;
  reports: string[];
  /** Occurrences in the report: paragraph ordinal and position. */
  places: [number, number][];
}

export function tokenised(reader: MemoryReader, profile: Profile): ReferenceReport[] {
  return reader.countedReports().map((report) => ({
    report,
    paragraphs: reader.paragraphs(report.id).map(({ text }) => words(text, profile)),
  }));
}

export function runsOf({ paragraphs }: ReferenceReport, least: number): Set<string> {
  const runs = paragraphs.flatMap((tokens) =>
    tokens.flatMap((_, start) =>
      tokens.slice(start + least - 1).map((_, more) => tokens.slice(start, start + least + more).join(' ')),
    ),
  );
  return new Set(runs);
}

export function placesOf({ paragraphs }: ReferenceReport, run: string): [number, number][] {
  const length = run.split(' ').length;
  return paragraphs.flatMap((tokens, i) =>
    tokens.flatMap((_, start): [number, number][] =>
      tokens.slice(start, start + length).join(' ') === run ? [[i + 1, start]] : [],
    ),
  );
}

function holders(reports: readonly ReferenceReport[], run: string): ReferenceReport[] {
  return reports.filter((report) => placesOf(report, run).length > 0);
}

function isOneLonger(longer: string, run: string): boolean {
  const tokens = longer.split(' ');
  return tokens.slice(1).join(' ') === run || tokens.slice(0, -1).join(' ') === run;
}

function formula(own: ReferenceReport, among: readonly ReferenceReport[], run: string): ReferenceFormula {
  return {
    tokens: run,
    reports: holders(among, run).map(({ report }) => report.id),
    places: placesOf(own, run),
  };
}

const weight = ({ tokens, reports }: ReferenceFormula) => tokens.split(' ').length * reports.length;

function compare(
  first: (f: ReferenceFormula) => number,
): (a: ReferenceFormula, b: ReferenceFormula) => number {
  return (a, b) =>
    first(b) - first(a) ||
    b.tokens.split(' ').length - a.tokens.split(' ').length ||
    b.reports.length - a.reports.length ||
    a.places[0]![0] - b.places[0]![0] ||
    a.places[0]![1] - b.places[0]![1];
}

export interface RecurringReference {
  formulas: ReferenceFormula[];
  words: number;
  covered: number;
}

/** `around`: the scope with the report in it. */
export function recurringReference(
  own: ReferenceReport,
  around: readonly ReferenceReport[],
  minWords: number,
  minReports: number,
  view: 'maximal' | 'closed',
  returns = false,
): RecurringReference {
  const earlier = around.filter(({ report }) => before(report, own.report));
  const last = earlier.at(-1);
  const satisfies = (run: string): boolean =>
    placesOf(own, run).length > 0 &&
    holders(around, run).length >= minReports &&
    (!returns ||
      (last !== undefined &&
        holders([last], run).length === 0 &&
        holders(earlier.slice(0, -1), run).length > 0));
  const recurring = [...runsOf(own, minWords)].filter(satisfies);
  const every = around.flatMap((report) => [...runsOf(report, minWords)]);
  const listed = recurring.filter((run) =>
    view === 'maximal'
      ? !recurring.some((longer) => isOneLonger(longer, run))
      : !every.some(
          (longer) =>
            isOneLonger(longer, run) && holders(around, longer).length === holders(around, run).length,
        ),
  );
  const inside = new Set(
    recurring.flatMap((run) =>
      placesOf(own, run).flatMap(([paragraph, start]) =>
        run.split(' ').map((_, i) => `${paragraph}:${start + i}`),
      ),
    ),
  );
  return {
    formulas: listed.map((run) => formula(own, around, run)).sort(compare(returns ? weight : () => 0)),
    words: own.paragraphs.flat().length,
    covered: inside.size,
  };
}

export function droppedReference(
  own: ReferenceReport,
  scope: readonly ReferenceReport[],
  minWords: number,
  minReports: number,
): ReferenceFormula[] {
  const earlier = scope.filter(({ report }) => before(report, own.report));
  const compared = earlier.slice(-minReports);
  const last = compared.at(-1);
  if (!last || compared.length < minReports) return [];
  const dropped = [...runsOf(last, minWords)].filter(
    (run) => holders(compared, run).length === minReports && placesOf(own, run).length === 0,
  );
  return dropped
    .filter((run) => !dropped.some((longer) => isOneLonger(longer, run)))
    .map((run) => formula(last, earlier, run))
    .sort(compare(weight));
}

/** For each paragraph and token, the id of the earliest report that has it, null for none. */
export function noveltyReference(
  own: ReferenceReport,
  scope: readonly ReferenceReport[],
  minWords: number,
): (string | null)[][] {
  const earlier = scope.filter(({ report }) => before(report, own.report));
  return own.paragraphs.map((tokens) =>
    tokens.map((_, token) => {
      const least = Math.min(minWords, tokens.length);
      const runs = tokens.flatMap((_, start) =>
        tokens
          .map((_, last) => [start, last + 1] as const)
          .filter(([from, end]) => end - from >= least && from <= token && token < end)
          .map(([from, end]) => tokens.slice(from, end).join(' ')),
      );
      const first = earlier.find((report) => runs.some((run) => placesOf(report, run).length > 0));
      return first?.report.id ?? null;
    }),
  );
}

function before(a: ReportSummary, b: ReportSummary): boolean {
  if (a.date && b.date) return a.date.from < b.date.from;
  return a.year !== null && b.year !== null && a.year < b.year;
}
