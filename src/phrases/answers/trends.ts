/** How often phrases occur in each year's reports. */
import type { Profile } from 'arabic-normalizer';
import type { CollectionIndex } from '../collection-index.ts';
import { PhraseError } from '../errors.ts';
import { parsePattern, patternTokens } from '../pattern.ts';
import { type Scope, wholeCollection, yearOf } from '../scope.ts';
import { countsByReport } from './hits.ts';
import type { PhraseView } from './view.ts';
import { frequency, wilson } from './wilson.ts';

export const mostTrends = 10;

export interface TrendPoint {
  year: number;
  /** null for a year without a report in the scope: unknown, not zero. The same holds for the fields below. */
  occurrences: number | null;
  /** Tokens of the scope's reports of that year. */
  words: number;
  per_10k_words: number | null;
  /** 95 % (Wilson) of `per_10k_words`. */
  interval: [number, number] | null;
  reports_with: number | null;
  /** 95 % (Wilson) of the share of reports that contain the phrase, 0…1. */
  reports_interval: [number, number] | null;
  reports: number;
}

export interface Trend {
  phrase: { text: string; tokens: string[] };
  /** Every year from the scope's first dated report to its last. */
  points: TrendPoint[];
  /** Occurrences in the scope's undated reports, which belong to no year. */
  undated: { occurrences: number; words: number; reports_with: number; reports: number };
}

/** Up to ten phrases. Throws `PhraseError`: `too_many_phrases`, or what `parsePattern` throws. */
export function trendsAnswer(
  view: PhraseView,
  { phrases, match = 'folded' }: { phrases: readonly string[]; match?: Profile },
  scope: Scope = wholeCollection(view.table),
): { trends: Trend[] } {
  if (phrases.length > mostTrends) {
    throw new PhraseError('too_many_phrases', `at most ${mostTrends} phrases at a time`, 'q');
  }
  const patterns = phrases.map((text) => ({
    text,
    pattern: parsePattern(text, match, { lexicon: view.lexicon }),
  }));
  const index = view.byProfile(match);
  return {
    trends: patterns.map(({ text, pattern }) => ({
      phrase: { text: text.trim(), tokens: patternTokens(pattern) },
      ...pointsOf(index, scope, countsByReport(index, pattern, scope)),
    })),
  };
}

function pointsOf(
  index: CollectionIndex,
  scope: Scope,
  perReport: readonly [number, number][],
): Omit<Trend, 'phrase'> {
  const occurrences = new Map(perReport);
  const none = () => ({ occurrences: 0, words: 0, reports_with: 0, reports: 0 });
  const sums = new Map<number | null, ReturnType<typeof none>>();
  for (const [number, report] of index.table.reports.entries()) {
    if (scope.reports[number] === 0) continue;
    const year = yearOf(report);
    const sum = sums.get(year) ?? none();
    const found = occurrences.get(number) ?? 0;
    sum.occurrences += found;
    sum.words += index.table.reportTokens[number]!;
    sum.reports_with += found > 0 ? 1 : 0;
    sum.reports += 1;
    sums.set(year, sum);
  }
  const years = [...sums.keys()].filter((year) => year !== null);
  const first = Math.min(...years);
  const points = Array.from({ length: years.length === 0 ? 0 : Math.max(...years) - first + 1 }, (_, i) => {
    const year = first + i;
    const sum = sums.get(year);
    return sum
      ? {
          year,
          ...sum,
          ...frequency(sum.occurrences, sum.words),
          reports_interval: wilson(sum.reports_with, sum.reports),
        }
      : unknown(year);
  });
  return { points, undated: sums.get(null) ?? none() };
}

function unknown(year: number): TrendPoint {
  return {
    year,
    occurrences: null,
    words: 0,
    per_10k_words: null,
    interval: null,
    reports_with: null,
    reports_interval: null,
    reports: 0,
  };
}
