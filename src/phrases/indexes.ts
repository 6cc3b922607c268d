/**
 * The phrase indexes of a store, kept up to date with it: a set of segments for each epoch. A set answers until the
 * next one is complete, which then replaces it at once: no answer mixes two. A change adds a small segment with the new
 * reports and masks those that are gone; segments are merged in the background to keep their number small.
 */
import type { Lexicon } from 'arabic-normalizer';
import type { ReportSummary } from '../report/index.ts';
import type { Snapshot, Store } from '../store/index.ts';
import { indexesOver } from './build.ts';
import { type Entry, liveIds, masking, nameOf, sizeOf } from './set/entry.ts';
import { HeldSnapshot, type PhraseSnapshot } from './set/held-snapshot.ts';
import { type Loaded, loadSet } from './set/load.ts';
import {
  type BuildProgress,
  buildSegments,
  type MakeOptions,
  mergedSegment,
  type Sizes,
} from './set/make.ts';
import { Maker } from './set/maker.ts';
import { OpenSegments, sizeOfSource } from './set/open-segments.ts';
import { type Origin, rulesOf } from './set/origin.ts';
import { covers, type Plan, planOf } from './set/plan.ts';
import { toMerge } from './set/policy.ts';
import { readSetFile, writeSetFile } from './set/set-file.ts';
import { Shared } from './set/shared.ts';
import { describeEntry } from './set/shared-segment.ts';
import { sweep } from './set/sweep.ts';
import { SegmentFileError, type SegmentSource, verifyPages } from './storage/index.ts';

export interface PhraseIndexes {
  /** The newest complete set. Use it at once, or `hold` it over an `await`. */
  current(): PhraseSnapshot;
  /** Follows the store; done when `current` has the store's present epoch. */
  refresh(): Promise<void>;
  /** Rebuilds everything from the store. */
  rebuild(): Promise<void>;
  /**
   * Drops a segment whose file turned out to be damaged; `refresh` then indexes its reports again. False if it is not
   * in the set.
   */
  distrust(path: string): boolean;
  /** One line for each damaged file of the set, after checking every page. */
  damages(): string[];
  /** Done when no segments are being merged. */
  settled(): Promise<void>;
  /** Stops building and closes the current snapshot. */
  close(): Promise<void>;
}

export interface IndexOptions {
  lexicon: Lexicon & Iterable<unknown>;
  progress?: (at: BuildProgress) => void;
  /** Called with one line for each index file that was not usable, saying why. */
  notice?: (message: string) => void;
  /** Called if the index files have a later epoch than the store, which has therefore lost commits. */
  storeOlder?: (epoch: number) => void;
  /** Called as soon as the snapshot for the next set is open: one opened now is of the same commit. */
  opened?: (epoch: number) => void;
  /** Changes of fewer words are built in this thread, which is faster than starting another. */
  inThread?: number;
  /** Others are waiting meanwhile, so this thread takes in only small changes. */
  follow?: boolean;
  /** Bytes that the indexes may keep in memory: all of them if they fit, otherwise a cache of their pages. */
  memory?: number;
}

/** At most as many segments as a merge that is waited for leaves. */
const mostSegments = 10;

/** Wait after a failed merge, usually because of a full disk, in milliseconds. */
const pauseAfterFailure = 60_000;

const defaultMemory = 64 * 1024 * 1024;

/** Maximum words of a change that is built in the main thread of a server: a few milliseconds. */
const littleChange = 10_000;

