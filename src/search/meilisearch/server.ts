/** The requests to a Meilisearch server. Every failure is an `EngineError`. */
import { type EnqueuedTaskPromise, Meilisearch, type Settings } from 'meilisearch';
import { EngineError } from '../engine.ts';
import { type IndexDocument, STATE_ID, type StateDocument } from './documents.ts';
import { engineError, isNotFound } from './errors.ts';

export interface ServerOptions {
  /** For example `http://127.0.0.1:7700`. */
  url: string;
  key?: string | undefined;
  /** For searches only; without it, `key` is used for them too. */
  searchKey?: string | undefined;
  /** Timeout for searches, in milliseconds; default 2,000. */
  searchTimeout?: number | undefined;
  /** Timeout for all other requests, in milliseconds; default 30,000. */
  requestTimeout?: number | undefined;
  /** Timeout for a task of the server, in milliseconds; default 300,000. */
  taskTimeout?: number | undefined;
}

/** A task that the server has accepted. */
export interface Task {
  /** Resolves when it is done. @throws EngineError if it failed or took too long */
  done(): Promise<void>;
}

/** A user name and password in the URL are sent as a header and appear in no message. */
function withoutCredentials(given: string): { url: string; authorization: string | null } {
  const url = new URL(given);
  const { username, password } = url;
  if (username === '' && password === '') return { url: given, authorization: null };
  url.username = '';
  url.password = '';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  return { url: url.href.replace(/\/$/, ''), authorization };
}

export class Server {
  readonly url: string;
  readonly #client: Meilisearch;
  readonly #searcher: Meilisearch;
  readonly #taskTimeout: number;

  constructor(options: ServerOptions) {
    const {
      url: given,
      key,
      searchKey = key,
      searchTimeout = 2000,
      requestTimeout = 30_000,
      taskTimeout = 300_000,
    } = options;
    const { url, authorization } = withoutCredentials(given);
    this.url = url;
    const account = (apiKey: string | undefined) => ({
      host: url,
      ...(apiKey === undefined ? {} : { apiKey }),
      // A key uses the same header, so the credentials for a proxy are dropped.
      ...(authorization && apiKey === undefined ? { requestInit: { headers: { authorization } } } : {}),
    });
    this.#client = new Meilisearch({ ...account(key), timeout: requestTimeout });
    this.#searcher = new Meilisearch({ ...account(searchKey), timeout: searchTimeout });
    this.#taskTimeout = taskTimeout;
  }

  /** Null if the index or its note is missing. */
  async state(index: string): Promise<StateDocument | null> {
    try {
      return await this.#searcher.index(index).getDocument<StateDocument>(STATE_ID);
    } catch (error) {
      if (isNotFound(error)) return null;
      throw engineError(error, this.url);
    }
  }

  async hasIndex(index: string): Promise<boolean> {
    try {
      await this.#client.getRawIndex(index);
      return true;
    } catch (error) {
      if (isNotFound(error)) return false;
      throw engineError(error, this.url);
    }
  }

  createIndex(index: string): Promise<Task> {
    return this.#enqueue(this.#client.createIndex(index, { primaryKey: 'id' }));
  }

  configure(index: string, settings: Settings): Promise<Task> {
    return this.#enqueue(this.#client.index(index).updateSettings(settings));
  }

  deleteIndex(index: string): Promise<Task> {
    return this.#enqueue(this.#client.deleteIndex(index));
  }

  swap(one: string, other: string): Promise<Task> {
    return this.#enqueue(this.#client.swapIndexes([{ indexes: [one, other], rename: false }]));
  }

  add(index: string, documents: readonly IndexDocument[]): Promise<Task> {
    return this.#enqueue(this.#client.index<IndexDocument>(index).addDocuments([...documents]));
  }

  remove(index: string, filter: string): Promise<Task> {
    return this.#enqueue(this.#client.index(index).deleteDocuments({ filter }));
  }

  /** Rows of the best documents for each text with their scores, best first. */
  async search(
    index: string,
    texts: readonly string[],
    options: { attribute: string; filter: string; limit: number },
  ): Promise<{ row: number; score: number }[]> {
    try {
      const queries = texts.map((q) => ({
        indexUid: index,
        q,
        attributesToSearchOn: [options.attribute],
        filter: options.filter,
        limit: options.limit,
        attributesToRetrieve: ['row' as const],
        showRankingScore: true,
        matchingStrategy: 'last' as const,
      }));
      const answer = await this.#searcher.multiSearch<{ queries: typeof queries }, { row: number }>({
        queries,
      });
      return answer.results.flatMap(({ hits }) =>
        hits.map((hit) => ({ row: hit.row, score: hit._rankingScore ?? 0 })),
      );
    } catch (error) {
      throw engineError(error, this.url);
    }
  }

  /** A page of all documents. */
  async documents(
    index: string,
    offset: number,
    limit: number,
  ): Promise<{ items: IndexDocument[]; total: number }> {
    try {
      const page = await this.#client.index<IndexDocument>(index).getDocuments({ offset, limit });
      return { items: page.results, total: page.total };
    } catch (error) {
      throw engineError(error, this.url);
    }
  }

  /** Resolves when the server has accepted the task, which preserves the order of tasks. */
  async #enqueue(task: EnqueuedTaskPromise): Promise<Task> {
    try {
      const { taskUid } = await task;
      return { done: () => this.#done(taskUid) };
    } catch (error) {
      throw engineError(error, this.url);
    }
  }

  async #done(task: number): Promise<void> {
    try {
      const wait = { timeout: this.#taskTimeout, interval: 25 };
      const result = await this.#client.tasks.waitForTask(task, wait);
      if (result.status === 'succeeded') return;
      const reason = result.error?.message ?? result.status;
      throw new EngineError(
        'failed',
        `Meilisearch at ${this.url}: ${result.type} did not succeed: ${reason}`,
      );
    } catch (error) {
      throw engineError(error, this.url);
    }
  }
}
