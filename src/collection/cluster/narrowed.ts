/**
 * An answer from a cluster: the cluster finds the paragraphs relevant to the answer, the store supplies their texts,
 * and the same code as everywhere else computes the answer from them. Counts over the whole collection that turn out to
 * be missing are fetched together, and the answer is computed again.
 */
import type { Profile } from 'arabic-normalizer';
import { countsOf, type Indexes, narrowedIndexes, wholeCollection } from '../../phrases/index.ts';
import {
  type AskedPhrase,
  type AskedShare,
  type AskedTerms,
  type Narrowing,
  TooMany,
} from '../../search/index.ts';
import type { ScannedParagraph } from '../../store/index.ts';
import { type ScopeFilter, underSection } from '../scope.ts';
import type { View } from '../view.ts';
import { Lookups } from './lookups.ts';

/** Which reports are needed in full, and what other paragraphs must contain. */
export interface Need {
  patterns?: readonly AskedTerms[];
  shares?: readonly AskedShare[];
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
  return await narrowedStepwise(view, (gathered) => gathered.add(need()), run);
}

/** As `narrowed` if what an answer needs is known only from some of it. */
export async function narrowedStepwise<T>(
  view: View,
  gather: (gathered: Gathered) => Promise<void>,
  run: (view: View) => T | Promise<T>,
): Promise<T> {
  if (!view.narrowing) return await run(view);
  const gathered = new Gathered(view, view.narrowing);
  await gather(gathered);
  return await gathered.run(run);
}

type Place = Pick<ScopeFilter, 'kind' | 'section'>;

/** Number of paragraphs read from the store before the time is checked. */
const readAtOnce = 2000;

/** The paragraphs that were found so far, and the counts. */
export class Gathered {
  readonly #view: View;
  readonly #narrowing: Narrowing;
  readonly #lookups: Lookups;
  /** By report number, in any order. */
  readonly #paragraphs = new Map<number, ScannedParagraph[]>();
  readonly #rows = new Set<number>();
  /** Numbers of the reports of which all paragraphs are there. */
  readonly #whole = new Set<number>();
  /** Number of paragraphs other than those of whole reports. */
  #taken = 0;
  #indexes: Indexes | null = null;

  constructor(view: View, narrowing: Narrowing) {
    this.#view = view;
    this.#narrowing = narrowing;
    this.#lookups = new Lookups(view, narrowing);
  }

  /** Maximum number of paragraphs other than those of whole reports. */
  get most(): number {
    return this.#narrowing.most;
  }

  async add({ patterns = [], shares = [], reports, whole = [] }: Need): Promise<void> {
    for (const id of whole) {
      const number = this.#view.table.reportNumber(id);
      if (this.#whole.has(number)) continue;
      this.#whole.add(number);
      this.#paragraphs.set(number, [...this.#view.reader.scanReport(id)]);
    }
    this.#indexes = null;
    const asked = [...patterns, ...shares];
    if (asked.length === 0) return;
    const rows = await this.#narrowing.rows(asked, { reports: this.#idsOf(reports) });
    this.#take(rows, reports);
  }

  /** All paragraphs of a kind or under a heading. */
  async addPlaces(reports: readonly number[], place: Place): Promise<void> {
    this.#take(this.#rowsIn(reports, place) ?? [], reports);
  }

  /** The paragraphs of a scope whose words count most, as `Narrowing.best`. */
  async addBest(
    words: ReadonlyMap<string, number>,
    count: number,
    reports: readonly number[],
    place: Place,
  ): Promise<void> {
    if (words.size === 0) return;
    const among = { reports: this.#idsOf(reports), rows: this.#rowsIn(reports, place) };
    this.#take(await this.#narrowing.best({ profile: 'folded', words }, count, among), reports);
  }

  /** Fetches counts that the answer will need, so that it is not computed first to find that out. */
  async countAhead(phrases: readonly AskedPhrase[]): Promise<void> {
    for (const { profile, words } of phrases) this.#lookups.byReport(profile, words);
    await this.#lookups.fetch();
  }

  /** Counts a plain phrase in the paragraphs found so far: they contain all its occurrences in the collection. */
  countFound(profile: Profile, words: readonly string[]): void {
    this.#indexes ??= this.#index();
    const index = this.#indexes.byProfile(profile);
    const hits = index.hits(
      { elements: [{ type: 'words', words: [...words] }] },
      wholeCollection(index.table),
    );
    this.#lookups.learn(profile, words, new Map(countsOf(hits)));
  }

  /** Occurrences of a plain phrase by report number. */
  async count(profile: Profile, words: readonly string[]): Promise<ReadonlyMap<number, number>> {
    await this.countAhead([{ profile, words }]);
    return this.#lookups.byReport(profile, words);
  }

  /** Calls `run` until it misses no count. */
  async run<T>(run: (view: View) => T | Promise<T>): Promise<T> {
    this.#indexes ??= this.#index();
    const { table, byProfile } = this.#indexes;
    for (;;) {
      const answer = await run({ ...this.#view, table, byProfile });
      if (!(await this.#lookups.fetch())) return answer;
    }
  }

  /** Null for all. */
  #idsOf(reports: readonly number[]): string[] | null {
    const { table } = this.#view;
    if (reports.length === table.reports.length) return null;
    return reports.map((number) => table.reports[number]!.id);
  }

  /** The store knows kinds and headings, the cluster only words. Undefined for all. */
  #rowsIn(reports: readonly number[], { kind, section }: Place): number[] | undefined {
    const { reader, table, budget } = this.#view;
    const under = section === undefined ? undefined : reader.rowsUnder(underSection(section));
    if (kind === undefined) return under;
    const isUnder = under && new Set(under);
    return reports.flatMap((number) => {
      const { id, paragraphs } = table.reports[number]!;
      budget?.spend(paragraphs * 5);
      return reader
        .scanReport(id)
        .filter((paragraph) => paragraph.kind === kind && isUnder?.has(paragraph.row) !== false)
        .map(({ row }) => row);
    });
  }

  #take(rows: Iterable<number>, reports: readonly number[]): void {
    const { reader, table, budget } = this.#view;
    const inside = new Set(reports);
    const fresh = [...rows].filter((row) => !this.#rows.has(row));
    for (let at = 0; at < fresh.length; at += readAtOnce) {
      budget?.spend(1000);
      for (const paragraph of reader.scanRows(fresh.slice(at, at + readAtOnce))) {
        const number = table.reportNumber(paragraph.report);
        if (!inside.has(number)) continue;
        this.#rows.add(paragraph.row);
        if (this.#whole.has(number)) continue;
        this.#taken += 1;
        const others = this.#paragraphs.get(number);
        if (others) others.push(paragraph);
        else this.#paragraphs.set(number, [paragraph]);
      }
      if (this.#taken > this.most) throw new TooMany(this.most);
    }
    this.#indexes = null;
  }

  #index(): Indexes {
    const { table, lexicon } = this.#view;
    const found = [...this.#paragraphs].sort(([a], [b]) => a - b);
    for (const [, paragraphs] of found) paragraphs.sort((a, b) => a.ordinal - b.ordinal);
    return narrowedIndexes(table, found, this.#lookups, lexicon);
  }
}
