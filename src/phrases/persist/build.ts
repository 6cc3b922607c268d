/** Builds all parts of an index set from one epoch of a store. */
import { type Lexicon, profiles } from 'arabic-normalizer';
import { scanCollection } from '../token-stream.ts';
import type { ScannedReader } from '../types.ts';
import { type Bytes, encodeParagraphs, encodeProfile, type Origin, type Part } from './image.ts';

export interface BuildProgress {
  stage: 'read' | 'index';
  /** Paragraphs read, or profiles built. */
  done: number;
  total: number;
}

/** Gives each part as soon as it is built, so that the caller need not hold them twice. */
export function* buildParts(
  reader: ScannedReader,
  origin: Origin,
  lexicon: Lexicon | undefined,
  progress: (at: BuildProgress) => void = () => {},
): Generator<[Part, Bytes]> {
  const scanned = scanCollection(reader, (done, total) => progress({ stage: 'read', done, total }));
  yield ['paragraphs', encodeParagraphs(scanned, origin)];
  for (const [done, profile] of profiles.entries()) {
    progress({ stage: 'index', done, total: profiles.length });
    yield [profile, encodeProfile(scanned, profile, origin, lexicon)];
  }
  progress({ stage: 'index', done: profiles.length, total: profiles.length });
}
