/**
 * A sequence of unsigned numbers of 8, 16 or 32 bits: an array in memory, or pages of a segment file read through the
 * cache. One class for both, so that V8 sees a single shape.
 */

import { pageBits, pageSize, type SectionPlace, type Values, valuesOver, type Width } from './layout.ts';
import { bufferFrameBits, bufferFrames, type PageCache, type PageSource } from './page-cache.ts';

/**
 * How a paged column is read. `readRange` fills `into` with checked bytes of the file from `offset` on, bypassing the
 * cache.
 */
export interface PagedSource extends PageSource {
  readRange(offset: number, into: Uint8Array): void;
}

/** From this many pages on, a slice is read directly from the file, so that long runs do not displace the cache. */
const longSlice = 16;
/** How often a page that other threads keep displacing is looked for in the cache before it is read privately. */
const tries = 4;

const none: Values = new Uint8Array(0);

export class Column {
  readonly width: Width;
  readonly length: number;
  /** The array of a resident column, for loops that read most of it; null for a paged one. */
  readonly whole: Values | null;

  // Of a paged column: where its numbers are.
  private readonly source: PagedSource | null;
  private readonly cache: PageCache | null;
  private readonly views: readonly Values[];
  private readonly offset: number;
  private readonly firstPage: number;
  /** Numbers of other sections before it in its first page. */
  private readonly skip: number;
  /** A page holds 2 ** bits numbers. */
  private readonly bits: number;

  // The page read last, so that its neighbours need no lookup: its frame, and the frame's version at that time.
  private lastPage = -1;
  private lastFrame = 0;
  private lastVersion = 0;
  private lastView: Values = none;
  private lastBase = 0;

  private constructor(
    width: Width,
    length: number,
    whole: Values | null,
    source: PagedSource | null,
    cache: PageCache | null,
    offset: number,
  ) {
    this.width = width;
    this.length = length;
    this.whole = whole;
    this.source = source;
    this.cache = cache;
    this.views = cache === null ? [] : cache.views(width);
    this.offset = offset;
    this.firstPage = Math.floor(offset / pageSize);
    this.skip = (offset % pageSize) / width;
    this.bits = pageBits - (width >> 1);
  }

  /** A column over an array in memory; the array is used as it is. */
  static of(values: Values): Column {
    return new Column(values.BYTES_PER_ELEMENT as Width, values.length, values, null, null, 0);
  }

  static paged(
    source: PagedSource,
    cache: PageCache,
    { width, length, offset }: Omit<SectionPlace, 'name'>,
  ): Column {
    return new Column(width, length, null, source, cache, offset);
  }

  /**
   * The number at `i`, an integer. 0 outside the column (so -1 and `length` may be read as sentinels). A paged column
   * throws `SegmentFileError` if the page cannot be read or does not match its checksum.
   */
  at(i: number): number {
    const { whole } = this;
    if (whole === null) return this.pagedAt(i);
    return i >= 0 && i < whole.length ? whole[i]! : 0;
  }

  /**
   * The first index from `from` on, not negative, with a number above `limit`; `length` if there is none. Looks at one
   * number after another.
   */
  firstAbove(limit: number, from: number): number {
    const { whole, length } = this;
    let at = from;
    if (whole !== null) {
      while (at < length && whole[at]! <= limit) at += 1;
      return at;
    }
    while (at < length) {
      const end = this.endOfPage(at);
      const found = this.firstAboveInPage(limit, at, end);
      if (found < end) return found;
      at = end;
    }
    return length;
  }

  /** The numbers from `from` to (not including) `to`, both inside the column: a view or a copy; do not modify it. */
  slice(from: number, to: number): Values {
    const { whole, width } = this;
    if (whole !== null) return whole.subarray(from, to);
    const start = Math.max(0, from);
    const end = Math.max(start, Math.min(this.length, to));
    const values = valuesOver(width, new ArrayBuffer((end - start) * width));
    if (end - start >= longSlice << this.bits) {
      this.source!.readRange(this.offset + start * width, new Uint8Array(values.buffer));
    } else {
      this.copy(start, end, values);
    }
    return values;
  }

