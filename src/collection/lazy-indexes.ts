/**
 * The phrase indexes, opened when first needed. A long ingest must not hold a snapshot of the epoch before it, because
 * that would keep the store's log from being written back. If a report cannot be read, it is set aside and the indexes
 * are built from the others.
 */
import {
  type IndexOptions,
  openIndexes,
  type PhraseIndexes,
  type PhraseSnapshot,
  type SegmentFileError,
} from '../phrases/index.ts';
import type { Narrowing } from '../search/index.ts';
import type { Problem, Store } from '../store/index.ts';

/** What an answer is computed from. With `narrowing` it holds no paragraphs: those that an answer needs are fetched. */
export interface HeldSnapshot extends PhraseSnapshot {
  readonly narrowing?: Narrowing;
}

/** The indexes of a collection: those in its folder, or those in a cluster. */
export interface HeldIndexes {
  opened(): Promise<unknown>;
  current(): Promise<HeldSnapshot>;
  refresh(): Promise<void>;
  rebuild(): Promise<void>;
  distrust(error: SegmentFileError): Promise<boolean>;
  damages(): Promise<Problem[]>;
  setAsideDamaged(): boolean;
  close(): Promise<void>;
}

export class LazyIndexes implements HeldIndexes {
  readonly #store: Store;
  readonly #options: IndexOptions;
  #opening: Promise<PhraseIndexes> | null = null;

  constructor(store: Store, options: IndexOptions) {
    this.#store = store;
    this.#options = options;
  }

  opened(): Promise<PhraseIndexes> {
    this.#opening ??= this.#withoutDamaged(() => openIndexes(this.#store, this.#options)).catch((error) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async current(): Promise<PhraseSnapshot> {
    return (await this.opened()).current();
  }

  /** Follows the store up to its newest epoch. */
  async refresh(): Promise<void> {
    const indexes = await this.opened();
    await this.#withoutDamaged(() => indexes.refresh());
  }

  async rebuild(): Promise<void> {
    const indexes = await this.opened();
    await this.#withoutDamaged(() => indexes.rebuild());
  }

  /** True if the set contains a damaged file; then a retry is worthwhile. */
  async distrust({ path, message }: SegmentFileError): Promise<boolean> {
    const indexes = await this.opened();
    if (!indexes.distrust(path)) return false;
    this.#options.notice?.(`${message}; rebuilt from the store`);
    return true;
  }

  async damages(): Promise<Problem[]> {
    const indexes = await this.opened();
    return indexes
      .damages()
      .map((what) => ({ code: 'index_file', message: `${what}; run "siyagha reindex"` }));
  }

  /** True if unreadable reports were set aside; then a retry is worthwhile. */
  setAsideDamaged(): boolean {
    if (this.#store.readOnly) return false;
    const ids = this.#store.setAsideDamaged();
    if (ids.length === 0) return false;
    this.#options.notice?.(setAsideNotice(ids));
    return true;
  }

  async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => null);
    await opened?.close();
  }

  async #withoutDamaged<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!this.setAsideDamaged()) throw error;
      return await work();
    }
  }
}

export function setAsideNotice(ids: readonly string[]): string {
  const which =
    ids.length === 1
      ? `report ${ids[0]} cannot be read and is`
      : `reports ${ids.join(', ')} cannot be read and are`;
  return `${which} set aside: run "siyagha verify" to see what to do`;
}
