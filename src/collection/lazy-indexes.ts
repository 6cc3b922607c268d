/**
 * The phrase indexes, opened when first asked for: a long ingest must not hold a snapshot of the epoch before it,
 * which would keep the store's log from being written back all the while.
 */
import { type IndexOptions, openIndexes, type PhraseIndexes, type PhraseSnapshot } from '../phrases/index.ts';
import type { Store } from '../store/index.ts';

export class LazyIndexes {
  readonly #store: Store;
  readonly #options: IndexOptions;
  #opening: Promise<PhraseIndexes> | null = null;

  constructor(store: Store, options: IndexOptions) {
    this.#store = store;
    this.#options = options;
  }

  opened(): Promise<PhraseIndexes> {
    this.#opening ??= openIndexes(this.#store, this.#options);
    return this.#opening;
  }

  async current(): Promise<PhraseSnapshot> {
    return (await this.opened()).current();
  }

  /** Follows the store up to its newest epoch. */
  async refresh(): Promise<void> {
    await (await this.opened()).refresh();
  }

  async rebuild(): Promise<void> {
    await (await this.opened()).rebuild();
  }

  async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => null);
    await opened?.close();
  }
}
