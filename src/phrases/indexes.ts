/**
 * The phrase indexes of a store, kept in step with it. A set of one epoch answers until the set of a newer epoch is
 * whole, then gives way to it at once: no answer mixes two.
 */
import type { Lexicon } from 'arabic-normalizer';
import type { Snapshot, Store } from '../store/index.ts';
import type { PhraseView } from './answers/view.ts';
import { IndexWorker } from './index-worker.ts';
import { type BuildProgress, buildParts, type Files } from './persist/build.ts';
import { type Bytes, type Origin, type Part, pathOf, rulesOf } from './persist/image.ts';
import { decodeFile, type IndexFile, writeIndexFile } from './persist/index-file.ts';
import { assemble, type IndexSet, loadIndexSet } from './persist/load.ts';
import type { WorkerTask } from './persist/messages.ts';
import { describeSet, type SharedSet } from './persist/shared-set.ts';

/** Everything of one epoch. */
export interface PhraseSnapshot extends PhraseView {
  readonly epoch: number;
  readonly reader: Snapshot;
  /** The set as another thread can take it over. */
  describe(): SharedSet;
  /** Keeps `reader` open until the function given back is called, also after a newer epoch took over. */
  hold(): () => void;
}

export interface PhraseIndexes {
  /** The newest whole set. Use it at once, or `hold` it over an `await`. */
  current(): PhraseSnapshot;
  /** Follows the store; done when `current` is of the epoch that the store has then. */
  refresh(): Promise<void>;
  /** Builds everything anew from the store, whatever is there. */
  rebuild(): Promise<void>;
  /** Stops a running build and closes the current snapshot. */
  close(): Promise<void>;
}

export interface IndexOptions {
  lexicon: Lexicon & Iterable<unknown>;
  progress?: (at: BuildProgress) => void;
  /** Told in one line of every index file that was not usable, and why. */
  notice?: (message: string) => void;
  /** Told when the index files are of a later epoch than the store, which then has lost commits. */
  storeOlder?: (epoch: number) => void;
  /** Told as soon as the snapshot is open that the next set is made from: whoever opens one now has the same. */
  opened?: (epoch: number) => void;
  /** Collections of fewer tokens are built in this thread, in less time than a worker takes to start. */
  inThread?: number;
  /** Changes will come: the thread that follows them is started before the first one. */
  follow?: boolean;
}

/**
 * Loads the set that the store's folder keeps, where it is whole and of the store's epoch; else builds it (and keeps
 * it in the folder, unless the store is read-only).
 */
export async function openIndexes(store: Store, options: IndexOptions): Promise<PhraseIndexes> {
  const indexes = new FollowingIndexes(store, options);
  await indexes.open();
  return indexes;
}

class FollowingIndexes implements PhraseIndexes {
  private readonly store: Store;
  private readonly options: IndexOptions;
  private readonly rules: number;
  private set: HeldSnapshot | null = null;
  private running: Promise<void> = Promise.resolve();
  /** The newest whole set, to follow changes from. */
  private kept: { files: Files; epoch: number } | null = null;
  private readonly worker = new IndexWorker();
  private closed = false;
  private distrusted = false;

  constructor(store: Store, options: IndexOptions) {
    this.store = store;
    this.options = options;
    this.rules = rulesOf(options.lexicon);
  }

  async open(): Promise<void> {
    const reader = this.store.snapshot();
    const { files, epoch, problems, newer } = loadIndexSet(this.store.folder, this.originOf(reader), reader);
    for (const problem of problems) this.options.notice?.(`${problem}; rebuilt from the store`);
    if (newer !== null) this.options.storeOlder?.(newer);
    if (files && epoch === reader.epoch) {
      this.swap(reader, files);
      if (this.options.follow && !this.isSmall(reader)) this.worker.start();
      return;
    }
    if (files && epoch < reader.epoch) this.kept = { files, epoch };
    reader.close();
    await this.refresh();
  }

  current(): PhraseSnapshot {
    if (!this.set) throw new Error('the phrase indexes are closed');
    return this.set;
  }

  refresh(): Promise<void> {
    // One after the other; after a build that failed, or took in all there is, the next one finds out by itself.
    this.running = this.running.catch(() => {}).then(() => this.follow());
    return this.running;
  }

