/** Answers in process: counts, whole answers, recurring, novelty, dropped; each beside its baseline. */
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

export type Row = [work: string, goal: string, p50: string, p99: string, baseline: string];

const ms = (value: number) => `${value < 1 ? value.toPrecision(2) : value.toFixed(value < 10 ? 1 : 0)} ms`;

/** Phrases of 2 to 12 words that stand in the collection, where `wanted` says so of their first position. */
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

/** The phrase of two words with the fewest occurrences of at least `least`. */
export function frequentPhrase(index: CollectionIndex, least: number): { words: string[]; count: number } {
  // Of the largest segment: rare ones of the others are not what is looked for.
  const [part] = index.parts.toSorted((a, b) => b.index.suffixes.length - a.index.suffixes.length);
  const { suffixes, tokens, words, wordFirst, intervals } = part!.index;
  const found: { words: string[]; count: number }[] = [];
  for (let id = 0; id < words.length; id += 1) {
    const [first, end] = [wordFirst.at(id), wordFirst.at(id + 1)];
    if (end - first < least / 2) continue;
    const shared = intervals.lcp.slice(first, end);
    // Suffixes that share two words stand side by side.
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
  if (!often[0]) throw new Error(`no phrase of two words stands ${least} times`);
  return often[0];
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
  /** Reports that the last three were asked for. */
  reports: number;
}

/** Everything once before, so that nothing is measured cold. */
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

/** Ids of the reports of 4,500 to 5,500 words. */
function reportsOf5000({ table }: PhraseView): string[] {
  return table.reports.filter(({ words }) => words > 4500 && words < 5500).map(({ id }) => id);
}

export function lookupRows(view: PhraseView, scratch: string): Row[] {
  const index = view.byProfile('folded');
  const rows: Row[] = [];
  const row = (work: string, goal: string, times: Float64Array, baseline = '') =>
    rows.push([work, goal, ms(quantile(times, 0.5)), ms(quantile(times, 0.99)), baseline]);

  const phrases = randomPhrases(index, 20_000);
  const counts = timesOf(phrases, (words) => index.count(words));
  const fts5 = fts5Of(index, scratch);
  const theirs = timesOf(phrases.slice(0, 2000), (words) => fts5.count(words));
  fts5.close();
  const times = quantile(theirs, 0.5) / quantile(counts, 0.5);
  const theirTimes = `FTS5 ${ms(quantile(theirs, 0.5))} / ${ms(quantile(theirs, 0.99))}, ${times.toFixed(0)} times`;
  row('phrase count, 2–12 words', 'p99 ≤ 0.02 ms', counts, theirTimes);
  const answers = timesOf(phrases.slice(0, 3000), (words) => phraseAnswer(view, { q: words.join(' ') }));
  row('whole phrases answer, the same phrases', 'p99 ≤ 5 ms', answers);
  const frequent = frequentPhrase(index, 20_000);
  const q = frequent.words.join(' ');
  const often = timesOf(Array<string>(200).fill(q), (text) => phraseAnswer(view, { q: text }));
  row(`whole phrases answer, ${frequent.count} hits`, 'p99 ≤ 5 ms', often);

  const all = wholeCollection(view.table);
  const reports = reportsOf5000(view);
  const sample = [...view.table.reports.keys()].filter((number) => number % 100 === 0);
  const some = view.table.reportNumber(reports[0]!);
  const brute = timed(() => longestShared(index, some, sample)).ms;
  const compared = sample.reduce((sum, number) => sum + index.table.reportTokens[number]!, 0);
  const bruteAll = (brute * index.tokenCount) / compared / 1000;
  const note = `brute force ≈ ${bruteAll.toFixed(0)} s (extrapolated from 1 % of the reports)`;
  const n = `${reports.length} reports of 4,500–5,500 words`;
  row(
    `recurring, maximal, ${n}, against all`,
    '≤ 50 ms',
    timesOf(reports, (report) => recurringAnswer(view, { report }, all)),
    note,
  );
  row(
    'the same, closed',
    '',
    timesOf(reports, (report) => recurringAnswer(view, { report, view: 'closed' }, all)),
  );
  row(
    'the same, within its series',
    '',
    timesOf(reports, (report) => recurringAnswer(view, { report })),
  );
  row(
    'the same, distinctive',
    '',
    timesOf(reports, (report) => recurringAnswer(view, { report, order: 'distinctive' })),
  );
  row(
    'returning formulas, against all',
    '',
    timesOf(reports, (report) => recurringAnswer(view, { report, returns: true }, all)),
  );
  row(
    'novelty, against all',
    '≤ 50 ms',
    timesOf(reports, (report) => noveltyAnswer(view, { report }, all)),
    note,
  );
  row(
    'dropped formulas, against all',
    '≤ 50 ms',
    timesOf(reports, (report) => droppedAnswer(view, { report }, all)),
  );
  const slow = ['من|في|على ... * ... الدولة', 'و* ... ال*', '* ... * ... * ... في'];
  for (const pattern of slow) {
    row(
      `\`${pattern}\``,
      'bounded',
      timesOf(Array<string>(10).fill(pattern), (text) => phraseAnswer(view, { q: text })),
    );
  }
  const [largest] = [...view.table.reports].sort((a, b) => b.words - a.words);
  const whole = timesOf([largest!.id, largest!.id], (report) =>
    recurringAnswer(view, { report, min_words: 1, view: 'closed' }, all),
  );
  row(`recurring, closed, min_words=1, ${largest!.words} words`, 'bounded', whole);
  return rows;
}
