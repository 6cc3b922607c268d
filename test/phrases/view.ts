/** A view over a small collection in memory. */
import type { Lexicon, Profile } from 'arabic-normalizer';
import {
  buildPhraseIndex,
  type PhraseView,
  type SuffixArrayIndex,
  scanCollection,
} from '../../src/phrases/index.ts';
import type { MemoryReader } from './memory-reader.ts';

export function viewOf(reader: MemoryReader, lexicon?: Lexicon): PhraseView {
  const scanned = scanCollection(reader);
  const built = new Map<Profile, SuffixArrayIndex>();
  return {
    reader,
    table: scanned.table,
    lexicon,
    byProfile(profile) {
      const index = built.get(profile) ?? buildPhraseIndex(scanned, profile, { lexicon });
      built.set(profile, index);
      return index;
    },
  };
}
