/** Segments for another thread, or for one that merges them: where each is, and which of its reports do not count. */
import { openSegment } from '../segment/sections.ts';
import type { LiveSegment } from '../segment/segment.ts';
import { openSegmentFile, type PageCache, type SegmentFile, type SegmentSource } from '../storage/index.ts';
import type { Entry } from './entry.ts';

/** What a message can carry. */
export interface SharedSegment {
  source: SegmentSource;
  masked: readonly number[];
}

export function describeEntry({ opened, masked }: Entry): SharedSegment {
  return { source: opened.value.file.shareable, masked: [...masked] };
}

export interface SharedSegments {
  live: readonly LiveSegment[];
  /** Closes their files. */
  close(): void;
}

/** Throws `SegmentFileError` if a file is missing or damaged; none is left open then. */
export function openShared(segments: readonly SharedSegment[], cache: PageCache): SharedSegments {
  const files: SegmentFile[] = [];
  const close = () => {
    for (const file of files) file.close();
  };
  try {
    const live = segments.map(({ source, masked }): LiveSegment => {
      const file = openSegmentFile(source, { cache });
      files.push(file);
      return { segment: openSegment(file), masked: new Set(masked) };
    });
    return { live, close };
  } catch (error) {
    close();
    throw error;
  }
}
