/** Where a phrase stands: how often, in which reports and years, between which words. */
import { type Profile, profiles } from 'arabic-normalizer';
import { wholeNumber } from '../errors.ts';
import { parsePattern, patternTokens } from '../pattern.ts';
import { type Scope, wholeCollection, yearOf } from '../scope.ts';
import type { PhraseIndex } from '../types.ts';
import { type ConcordanceLine, type ConcordanceSort, concordance } from './concordance.ts';
import { countHits, findHits, type Hits } from './hits.ts';
import { type DatedReport, firstAndLast, type PhraseView } from './view.ts';
import { type Frequency, frequency } from './wilson.ts';

export interface PhraseParams {
  q: string;
  match?: Profile;
  sort?: ConcordanceSort;
  /** Of the concordance. */
  limit?: number;
  offset?: number;
  /** How many words `before` and `after` list at most. */
  neighbours?: number;
}

export interface PhraseAnswer {
  phrase: { text: string; tokens: string[] };
  occurrences: number;
  paragraphs: number;
  reports: number;
  /** Of the dated reports that hold it; of the undated ones where no dated one does; null for none at all. */
  first: DatedReport | null;
  last: DatedReport | null;
  /** Reports that hold it, in dated order. `interval`: 95 % (Wilson) of `per_10k_words`. */
  by_report: ({ report: string; symbol: string; year: number | null; occurrences: number } & Frequency)[];
  /** Years that hold it, undated (null) last; frequencies are of all tokens of the scope's reports of that year. */
  by_year: ({ year: number | null; occurrences: number; reports: number } & Frequency)[];
  /** Occurrences in the same scope under each profile. */
  also: Record<Profile, number>;
  /** The commonest words before and after, most frequent first. A paragraph's edge is not a word. */
  before: { word: string; count: number }[];
  after: { word: string; count: number }[];
  concordance: ConcordanceLine[];
}

/**
 * Every count is exact, at any length of the phrase. Time grows with the number of occurrences, not with the
 * collection. Throws `PhraseError` for a phrase without words, or a bad number.
 */
export function phraseAnswer(
  view: PhraseView,
  params: PhraseParams,
  scope: Scope = wholeCollection(view.table),
): PhraseAnswer {
  const { q, match = 'folded', sort = 'year' } = params;
  const limit = wholeNumber(params.limit ?? 20, 0, 'limit');
  const offset = wholeNumber(params.offset ?? 0, 0, 'offset');
  const most = wholeNumber(params.neighbours ?? 20, 0, 'neighbours');
  const pattern = parsePattern(q, match, { lexicon: view.lexicon });
  const index = view.byProfile(match);
  const hits = findHits(index, pattern, scope);
  const perReport = countsByReport(hits);
  const holders = perReport.map(([report]) => report);
  return {
    phrase: { text: q.trim(), tokens: patternTokens(pattern) },
    occurrences: hits.starts.length,
    paragraphs: distinctAscending(hits.paragraphs),
    reports: perReport.length,
    first: null,
    last: null,
    ...firstAndLast(view.table, holders),
    by_report: perReport.map(([report, occurrences]) => {
      const { id, symbol } = view.table.reports[report]!;
      const year = yearOf(view.table.reports[report]!);
      return {
        report: id,
        symbol,
        year,
        occurrences,
        ...frequency(occurrences, index.reportTokens[report]!),
      };
    }),
    by_year: byYear(index, scope, perReport),
    also: alsoCounts(view, q, scope, { [match]: hits.starts.length }),
    before: neighbours(index, hits.starts, -1, most),
    after: neighbours(index, hits.ends, 0, most),
    concordance: concordance(view, index, hits, { sort, limit, offset }),
  };
}

/** Occurrences under each profile, in the scope; `known` ones are not counted again. */
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

/** Report number and occurrences, in report order. */
export function countsByReport(hits: Hits): [number, number][] {
  const counts: [number, number][] = [];
  for (const report of hits.reports) {
    const last = counts.at(-1);
    if (last?.[0] === report) last[1] += 1;
    else counts.push([report, 1]);
  }
  return counts;
}

function byYear(
  index: PhraseIndex,
  scope: Scope,
  perReport: readonly [number, number][],
): PhraseAnswer['by_year'] {
  const { reports } = index.table;
  const years = new Map<number | null, { occurrences: number; reports: number; words: number }>();
  for (const [report, occurrences] of perReport) {
    const year = yearOf(reports[report]!);
    const sum = years.get(year) ?? { occurrences: 0, reports: 0, words: 0 };
    sum.occurrences += occurrences;
    sum.reports += 1;
    years.set(year, sum);
  }
  for (const [number, report] of reports.entries()) {
    const sum = scope.reports[number] === 1 ? years.get(yearOf(report)) : undefined;
    if (sum) sum.words += index.reportTokens[number]!;
  }
  return [...years]
    .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([year, sum]) => ({
      year,
      occurrences: sum.occurrences,
      reports: sum.reports,
      ...frequency(sum.occurrences, sum.words),
    }));
}

function distinctAscending(values: Uint32Array): number {
  let distinct = 0;
  for (let i = 0; i < values.length; i += 1) if (i === 0 || values[i] !== values[i - 1]) distinct += 1;
  return distinct;
}

function neighbours(
  index: PhraseIndex,
  places: Uint32Array,
  by: number,
  most: number,
): { word: string; count: number }[] {
  const counts = new Uint32Array(index.wordCount + 1);
  const seen: number[] = [];
  for (let i = 0; i < places.length; i += 1) {
    const token = index.tokens[places[i]! + by] ?? 0;
    if (token === 0) continue;
    if (counts[token] === 0) seen.push(token);
    counts[token]! += 1;
  }
  return seen
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, most)
    .map((token) => ({ word: index.word(token - 1), count: counts[token]! }));
}
