/** The set of one epoch with a snapshot of the store, kept open as long as something answers from it. */
import type { Lexicon } from 'arabic-normalizer';
import type { Snapshot } from '../../store/index.ts';
import type { PhraseView } from '../answers/view.ts';
import type { Indexes } from '../build.ts';
import type { SharedPageCache } from '../storage/index.ts';
import type { Entry } from './entry.ts';
import type { Shared } from './shared.ts';
import { describeSet, type SharedSet } from './shared-set.ts';

/** Everything of one epoch. */
export interface PhraseSnapshot extends PhraseView {
  readonly epoch: number;
  readonly reader: Snapshot;
  /** The set in a form that another thread can take over, while this one is held. */
  describe(): SharedSet;
  /** Keeps `reader` and the segments open until the returned function is called, even after a newer epoch took over. */
  hold(): () => void;
}

export class HeldSnapshot implements PhraseSnapshot {
  readonly epoch: number;
  readonly reader: Snapshot;
  readonly table: Indexes['table'];
  readonly byProfile: Indexes['byProfile'];
  readonly lexicon: Lexicon;
  readonly entries: readonly Entry[];
  private readonly shared: Shared<Snapshot>;
  private readonly cache: SharedPageCache;
  private holders = 0;
  private retired = false;

  /** @param reader held from now on */
  constructor(
    reader: Shared<Snapshot>,
    entries: readonly Entry[],
    indexes: Indexes,
    lexicon: Lexicon,
    cache: SharedPageCache,
  ) {
    this.cache = cache;
    this.epoch = reader.value.epoch;
    this.reader = reader.value;
    this.shared = reader;
    this.table = indexes.table;
    this.byProfile = indexes.byProfile;
    this.lexicon = lexicon;
    this.entries = entries;
    for (const { opened } of entries) opened.hold();
  }

  describe(): SharedSet {
    return describeSet(this.entries, this.reader, this.cache);
  }

  hold(): () => void {
    let held = true;
    this.holders += 1;
    return () => {
      if (!held) return;
      held = false;
      this.holders -= 1;
      if (this.retired && this.holders === 0) this.letGo();
    };
  }

  /** The reader, for another set of the same epoch. */
  shareReader(): Shared<Snapshot> {
    return this.shared.hold();
  }

  /** No longer current: releases everything once nothing holds it. */
  retire(): void {
    this.retired = true;
    if (this.holders === 0) this.letGo();
  }

  private letGo(): void {
    this.shared.release();
    for (const { opened } of this.entries) opened.release();
  }
}