  private pagedAt(i: number): number {
    if (!(i >= 0 && i < this.length)) return 0;
    const place = i + this.skip;
    const page = this.firstPage + (place >>> this.bits);
    const index = place & ((1 << this.bits) - 1);
    if (page === this.lastPage) {
      const value = this.lastView[this.lastBase + index]!;
      if (this.cache!.unchanged(this.lastFrame, this.lastVersion)) {
        this.cache!.touch(this.lastFrame);
        return value;
      }
    }
    for (let tried = 0; tried < tries; tried += 1) {
      if (!this.open(page)) return this.cache!.private[this.width][index]!;
      const value = this.lastView[this.lastBase + index]!;
      if (this.cache!.unchanged(this.lastFrame, this.lastVersion)) return value;
    }
    return this.openPrivately(page)[index]!;
  }

  /** One more than the last index in the same page. */
  private endOfPage(i: number): number {
    return Math.min(this.length, (((i + this.skip) >>> this.bits) + 1) * (1 << this.bits) - this.skip);
  }

  /** From `from` to (not including) `end`, all in one page; `end` if there is none. */
  private firstAboveInPage(limit: number, from: number, end: number): number {
    const place = from + this.skip;
    const page = this.firstPage + (place >>> this.bits);
    const index = place & ((1 << this.bits) - 1);
    for (let tried = 0; tried < tries; tried += 1) {
      if (page !== this.lastPage && !this.open(page))
        return stepTo(limit, this.cache!.private[this.width], index, from, end);
      const found = stepTo(limit, this.lastView, this.lastBase + index, from, end);
      if (this.cache!.unchanged(this.lastFrame, this.lastVersion)) {
        this.cache!.touch(this.lastFrame);
        return found;
      }
      this.lastPage = -1;
    }
    return stepTo(limit, this.openPrivately(page), index, from, end);
  }

  private copy(start: number, end: number, into: Values): void {
    const inPage = 1 << this.bits;
    for (let at = start; at < end; ) {
      const place = at + this.skip;
      const page = this.firstPage + (place >>> this.bits);
      const index = place & (inPage - 1);
      const count = Math.min(inPage - index, end - at);
      this.copyFrom(page, index, count, into, at - start);
      at += count;
    }
  }

  private copyFrom(page: number, index: number, count: number, into: Values, to: number): void {
    for (let tried = 0; tried < tries; tried += 1) {
      if (page !== this.lastPage && !this.open(page)) {
        into.set(this.cache!.private[this.width].subarray(index, index + count), to);
        return;
      }
      const from = this.lastBase + index;
      into.set(this.lastView.subarray(from, from + count), to);
      if (this.cache!.unchanged(this.lastFrame, this.lastVersion)) return;
      this.lastPage = -1;
    }
    into.set(this.openPrivately(page).subarray(index, index + count), to);
  }

  /** Remembers the frame of a page as the last one; false if the page is only in the cache's private memory. */
  private open(page: number): boolean {
    const cache = this.cache!;
    this.lastPage = -1;
    const frame = cache.find(this.source!, page);
    if (frame < 0) return false;
    this.lastFrame = frame;
    this.lastVersion = cache.version;
    this.lastView = this.views[frame >>> bufferFrameBits]!;
    this.lastBase = (frame & (bufferFrames - 1)) << this.bits;
    this.lastPage = page;
    return true;
  }

  private openPrivately(page: number): Values {
    this.lastPage = -1;
    this.cache!.readPrivately(this.source!, page);
    return this.cache!.private[this.width];
  }
}

/** As `firstAbove`, where `values[index]` is the number at `from`. */
function stepTo(limit: number, values: Values, index: number, from: number, end: number): number {
  let at = from;
  while (at < end && values[index + at - from]! <= limit) at += 1;
  return at;
}
