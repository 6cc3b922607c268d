/**
 * A set of segments handed to another thread, without a copy: the side that gives it describes it, the side that takes
 * it makes a view of it over its own snapshot of the same commit. What is in memory is shared, what is read by page goes
 * through the one cache.
 */
import type { CommitPoint, Snapshot } from '../../store/index.ts';
import type { PhraseView } from '../answers/view.ts';
import { indexesOver } from '../build.ts';
import { openSegment } from '../segment/sections.ts';
import { openSegmentFile, PageCache, type SegmentSource, type SharedPageCache } from '../storage/index.ts';
import { type Entry, sourceOf } from './entry.ts';

/** What a message can carry. */
export interface SharedSet extends CommitPoint {
  segments: readonly { source: SegmentSource; masked: readonly number[] }[];
  cache: SharedPageCache;
}

export function describeSet(
  entries: readonly Entry[],
  { epoch, commit }: CommitPoint,
  cache: SharedPageCache,
): SharedSet {
  const segments = entries.map((entry) => ({ source: sourceOf(entry), masked: [...entry.masked] }));
  return { epoch, commit, segments, cache };
}

export interface SharedView extends Pick<PhraseView, 'table' | 'byProfile'> {
  /** Closes its files. */
  close(): void;
}

/**
 * @param reader of the set's commit
 * @throws SegmentFileError where a file is gone or damaged
 */
export function viewOfShared(set: SharedSet, reader: Snapshot): SharedView {
  const cache = PageCache.over(set.cache);
  const files = set.segments.map(({ source }) => openSegmentFile(source, { cache }));
  const live = files.map((file, i) => ({
    segment: openSegment(file),
    masked: new Set(set.segments[i]!.masked),
  }));
  return {
    ...indexesOver(set.epoch, reader.countedReports(), live),
    close: () => {
      for (const file of files) file.close();
    },
  };
}
