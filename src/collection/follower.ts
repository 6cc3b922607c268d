/**
 * Keeps the indexes up to date with the store. Changes wait for the phrase indexes; a search engine that is down is
 * retried until it is back, and meanwhile answers say so.
 */
import type { Logger } from 'pino';
import { type Follower as EngineFollower, followStore, type SearchEngine } from '../search/index.ts';
import type { Store } from '../store/index.ts';
import type { HeldIndexes } from './lazy-indexes.ts';

/** How often a server checks whether another process has committed a change, in ms. */
const watchEvery = 25;

/**
 * How long a change waits for the search server to catch up, in ms. Without it searches are right and say `degraded`,
 * so a slow or paused server holds nobody up for longer.
 */
const patience = 1000;

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

export interface Followed {
  store: Store;
  indexes: HeldIndexes;
  engine: SearchEngine;
}

export class IndexFollower {
  readonly #followed: Followed;
  readonly #log: Logger | undefined;
  readonly #onFollowed: () => Promise<void>;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #engine: EngineFollower | undefined;
  #running: Promise<void> | null = null;

  /**
   * `watch`: also follow what other processes commit, and an engine that comes back. `onFollowed`: called when the
   * indexes are up to date.
   */
  constructor(
    followed: Followed,
    log: Logger | undefined,
    watch: boolean,
    onFollowed: () => Promise<void> = async () => {},
  ) {
    this.#followed = followed;
    this.#log = log;
    this.#onFollowed = onFollowed;
    if (!watch) return;
    this.#engine = followStore(followed.engine, followed.store, {
      onAway: (error) =>
        log?.warn({ err: error }, 'the search engine is down: searches are ranked without it'),
      onBack: () => log?.info('the search engine is back and in step'),
    });
    this.#timer = setInterval(() => this.#look(), watchEvery);
    this.#timer.unref();
  }

  /** Follows everything committed so far, after what is already under way. */
  now(): Promise<void> {
    const { engine, indexes, store } = this.#followed;
    const behind = (error: Error) => this.#log?.warn({ err: error }, 'the search engine is not up to date');
    const work = async () => {
      const synced = this.#engine ? within(patience, this.#engine.now()) : engine.sync(store).catch(behind);
      await Promise.all([indexes.refresh().then(this.#onFollowed), synced]);
    };
    const running = (this.#running ?? Promise.resolve()).catch(() => {}).then(work);
    this.#running = running;
    const done = () => {
      if (this.#running === running) this.#running = null;
    };
    running.then(done, done);
    return running;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#engine?.stop();
    await this.#running?.catch(() => {});
  }

  async #look(): Promise<void> {
    try {
      const { indexes, store } = this.#followed;
      const { epoch } = await indexes.current();
      if (this.#running === null && store.epoch() !== epoch) await this.now();
    } catch (error) {
      this.#log?.error({ err: error }, 'the indexes could not follow the store');
    }
  }
}
