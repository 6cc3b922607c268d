/**
 * Loads the set stored in a folder if it belongs to this store, or what is left of it if files are damaged or missing.
 */
import { dirname } from 'node:path';
import type { StoreReader } from '../../store/index.ts';
import { contentVersion, factsOfFile } from '../segment/sections.ts';
import { SegmentFileError, type SegmentSource } from '../storage/index.ts';
import type { Entry } from './entry.ts';
import { type OpenedSegment, type OpenSegments, sizeOfSource } from './open-segments.ts';
import type { Origin } from './origin.ts';
import { readSetFile, type SetFile, SetFileError, segmentPath, setPath } from './set-file.ts';
import type { Shared } from './shared.ts';

export interface Loaded {
  entries: Entry[];
  /** Epoch of the set; -1 if there is none. */
  epoch: number;
  /** Names of its segments. */
  named: string[];
  /** One line for each file that should be there but could not be used. */
  problems: string[];
  /** The epoch of a set of this store, if the store is older than it; otherwise null. */
  newer: number | null;
}

/** Damaged or foreign files are reported, not thrown. `number` gives each segment its number in the cache. */
export function loadSet(
  folder: string,
  origin: Origin,
  reader: Pick<StoreReader, 'commitAt'>,
  open: OpenSegments,
  number: () => number,
): Loaded {
  const nothing = (...problems: string[]): Loaded => ({
    entries: [],
    epoch: -1,
    named: [],
    problems,
    newer: null,
  });
  let set: SetFile;
  try {
    set = readSetFile(folder);
  } catch (error) {
    if (!(error instanceof SetFileError)) throw error;
    return error.code === 'missing' ? nothing() : nothing(error.message);
  }
  const path = setPath(folder);
  if (set.storeId !== origin.storeId) return nothing(`${path} belongs to another collection`);
  if (set.rules !== origin.rules)
    return nothing(`${path} was made with another lexicon or other rules for words`);
  const folderOf = dirname(path);
  if (set.epoch > origin.epoch) {
    const what = `is of epoch ${set.epoch}, the store of epoch ${origin.epoch}: commits were lost, or an older copy was restored`;
    return { ...nothing(`${folderOf} ${what}`), newer: set.epoch };
  }
  if (reader.commitAt(set.epoch) !== set.commit)
    return nothing(`${folderOf} was made from another copy of the store`);
  const named = set.segments.map(({ name }) => name);
  const loaded: Loaded = { entries: [], epoch: set.epoch, named, problems: [], newer: null };
  const sources = set.segments.map(({ name }) => ({ path: segmentPath(folder, name), number: number() }));
  const resident = open.fits(sources.reduce((sum, source) => sum + sizeOfSource(source), 0));
  for (const [i, { name, masked }] of set.segments.entries()) {
    const source = sources[i]!;
    try {
      const opened = openChecked(source, name, set, open, resident);
      loaded.entries.push({ opened, masked: new Set(masked) });
    } catch (error) {
      if (!(error instanceof SegmentFileError)) throw error;
      loaded.problems.push(error.message);
    }
  }
  return loaded;
}

function openChecked(
  source: SegmentSource & { path: string },
  name: string,
  { storeId, rules }: SetFile,
  open: OpenSegments,
  resident: boolean,
): Shared<OpenedSegment> {
  const opened = open.open(source, resident);
  const facts = factsOfFile(opened.value.file);
  const wrong =
    facts.content !== contentVersion
      ? `holds version ${facts.content}, this program reads ${contentVersion}`
      : facts.name !== name || facts.storeId !== storeId || facts.rules !== rules
        ? 'is not the segment that the set names'
        : null;
  if (wrong === null) return opened;
  opened.release();
  throw new SegmentFileError('older_version', source.path, wrong);
}
