/**
 * Exact answers from the cluster at one commit. Every search also finds the markers of that commit: a shard that shows
 * its marker also shows all documents of the commit, whichever copy answers. A shard without its marker, a lost node or
 * a timeout causes an error, never a smaller count.
 */
import type { Pattern } from '../../phrases/types.ts';
import type { ReportSummary } from '../../report/index.ts';
import type { StoreReader } from '../../store/types.ts';
import { EngineError } from '../engine.ts';
import {
  type Among,
  type AskedPhrase,
  type AskedShare,
  type AskedTerms,
  type Narrowing,
  TooMany,
} from '../narrowing.ts';
import { slices } from '../slices.ts';
import { phraseQuery, shareQuery, termsQuery, wordsThatCount } from './clauses.ts';
import { markOf } from './documents.ts';
import type { Feed } from './feed.ts';
import type { Cluster, SearchResult } from './server.ts';
import { any } from './words.ts';

/** Maximum number of paragraphs for one answer: about 1 s of work and 100 MB. */
const most = 20_000;
/** Rows per page: OpenSearch returns no more at once. */
const page = 10_000;
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

/**
 * Of each hit only what it is sorted by: names and scores would be most of an answer with thousands of hits. Of no hits,
 * not even the empty list is left.
 */
const shown = [
  ...['error', 'status', 'timed_out', '_shards', 'aggregations', 'hits.total', 'hits.hits.sort'].map(
    (name) => `responses.${name}`,
  ),
  'error',
  'status',
].join();

interface Proved {
  commits: { buckets: { key: string; doc_count: number }[] };
}

interface Counted extends Proved {
  versions: { buckets: { key: number; sum: { value: number } }[]; sum_other_doc_count: number };
}

/** Only markers name commits. */
const proof = { commits: { terms: { field: 'commits', size: 10 } } };

export class ClusterNarrowing implements Narrowing {
  readonly most = most;
  readonly #cluster: Cluster;
  readonly #alias: string;
  readonly #rules: string;
  readonly #reader: StoreReader;
  readonly #reports: readonly ReportSummary[];
  #numberOf: ReadonlyMap<number, number> | null = null;

  constructor(
    cluster: Cluster,
    { alias, rules }: Pick<Feed, 'alias' | 'rules'>,
    reader: StoreReader,
    reports: readonly ReportSummary[],
  ) {
    this.#cluster = cluster;
    this.#alias = alias;
    this.#rules = rules;
    this.#reader = reader;
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
      const results = await this.#searches(some.map((query) => this.#pageOf(query, null)));
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
      const [result] = await this.#searches([{ ...this.#hitsOf([wanted]), size, sort }]);
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
    const counts = asked.map(() => new Map<number, number>());
    const partitions = Math.max(1, Math.ceil(this.#reports.length / bucketsAtOnce));
    const bodies = asked.flatMap((phrase, nth) =>
      Array.from({ length: partitions }, (_, partition) => ({
        nth,
        body: this.#countsOf(phrase, partition, partitions),
      })),
    );
    for (let at = 0; at < bodies.length; at += countsTogether) {
      const some = bodies.slice(at, at + countsTogether);
      const results = await this.#searches(some.map(({ body }) => body));
      for (const [i, { aggregations }] of results.entries()) {
        const { nth } = some[i]!;
        const { buckets, sum_other_doc_count } = (aggregations as unknown as Counted).versions;
        if (sum_other_doc_count > 0)
          throw new EngineError('failed', `${this.#alias}: more reports than were counted`);
        for (const { key, sum } of buckets) {
          const report = this.#reportOf(key);
          // A version of a report that does not belong to this commit.
          if (report !== undefined) counts[nth]!.set(report, sum.value / asked[nth]!.words.length);
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
      [result] = (await this.#searches([this.#pageOf(wanted, after)])) as [SearchResult];
    }
  }

  #pageOf(wanted: readonly object[], after: readonly unknown[] | null): object {
    return {
      ...this.#hitsOf(wanted),
      size: page,
      sort: [{ row: 'asc' }],
      ...(after ? { search_after: after } : {}),
    };
  }

  /** Rows are what hits are sorted by; nothing is read of their documents. */
  #hitsOf(wanted: readonly object[]): object {
    return {
      query: this.#orMarker(wanted),
      post_filter: { exists: { field: 'row' } },
      stored_fields: '_none_',
      // Otherwise shards without later rows would be skipped, and their markers with them.
      track_total_hits: true,
      aggs: proof,
    };
  }

  /** A phrase's score is its number of occurrences, once for each of its words. */
  #countsOf({ profile, words }: AskedPhrase, partition: number, partitions: number): object {
    return {
      size: 0,
      query: this.#orMarker([phraseQuery(profile, words)]),
      track_total_hits: false,
      aggs: {
        ...proof,
        versions: {
          terms: {
            field: 'version',
            size: 60_000,
            ...(partitions > 1 ? { include: { partition, num_partitions: partitions } } : {}),
          },
          aggs: { sum: { sum: { script: { source: '_score' } } } },
        },
      },
    };
  }

  /** Any of these, or a marker of the commit. */
  #orMarker(wanted: readonly object[]): object {
    const marker = { prefix: { commits: `${this.#reader.commit}/` } };
    return { bool: { should: [...wanted, marker], minimum_should_match: 1 } };
  }

  async #searches(bodies: readonly object[]): Promise<SearchResult[]> {
    const header = { index: this.#alias, allow_partial_search_results: false };
    const { responses } = await this.#cluster.request<{ responses?: (SearchResult | Failed)[] }>(
      'POST',
      '/_msearch',
      {
        lines: bodies.flatMap((body) => [header, body]),
        query: { filter_path: shown },
        timeout: this.#cluster.searchTimeout,
      },
    );
    const results = (responses ?? []).map((response) => {
      if ('error' in response) throw this.#cluster.failed(response.status, response.error);
      this.#cluster.mustBeWhole(response);
      this.#mustProve(response);
      return response.hits?.hits ? response : { ...response, hits: { ...response.hits, hits: [] } };
    });
    if (results.length === bodies.length) return results;
    const given = `${results.length} of ${bodies.length} answers`;
    throw new EngineError('failed', `OpenSearch at ${this.#cluster.url} gave ${given}`);
  }

  #mustProve({ _shards, aggregations }: SearchResult<unknown>): void {
    const { buckets } = (aggregations as unknown as Proved).commits;
    const mark = markOf(this.#reader, _shards.total, this.#rules);
    if (buckets.some(({ key, doc_count }) => key === mark && doc_count === _shards.total)) return;
    throw new EngineError(
      'behind',
      `OpenSearch at ${this.#cluster.url} does not hold all of epoch ${this.#reader.epoch}`,
    );
  }

  #reportOf(version: number): number | undefined {
    if (!this.#numberOf) {
      const rows = this.#reader.firstRows();
      this.#numberOf = new Map(this.#reports.map(({ id }, number) => [rows.get(id) ?? -1, number]));
    }
    return this.#numberOf.get(version);
  }
}

interface Failed {
  status: number;
  error: object;
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
