/**
 * Replaces the indexes of the data folder if a cluster holds the index: the list of reports at the newest commit that
 * the cluster has completely. Until it has a newer one, answers are complete answers of that commit.
 */
import type { Lexicon } from 'arabic-normalizer';
import { tableWithoutParagraphs } from '../../phrases/index.ts';
import type { ReportSummary } from '../../report/index.ts';
import type { Narrowing, NarrowingEngine } from '../../search/index.ts';
import type { Problem, Snapshot, Store } from '../../store/index.ts';
import { type HeldIndexes, type HeldSnapshot, setAsideNotice } from '../lazy-indexes.ts';

interface Options {
  lexicon: Lexicon;
  notice: (message: string) => void;
}

export class ClusterIndexes implements HeldIndexes {
  readonly #store: Store;
  readonly #engine: NarrowingEngine;
  readonly #options: Options;
  #current: HeldReader | null = null;
  #running: Promise<void> = Promise.resolve();
  /** The last notice. */
  #told = '';

  constructor(store: Store, engine: NarrowingEngine, options: Options) {
    this.#store = store;
    this.#engine = engine;
    this.#options = options;
  }

  async opened(): Promise<void> {
    if (!this.#current) await this.refresh();
  }

  async current(): Promise<HeldSnapshot> {
    await this.opened();
    return this.#current!;
  }

  refresh(): Promise<void> {
    this.#running = this.#running.catch(() => {}).then(() => this.#follow());
    return this.#running;
  }

  /** The engine rebuilds them. */
  async rebuild(): Promise<void> {
    await this.refresh();
  }

  async distrust(): Promise<boolean> {
    return false;
  }

  async damages(): Promise<Problem[]> {
    return [];
  }

  setAsideDamaged(): boolean {
    if (this.#store.readOnly) return false;
    const ids = this.#store.setAsideDamaged();
    if (ids.length > 0) this.#options.notice(setAsideNotice(ids));
    return ids.length > 0;
  }

  async close(): Promise<void> {
    await this.#running.catch(() => {});
    this.#current?.retire();
    this.#current = null;
  }

  async #follow(): Promise<void> {
    const reader = this.#store.snapshot();
    const isNew = this.#current?.reader.commit !== reader.commit;
    if (!isNew) {
      reader.close();
      return;
    }
    let isThere = false;
    try {
      isThere = await this.#engine.reaches(this.#store, reader);
      this.#told = '';
    } catch (error) {
      // It is tried again many times a second.
      const { message } = error as Error;
      if (message !== this.#told) this.#options.notice(message);
      this.#told = message;
    }
    // If there are none yet, the first questions are told why they cannot be answered.
    if (!isThere && this.#current) {
      reader.close();
      return;
    }
    const before = this.#current;
    const reports = reader.countedReports();
    const narrowing = this.#engine.narrowing(reader, reports);
    this.#current = new HeldReader(reader, reports, narrowing, this.#options.lexicon);
    before?.retire();
  }
}

class HeldReader implements HeldSnapshot {
  readonly epoch: number;
  readonly reader: Snapshot;
  readonly table: HeldSnapshot['table'];
  readonly lexicon: Lexicon;
  readonly narrowing: Narrowing;
  #holders = 0;
  #isRetired = false;

  constructor(reader: Snapshot, reports: readonly ReportSummary[], narrowing: Narrowing, lexicon: Lexicon) {
    this.epoch = reader.epoch;
    this.reader = reader;
    this.table = tableWithoutParagraphs(reader.epoch, reports);
    this.lexicon = lexicon;
    this.narrowing = narrowing;
  }

  byProfile(): never {
    throw new Error('an answer from a cluster is computed from the paragraphs that it finds');
  }

  describe(): never {
    throw new Error('an index in a cluster is in no thread');
  }

  hold(): () => void {
    let isHeld = true;
    this.#holders += 1;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holders -= 1;
      this.#letGo();
    };
  }

  retire(): void {
    this.#isRetired = true;
    this.#letGo();
  }

  #letGo(): void {
    if (this.#isRetired && this.#holders === 0) this.reader.close();
  }
}
