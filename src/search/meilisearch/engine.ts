/**
 * Meilisearch as the engine. It is fed from the store after commits and knows the epoch up to which it is indexed;
 * while it is down or not up to date, `rank` throws and the embedded engine ranks instead.
 */
import type { Settings } from 'meilisearch';
import type { Pattern } from '../../phrases/types.ts';
import type { CommitPoint, Problem, Store, StoreReader } from '../../store/types.ts';
import type { FullLexicon } from '../embedded/table.ts';
import {
  EngineError,
  type EngineErrorCode,
  type EngineHealth,
  type RankedTerms,
  type Ranking,
  type RankRequest,
  type SearchEngine,
} from '../engine.ts';
import { ofReports } from './documents.ts';
import { engineError } from './errors.ts';
import { Feed } from './feed.ts';
import { Server, type ServerOptions } from './server.ts';

export interface MeilisearchOptions extends ServerOptions {
  /** The index's settings, `config/meilisearch.json`. */
  settings: Settings;
  /** Base words for stemming. */
  lexicon?: FullLexicon | undefined;
  /** How long not to ask a server again that did not answer, in milliseconds; default 2,000. */
  pause?: number | undefined;
  /** Number of documents sent at once; default 2,000. */
  batch?: number | undefined;
  /** Called with one line that says why an existing index is rebuilt, or where feeding continues. */
  notice?: ((message: string) => void) | undefined;
}

/** Up to this many matching paragraphs are named one by one, so that the server ranks exactly these. */
const NAMED_ROWS = 1000;
/** Up to this many reports are named if there are more paragraphs than that. */
const NAMED_REPORTS = 500;
/** Meilisearch reads at most this many words of a query. */
const MAX_WORDS = 10;
/** Maximum number of alternatives (`a|b`) that are queried. */
const MAX_TEXTS = 8;
/** Milliseconds after which another process may have updated the index. */
const STATE_AGE = 500;

/** @param storeId names the index, so that several collections can share a server. */
export function meilisearchEngine(storeId: string, options: MeilisearchOptions): SearchEngine {
  return new MeilisearchEngine(storeId, options);
}

/** What everyone may know; the log has the details. */
const told: Record<EngineErrorCode, string> = {
  unreachable: 'the search server does not answer',
  unauthorized: 'the search server refused the key',
  behind: 'the search server has no index of this collection yet',
  failed: 'the search server answered with an error',
};

