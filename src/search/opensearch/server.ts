/** The requests to an OpenSearch cluster, through the official client, with their limits. */
import { Client } from '@opensearch-project/opensearch';
import { EngineError } from '../engine.ts';
import { engineError, failedSearch, isNotFound } from './errors.ts';

export interface ClusterOptions {
  /** Addresses of its nodes; one is enough, the others are fallbacks. */
  urls: readonly string[];
  user?: string | undefined;
  password?: string | undefined;
  /** CA certificates (PEM) for the nodes, if the system's do not cover them. */
  ca?: string | undefined;
  /** Timeout for searches, in milliseconds; default 5,000. */
  searchTimeout?: number | undefined;
  /** Timeout for all other requests, in milliseconds; default 60,000. */
  requestTimeout?: number | undefined;
}

export interface Request {
  body?: object;
  /** The lines of a bulk or multi-search request, as objects or bytes. */
  lines?: readonly object[] | Buffer;
  query?: Record<string, string | number | boolean>;
  timeout?: number;
}

interface Shards {
  total: number;
  successful: number;
  failed: number;
  failures?: { reason?: { reason?: string } }[];
}

export interface SearchResult<Fields = Record<string, unknown[]>> {
  timed_out: boolean;
  _shards: Shards;
  hits: {
    total?: { value: number };
    hits: {
      _index: string;
      _id: string;
      _routing?: string;
      _score: number | null;
      fields?: Fields;
      sort?: unknown[];
    }[];
  };
  aggregations?: Record<string, unknown>;
}

const oldest = 2;

export class Cluster {
  /** Its addresses, for messages. */
  readonly url: string;
  readonly #client: Client;
  readonly searchTimeout: number;
  readonly #requestTimeout: number;
  /** Whether it is known to be OpenSearch in a supported version. */
  #isKnown = false;

  constructor({ urls, user, password, ca, searchTimeout = 5000, requestTimeout = 60_000 }: ClusterOptions) {
    this.url = urls.map(withoutCredentials).join(', ');
    this.#client = new Client({
      nodes: [...urls],
      maxRetries: Math.max(1, urls.length - 1),
      ...(user === undefined ? {} : { auth: { username: user, password: password ?? '' } }),
      ...(ca === undefined ? {} : { ssl: { ca } }),
    });
    this.searchTimeout = searchTimeout;
    this.#requestTimeout = requestTimeout;
  }

  /** @throws EngineError */
  async request<T>(method: string, path: string, { body, lines, query, timeout }: Request = {}): Promise<T> {
    if (!this.#isKnown) await this.#know();
    return await this.#send<T>(method, path, { body, lines, query, timeout });
  }

  /** Null if the index does not exist. */
  async find<T>(method: string, path: string, request: Request = {}): Promise<T | null> {
    try {
      return await this.request<T>(method, path, request);
    } catch (error) {
      if (error instanceof EngineError && isNotFound(error.cause)) return null;
      throw error;
    }
  }

  /** Accepts only complete answers: a failing shard or a timeout is an error. */
  async search<Fields>(
    index: string,
    body: object,
    query: Request['query'] = {},
  ): Promise<SearchResult<Fields>> {
    const result = await this.request<SearchResult<Fields>>('POST', `/${index}/_search`, {
      body,
      query: { allow_partial_search_results: false, ...query },
      timeout: this.searchTimeout,
    });
    this.mustBeWhole(result);
    return result;
  }

  /** The error of one search among several. */
  failed(status: number, error: object): EngineError {
    return failedSearch(status, error, this.url);
  }

  mustBeWhole({ timed_out, _shards: { total, successful, failed, failures } }: SearchResult<unknown>): void {
    if (!timed_out && failed === 0 && successful === total && total > 0) return;
    const why =
      failures?.[0]?.reason?.reason ?? (timed_out ? 'out of time' : `${successful} of ${total} shards`);
    throw new EngineError('unreachable', `OpenSearch at ${this.url} gave only part of an answer: ${why}`);
  }

  /** Makes what was written visible on every copy. */
  async refresh(index: string): Promise<void> {
    await this.#everywhere(index, 'refresh');
  }

  /** Makes what was written durable on every copy. */
  async flush(index: string): Promise<void> {
    await this.#everywhere(index, 'flush');
  }

  async #everywhere(index: string, what: 'refresh' | 'flush'): Promise<void> {
    const { _shards } = await this.request<{ _shards: Shards }>('POST', `/${index}/_${what}`);
    if (_shards.failed === 0) return;
    const why = _shards.failures?.[0]?.reason?.reason ?? '';
    throw new EngineError('failed', `OpenSearch at ${this.url}: a ${what} failed: ${why}`);
  }

  /** @throws EngineError if one of the operations failed */
  async bulk(lines: readonly object[] | Buffer): Promise<void> {
    interface Item {
      status: number;
      error?: { type: string; reason: string };
    }
    if (lines.length === 0) return;
    const { errors, items } = await this.request<{ errors: boolean; items: Record<string, Item>[] }>(
      'POST',
      '/_bulk',
      // Without the items that say nothing but that all went well.
      { lines, query: { filter_path: 'errors,items.*.status,items.*.error' } },
    );
    if (!errors) return;
    const failed = items.flatMap((item) => Object.values(item)).find(({ error }) => error);
    const { status, error } = failed!;
    throw new EngineError(
      status === 429 || status === 503 ? 'unreachable' : 'failed',
      `OpenSearch at ${this.url} did not take documents: ${error!.type}: ${error!.reason}`,
    );
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #know(): Promise<void> {
    const { version } = await this.#send<{ version?: { distribution?: string; number?: string } }>(
      'GET',
      '/',
      {
        timeout: this.searchTimeout,
      },
    );
    const number = version?.number ?? 'unknown';
    if (version?.distribution !== 'opensearch' || !(Number.parseInt(number, 10) >= oldest)) {
      const what = version?.number
        ? `${version.distribution ?? 'Elasticsearch'} ${number}`
        : 'something else';
      throw new EngineError(
        'failed',
        `at ${this.url} is ${what}: OpenSearch ${oldest} or later is needed (OPENSEARCH_URL)`,
      );
    }
    this.#isKnown = true;
  }

  async #send<T>(
    method: string,
    path: string,
    { body, lines, query, timeout = this.#requestTimeout }: Undefinable<Request>,
  ): Promise<T> {
    try {
      const { body: answer } = await this.#client.transport.request(
        {
          method,
          path,
          ...(body ? { body } : {}),
          ...(lines ? { bulkBody: Buffer.isBuffer(lines) ? lines : ndjson(lines) } : {}),
          ...(query ? { querystring: query } : {}),
        },
        { requestTimeout: timeout },
      );
      if (typeof answer !== 'object')
        throw new EngineError(
          'failed',
          `what answers at ${this.url} is not OpenSearch: check OPENSEARCH_URL`,
        );
      return answer as T;
    } catch (error) {
      throw engineError(error, this.url);
    }
  }
}

/** As one string: the client would look at every object again. */
const ndjson = (lines: readonly object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

type Undefinable<T> = { [Key in keyof T]: T[Key] | undefined };

function withoutCredentials(given: string): string {
  const url = new URL(given);
  url.username = '';
  url.password = '';
  return url.href.replace(/\/$/, '');
}
