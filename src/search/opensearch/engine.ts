/**
 * OpenSearch as the engine. It is fed from the store after commits and knows the commit up to which it is indexed;
 * while it is down or not up to date, `rank` throws and the embedded engine ranks instead.
 */
import type { ParagraphTable } from '../../phrases/table.ts';
import type { ReportSummary } from '../../report/index.ts';
import type { CommitPoint, Problem, Store, StoreReader } from '../../store/types.ts';
import type { FullLexicon } from '../embedded/table.ts';
import {
  EngineError,
  type EngineErrorCode,
  type EngineHealth,
  type Ranking,
  type RankRequest,
  type SearchEngine,
} from '../engine.ts';
import type { Narrowing, NarrowingEngine } from '../narrowing.ts';
import { engineError } from './errors.ts';
import { ClusterNarrowing } from './exact.ts';
import { Feed } from './feed.ts';
import { RANKING } from './layout.ts';
import { ProvedSearches } from './proved.ts';
import { Cluster, type ClusterOptions } from './server.ts';
import { wordsQuery } from './words.ts';

export interface OpenSearchOptions extends ClusterOptions {
  /** Settings of each index, `config/opensearch.json`. */
  settings: object;
  /** Base words for stemming. */
  lexicon?: FullLexicon | undefined;
  /** How long not to ask a cluster again that did not answer, in milliseconds; default 2,000. */
  pause?: number | undefined;
  /** Number of documents sent at once; default 2,000. */
  batch?: number | undefined;
  /** How long nothing may have been copied when a new index gets its copies, in milliseconds; default 5 minutes. */
  standstill?: number | undefined;
  /** Called with one line that says why an existing index is rebuilt. */
  notice?: ((message: string) => void) | undefined;
}

/** Up to this many matching paragraphs are named one by one, so that the cluster ranks exactly these. */
const namedRows = 20_000;
/** Up to this many reports are named if there are more paragraphs than that. */
const namedReports = 5000;
/** Maximum number of ranked paragraphs: OpenSearch returns no more at once. */
const window = 10_000;
/** Milliseconds after which another process may have updated the indexes. */
const stateAge = 500;

/** @param storeId names the indexes, so that several collections can share a cluster. */
export function openSearchEngine(
  storeId: string,
  options: OpenSearchOptions,
): SearchEngine & NarrowingEngine {
  return new OpenSearchEngine(storeId, options);
}

/** What everyone may know; the log has the details. */
const told: Record<EngineErrorCode, string> = {
  unreachable: 'the search cluster does not answer',
  unauthorized: 'the search cluster refused the user or password',
  behind: 'the search cluster has no index of this collection yet',
  failed: 'the search cluster answered with an error',
};

class OpenSearchEngine implements SearchEngine, NarrowingEngine {
  readonly name = 'opensearch';
  readonly #cluster: Cluster;
  readonly #feed: Feed;
  readonly #pause: number;
  readonly #preference: string;
  /** Only one feeding at a time. */
  #feeding: Promise<unknown> = Promise.resolve();
  /** The commits that the indexes can answer for, as last read or written. */
  #points: readonly CommitPoint[] = [];
  /** The newest commit that is known to belong to this store's history. */
  #own: CommitPoint | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #awayUntil = Number.NEGATIVE_INFINITY;
  #away: EngineError | null = null;

