/**
 * Exact answers from the cluster at one commit. Every search also finds the markers of that commit: a shard that shows
 * its marker also shows all documents of the commit, whichever copy answers. A shard without its marker, a lost node or
 * a timeout causes an error, never a smaller count.
 */
import type { Pattern } from '../../phrases/types.ts';
import type { ReportSummary } from '../../report/index.ts';
import type { StoreReader } from '../../store/types.ts';
import { EngineError } from '../engine.ts';
import { type AskedPhrase, type AskedTerms, type Narrowing, TooMany } from '../narrowing.ts';
import { phraseQuery, termsQuery } from './clauses.ts';
import { markOf } from './documents.ts';
import type { Cluster, SearchResult } from './server.ts';
import { any } from './words.ts';

/** Rows per page: OpenSearch returns no more at once. */
const page = 10_000;
/** Patterns per query: Lucene allows 1,024 clauses, including the words of phrases. */
const wordsAtOnce = 800;
/** Queries sent together. */
const together = 8;
/** Reports counted in one answer of the cluster, which returns at most 65,535 buckets. */
const bucketsAtOnce = 30_000;
/** Reports named in one filter, at most 65,536; if there are more, the caller filters the rows. */
const mostNamed = 10_000;

interface Proved {
  commits: { buckets: { key: string; doc_count: number }[] };
}

interface Counted extends Proved {
  versions: { buckets: { key: number; sum: { value: number } }[]; sum_other_doc_count: number };
}

/** Only markers name commits. */
const proof = { commits: { terms: { field: 'commits', size: 10 } } };

export class ClusterNarrowing implements Narrowing {
  readonly #cluster: Cluster;
  readonly #alias: string;
  readonly #reader: StoreReader;
  readonly #reports: readonly ReportSummary[];
  #numberOf: ReadonlyMap<number, number> | null = null;

  constructor(cluster: Cluster, alias: string, reader: StoreReader, reports: readonly ReportSummary[]) {
    this.#cluster = cluster;
    this.#alias = alias;
    this.#reader = reader;
    this.#reports = reports;
  }

  async rows(
    asked: readonly AskedTerms[],
    reports: readonly string[] | null,
    most: number,
  ): Promise<Set<number>> {
    const found = new Set<number>();
    if (reports?.length === 0) return found;
    const isAll = reports === null || reports.length > mostNamed;
    const queries = bundles(asked).map((some) => {
      const wanted = some.map(termsQuery);
      return isAll ? wanted : [{ bool: { filter: [{ terms: { report: reports } }, any(wanted)] } }];
    });
    for (let at = 0; at < queries.length; at += together) {
      const some = queries.slice(at, at + together);
      const results = await this.#searches(some.map((query) => this.#pageOf(query, null)));
      for (const [i, first] of results.entries()) {
        if (first.hits.total!.value > most) throw new TooMany();
        await this.#take(some[i]!, first, found);
        if (found.size > most) throw new TooMany();
      }
    }
    return found;
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
    for (let at = 0; at < bodies.length; at += together) {
      const some = bodies.slice(at, at + together);
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

  /** Rows are what hits are sorted by; nothing is read of their documents. */
  #pageOf(wanted: readonly object[], after: readonly unknown[] | null): object {
    return {
      size: page,
      query: this.#orMarker(wanted),
      post_filter: { exists: { field: 'row' } },
      stored_fields: '_none_',
      sort: [{ row: 'asc' }],
      // Otherwise shards without later rows would be skipped, and their markers with them.
      track_total_hits: true,
      ...(after ? { search_after: after } : {}),
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
    const { responses } = await this.#cluster.request<{ responses: (SearchResult | Failed)[] }>(
      'POST',
      '/_msearch',
      { lines: bodies.flatMap((body) => [header, body]), timeout: this.#cluster.searchTimeout },
    );
    return responses.map((response) => {
      if ('error' in response) throw this.#cluster.failed(response.status, response.error);
      this.#cluster.mustBeWhole(response);
      this.#mustProve(response);
      return response;
    });
  }

  #mustProve({ _shards, aggregations }: SearchResult<unknown>): void {
    const { buckets } = (aggregations as unknown as Proved).commits;
    const mark = markOf(this.#reader, _shards.total);
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

/** Patterns in as few queries as possible. */
function bundles(asked: readonly AskedTerms[]): AskedTerms[][] {
  const bundles: AskedTerms[][] = [];
  let words = Infinity;
  for (const one of asked) {
    const size = one.terms.flat().reduce((sum, pattern) => sum + sizeOf(pattern), 1);
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
