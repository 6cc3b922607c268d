/** Exact answers from the cluster at one commit: which paragraphs have these words, and how often phrases occur. */
import type { Pattern } from '../../phrases/types.ts';
import type { ReportSummary } from '../../report/index.ts';
import { EngineError } from '../engine.ts';
import {
  type Among,
  type AskedMatch,
  type AskedPhrase,
  type AskedShare,
  type AskedTerms,
  type Narrowing,
  type NearWord,
  TooMany,
} from '../narrowing.ts';
import { slices } from '../slices.ts';
import { matchQuery, phraseQuery, shareQuery, termsQuery, wordsThatCount } from './clauses.ts';
import { type ProvedSearches, page } from './proved.ts';
import type { SearchResult } from './server.ts';
import { nearWord, spellingOf, vocabularyOf } from './vocabulary.ts';
import { any } from './words.ts';

/** Maximum number of paragraphs for one answer: about 1 s of work and 100 MB. */
const most = 20_000;
/** Patterns per query: Lucene allows 1,024 clauses, including the words of phrases. */
const wordsAtOnce = 800;
/** Queries sent together. */
const together = 8;
/** Counts are small answers. */
const countsTogether = 32;
/** Reports counted in one answer of the cluster, which returns at most 65,535 buckets. */
const bucketsAtOnce = 30_000;
/** Reports named in one filter, at most 65,536; if there are more, the caller filters the rows. */
const mostNamed = 10_000;
/** Rows named in one filter, at most 65,536. */
const mostNamedRows = 65_000;
/** Scores are 32-bit numbers: this share of one is more than what 30 of them lose when added up. */
const roundedOff = 1e-5;

interface ByVersion {
  versions: {
    buckets: { key: number; doc_count: number; sum?: { value: number } }[];
    sum_other_doc_count: number;
  };
}

export class ClusterNarrowing implements Narrowing {
  readonly most = most;
  readonly #searches: ProvedSearches;
  readonly #reports: readonly ReportSummary[];
  #numberOf: ReadonlyMap<number, number> | null = null;

  constructor(searches: ProvedSearches, reports: readonly ReportSummary[]) {
    this.#searches = searches;
    this.#reports = reports;
  }

  async rows(asked: readonly (AskedTerms | AskedShare)[], among: Among): Promise<Set<number>> {
    const found = new Set<number>();
    const filter = filterOf(among);
    if (filter === null) return found;
    const queries = bundles(asked).map((some) => {
      const wanted = some.map(queryOf);
      return filter.length === 0 ? wanted : [{ bool: { filter: [...filter, any(wanted)] } }];
    });
    for (let at = 0; at < queries.length; at += together) {
      const some = queries.slice(at, at + together);
      const results = await this.#searches.ask(some.map((query) => this.#searches.rows(query, null)));
      for (const [i, first] of results.entries()) {
        if (first.hits.total!.value > most) throw new TooMany(most);
        await this.#take(some[i]!, first, found);
        if (found.size > most) throw new TooMany(most);
      }
    }
    return found;
  }

  async best(
    asked: Pick<AskedShare, 'profile' | 'words'>,
    count: number,
    among: Among,
  ): Promise<Set<number>> {
    const found = new Set<number>();
    for (const part of partsOf(among))
      for (const row of await this.#bestOf(asked, count, part)) found.add(row);
    return found;
  }

  async #bestOf(
    { profile, words }: Pick<AskedShare, 'profile' | 'words'>,
    count: number,
    among: Among,
  ): Promise<Set<number>> {
    const filter = filterOf(among);
    if (filter === null || words.size === 0) return new Set();
    const should = wordsThatCount(profile, words);
    const wanted = { bool: { filter, should, minimum_should_match: 1 } };
    const sort = [{ _score: 'desc' }, { row: 'asc' }, { version: 'asc' }];
    for (let size = count; ; size *= 2) {
      const [result] = await this.#searches.ask([{ ...this.#searches.hits([wanted]), size, sort }]);
      const hits = result!.hits.hits.map((hit) => hit.sort as [number, number, number]);
      if (hits.length < size) return new Set(hits.map(([, row]) => row));
      // Those of another commit do not count.
      const nth = hits.filter(([, , version]) => this.#reportOf(version) !== undefined)[count - 1];
      if (nth === undefined && 2 * size <= page) continue;
      const least = (nth?.[0] ?? Math.min(...words.values())) * (1 - roundedOff);
      return await this.rows([{ profile, words, counted: 'words', least }], among);
    }
  }

  async counts(asked: readonly AskedPhrase[]): Promise<ReadonlyMap<number, number>[]> {
    // A phrase's score is its number of occurrences, once for each of its words.
    const queries = asked.map(({ profile, words }) => phraseQuery(profile, words));
    return await this.#byReport(
      queries,
      { sum: { sum: { script: { source: '_score' } } } },
      (bucket, nth) => {
        return bucket.sum!.value / asked[nth]!.words.length;
      },
    );
  }

