/** Answers in process: counts, full answers, recurring, novelty, dropped; each next to its baseline. */
import {
  type CollectionIndex,
  droppedAnswer,
  noveltyAnswer,
  type PhraseView,
  phraseAnswer,
  recurringAnswer,
  wholeCollection,
} from '../../src/phrases/index.ts';
import { longestShared } from './brute-force.ts';
import { fts5Of } from './fts5.ts';
import { generator, quantile, timed, timesOf } from './timing.ts';

/** `before`: the cost with arrays of the entire collection in memory, which the segments replaced. */
export type Row = [work: string, before: string, goal: string, now: string, baseline: string];

export const ms = (value: number) =>
  `${value < 1 ? value.toPrecision(2) : value.toFixed(value < 10 ? 1 : 0)} ms`;

/** Phrases of 2 to 12 words that occur in the collection, if `wanted` accepts their first position. */
export function randomPhrases(
  index: CollectionIndex,
  count: number,
  wanted: (position: number) => boolean = () => true,
): string[][] {
  const random = generator(3);
  const phrases: string[][] = [];
  while (phrases.length < count) {
    const length = 2 + random(11);
    const start = random(index.tokenCount + index.table.count);
    const paragraph = index.paragraphAt(start);
    const from = start - index.tokenStart(paragraph);
    const tokens = index.tokensOf(paragraph).subarray(from, from + length);
    if (tokens.length === length && wanted(start))
      phrases.push(Array.from(tokens, (token) => index.word(token - 1)));
  }
  return phrases;
}

/**
 * The phrase of two words with the fewest occurrences that are at least `least`; if there is none, at least half of
 * that, and so on.
 */
export function frequentPhrase(index: CollectionIndex, least: number): { words: string[]; count: number } {
  // Of the largest segment: rare phrases of the others are not wanted.
  const [part] = index.parts.toSorted((a, b) => b.index.suffixes.length - a.index.suffixes.length);
  const { suffixes, tokens, words, wordFirst, intervals } = part!.index;
  const found: { words: string[]; count: number }[] = [];
  for (let id = 0; id < words.length; id += 1) {
    const [first, end] = [wordFirst.at(id), wordFirst.at(id + 1)];
    if (end - first < least / 2) continue;
    const shared = intervals.lcp.slice(first, end);
    // Suffixes with the same first two words are adjacent.
    for (let from = 0, to = 1; from < shared.length; from = to, to += 1) {
      while (to < shared.length && shared[to]! >= 2) to += 1;
      if (to - from < least / 2) continue;
      const token = tokens.at(suffixes.at(first + from) + 1);
      if (token === 0) continue;
      const phrase = [words.word(id), words.word(token - 1)];
      found.push({ words: phrase, count: index.count(phrase) });
    }
  }
  const often = found.filter(({ count }) => count >= least).sort((a, b) => a.count - b.count);
  if (often[0]) return often[0];
  if (least < 2) throw new Error('no two words are adjacent');
  return frequentPhrase(index, least / 2);
}

/** Milliseconds, `[p50, p99]` each. */
export interface Lookups {
  count: [number, number];
  answer: [number, number];
  frequent: [number, number];
  hits: number;
  recurring: [number, number];
  novelty: [number, number];
  dropped: [number, number];
  /** Number of reports for which the last three were asked. */
  reports: number;
}

/** Everything runs once before, so that nothing is measured cold. */
export function measureLookups(view: PhraseView): Lookups {
  const index = view.byProfile('folded');
  const both = (times: Float64Array): [number, number] => [quantile(times, 0.5), quantile(times, 0.99)];
  const phrases = randomPhrases(index, 20_000);
  const frequent = frequentPhrase(index, Math.min(20_000, index.tokenCount / 400));
  const q = frequent.words.join(' ');
  const all = wholeCollection(view.table);
  const reports = reportsOf5000(view).slice(0, 100);
  return {
    count: both(timesOf(phrases, (words) => index.count(words))),
    answer: both(timesOf(phrases.slice(0, 3000), (words) => phraseAnswer(view, { q: words.join(' ') }))),
    frequent: both(timesOf(Array<string>(100).fill(q), (text) => phraseAnswer(view, { q: text }))),
    hits: frequent.count,
    recurring: both(timesOf(reports, (report) => recurringAnswer(view, { report }, all))),
    novelty: both(timesOf(reports, (report) => noveltyAnswer(view, { report }, all))),
    dropped: both(timesOf(reports, (report) => droppedAnswer(view, { report }, all))),
    reports: reports.length,
  };
}

/** Ids of the reports of 4,500 to 5,500 words; if there is none, of the report nearest to that. */
function reportsOf5000({ table }: PhraseView): string[] {
  const off = ({ words }: { words: number }) => Math.abs(words - 5000);
  const near = table.reports.filter((report) => off(report) < 500);
  const found = near.length > 0 ? near : table.reports.toSorted((a, b) => off(a) - off(b)).slice(0, 1);
  return found.map(({ id }) => id);
}

/** FTS5 for the first of the phrases that `measureLookups` uses. */
export function fts5Counts(index: CollectionIndex, scratch: string): [number, number] {
  const fts5 = fts5Of(index, scratch);
  const times = timesOf(randomPhrases(index, 2000), (words) => fts5.count(words));
  fts5.close();
  return [quantile(times, 0.5), quantile(times, 0.99)];
}

/**
 * Seconds that a search for a report's longest shared runs takes without an index, extrapolated from one report in a
 * hundred.
 */
export function bruteForceSeconds({ table, ...view }: PhraseView): number {
  const index = view.byProfile('folded');
  const sample = [...table.reports.keys()].filter((number) => number % 100 === 0);
  const some = table.reportNumber(reportsOf5000({ table, ...view })[0]!);
  const { ms: taken } = timed(() => longestShared(index, some, sample));
  const compared = sample.reduce((sum, number) => sum + table.reportTokens[number]!, 0);
  return (taken * index.tokenCount) / compared / 1000;
}

/** Answers that take more work than most, for which no goal is set. */
export function otherRows(view: PhraseView): Row[] {
  const all = wholeCollection(view.table);
  const reports = reportsOf5000(view).slice(0, 50);
  const row = (work: string, times: Float64Array): Row => [
    work,
    '',
    '',
    `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.99))}`,
    '',
  ];
  const recurring = (work: string, params: object, scope?: typeof all) =>
    row(
      work,
      timesOf(reports, (report) => recurringAnswer(view, { report, ...params }, scope)),
    );
  const slow = ['من|في|على ... * ... الدولة', 'و* ... ال*', '* ... * ... * ... في'];
  const [largest] = [...view.table.reports].sort((a, b) => b.words - a.words);
  const ofLargest = { report: largest!.id, min_words: 1, view: 'closed' as const };
  return [
    recurring('recurring, closed, against all', { view: 'closed' }, all),
    recurring('recurring within its series', {}),
    recurring('the same, distinctive', { order: 'distinctive' }),
    recurring('returning formulas, against all', { returns: true }, all),
    ...slow.map((pattern) =>
      row(
        `\`${pattern}\``,
        timesOf(Array<string>(5).fill(pattern), (q) => phraseAnswer(view, { q })),
      ),
    ),
    row(
      `recurring, closed, min_words=1, ${largest!.words} words`,
      timesOf([0, 1], () => recurringAnswer(view, ofLargest, all)),
    ),
  ];
}
