/** The index set that a folder keeps, if it is the one wanted. */
import { dirname } from 'node:path';
import type { Profile } from 'arabic-normalizer';
import type { Report } from '../../report/index.ts';
import type { CommitPoint, StoreReader } from '../../store/index.ts';
import type { PhraseView } from '../answers/view.ts';
import type { SuffixArrayIndex } from '../phrase-index.ts';
import type { Files } from './build.ts';
import { decodeProfile, decodeTable, type Origin, type Part, parts, pathOf } from './image.ts';
import { type IndexFile, IndexFileError, readIndexFile } from './index-file.ts';

export type IndexSet = Pick<PhraseView, 'table' | 'byProfile'>;

export interface Loaded {
  /** All parts of one epoch, not always the one wanted; null where the folder holds no such set. */
  files: Files | null;
  epoch: number;
  /** One line for a file that could not be used although it is there. */
  problems: string[];
  /** The epoch of a set that this store's folder kept although the store is older; else null. */
  newer: number | null;
}

/** Reads all parts, each at one go, and checks them. Damaged or foreign ones are named, not thrown. */
export function loadIndexSet(folder: string, origin: Origin, reader: Pick<StoreReader, 'commitAt'>): Loaded {
  const files = new Map<Part, IndexFile>();
  const none = (...problems: string[]): Loaded => ({ files: null, epoch: -1, problems, newer: null });
  let point: CommitPoint | null = null;
  for (const part of parts) {
    const path = pathOf(folder, part);
    try {
      const file = readIndexFile(path);
      const reason = foreign(file, part, origin);
      if (reason !== null) return none(`${path} ${reason}`);
      const its = { epoch: Number(file.facts.epoch), commit: String(file.facts.commit) };
      point ??= its;
      // A writer was stopped, or is at work, between two parts.
      if (its.epoch !== point.epoch || its.commit !== point.commit) return none();
      files.set(part, file);
    } catch (error) {
      if (!(error instanceof IndexFileError)) throw error;
      return error.code === 'missing' ? none() : none(error.message);
    }
  }
  if (point === null) return none();
  const { epoch } = point;
  const folderOf = dirname(pathOf(folder, 'paragraphs'));
  if (epoch > origin.epoch) {
    const what = `is of epoch ${epoch}, the store of epoch ${origin.epoch}: commits were lost, or an older copy was put back`;
    return { ...none(`${folderOf} ${what}`), newer: epoch };
  }
  if (reader.commitAt(epoch) !== point.commit)
    return none(`${folderOf} was made from another copy of the store`);
  return { files, epoch, problems: [], newer: null };
}

/** Puts parts of one epoch together. A profile is unpacked when it is first asked for. */
export function assemble(files: Files, epoch: number, reports: readonly Report[]): IndexSet {
  const paragraphs = files.get('paragraphs')!;
  const table = decodeTable(paragraphs, epoch, reports);
  const indexes = new Map<Profile, SuffixArrayIndex>();
  return {
    table,
    byProfile(profile) {
      const index = indexes.get(profile) ?? decodeProfile(profile, paragraphs, files.get(profile)!, table);
      indexes.set(profile, index);
      return index;
    },
  };
}

function foreign({ facts }: IndexFile, part: Part, origin: Origin): string | null {
  if (facts.part !== part) return `is damaged: it holds ${facts.part}`;
  if (facts.storeId !== origin.storeId) return 'belongs to another collection';
  if (facts.rules !== origin.rules) return 'was made with another lexicon or other rules for words';
  return null;
}
