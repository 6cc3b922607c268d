/** The few things asked of a Meilisearch server, each waiting for its tasks and failing as an `EngineError`. */
import { type EnqueuedTaskPromise, Meilisearch, type Settings } from 'meilisearch';
import { EngineError } from '../engine.ts';
import { type IndexDocument, STATE_ID, type StateDocument } from './documents.ts';
import { engineError, isNotFound } from './errors.ts';

export interface ServerOptions {
  /** For example `http://127.0.0.1:7700`. */
  url: string;
  key?: string | undefined;
  /** Milliseconds for an answer to a search; default 2,000. */
  searchTimeout?: number | undefined;
  /** Milliseconds for an answer to anything else; default 30,000. */
  requestTimeout?: number | undefined;
  /** Milliseconds for a task of the server; default 300,000. */
  taskTimeout?: number | undefined;
}

export class Server {
  readonly url: string;
  readonly #client: Meilisearch;
  readonly #searcher: Meilisearch;
  readonly #taskTimeout: number;

  constructor(options: ServerOptions) {
    const { url, key, searchTimeout = 2000, requestTimeout = 30_000, taskTimeout = 300_000 } = options;
    this.url = url;
    const account = { host: url, ...(key === undefined ? {} : { apiKey: key }) };
    this.#client = new Meilisearch({ ...account, timeout: requestTimeout });
    this.#searcher = new Meilisearch({ ...account, timeout: searchTimeout });
    this.#taskTimeout = taskTimeout;
  }

  /** Null where the index or its note is missing. */
  async state(index: string): Promise<StateDocument | null> {
    try {
      return await this.#searcher.index(index).getDocument<StateDocument>(STATE_ID);
    } catch (error) {
      if (isNotFound(error)) return null;
      throw engineError(error, this.url);
    }
  }

  async createIndex(index: string, settings: Settings): Promise<void> {
    await this.#done(this.#client.createIndex(index, { primaryKey: 'id' }));
    await this.#done(this.#client.index(index).updateSettings(settings));
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

  async deleteIndex(index: string): Promise<void> {
    if (await this.hasIndex(index)) await this.#done(this.#client.deleteIndex(index));
  }

  async swap(one: string, other: string): Promise<void> {
    await this.#done(this.#client.swapIndexes([{ indexes: [one, other], rename: false }]));
  }

  async add(index: string, documents: readonly IndexDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await this.#done(this.#client.index<IndexDocument>(index).addDocuments([...documents]));
  }

  async remove(index: string, filter: string): Promise<void> {
    await this.#done(this.#client.index(index).deleteDocuments({ filter }));
  }

  /** Rows of the best documents with their scores, best first. */
  async search(
    index: string,
    q: string,
    options: { attribute: string; filter: string; limit: number },
  ): Promise<{ row: number; score: number }[]> {
    try {
      const answer = await this.#searcher.index<{ row: number }>(index).search(q, {
        attributesToSearchOn: [options.attribute],
        filter: options.filter,
        limit: options.limit,
        attributesToRetrieve: ['row'],
        showRankingScore: true,
        matchingStrategy: 'last',
      });
      return answer.hits.map((hit) => ({ row: hit.row, score: hit._rankingScore ?? 0 }));
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

  /** Waits for a task; one that failed is an error. */
  async #done(task: EnqueuedTaskPromise): Promise<void> {
    try {
      const result = await task.waitTask({ timeout: this.#taskTimeout, interval: 25 });
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
