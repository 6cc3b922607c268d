/** Opens the columns of a segment: from its file, by page or all at once, or from memory shared with another thread. */
import { Column } from './column.ts';
import { SegmentFileError } from './errors.ts';
import { type Header, type SegmentFacts, valuesOver } from './layout.ts';
import type { PageCache } from './page-cache.ts';
import { type DamagedPage, PageFile } from './page-file.ts';

/** Sections in shared memory, each from the start of its buffer. */
export interface SegmentMemory extends Header {
  buffers: SharedArrayBuffer[];
}

/**
 * Where a segment is; plain data that can be posted to another thread. `path` is null if it has no file. Its number
 * distinguishes its pages from those of others in the cache and must not be reused for another file.
 */
export type SegmentSource =
  | { number: number; path: string }
  | { number: number; path: string | null; memory: SegmentMemory };

/** All sections in memory, or pages through a cache. A source that is already in memory is used directly. */
export type OpenMode = { resident: true } | { cache: PageCache };

export class SegmentFile {
  readonly number: number;
  readonly path: string | null;
  readonly facts: SegmentFacts;
  /** Size of its file, or of its sections if it has none. */
  readonly bytes: number;
  readonly resident: boolean;
  /** What another thread needs to open the same segment, without copying what is in memory. */
  readonly shareable: SegmentSource;
  private readonly columns: Map<string, () => Column>;
  private readonly file: PageFile | null;

  constructor(
    source: SegmentSource,
    header: Header,
    bytes: number,
    file: PageFile | null,
    columns: Map<string, () => Column>,
  ) {
    this.number = source.number;
    this.path = source.path;
    this.facts = header.facts;
    this.bytes = bytes;
    this.resident = 'memory' in source;
    this.shareable = source;
    this.file = file;
    this.columns = columns;
  }

  /**
   * A section by name; `SegmentFileError` if there is none. Each call returns a separate column, which remembers its
   * own last page: readers of different places should each have one.
   */
  column(name: string): Column {
    const open = this.columns.get(name);
    if (!open)
      throw new SegmentFileError('damaged', this.path ?? 'a segment in memory', `it holds no ${name}`);
    return open();
  }

  has(name: string): boolean {
    return this.columns.has(name);
  }

  /** Afterwards paged columns can no longer be read; resident ones can. */
  close(): void {
    this.file?.close();
  }
}

/** Throws `SegmentFileError`. Resident: every page is checked now; paged: each when it is read into the cache. */
export function openSegmentFile(source: SegmentSource, mode: OpenMode): SegmentFile {
  if ('memory' in source) return inMemory(source);
  const file = new PageFile(source.path, source.number);
  if ('cache' in mode) {
    file.readChecks(mode.cache);
    const columns = new Map(
      file.header.sections.map((place) => [place.name, () => Column.paged(file, mode.cache, place)]),
    );
    return new SegmentFile(source, file.header, file.bytes, file, columns);
  }
  try {
    file.readChecks(null);
    const buffers = file.header.sections.map(({ width, length, offset }) => {
      const buffer = new SharedArrayBuffer(width * length);
      file.readRange(offset, new Uint8Array(buffer));
      return buffer;
    });
    return inMemory({ ...source, memory: { ...file.header, buffers } }, file.bytes);
  } finally {
    file.close();
  }
}

function inMemory(source: Extract<SegmentSource, { memory: unknown }>, bytes?: number): SegmentFile {
  const { memory } = source;
  const columns = memory.sections.map(({ name, width, length }, at): [string, () => Column] => {
    const column = Column.of(valuesOver(width, memory.buffers[at]!, 0, length));
    return [name, () => column];
  });
  const size = memory.buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return new SegmentFile(source, memory, bytes ?? size, null, new Map(columns));
}

/** Checks every page of a file. Throws `SegmentFileError` where the file cannot even be opened. */
export function* verifyPages(source: { path: string; number: number }): Generator<DamagedPage> {
  const file = new PageFile(source.path, source.number);
  try {
    yield* file.damagedPages();
  } finally {
    file.close();
  }
}
