/**
 * Searches at one commit. Every search also finds the markers of that commit: a shard that shows its marker also shows
 * all documents of the commit, whichever copy answers. A shard without its marker, a lost node or a timeout causes an
 * error, never a smaller count.
 */
import type { StoreReader } from '../../store/types.ts';
import { EngineError } from '../engine.ts';
import { markOf } from './documents.ts';
import type { Feed } from './feed.ts';
import type { Cluster, SearchResult } from './server.ts';

/** Rows per page: OpenSearch returns no more at once. */
export const page = 10_000;

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

interface Proof {
  commits: { buckets: { key: string; doc_count: number }[] };
}

interface Failed {
  status: number;
  error: object;
}

/** Only markers name commits. */
const proof = { commits: { terms: { field: 'commits', size: 10 } } };

export class ProvedSearches {
  readonly alias: string;
  readonly reader: StoreReader;
  readonly #cluster: Cluster;
  readonly #rules: string;

  constructor(cluster: Cluster, { alias, rules }: Pick<Feed, 'alias' | 'rules'>, reader: StoreReader) {
    this.alias = alias;
    this.reader = reader;
    this.#cluster = cluster;
    this.#rules = rules;
  }

  /** Results in the order of the searches, which are made by the methods below. @throws EngineError */
  async ask(bodies: readonly object[]): Promise<SearchResult[]> {
    const header = { index: this.alias, allow_partial_search_results: false };
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

  /** Documents that match any of these. Nothing is read of them but what they are sorted by. */
  hits(wanted: readonly object[]): object {
    return {
      query: this.#orMarker(wanted),
      post_filter: { exists: { field: 'row' } },
      stored_fields: '_none_',
      // Otherwise shards without later rows would be skipped, and their markers with them.
      track_total_hits: true,
      aggs: proof,
    };
  }

  /** Their rows, ascending. @param after the `sort` of the last hit of the page before */
  rows(wanted: readonly object[], after: readonly unknown[] | null, size = page): object {
    return {
      ...this.hits(wanted),
      size,
      sort: [{ row: 'asc' }],
      ...(after ? { search_after: after } : {}),
    };
  }

  /** Only aggregations over documents that match this. */
  aggregations(wanted: object, aggs: object): object {
    return { size: 0, query: this.#orMarker([wanted]), track_total_hits: false, aggs: { ...proof, ...aggs } };
  }

  /** Any of these, or a marker of the commit. */
  #orMarker(wanted: readonly object[]): object {
    const marker = { prefix: { commits: `${this.reader.commit}/` } };
    return { bool: { should: [...wanted, marker], minimum_should_match: 1 } };
  }

  #mustProve({ _shards, aggregations }: SearchResult<unknown>): void {
    const { buckets } = (aggregations as unknown as Proof).commits;
    const mark = markOf(this.reader, _shards.total, this.#rules);
    if (buckets.some(({ key, doc_count }) => key === mark && doc_count === _shards.total)) return;
    throw new EngineError(
      'behind',
      `OpenSearch at ${this.#cluster.url} does not hold all of epoch ${this.reader.epoch}`,
    );
  }
}
