/** Where a phrase occurs: how often, in which reports and years, between which words. */
import { type Profile, profiles } from 'arabic-normalizer';
import { type CollectionIndex, countsOf } from '../collection-index.ts';
import { parsePattern, patternTokens } from '../pattern.ts';
import { type Scope, wholeCollection, yearOf } from '../scope.ts';
import { byReport, type ReportCount } from './by-report.ts';
import { type Concordance, type ConcordanceParams, concordance } from './concordance.ts';
import { countHits, findHits } from './hits.ts';
import { type NeighbourOrder, type Neighbours, neighbours } from './neighbours.ts';
import { ParagraphTexts } from './texts.ts';
import { type DatedReport, firstAndLast, type PhraseView } from './view.ts';
import { type Frequency, frequency } from './wilson.ts';

export interface PhraseParams extends ConcordanceParams {
  q: string;
  match?: Profile | undefined;
  /** Maximum number of words in `before` and `after`; default 20. */
  neighbours?: number | undefined;
  /** Order of `before` and `after`; default `count`. */
  order?: NeighbourOrder | undefined;
}

/** `before` and `after`: the words directly before and after, most frequent or most strongly associated first. */
export interface PhraseAnswer extends Neighbours, Concordance {
  phrase: { text: string; tokens: string[] };
  occurrences: number;
  paragraphs: number;
  reports: number;
  /**
   * Among the dated reports that contain it; if there are none, among the undated ones; null if no report contains it.
   */
  first: DatedReport | null;
  last: DatedReport | null;
  /** Reports that contain it, in dated order. */
  by_report: ReportCount[];
  /**
   * Years in which it occurs, undated (null) last; frequencies are over all tokens of the scope's reports of that year.
   */
  by_year: ({ year: number | null; occurrences: number; reports: number } & Frequency)[];
  /** Occurrences in the same scope under each profile. */
  also: Record<Profile, number>;
}

/**
 * Every count is exact, for phrases of any length. Time grows with the number of occurrences, not with the collection.
 * Throws `PhraseError` for a phrase without words, or a bad number.
 */
export function phraseAnswer(
  view: PhraseView,
  params: PhraseParams,
  scope: Scope = wholeCollection(view.table),
): PhraseAnswer {
  const { q, match = 'folded' } = params;
  const pattern = parsePattern(q, match, { lexicon: view.lexicon });
  const index = view.byProfile(match);
  const hits = findHits(index, pattern, scope);
  const perReport = countsOf(hits);
  const holders = perReport.map(([report]) => report);
  const texts = new ParagraphTexts(view.reader, view.table);
  return {
    phrase: { text: q.trim(), tokens: patternTokens(pattern) },
    occurrences: hits.starts.length,
    paragraphs: distinctAscending(hits.paragraphs),
    reports: perReport.length,
    first: null,
    last: null,
    ...firstAndLast(view.table, holders),
    by_report: byReport(view.table, perReport),
    by_year: byYear(index, scope, perReport),
    also: alsoCounts(view, q, scope, { [match]: hits.starts.length }),
    ...neighbours(view, index, scope, hits, { most: params.neighbours, order: params.order, texts }),
    ...concordance(view, index, hits, params, texts),
  };
}

/** Occurrences under each profile in the scope; those in `known` are not counted again. */
export function alsoCounts(
  view: PhraseView,
  q: string,
  scope: Scope,
  known: Partial<Record<Profile, number>> = {},
): Record<Profile, number> {
  const count = (profile: Profile) =>
    known[profile] ??
    countHits(view.byProfile(profile), parsePattern(q, profile, { lexicon: view.lexicon }), scope);
  return Object.fromEntries(profiles.map((profile) => [profile, count(profile)])) as Record<Profile, number>;
}

function byYear(
  index: CollectionIndex,
  scope: Scope,
  perReport: readonly [number, number][],
): PhraseAnswer['by_year'] {
  const { reports } = index.table;
  const words = wordsByYear(index, scope);
  const years = new Map<number | null, { occurrences: number; reports: number }>();
  for (const [report, occurrences] of perReport) {
    const year = yearOf(reports[report]!);
    const sum = years.get(year) ?? { occurrences: 0, reports: 0 };
    sum.occurrences += occurrences;
    sum.reports += 1;
    years.set(year, sum);
  }
  return [...years]
    .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([year, sum]) => ({
      year,
      occurrences: sum.occurrences,
      reports: sum.reports,
      ...frequency(sum.occurrences, words.get(year) ?? 0),
    }));
}

const yearWords = new WeakMap<Scope, Map<number | null, number>>();

/** Tokens of the scope's reports for each year: the same under every profile, and needed again for each phrase. */
function wordsByYear({ table }: CollectionIndex, scope: Scope): Map<number | null, number> {
  const known = yearWords.get(scope);
  if (known) return known;
  const words = new Map<number | null, number>();
  for (const [number, report] of table.reports.entries()) {
    if (scope.reports[number] === 0) continue;
    const year = yearOf(report);
    words.set(year, (words.get(year) ?? 0) + table.reportTokens[number]!);
  }
  yearWords.set(scope, words);
  return words;
}

function distinctAscending(values: Uint32Array): number {
  let distinct = 0;
  for (let i = 0; i < values.length; i += 1) if (i === 0 || values[i] !== values[i - 1]) distinct += 1;
  return distinct;
}
