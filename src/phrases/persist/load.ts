/** The index set that a folder keeps, if it is the one wanted. */
import { profiles } from 'arabic-normalizer';
import type { Report } from '../../report/index.ts';
import type { PhraseView } from '../answers/view.ts';
import type { SuffixArrayIndex } from '../phrase-index.ts';
import type { ParagraphTable } from '../types.ts';
import { decodeProfile, decodeTable, type Origin, type Part, parts, pathOf } from './image.ts';
import { type IndexFile, IndexFileError, readIndexFile } from './index-file.ts';

export type IndexSet = Pick<PhraseView, 'table' | 'byProfile'>;

export interface Loaded {
  /** null where the folder holds none for this origin. */
  set: IndexSet | null;
  /** One line for each file that could not be used although it is there. */
  problems: string[];
}

/** Reads all parts, each at one go, and checks them. Damaged or foreign ones are named, not thrown. */
export function loadIndexSet(folder: string, origin: Origin, reports: readonly Report[]): Loaded {
  const files = new Map<Part, IndexFile>();
  const problems: string[] = [];
  let stale = false;
  for (const part of parts) {
    const path = pathOf(folder, part);
    try {
      const file = readIndexFile(path);
      const reason = foreign(file, part, origin);
      if (reason !== null) problems.push(`${path} ${reason}`);
      else if (file.facts.epoch !== origin.epoch) stale = true;
      else files.set(part, file);
    } catch (error) {
      if (!(error instanceof IndexFileError)) throw error;
      if (error.code !== 'missing') problems.push(error.message);
    }
    if (stale || problems.length > 0) break;
  }
  if (files.size < parts.length) return { set: null, problems };
  try {
    return { set: assemble(files, origin.epoch, reports), problems };
  } catch (error) {
    if (!(error instanceof IndexFileError)) throw error;
    return { set: null, problems: [error.message] };
  }
}

/** Puts parts of one epoch together. */
export function assemble(
  files: ReadonlyMap<Part, IndexFile>,
  epoch: number,
  reports: readonly Report[],
): IndexSet {
  const paragraphs = files.get('paragraphs')!;
  const table: ParagraphTable = decodeTable(paragraphs, epoch, reports);
  const indexes = new Map<string, SuffixArrayIndex>(
    profiles.map((profile) => [profile, decodeProfile(profile, paragraphs, files.get(profile)!, table)]),
  );
  return { table, byProfile: (profile) => indexes.get(profile)! };
}

function foreign({ facts }: IndexFile, part: Part, origin: Origin): string | null {
  if (facts.part !== part) return `is damaged: it holds ${facts.part}`;
  if (facts.storeId !== origin.storeId) return 'belongs to another collection';
  if (facts.rules !== origin.rules) return 'was made with another lexicon or other rules for words';
  return null;
}
