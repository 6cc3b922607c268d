/** The open segments of a set: each is opened once, however many snapshots read it, and closed after the last one. */
import { rmSync, statSync } from 'node:fs';
import { openSegment } from '../segment/sections.ts';
import type { Segment } from '../segment/segment.ts';
import { openSegmentFile, PageCache, type SegmentFile, type SegmentSource } from '../storage/index.ts';
import { Shared } from './shared.ts';

/** An open segment and its source. */
export interface OpenedSegment {
  segment: Segment;
  file: SegmentFile;
  /** Its file is deleted when nothing reads it any more. */
  isObsolete: boolean;
}

/**
 * All in memory if all fit into the limit, otherwise all by page through one cache of that size.
 * @param limit in bytes
 */
export class OpenSegments {
  readonly cache: PageCache;
  /** Size of the open segments. */
  readonly names = new Set<string>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
    this.cache = PageCache.create(limit);
  }

  /** Throws `SegmentFileError`. Sources that are already in memory stay there. */
  open(source: SegmentSource, resident: boolean): Shared<OpenedSegment> {
    const file = openSegmentFile(source, resident ? { resident: true } : { cache: this.cache });
    const segment = openSegment(file);
    this.names.add(segment.name);
    return new Shared<OpenedSegment>({ segment, file, isObsolete: false }, (opened) => this.close(opened));
  }

  /** Whether this many bytes fit into memory. */
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

/** Size of a segment that may not be open; 0 if its file is gone. */
export function sizeOfSource(source: SegmentSource): number {
  if ('memory' in source) return source.memory.buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return statSync(source.path, { throwIfNoEntry: false })?.size ?? 0;
}
