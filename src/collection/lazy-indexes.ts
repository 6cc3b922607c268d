/**
 * The phrase indexes, opened when first asked for: a long ingest must not hold a snapshot of the epoch before it,
 * which would keep the store's log from being written back all the while. Where a report cannot be read, it is set
 * aside and the indexes are made of the others.
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

/** What an answer is made of. With `narrowing` it holds no paragraph: those that an answer needs are asked for. */
export interface HeldSnapshot extends PhraseSnapshot {
  readonly narrowing?: Narrowing;
}

/** What a collection has of indexes: those in its folder, or those of a cluster. */
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

  /** True where a damaged file is one of the set: what failed is worth another try. */
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

  /** True where reports were set aside that could not be read: what failed is worth another try. */
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