  async rebuild(): Promise<void> {
    await this.running.catch(() => {});
    this.distrusted = true;
    return this.refresh();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.worker.close();
    await this.running.catch(() => {});
    this.set?.retire();
    this.set = null;
  }

  private async follow(): Promise<void> {
    while (!this.closed && (this.distrusted || this.set?.epoch !== this.store.epoch())) {
      if (this.distrusted) this.kept = null;
      this.distrusted = false;
      const reader = this.store.snapshot();
      if (this.isSmall(reader)) this.buildHere(reader);
      else {
        reader.close();
        await this.buildBeside();
      }
    }
  }

  /** What the set before held tells well enough where to build the next. */
  private isSmall(reader: Snapshot): boolean {
    const reports = this.set?.table.reports ?? reader.countedReports();
    return reports.reduce((sum, report) => sum + report.words, 0) < (this.options.inThread ?? 200_000);
  }

  private buildHere(reader: Snapshot): void {
    const { lexicon, progress } = this.options;
    this.options.opened?.(reader.epoch);
    const files = new Map<Part, IndexFile>();
    for (const [part, bytes] of buildParts({ reader, origin: this.originOf(reader), lexicon, progress })) {
      this.keep(part, bytes);
      files.set(part, decodeFile(part, bytes, false));
    }
    this.swap(reader, files);
  }

  private async buildBeside(): Promise<void> {
    if (this.closed) return;
    let reader: Snapshot | null = null;
    const files = new Map<Part, IndexFile>();
    try {
      await this.worker.build(this.task(), {
        opened: (epoch) => {
          reader?.close();
          reader = this.store.snapshot();
          this.options.opened?.(reader.epoch);
          return reader.epoch === epoch;
        },
        part: (part, bytes) => files.set(part, decodeFile(part, bytes, false)),
        progress: (at) => this.options.progress?.(at),
        notice: (message) => this.options.notice?.(message),
      });
    } catch (error) {
      (reader as Snapshot | null)?.close();
      if (!this.closed) throw error;
      return;
    }
    const opened = reader as Snapshot | null;
    if (this.closed) opened?.close();
    else if (opened) this.swap(opened, files);
  }

  private task(): WorkerTask {
    return {
      folder: this.store.folder,
      lexicon: Array.from(this.options.lexicon, (entry) => String(Array.isArray(entry) ? entry[0] : entry)),
      rules: this.rules,
      keep: !this.store.readOnly,
      previous: this.kept && {
        epoch: this.kept.epoch,
        parts: [...this.kept.files].map(([part, { bytes }]) => [part, bytes]),
      },
    };
  }

  private swap(reader: Snapshot, files: Files): void {
    const old = this.set;
    this.set = new HeldSnapshot(
      reader,
      assemble(files, reader.epoch, reader.countedReports()),
      this.options.lexicon,
      files,
    );
    this.kept = { files, epoch: reader.epoch };
    old?.retire();
  }

  private originOf({ storeId, epoch, commit }: Snapshot): Origin {
    return { storeId, epoch, commit, rules: this.rules };
  }

  private keep(part: Part, bytes: Bytes): void {
    if (this.store.readOnly) return;
    const path = pathOf(this.store.folder, part);
    try {
      writeIndexFile(path, bytes);
    } catch (error) {
      this.options.notice?.(`${path} was not written: ${(error as Error).message}`);
    }
  }
}

class HeldSnapshot implements PhraseSnapshot {
  readonly epoch: number;
  readonly reader: Snapshot;
  readonly table: IndexSet['table'];
  readonly byProfile: IndexSet['byProfile'];
  readonly lexicon: Lexicon;
  private readonly files: Files;
  private holders = 0;
  private retired = false;

  constructor(reader: Snapshot, set: IndexSet, lexicon: Lexicon, files: Files) {
    this.epoch = reader.epoch;
    this.reader = reader;
    this.table = set.table;
    this.byProfile = set.byProfile;
    this.lexicon = lexicon;
    this.files = files;
  }

  describe(): SharedSet {
    return describeSet(this.files, this.reader);
  }

  hold(): () => void {
    let held = true;
    this.holders += 1;
    return () => {
      if (!held) return;
      held = false;
      this.holders -= 1;
      if (this.retired && this.holders === 0) this.reader.close();
    };
  }

  /** No longer current: closes when nobody holds it. */
  retire(): void {
    this.retired = true;
    if (this.holders === 0) this.reader.close();
  }
}
