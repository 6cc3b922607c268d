/** An open segment file: its header, and pages that are checked when read. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Column, type PagedSource } from './column.ts';
import { SegmentFileError } from './errors.ts';
import {
  checkPagesOf,
  checksInPage,
  decodeOpening,
  type Header,
  pageSize,
  pagesOf,
  type SectionPlace,
} from './layout.ts';
import type { PageCache } from './page-cache.ts';

/** A page that does not match its checksum or cannot be read, and the sections that it belongs to. */
export interface DamagedPage {
  page: number;
  sections: string[];
}

/** How much is read at once if pages follow each other. */
const runPages = 256;

export class PageFile implements PagedSource {
  readonly path: string;
  readonly number: number;
  readonly header: Header;
  /** Number of pages of sections and page 0; pages of checksums follow them. */
  readonly pages: number;
  /** Length of the whole file. */
  readonly bytes: number;
  private file: number | null;
  /** The checksums of the pages that hold checksums. */
  private readonly checksOfChecks: Uint32Array;
  /** The checksum of every page: read by page through the cache, or all at once, as set by `readChecks`. */
  private checks: Column;

  /** Reads a few KB, whatever the file's size. Throws `SegmentFileError`. */
  constructor(path: string, number: number) {
    this.path = path;
    this.number = number;
    try {
      this.file = openSync(path, 'r');
    } catch (error) {
      throw new SegmentFileError(
        'missing',
        path,
        `cannot be read (${(error as NodeJS.ErrnoException).code})`,
      );
    }
    try {
      const size = fstatSync(this.file).size;
      const page0 = new Uint8Array(Math.min(pageSize, size));
      this.read(page0, 0);
      const { pages, headerLength, headerCheck } = decodeOpening(path, page0);
      const checkPages = checkPagesOf(pages);
      const headerAt = (pages + checkPages) * pageSize;
      this.pages = pages;
      this.bytes = headerAt + headerLength;
      if (size < this.bytes) throw this.damaged(`it is cut short (${size} of ${this.bytes} bytes)`);
      if (size > this.bytes) throw this.damaged(`it is too long (${size} instead of ${this.bytes} bytes)`);
      const header = new Uint8Array(headerLength);
      this.read(header, headerAt);
      if (crc32(header) !== headerCheck) throw this.damaged('its header does not match its checksum');
      this.checksOfChecks = new Uint32Array(header.buffer, 0, checkPages);
      this.header = JSON.parse(Buffer.from(header.subarray(4 * checkPages)).toString()) as Header;
      this.checks = Column.of(new Uint32Array(0));
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Prepares the pages' checksums: through the cache, page by page, or all of them if there is no cache. */
  readChecks(cache: PageCache | null): void {
    const place = { width: 4 as const, length: this.pages, offset: this.pages * pageSize };
    if (cache) {
      this.checks = Column.paged(this, cache, place);
      return;
    }
    const all = new Uint8Array(checkPagesOf(this.pages) * pageSize);
    for (let page = 0; page * pageSize < all.length; page += 1) {
      this.readPage(this.pages + page, all.subarray(page * pageSize, (page + 1) * pageSize));
    }
    this.checks = Column.of(new Uint32Array(all.buffer, 0, this.pages));
  }

  readPage(page: number, into: Uint8Array): void {
    // Before the read, which may itself read a page of checksums into the same memory.
    const expected = this.checkOf(page);
    this.read(into, page * pageSize);
    if (crc32(into) !== expected) throw this.mismatch(page);
  }

  /** Fills `into` with the bytes from `offset` on, reading whole pages and checking each. */
  readRange(offset: number, into: Uint8Array): void {
    const first = Math.floor(offset / pageSize);
    const end = pagesOf(offset + into.length);
    const run = new Uint8Array(Math.min(runPages, end - first) * pageSize);
    for (let page = first; page < end; page += runPages) {
      const pages = run.subarray(0, Math.min(runPages, end - page) * pageSize);
      this.read(pages, page * pageSize);
      for (let at = 0; at < pages.length; at += pageSize) {
        const number = page + at / pageSize;
        if (crc32(pages.subarray(at, at + pageSize)) !== this.checkOf(number)) throw this.mismatch(number);
      }
      const skip = Math.max(0, offset - page * pageSize);
      const to = page * pageSize + skip - offset;
      into.set(pages.subarray(skip, skip + Math.min(into.length - to, pages.length - skip)), to);
    }
  }

  /** Every page that does not match its checksum or cannot be read; pages whose checksums are lost are skipped. */
  *damagedPages(): Generator<DamagedPage> {
    const checks = new Uint32Array(checksInPage);
    const bytes = new Uint8Array(pageSize);
    for (let first = 0; first < this.pages; first += checksInPage) {
      const checkPage = this.pages + first / checksInPage;
      if (!this.matches(checkPage, new Uint8Array(checks.buffer), this.checkOf(checkPage))) {
        yield { page: checkPage, sections: this.sectionsOf(checkPage) };
        continue;
      }
      for (let page = Math.max(1, first); page < Math.min(this.pages, first + checksInPage); page += 1) {
        if (!this.matches(page, bytes, checks[page - first]!))
          yield { page, sections: this.sectionsOf(page) };
      }
    }
  }

  /** The names of the sections that a page belongs to. */
  sectionsOf(page: number): string[] {
    if (page >= this.pages) return ['the checksums'];
    return this.header.sections.filter((section) => isIn(section, page)).map(({ name }) => name);
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private checkOf(page: number): number {
    return page < this.pages ? this.checks.at(page) : this.checksOfChecks[page - this.pages]!;
  }

  private matches(page: number, into: Uint8Array, expected: number): boolean {
    try {
      this.read(into, page * pageSize);
    } catch (error) {
      if (error instanceof SegmentFileError) return false;
      throw error;
    }
    return crc32(into) === expected;
  }

  private read(into: Uint8Array, position: number): void {
    // Another file may have this descriptor by now.
    if (this.file === null) throw new Error(`${this.path} is read after it was closed`);
    for (let at = 0; at < into.length; ) {
      let read: number;
      try {
        read = readSync(this.file, into, at, into.length - at, position + at);
      } catch (error) {
        throw this.damaged(
          `it cannot be read at ${position + at} (${(error as NodeJS.ErrnoException).code})`,
        );
      }
      if (read === 0)
        throw this.damaged(`it is cut short${this.where(Math.floor((position + at) / pageSize))}`);
      at += read;
    }
  }

  private mismatch(page: number): SegmentFileError {
    return this.damaged(`page ${page} (${this.sectionsOf(page).join(', ')}) does not match its checksum`);
  }

  private where(page: number): string {
    return this.header ? ` in page ${page} (${this.sectionsOf(page).join(', ')})` : '';
  }

  private damaged(what: string): SegmentFileError {
    return new SegmentFileError('damaged', this.path, what);
  }
}

function isIn({ offset, width, length }: SectionPlace, page: number): boolean {
  return offset < (page + 1) * pageSize && offset + width * length > page * pageSize;
}
