/**
 * An index set handed to another thread, without a copy: the side that gives it describes it, the side that takes it
 * makes a view of it over its own snapshot of the same commit.
 */
import type { CommitPoint, Snapshot } from '../../store/index.ts';
import type { PhraseView } from '../answers/view.ts';
import type { Files } from './build.ts';
import type { Bytes, Part } from './image.ts';
import { decodeFile } from './index-file.ts';
import { assemble } from './load.ts';

/** What a message can carry; its bytes lie in shared memory. */
export interface SharedSet extends CommitPoint {
  parts: readonly [Part, Bytes][];
}

export function describeSet(files: Files, { epoch, commit }: CommitPoint): SharedSet {
  return { epoch, commit, parts: [...files].map(([part, { bytes }]) => [part, bytes]) };
}

/** @param reader of the set's commit */
export function viewOfShared(set: SharedSet, reader: Snapshot): Pick<PhraseView, 'table' | 'byProfile'> {
  const files = new Map(set.parts.map(([part, bytes]) => [part, decodeFile(part, bytes, false)]));
  return assemble(files, set.epoch, reader.countedReports());
}