  async matches(asked: readonly AskedMatch[]): Promise<ReadonlyMap<number, number>[]> {
    return await this.#byReport(asked.map(matchQuery), {}, ({ doc_count }) => doc_count);
  }

  async near(words: readonly NearWord[]): Promise<string[][]> {
    return await vocabularyOf(
      this.#searches,
      words.map(({ word, distance }) => nearWord(word, distance)),
    );
  }

  async spellings(words: readonly string[]): Promise<string[][]> {
    return await vocabularyOf(this.#searches, words.map(spellingOf));
  }

  /** What a query finds in each report. @param aggs of its paragraphs, from which `value` makes the number */
  async #byReport(
    queries: readonly object[],
    aggs: object,
    value: (bucket: ByVersion['versions']['buckets'][0], nth: number) => number,
  ): Promise<ReadonlyMap<number, number>[]> {
    const counts = queries.map(() => new Map<number, number>());
    const partitions = Math.max(1, Math.ceil(this.#reports.length / bucketsAtOnce));
    const bodies = queries.flatMap((query, nth) =>
      Array.from({ length: partitions }, (_, partition) => {
        const include = partitions > 1 ? { include: { partition, num_partitions: partitions } } : {};
        const versions = { terms: { field: 'version', size: 60_000, ...include }, aggs };
        return { nth, body: this.#searches.aggregations(query, { versions }) };
      }),
    );
    for (const some of slices(bodies, countsTogether)) {
      const results = await this.#searches.ask(some.map(({ body }) => body));
      for (const [i, { aggregations }] of results.entries()) {
        const { nth } = some[i]!;
        const { buckets, sum_other_doc_count } = (aggregations as unknown as ByVersion).versions;
        if (sum_other_doc_count > 0)
          throw new EngineError('failed', `${this.#searches.alias}: more reports than were counted`);
        for (const bucket of buckets) {
          const report = this.#reportOf(bucket.key);
          // A version of a report that does not belong to this commit.
          if (report !== undefined) counts[nth]!.set(report, value(bucket, nth));
        }
      }
    }
    return counts;
  }

  /** Includes the pages after the first. */
  async #take(wanted: readonly object[], first: SearchResult, found: Set<number>): Promise<void> {
    for (let result = first; ; ) {
      const { hits } = result.hits;
      for (const { sort } of hits) found.add(sort![0] as number);
      const after = hits.at(-1)?.sort;
      if (hits.length < page || !after) return;
      [result] = (await this.#searches.ask([this.#searches.rows(wanted, after)])) as [SearchResult];
    }
  }

  #reportOf(version: number): number | undefined {
    if (!this.#numberOf) {
      const rows = this.#searches.reader.firstRows();
      this.#numberOf = new Map(this.#reports.map(({ id }, number) => [rows.get(id) ?? -1, number]));
    }
    return this.#numberOf.get(version);
  }
}

const queryOf = (asked: AskedTerms | AskedShare): object =>
  'terms' in asked ? termsQuery(asked) : shareQuery(asked);

/** Null if nothing is searched. If too many reports would have to be named, all are searched, and the caller filters. */
function filterOf({ reports, rows }: Among): object[] | null {
  if (reports?.length === 0 || rows?.length === 0) return null;
  return [
    ...(reports === null || reports.length > mostNamed ? [] : [{ terms: { report: reports } }]),
    ...(rows === undefined ? [] : [{ terms: { row: rows } }]),
  ];
}

/** Each with as many reports and rows as can be named. */
function partsOf({ reports, rows }: Among): Among[] {
  const ofReports = reports === null ? [null] : slices(reports, mostNamed);
  const ofRows = rows === undefined ? [undefined] : slices(rows, mostNamedRows);
  return ofReports.flatMap((reports) => ofRows.map((rows) => ({ reports, rows })));
}

/** What is asked for, in as few queries as possible. */
function bundles(asked: readonly (AskedTerms | AskedShare)[]): (AskedTerms | AskedShare)[][] {
  const bundles: (AskedTerms | AskedShare)[][] = [];
  let words = Infinity;
  for (const one of asked) {
    const size =
      'terms' in one ? one.terms.flat().reduce((sum, pattern) => sum + sizeOf(pattern), 1) : one.words.size;
    if (words + size > wordsAtOnce) {
      bundles.push([]);
      words = 0;
    }
    bundles.at(-1)!.push(one);
    words += size;
  }
  return bundles;
}

function sizeOf({ elements }: Pattern): number {
  return elements.reduce((sum, element) => sum + (element.type === 'words' ? element.words.length : 2), 1);
}
