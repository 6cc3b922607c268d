/** Builds all parts of an index set from one epoch of a store, or from the set of an earlier one and what changed. */
import { type Lexicon, profiles } from 'arabic-normalizer';
import { buildArrays } from '../phrase-index.ts';
import { scanCollection, underProfile } from '../token-stream.ts';
import type { ScannedReader } from '../types.ts';
import { type Change, type ChangeReader, readChange, worthFollowing } from '../update/change.ts';
import { mergeChange } from '../update/merge.ts';
import {
  type Bytes,
  decodeOldParagraphs,
  decodeOldProfile,
  encodeParagraphs,
  encodeProfile,
  type Origin,
  type Part,
} from './image.ts';
import type { IndexFile } from './index-file.ts';

export interface BuildProgress {
  stage: 'read' | 'index';
  /** Paragraphs read, or profiles built. */
  done: number;
  total: number;
}

export type Files = ReadonlyMap<Part, IndexFile>;

/** A whole set of an earlier epoch, and the ids of all reports that may have changed since. */
export interface Previous {
  files: Files;
  changed: ReadonlySet<string>;
}

export interface BuildTask {
  reader: ScannedReader & ChangeReader;
  origin: Origin;
  lexicon: Lexicon | undefined;
  progress?: ((at: BuildProgress) => void) | undefined;
  previous?: Previous | undefined;
}

/** Gives each part as soon as it is built, so that the caller need not hold them twice. */
export function* buildParts(task: BuildTask): Generator<[Part, Bytes]> {
  const { reader, previous } = task;
  if (previous) {
    const change = readChange(
      reader,
      decodeOldParagraphs(previous.files.get('paragraphs')!),
      previous.changed,
    );
    if (worthFollowing(change)) {
      yield* followed(task, previous.files, change);
      return;
    }
  }
  yield* built(task);
}

function* built({ reader, origin, lexicon, progress }: BuildTask): Generator<[Part, Bytes]> {
  const { table, exact } = scanCollection(reader, (done, total) =>
    progress?.({ stage: 'read', done, total }),
  );
  yield ['paragraphs', encodeParagraphs(table, exact.tokenStart, origin)];
  for (const [done, profile] of profiles.entries()) {
    progress?.({ stage: 'index', done, total: profiles.length });
    const stream = underProfile(exact, profile, lexicon);
    yield [profile, encodeProfile(profile, stream.words, buildArrays(stream, table), origin)];
  }
  progress?.({ stage: 'index', done: profiles.length, total: profiles.length });
}

function* followed(
  { origin, lexicon, progress }: BuildTask,
  files: Files,
  change: Change,
): Generator<[Part, Bytes]> {
  const paragraphs = files.get('paragraphs')!;
  yield ['paragraphs', encodeParagraphs(change.table, change.tokenStart, origin)];
  for (const [done, profile] of profiles.entries()) {
    progress?.({ stage: 'index', done, total: profiles.length });
    const old = decodeOldProfile(paragraphs, files.get(profile)!);
    const { words, arrays } = mergeChange(old, change, profile, lexicon);
    yield [profile, encodeProfile(profile, words, arrays, origin)];
  }
  progress?.({ stage: 'index', done: profiles.length, total: profiles.length });
}
