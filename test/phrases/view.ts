/** A view over a small collection in memory, cut into segments. */
import type { Lexicon } from 'arabic-normalizer';
import type { PhraseView } from '../../src/phrases/index.ts';
import { cutIndexes } from './cut.ts';
import type { MemoryReader } from './memory-reader.ts';

export function viewOf(reader: MemoryReader, lexicon?: Lexicon): PhraseView {
  return { reader, lexicon, ...cutIndexes(reader, lexicon) };
}
