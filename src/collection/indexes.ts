/** The phrase indexes of the newest epoch that has been indexed, with the snapshot they were built from. */
import type { Lexicon, Profile } from 'arabic-normalizer';
import {
  buildPhraseIndex,
  type ScannedCollection,
  type SuffixArrayIndex,
  scanCollection,
} from '../phrases/index.ts';
import type { Snapshot, Store } from '../store/index.ts';

export interface Indexed {
  reader: Snapshot;
  table: ScannedCollection['table'];
  byProfile(profile: Profile): SuffixArrayIndex;
}

export class Indexes {
  readonly #store: Store;
  readonly #lexicon: ReadonlyMap<string, number>;
  #current: Indexed | null = null;

  constructor(store: Store, lexicon: ReadonlyMap<string, number>) {
    this.#store = store;
    this.#lexicon = lexicon;
  }

  async current(): Promise<Indexed> {
    if (this.#current && this.#current.reader.epoch === this.#store.epoch()) return this.#current;
    const before = this.#current;
    const reader = this.#store.snapshot();
    const scanned = scanCollection(reader);
    const built = new Map<Profile, SuffixArrayIndex>();
    const lexicon: Lexicon = this.#lexicon;
    this.#current = {
      reader,
      table: scanned.table,
      byProfile(profile) {
        let index = built.get(profile);
        if (!index) {
          index = buildPhraseIndex(scanned, profile, { lexicon: lexicon as ReadonlySet<string> });
          built.set(profile, index);
        }
        return index;
      },
    };
    before?.reader.close();
    return this.#current;
  }

  close(): void {
    this.#current?.reader.close();
    this.#current = null;
  }
}
