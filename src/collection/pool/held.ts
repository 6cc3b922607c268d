/**
 * What a pool thread answers from: the newest set for which it also has a snapshot. A snapshot of a commit can be
 * opened only while that commit is the newest, so one is opened as soon as a set is being made, and kept until the set
 * arrives. Until then the previous pair answers.
 */
import { SegmentFileError, type SharedSet, type SharedView, viewOfShared } from '../../phrases/index.ts';
import type { Snapshot, Store } from '../../store/index.ts';

/** Number of snapshots kept without a set; older ones are of no use any more. */
const mostAhead = 4;

export interface Held extends SharedView {
  reader: Snapshot;
  /** Of its segments, in the order of the set: the same commit gets other segments when some are merged. */
  segments: string;
}

export class HeldSets {
  readonly #store: Store;
  /** Oldest first. */
  #ahead: Snapshot[] = [];
  #current: Held | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Null until the first set met its snapshot. */
  get current(): Held | null {
    return this.#current;
  }

  /** Opens a snapshot of the newest commit, unless one is held already. */
  lookAhead(): void {
    const reader = this.#store.snapshot();
    const newest = this.#ahead.at(-1) ?? this.#current?.reader;
    if (reader.commit === newest?.commit) reader.close();
    else this.#ahead.push(reader);
    if (this.#ahead.length > mostAhead) this.#ahead.shift()!.close();
  }

  /** True if this set answers from now on. */
  offer(set: SharedSet): boolean {
    const current = this.#current;
    if (current?.reader.commit === set.commit) return this.#take(set, current.reader);
    this.lookAhead();
    const reader = this.#ahead.find(({ commit }) => commit === set.commit);
    if (!reader) return false;
    this.#ahead = this.#ahead.filter((other) => {
      if (other.epoch < reader.epoch) other.close();
      return other.epoch > reader.epoch;
    });
    if (!this.#take(set, reader)) {
      reader.close();
      return false;
    }
    current?.reader.close();
    return true;
  }

  /** False if a file of the set is missing or damaged; the sender of the set will notice that too. */
  #take(set: SharedSet, reader: Snapshot): boolean {
    const before = this.#current;
    const segments = set.segments.map(({ source }) => source.number).join(' ');
    if (before?.reader === reader && before.segments === segments) return true;
    try {
      this.#current = { reader, segments, ...viewOfShared(set, reader) };
    } catch (error) {
      if (!(error instanceof SegmentFileError)) throw error;
      return false;
    }
    before?.close();
    return true;
  }
}
