/**
 * What a thread of the pool answers from: the newest set that it was given and has a snapshot of. A snapshot of a
 * commit can only be opened while the commit is the newest; so one is opened whenever a set begins to be made, and
 * those that no set came for yet are kept for a while. Until a set and a snapshot meet, the one before answers.
 */
import { type PhraseView, type SharedSet, viewOfShared } from '../../phrases/index.ts';
import type { Snapshot, Store } from '../../store/index.ts';

/** Snapshots without a set that are kept; of more the oldest is of no use any more. */
const mostAhead = 4;

export interface Held extends Pick<PhraseView, 'table' | 'byProfile'> {
  reader: Snapshot;
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

  /** Opens a snapshot of the newest commit, unless one is held. */
  lookAhead(): void {
    const reader = this.#store.snapshot();
    const newest = this.#ahead.at(-1) ?? this.#current?.reader;
    if (reader.commit === newest?.commit) reader.close();
    else this.#ahead.push(reader);
    if (this.#ahead.length > mostAhead) this.#ahead.shift()!.close();
  }

  /** True where the set is the one that answers from now on. */
  offer(set: SharedSet): boolean {
    const current = this.#current?.reader;
    if (current?.commit === set.commit) return true;
    this.lookAhead();
    const reader = this.#ahead.find(({ commit }) => commit === set.commit);
    if (!reader) return false;
    this.#ahead = this.#ahead.filter((other) => {
      if (other.epoch < reader.epoch) other.close();
      return other.epoch > reader.epoch;
    });
    this.#current = { reader, ...viewOfShared(set, reader) };
    current?.close();
    return true;
  }
}
