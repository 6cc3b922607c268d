/** The segments of a set, opened: each once, however many snapshots read it, and closed after the last one. */
import { rmSync, statSync } from 'node:fs';
import { openSegment } from '../segment/sections.ts';
import type { Segment } from '../segment/segment.ts';
import { openSegmentFile, PageCache, type SegmentFile, type SegmentSource } from '../storage/index.ts';
import { Shared } from './shared.ts';

/** A segment that is read, and where from. */
export interface OpenedSegment {
  segment: Segment;
  file: SegmentFile;
  /** Its file is removed when nobody reads it any more. */
  isObsolete: boolean;
}

/**
 * All in memory where all fit into the limit, else all by page through one cache of that size.
 * @param limit bytes
 */
export class OpenSegments {
  readonly cache: PageCache;
  /** Of the segments that are open. */
  readonly names = new Set<string>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
    this.cache = PageCache.create(limit);
  }

  /** Throws `SegmentFileError`. Sources that are in memory already stay there. */
  open(source: SegmentSource, resident: boolean): Shared<OpenedSegment> {
    const file = openSegmentFile(source, resident ? { resident: true } : { cache: this.cache });
    const segment = openSegment(file);
    this.names.add(segment.name);
    return new Shared<OpenedSegment>({ segment, file, isObsolete: false }, (opened) => this.close(opened));
  }

  /** Do so many bytes fit into memory? */
  fits(bytes: number): boolean {
    return bytes <= this.limit;
  }

  private close({ segment, file, isObsolete }: OpenedSegment): void {
    file.close();
    if (!isObsolete) return;
    this.names.delete(segment.name);
    if (file.path !== null) rmSync(file.path, { force: true });
  }
}

/** Bytes of a segment that may not be open; 0 where its file is gone. */
export function sizeOfSource(source: SegmentSource): number {
  if ('memory' in source) return source.memory.buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return statSync(source.path, { throwIfNoEntry: false })?.size ?? 0;
}
