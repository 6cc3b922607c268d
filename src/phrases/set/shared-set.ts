/**
 * Passes a set of segments to another thread without copying: the sender describes it, the receiver makes a view of it
 * over its own snapshot of the same commit. What is in memory is shared, what is read by page goes through the shared
 * cache.
 */
import type { CommitPoint, Snapshot } from '../../store/index.ts';
import type { PhraseView } from '../answers/view.ts';
import { indexesOver } from '../build.ts';
import { PageCache, type SharedPageCache } from '../storage/index.ts';
import type { Entry } from './entry.ts';
import { describeEntry, openShared, type SharedSegment } from './shared-segment.ts';

/** What a message can carry. */
export interface SharedSet extends CommitPoint {
  segments: readonly SharedSegment[];
  cache: SharedPageCache;
}

export function describeSet(
  entries: readonly Entry[],
  { epoch, commit }: CommitPoint,
  cache: SharedPageCache,
): SharedSet {
  return { epoch, commit, segments: entries.map(describeEntry), cache };
}

export interface SharedView extends Pick<PhraseView, 'table' | 'byProfile'> {
  /** Closes its files. */
  close(): void;
}

/**
 * @param reader at the set's commit
 * @throws SegmentFileError if a file is missing or damaged
 */
export function viewOfShared(set: SharedSet, reader: Snapshot): SharedView {
  const { live, close } = openShared(set.segments, PageCache.over(set.cache));
  return { ...indexesOver(set.epoch, reader.countedReports(), live), close };
}