  constructor(storeId: string, options: OpenSearchOptions) {
    const { settings, lexicon, pause = 2000, batch, standstill, notice, ...cluster } = options;
    this.#cluster = new Cluster(cluster);
    this.#feed = new Feed(`siyagha-${storeId}`, this.#cluster, {
      settings,
      lexicon,
      batch,
      standstill,
      notice,
    });
    this.#pause = pause;
    // Copies of a shard rank slightly differently, so the same ones are used each time.
    this.#preference = storeId;
  }

  async rank({ reader, table, query, paragraphs }: RankRequest): Promise<Ranking> {
    if (performance.now() < this.#awayUntil && this.#away) throw this.#away;
    try {
      await this.#mustHold(reader);
      const { hits } = await this.#cluster.search<{ row: number[] }>(
        this.#feed.alias,
        {
          size: Math.min(window, paragraphs.length),
          query: {
            bool: { must: [wordsQuery(query)], filter: this.#filter(table, paragraphs), boost: RANKING },
          },
          docvalue_fields: ['row'],
          sort: [{ line: 'asc' }, { _score: 'desc' }, { row: 'asc' }],
          track_scores: true,
          track_total_hits: false,
        },
        { search_type: 'dfs_query_then_fetch', preference: this.#preference },
      );
      const scores = new Map<number, number>();
      for (const { fields, _score } of hits.hits) {
        const paragraph = table.paragraphOfRow(fields!.row[0]!);
        if (paragraph >= 0) scores.set(paragraph, (_score ?? 0) / RANKING);
      }
      return { paragraphs: Uint32Array.from(scores.keys()), scores: Float64Array.from(scores.values()) };
    } catch (error) {
      throw this.#failed(error);
    }
  }

  async sync(store: Store): Promise<void> {
    await this.#feedWith(() => this.#feed.follow(store));
  }

  async rebuild(store: Store): Promise<void> {
    await this.#feedWith(() => this.#feed.rebuild(store));
  }

  async verify(store: Store): Promise<Problem[]> {
    const reader = store.snapshot();
    const { alias } = this.#feed;
    try {
      const at = (await this.#feed.state())?.points.at(-1);
      if (at?.commit !== reader.commit) {
        const what =
          at === undefined
            ? 'is not made yet, or not as it should be'
            : `is at epoch ${at.epoch}, the store at ${reader.epoch}`;
        return [{ code: 'opensearch', message: `${alias} ${what}; run "siyagha reindex"` }];
      }
      return await this.#feed.verify(reader);
    } catch (error) {
      return [{ code: 'opensearch', message: engineError(error, this.#cluster.url).message }];
    } finally {
      reader.close();
    }
  }

  async health(): Promise<EngineHealth> {
    try {
      await this.#readPoints();
      const at = this.#points.at(-1);
      if (!at) return { ok: false, epoch: null, message: told.behind };
      const { status } = await this.#cluster.request<{ status: string }>(
        'GET',
        `/_cluster/health/${this.#feed.alias}`,
      );
      const message =
        status === 'yellow'
          ? 'some shards of the search cluster have no second copy: is a node missing?'
          : null;
      return { ok: true, epoch: at.epoch, ...(message ? { message } : {}) };
    } catch (error) {
      const { code } = engineError(error, this.#cluster.url);
      return { ok: false, epoch: this.#points.at(-1)?.epoch ?? null, message: told[code] };
    }
  }

  async reaches(store: Store, { commit }: StoreReader): Promise<boolean> {
    if (this.#own?.commit !== commit) await this.sync(store);
    return this.#own?.commit === commit;
  }

  narrowing(reader: StoreReader, reports: readonly ReportSummary[]): Narrowing {
    return new ClusterNarrowing(new ProvedSearches(this.#cluster, this.#feed, reader), reports);
  }

  async close(): Promise<void> {
    await this.#feeding.catch(() => undefined);
    await this.#cluster.close();
  }

  /** Runs one feeding after the previous ones. */
  async #feedWith(work: () => Promise<CommitPoint>): Promise<void> {
    const turn = this.#feeding.catch(() => undefined).then(work);
    this.#feeding = turn;
    try {
      this.#own = await turn;
      this.#points = [this.#own];
      this.#readAt = performance.now();
      this.#away = null;
    } catch (error) {
      throw engineError(error, this.#cluster.url);
    }
  }

  /** @throws EngineError `behind` if the indexes have not reached this epoch, or belong to another copy */
  async #mustHold(reader: StoreReader): Promise<void> {
    const holds = () =>
      this.#points.some(
        ({ epoch, commit }) =>
          epoch >= reader.epoch && [reader.commitAt(epoch), this.#own?.commit].includes(commit),
      );
    if (!holds() && performance.now() - this.#readAt > stateAge) await this.#readPoints();
    if (holds()) return;
    throw new EngineError(
      'behind',
      `OpenSearch at ${this.#cluster.url} is still being fed, at epoch ${this.#points.at(-1)?.epoch ?? 'none'}`,
    );
  }

  async #readPoints(): Promise<void> {
    this.#points = (await this.#feed.state())?.points ?? [];
    this.#readAt = performance.now();
  }

  #filter(table: ParagraphTable, paragraphs: Uint32Array): object {
    if (paragraphs.length <= namedRows) {
      return { terms: { row: Array.from(paragraphs, (paragraph) => table.rowOf(paragraph)) } };
    }
    const reports = [...new Set(paragraphs.map((paragraph) => table.reportOf(paragraph)))];
    if (reports.length > namedReports) return { exists: { field: 'row' } };
    return { terms: { report: reports.map((report) => table.reports[report]!.id) } };
  }

  #failed(error: unknown): EngineError {
    const failure = engineError(error, this.#cluster.url);
    if (failure.code === 'unreachable' || failure.code === 'unauthorized') {
      this.#away = failure;
      this.#awayUntil = performance.now() + this.#pause;
    }
    // An error from the cluster itself, such as that there is no index: check again before the next answer.
    if (failure.cause !== undefined) {
      this.#points = [];
      this.#readAt = Number.NEGATIVE_INFINITY;
    }
    return failure;
  }
}