/**
 * Loads the set stored in the store's folder if it is complete and of the store's epoch; otherwise builds what is
 * missing (and stores it in the folder, unless the store is read-only).
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
  private readonly segments: OpenSegments;
  private readonly builder: Maker;
  private readonly merger: Maker;
  private set: HeldSnapshot | null = null;
  /** The present segments, and the epoch up to which they are up to date. */
  private entries: Entry[] = [];
  private epoch = -1;
  /** Some counted reports are not in a segment that can be read. */
  private isIncomplete = false;
  private running: Promise<void> = Promise.resolve();
  private merging: Promise<void> | null = null;
  private noMergeBefore = 0;
  private closed = false;
  private distrusted = false;
  private nextNumber = 1;
  private isBuilding = false;

  constructor(store: Store, options: IndexOptions) {
    this.store = store;
    this.options = options;
    this.rules = rulesOf(options.lexicon);
    this.segments = new OpenSegments(options.memory ?? defaultMemory);
    const { progress, notice } = options;
    this.builder = new Maker({ progress, notice });
    this.merger = new Maker({ notice });
  }

  async open(): Promise<void> {
    const reader = this.store.snapshot();
    const loaded = this.load(reader);
    for (const problem of loaded.problems) this.options.notice?.(`${problem}; rebuilt from the store`);
    if (loaded.newer !== null) this.options.storeOlder?.(loaded.newer);
    this.entries = loaded.entries;
    if (!this.store.readOnly) this.sweep(loaded.named);
    this.epoch = loaded.epoch;
    this.isIncomplete = loaded.problems.length > 0;
    if (this.epoch === reader.epoch && !this.isIncomplete && covers(this.entries, reader.countedReports())) {
      this.publish(reader, reader.countedReports(), this.entries);
    } else {
      reader.close();
      await this.refresh();
    }
  }

  current(): PhraseSnapshot {
    if (!this.set) throw new Error('the phrase indexes are closed');
    return this.set;
  }

  refresh(): Promise<void> {
    // One after the other; after one that failed or took in everything, the next one finds that out itself.
    this.running = this.running.catch(() => {}).then(() => this.follow());
    return this.running;
  }

  async rebuild(): Promise<void> {
    await this.running.catch(() => {});
    this.distrusted = true;
    return this.refresh();
  }

  distrust(path: string): boolean {
    const damaged = this.entries.filter(({ opened }) => opened.value.file.path === path);
    if (damaged.length === 0) return false;
    this.entries = this.entries.filter((entry) => !damaged.includes(entry));
    for (const entry of damaged) discard(entry);
    this.isIncomplete = true;
    return true;
  }

  damages(): string[] {
    return this.entries.flatMap(({ opened }) => {
      const { path, number } = opened.value.file;
      return path === null ? [] : damagesOf({ path, number });
    });
  }

  async settled(): Promise<void> {
    while (this.merging) await this.merging;
  }

  async close(): Promise<void> {
    // A program that only makes a change leaves at most a reasonable number of segments behind.
    if (!this.options.follow && this.entries.length > mostSegments) await this.settled();
    this.closed = true;
    await Promise.all([this.builder.close(), this.merger.close()]);
    await this.running.catch(() => {});
    await this.settled();
    this.set?.retire();
    this.set = null;
    for (const { opened } of this.entries) opened.release();
    this.sweepAtEnd();
    this.entries = [];
  }

  private async follow(): Promise<void> {
    while (!this.closed && (this.distrusted || this.isIncomplete || this.set?.epoch !== this.store.epoch())) {
      if (this.distrusted) this.forget();
      this.distrusted = false;
      await this.step();
    }
  }

  /** Takes in the newest epoch. */
  private async step(): Promise<void> {
    const reader = this.store.snapshot();
    this.options.opened?.(reader.epoch);
    if (this.adopt(reader)) return;
    const plan = this.planFor(reader);
    const words = plan.fresh.reduce((sum, report) => sum + report.words, 0);
    if (words === 0 || this.isForThisThread(words)) {
      const sources = [
        ...buildSegments(reader, plan.fresh, this.options.lexicon, this.makeOptions(plan.fresh.length)),
      ];
      this.take(reader, plan, sources);
      return;
    }
    reader.close();
    await this.buildBeside();
  }

  /** With at most this many words, building here is faster than starting a thread, and others do not wait long. */
  private isForThisThread(words: number): boolean {
    const { follow, inThread = 200_000 } = this.options;
    return words < inThread && (words <= littleChange || !(this.set && follow));
  }

  private async buildBeside(): Promise<void> {
    if (this.closed) return;
    let reader: Snapshot | null = null;
    let plan: Plan | null = null;
    this.isBuilding = true;
    try {
      const lexicon = Array.from(this.options.lexicon, (entry) =>
        String(Array.isArray(entry) ? entry[0] : entry),
      );
      const sources = await this.builder.build(this.store.folder, lexicon, (epoch) => {
        reader?.close();
        reader = this.store.snapshot();
        this.options.opened?.(reader.epoch);
        if (reader.epoch !== epoch) return null;
        plan = this.planFor(reader);
        const reports = plan.fresh.map(({ id, paragraphs, words }): Sizes => ({ id, paragraphs, words }));
        const { origin, folder, number } = this.makeOptions(reports.length);
        return { type: 'build', reports, origin, folder, number };
      });
      if (this.closed) (reader as Snapshot | null)?.close();
      else this.take(reader!, plan!, sources);
    } catch (error) {
      (reader as Snapshot | null)?.close();
      if (!this.closed) throw error;
    } finally {
      this.isBuilding = false;
    }
  }

  private planFor(reader: Snapshot): Plan {
    const changes = this.epoch < 0 ? [] : this.store.changesSince(this.epoch);
    return planOf(reader.countedReports(), this.entries, new Set(changes.map(({ report }) => report)));
  }

  private take(reader: Snapshot, { reports, gone }: Plan, sources: readonly SegmentSource[]): void {
    const masked = this.entries.map((entry) => masking(entry, gone));
    const resident = this.fits(masked, sources);
    const fresh = sources.map(
      (source): Entry => ({ opened: this.segments.open(source, resident), masked: new Set() }),
    );
    this.isIncomplete = false;
    this.publish(reader, reports, [...masked, ...fresh]);
  }

  /** If another process has already made a set of this epoch, it is used and nothing is built. */
  private adopt(reader: Snapshot): boolean {
    if (this.entries.length === 0 || this.isIncomplete || this.distrusted) return false;
    try {
      if (readSetFile(this.store.folder).epoch !== reader.epoch) return false;
    } catch {
      return false;
    }
    const { entries, epoch, problems } = this.load(reader);
    if (epoch !== reader.epoch || problems.length > 0 || !covers(entries, reader.countedReports())) {
      for (const { opened } of entries) opened.release();
      return false;
    }
    const before = this.entries;
    const names = new Set(entries.map(nameOf));
    this.publish(reader, reader.countedReports(), entries);
    for (const entry of before) {
      if (names.has(nameOf(entry))) entry.opened.release();
      else discard(entry);
    }
    return true;
  }

  private load(reader: Snapshot): Loaded {
    return loadSet(this.store.folder, this.originOf(reader), reader, this.segments, () => this.number(1));
  }

  /** Replaces the set with one of another epoch. Entries that are not among the present ones are adopted. */
  private publish(reader: Snapshot, reports: readonly ReportSummary[], entries: readonly Entry[]): void {
    const useful = entries.filter((entry) => sizeOf(entry).live > 0);
    for (const entry of entries) if (!useful.includes(entry)) discard(entry);
    const resident = this.fits(useful);
    const inMode = useful.map((entry) => this.inMode(entry, resident));
    this.epoch = reader.epoch;
    this.show(new Shared(reader, (snapshot) => snapshot.close()), reports, inMode);
    this.keep();
    this.mergeBehind();
  }

  private show(reader: Shared<Snapshot>, reports: readonly ReportSummary[], entries: Entry[]): void {
    this.entries = entries;
    const live = entries.map(({ opened, masked }) => ({ segment: opened.value.segment, masked }));
    const indexes = indexesOver(reader.value.epoch, reports, live);
    const old = this.set;
    const { shared } = this.segments.cache;
    this.set = new HeldSnapshot(reader, entries, indexes, this.options.lexicon, shared);
    old?.retire();
  }

  /** Whether all segments fit into memory together, including those not open yet. */
  private fits(entries: readonly Entry[], sources: readonly SegmentSource[] = []): boolean {
    const sizes = [...entries.map(({ opened }) => opened.value.file.bytes), ...sources.map(sizeOfSource)];
    return this.segments.fits(sizes.reduce((sum, bytes) => sum + bytes, 0));
  }

  /** Opens the entry in memory or by page, like the others. Entries without a file stay in memory. */
  private inMode(entry: Entry, resident: boolean): Entry {
    const { file } = entry.opened.value;
    if (file.path === null || file.resident === resident) return entry;
    const opened = this.segments.open({ path: file.path, number: this.number(1) }, resident);
    entry.opened.release();
    return { opened, masked: entry.masked };
  }

  private keep(): void {
    // A set with a segment only in memory could not be read again.
    if (
      this.store.readOnly ||
      !this.set ||
      this.entries.some(({ opened }) => opened.value.file.path === null)
    )
      return;
    const segments = this.entries.map((entry) => ({
      name: nameOf(entry),
      masked: [...entry.masked].sort((a, b) => a - b),
    }));
    try {
      writeSetFile(this.store.folder, { ...this.originOf(this.set.reader), segments });
    } catch (error) {
      this.options.notice?.(`the list of index segments was not written: ${(error as Error).message}`);
      return;
    }
    this.sweep(segments.map(({ name }) => name));
  }

  /** Deletes unused files, unless this process is just making some. */
  private sweep(named: readonly string[]): void {
    if (this.isBuilding || this.merging) return;
    sweep(this.store.folder, new Set(named), this.segments.names);
  }

  /** Files of an interrupted merge, and files that could not be deleted while one was running. */
  private sweepAtEnd(): void {
    if (this.store.readOnly) return;
    try {
      // As in the folder now: another process may have put its own set there.
      this.sweep(readSetFile(this.store.folder).segments.map(({ name }) => name));
    } catch {
      // Without a list it is unknown what is needed; whoever opens the folder next makes one.
    }
  }

  private mergeBehind(): void {
    // Without a folder to write to, a merged segment would be in memory.
    if (this.store.readOnly || this.merging || this.closed || performance.now() < this.noMergeBefore) return;
    if (this.chosen().length === 0) return;
    this.merging = this.mergeAll()
      .catch((error) => this.mergeFailed(error as Error))
      .finally(() => {
        this.merging = null;
      });
  }

  private chosen(): Entry[] {
    return toMerge(this.entries.map((entry) => ({ ...sizeOf(entry), entry }))).map(({ entry }) => entry);
  }

  private async mergeAll(): Promise<void> {
    for (let chosen = this.chosen(); chosen.length > 0 && !this.closed; chosen = this.chosen()) {
      const held = chosen.map((entry) => entry.opened.hold());
      try {
        const source = await this.merged(chosen);
        if (!this.closed) this.replace(chosen, source);
      } finally {
        for (const opened of held) opened.release();
      }
    }
  }

  private async mergeFailed(error: Error): Promise<void> {
    if (this.closed) return;
    this.noMergeBefore = performance.now() + pauseAfterFailure;
    this.options.notice?.(`index segments were not merged: ${error.message}`);
    // Rebuilt from the store. Not waited for: a step under way may itself be waiting for this merge.
    if (error instanceof SegmentFileError && this.distrust(error.path)) void this.refresh().catch(() => {});
  }

  private async merged(chosen: readonly Entry[]): Promise<SegmentSource> {
    const segments = chosen.map(describeEntry);
    const options = this.makeOptions(1);
    const positions = chosen.reduce((sum, entry) => sum + sizeOf(entry).positions, 0);
    const { cache } = this.segments;
    if (this.isForThisThread(positions)) return mergedSegment(segments, cache, options);
    const { origin, folder, number } = options;
    return this.merger.merge({ type: 'merge', segments, cache: cache.shared, origin, folder, number });
  }

  /** Replaces the segments with the merged one; they may have lost more reports meanwhile. */
  private replace(chosen: readonly Entry[], source: SegmentSource): void {
    const merged = this.segments.open(source, this.fits(this.entries));
    const names = new Set(chosen.map(nameOf));
    const now = this.entries.filter((entry) => names.has(nameOf(entry)));
    if (now.length !== chosen.length || !this.set) {
      // Meanwhile one of them was dropped as damaged, or another process's set was adopted.
      merged.value.isObsolete = true;
      merged.release();
      return;
    }
    const stayed = liveIds(now);
    const { reports } = merged.value.segment;
    const masked = new Set([...reports.keys()].filter((local) => !stayed.has(reports[local]!)));
    const others = this.entries.filter((entry) => !names.has(nameOf(entry)));
    this.show(this.set.shareReader(), this.set.table.reports, [{ opened: merged, masked }, ...others]);
    for (const entry of now) discard(entry);
    this.keep();
  }

  private forget(): void {
    for (const entry of this.entries) discard(entry);
    this.entries = [];
    this.epoch = -1;
  }

  private originOf({ storeId, epoch, commit }: Snapshot): Origin {
    return { storeId, epoch, commit, rules: this.rules };
  }

  private makeOptions(numbers: number): MakeOptions {
    const { progress, notice } = this.options;
    return {
      origin: { storeId: this.store.storeId, rules: this.rules },
      folder: this.store.readOnly ? null : this.store.folder,
      number: this.number(Math.max(1, numbers)),
      progress,
      notice,
    };
  }

  /** Numbers that no other segment has in the cache. */
  private number(count: number): number {
    const first = this.nextNumber;
    this.nextNumber += count;
    return first;
  }
}

function damagesOf(source: { path: string; number: number }): string[] {
  try {
    return [...verifyPages(source)].map(
      ({ page, sections }) =>
        `${source.path} is damaged: page ${page} (${sections.join(', ')}) does not match its checksum`,
    );
  } catch (error) {
    if (error instanceof SegmentFileError) return [error.message];
    throw error;
  }
}

/** The entry is no longer needed, nor is its file once the last snapshot releases it. */
function discard({ opened }: Entry): void {
  opened.value.isObsolete = true;
  opened.release();
}
