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
    by_report: perReport.map(([number, occurrences]) => {
      const report = view.table.reports[number]!;
      const { per_10k_words, interval } = frequency(occurrences, index.reportTokens[number]!);
      return {
        report: report.id,
        symbol: report.symbol,
        year: yearOf(report),
        occurrences,
        per_10k_words,
        interval,
      };
    }),
    by_year: byYear(index, scope, perReport),
    also: alsoCounts(view, q, scope, { [match]: hits.starts.length }),
    ...neighbours(index, hits, most),
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
  const { reports } = hits;
  const counts: [number, number][] = [];
  for (let i = 0, next = 0; i < reports.length; i = next) {
    const report = reports[i]!;
    while (next < reports.length && reports[next] === report) next += 1;
    counts.push([report, next - i]);
  }
  return counts;
}

function byYear(
  index: PhraseIndex,
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

/** Tokens of the scope's reports of each year: the same under every profile, and asked for again with each phrase. */
function wordsByYear({ table, reportTokens }: PhraseIndex, scope: Scope): Map<number | null, number> {
  const known = yearWords.get(scope);
  if (known) return known;
  const words = new Map<number | null, number>();
  for (const [number, report] of table.reports.entries()) {
    if (scope.reports[number] === 0) continue;
    const year = yearOf(report);
    words.set(year, (words.get(year) ?? 0) + reportTokens[number]!);
  }
  yearWords.set(scope, words);
  return words;
}

function distinctAscending(values: Uint32Array): number {
  let distinct = 0;
  for (let i = 0; i < values.length; i += 1) if (i === 0 || values[i] !== values[i - 1]) distinct += 1;
  return distinct;
}

type WordCount = PhraseAnswer['before'][number];

/** Both sides in one pass: a hit's surroundings are fetched from memory once, which is most of the time this takes. */
function neighbours(
  index: PhraseIndex,
  { starts, ends }: Hits,
  most: number,
): { before: WordCount[]; after: WordCount[] } {
  const before = new Uint32Array(starts.length);
  const after = new Uint32Array(starts.length);
  for (let i = 0; i < starts.length; i += 1) {
    before[i] = index.tokens[starts[i]! - 1] ?? 0;
    after[i] = index.tokens[ends[i]!] ?? 0;
  }
  return { before: commonest(index, before, most), after: commonest(index, after, most) };
}

/** Counts by token, all zero between calls: a new array as long as the vocabulary would cost more than the counting. */
let tally = new Uint32Array(0);

function commonest(index: PhraseIndex, tokens: Uint32Array, most: number): WordCount[] {
  if (tally.length <= index.wordCount) tally = new Uint32Array(index.wordCount + 1);
  const counts = tally;
  const seen: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token === 0) continue;
    if (counts[token] === 0) seen.push(token);
    counts[token]! += 1;
  }
  const top = seen
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, most)
    .map((token) => ({ word: index.word(token - 1), count: counts[token]! }));
  for (const token of seen) counts[token] = 0;
  return top;
}