class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch';
  readonly #index: string;
  readonly #server: Server;
  readonly #feed: Feed;
  readonly #window: number;
  readonly #pause: number;
  /** Only one feeding at a time. */
  #feeding: Promise<unknown> = Promise.resolve();
  /** The commit of the index, as last read or written. */
  #at: CommitPoint | null = null;
  /** The newest commit that is known to belong to this store's history. */
  #own: CommitPoint | null = null;
  #epochReadAt = Number.NEGATIVE_INFINITY;
  #awayUntil = Number.NEGATIVE_INFINITY;
  #away: EngineError | null = null;

  constructor(storeId: string, options: MeilisearchOptions) {
    const { settings, lexicon, pause = 2000, batch, notice, ...server } = options;
    this.#index = `siyagha-${storeId}`;
    this.#server = new Server(server);
    this.#feed = new Feed(this.#server, { settings, lexicon, batch, notice });
    this.#window = settings.pagination?.maxTotalHits ?? 1000;
    this.#pause = pause;
  }

  async rank({ reader, table, query, paragraphs }: RankRequest): Promise<Ranking> {
    if (performance.now() < this.#awayUntil && this.#away) throw this.#away;
    try {
      await this.#mustHold(reader);
      const found = await this.#server.search(this.#index, queryTexts(query), {
        attribute: query.profile,
        filter: this.#filter(table, paragraphs),
        limit: this.#window,
      });
      const scores = new Map<number, number>();
      for (const { row, score } of found) {
        const paragraph = table.paragraphOfRow(row);
        if (paragraph >= 0) scores.set(paragraph, Math.max(score, scores.get(paragraph) ?? 0));
      }
      return { paragraphs: Uint32Array.from(scores.keys()), scores: Float64Array.from(scores.values()) };
    } catch (error) {
      throw this.#failed(error);
    }
  }

  async sync(store: Store): Promise<void> {
    await this.#feedWith(() => this.#feed.follow(this.#index, store));
  }

  async rebuild(store: Store): Promise<void> {
    await this.#feedWith(() => this.#feed.rebuild(this.#index, store));
  }

  async verify(store: Store): Promise<Problem[]> {
    const reader = store.snapshot();
    try {
      const at = await this.#feed.at(this.#index);
      if (at?.commit !== reader.commit) {
        const what =
          at === null ? 'is not made yet' : `is at epoch ${at.epoch}, the store at ${reader.epoch}`;
        return [{ code: 'meilisearch', message: `${this.#index} ${what}; run "siyagha reindex"` }];
      }
      return await this.#feed.verify(this.#index, reader);
    } catch (error) {
      return [{ code: 'meilisearch', message: engineError(error, this.#server.url).message }];
    } finally {
      reader.close();
    }
  }

  async health(): Promise<EngineHealth> {
    try {
      await this.#readEpoch();
      return this.#at === null
        ? {
            ok: false,
            epoch: null,
            message: 'the search server has no index of this collection yet',
          }
        : { ok: true, epoch: this.#at.epoch };
    } catch (error) {
      return {
        ok: false,
        epoch: this.#at?.epoch ?? null,
        message: told[engineError(error, this.#server.url).code],
      };
    }
  }

  async close(): Promise<void> {
    await this.#feeding.catch(() => undefined);
  }

  /** Runs one feeding after the previous ones. */
  async #feedWith(work: () => Promise<CommitPoint>): Promise<void> {
    const turn = this.#feeding.catch(() => undefined).then(work);
    this.#feeding = turn;
    try {
      this.#own = this.#at = await turn;
      this.#epochReadAt = performance.now();
      this.#away = null;
    } catch (error) {
      throw engineError(error, this.#server.url);
    }
  }

  /** @throws EngineError `behind` if the index has not reached this epoch, or belongs to another copy */
  async #mustHold(reader: StoreReader): Promise<void> {
    const holds = () =>
      this.#at !== null &&
      this.#at.epoch >= reader.epoch &&
      [reader.commitAt(this.#at.epoch), this.#own?.commit].includes(this.#at.commit);
    if (!holds() && performance.now() - this.#epochReadAt > STATE_AGE) await this.#readEpoch();
    if (holds()) return;
    throw new EngineError(
      'behind',
      `Meilisearch at ${this.#server.url} is still being fed, at epoch ${this.#at?.epoch ?? 'none'}`,
    );
  }

  async #readEpoch(): Promise<void> {
    this.#at = await this.#feed.at(this.#index);
    this.#epochReadAt = performance.now();
  }

  #filter(table: RankRequest['table'], paragraphs: Uint32Array): string {
    if (paragraphs.length <= NAMED_ROWS) {
      return `row IN [${Array.from(paragraphs, (paragraph) => table.rowOf(paragraph)).join(',')}]`;
    }
    const reports = [...new Set(paragraphs.map((paragraph) => table.reportOf(paragraph)))];
    if (reports.length > NAMED_REPORTS) return 'row > 0';
    return ofReports(reports.map((report) => table.reports[report]!.id));
  }

  #failed(error: unknown): EngineError {
    const failure = engineError(error, this.#server.url);
    if (failure.code === 'unreachable' || failure.code === 'unauthorized') {
      this.#away = failure;
      this.#awayUntil = performance.now() + this.#pause;
    }
    // An error from the server itself, such as that there is no index: check again before the next answer.
    if (failure.cause !== undefined) {
      this.#at = null;
      this.#epochReadAt = Number.NEGATIVE_INFINITY;
    }
    return failure;
  }
}

/**
 * The words of a query for Meilisearch, which has no "or": one text for each choice, the n-th with every term's n-th or
 * last choice.
 */
function queryTexts({ terms }: RankedTerms): string[] {
  const choices = terms.map((patterns) => patterns.flatMap(wordsOfChoices));
  const count = Math.min(MAX_TEXTS, Math.max(...choices.map((texts) => texts.length)));
  const texts = Array.from({ length: count }, (_, n) => {
    const words = choices.flatMap((choice) => choice[Math.min(n, choice.length - 1)] ?? []);
    return [...new Set(words)].slice(0, MAX_WORDS).join(' ');
  });
  return [...new Set(texts)];
}

/** The words of a pattern; several lists if it has alternatives. */
function wordsOfChoices({ elements }: Pattern): string[][] {
  const lists = elements.flatMap((element): string[][][] => {
    switch (element.type) {
      case 'words':
        return [[[...element.words]]];
      case 'prefix':
        return [[[element.prefix]]];
      case 'alternatives':
        return [element.options.flatMap((run) => wordsOfChoices({ elements: run }))];
      default:
        return [];
    }
  });
  const count = Math.max(1, ...lists.map((choices) => choices.length));
  return Array.from({ length: count }, (_, n) =>
    lists.flatMap((choices) => choices[Math.min(n, choices.length - 1)] ?? []),
  );
}
