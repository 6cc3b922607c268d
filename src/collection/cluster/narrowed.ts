/**
 * An answer from a cluster: the cluster finds the paragraphs relevant to the answer, the store supplies their texts,
 * and the same code as everywhere else computes the answer from them. Counts over the whole collection that turn out to
 * be missing are fetched together, and the answer is computed again.
 */
import { type Profile, words as wordsOf } from 'arabic-normalizer';
import { keyOfPhrase, narrowedIndexes, type Whole } from '../../phrases/index.ts';
import type { AskedTerms, Narrowing } from '../../search/index.ts';
import type { ScannedParagraph } from '../../store/index.ts';
import type { View } from '../view.ts';

/** Maximum number of paragraphs for one answer: about 1 s of work and 100 MB. */
export const mostParagraphs = 20_000;

/** Which reports are needed in full, and what other paragraphs must contain. */
export interface Need {
  patterns: readonly AskedTerms[];
  /** Numbers of the reports that are searched for these. */
  reports: readonly number[];
  /** Ids of the reports that are needed in full. */
  whole?: readonly string[];
}

/**
 * Calls `run` with the view or, if the index is in a cluster, with a view of what the answer is about.
 * @throws TooMany, EngineError
 */
export async function narrowed<T>(
  view: View,
  need: () => Need,
  run: (view: View) => T | Promise<T>,
): Promise<T> {
  const { narrowing } = view;
  if (!narrowing) return run(view);
  const paragraphs = await paragraphsOf(view, narrowing, need());
  const lookups = new Lookups(view, narrowing);
  const indexes = narrowedIndexes(view.epoch, view.table.reports, paragraphs, lookups, view.lexicon);
  const within: View = { ...view, table: indexes.table, byProfile: indexes.byProfile };
  for (;;) {
    const answer = await run(within);
    if (!(await lookups.fetch())) return answer;
    view.budget?.spend(1000);
  }
}

async function paragraphsOf(
  { reader, table, budget }: View,
  narrowing: Narrowing,
  { patterns, reports, whole = [] }: Need,
): Promise<ScannedParagraph[]> {
  const isAll = reports.length === table.reports.length;
  const ids = isAll ? null : reports.map((number) => table.reports[number]!.id);
  const rows = patterns.length === 0 ? [] : await narrowing.rows(patterns, ids, mostParagraphs);
  budget?.spend(1000);
  const inside = isAll ? null : new Set(reports);
  const complete = new Set(whole);
  const found = whole.flatMap((id) => reader.scanReport(id));
  for (const paragraph of reader.scanRows([...rows])) {
    const report = table.reportNumber(paragraph.report);
    if (report < 0 || complete.has(paragraph.report) || inside?.has(report) === false) continue;
    found.push(paragraph);
  }
  const place = ({ report }: ScannedParagraph) => table.reportNumber(report);
  return found.sort((a, b) => place(a) - place(b) || a.ordinal - b.ordinal);
}

/** Counts of phrases that were asked for; missing ones are fetched together. */
class Lookups implements Whole {
  readonly state: object;
  readonly #reader: View['reader'];
  readonly #narrowing: Narrowing;
  readonly #known = new Map<string, ReadonlyMap<number, number>>();
  readonly #missing = new Map<string, { profile: Profile; words: readonly string[] }>();

  constructor({ table, reader }: View, narrowing: Narrowing) {
    this.state = table;
    this.#reader = reader;
    this.#narrowing = narrowing;
  }

  scanReport(id: string): readonly ScannedParagraph[] {
    return this.#reader.scanReport(id);
  }

  byReport(profile: Profile, words: readonly string[]): ReadonlyMap<number, number> {
    const key = keyOfPhrase(profile, words);
    const known = this.#known.get(key);
    if (known) return known;
    this.#missing.set(key, { profile, words });
    return new Map();
  }

  /** False if none was missing. */
  async fetch(): Promise<boolean> {
    if (this.#missing.size === 0) return false;
    const asked = [...this.#missing];
    this.#missing.clear();
    const counts = await this.#narrowing.counts(asked.map(([, phrase]) => phrase));
    for (const [i, [key]] of asked.entries()) this.#known.set(key, counts[i]!);
    return true;
  }
}

/** Every run of `length` words in a report's paragraphs, and shorter paragraphs as a whole, each once. */
export function windowsOf(view: View, report: string, length: number): AskedTerms[] {
  const found = new Map<string, readonly string[]>();
  for (const { text } of view.reader.scanReport(report)) {
    const tokens = wordsOf(text, 'folded');
    const size = Math.min(length, tokens.length);
    for (let at = 0; size > 0 && at + size <= tokens.length; at += 1) {
      const window = tokens.slice(at, at + size);
      found.set(window.join(' '), window);
    }
  }
  return [...found.values()].map((words) => ({
    profile: 'folded',
    terms: [[{ elements: [{ type: 'words', words }] }]],
  }));
}
