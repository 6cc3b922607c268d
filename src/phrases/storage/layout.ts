/**
 * How a segment file is laid out: pages of 4 KB, every byte under a checksum (CRC-32), in the machine's byte order.
 *
 *     page 0           what kind of file it is and where its parts are (below); its last 4 bytes check the rest of it
 *     pages 1 … n-1    the sections: longer ones begin with a page, those of a page or less share pages at the end
 *     then             the checksum of each of the n pages, 4 bytes each (0 for page 0), filled up to whole pages
 *     then             the header: the checksum of each page of checksums, then JSON: facts and a table of sections
 *
 * So opening a file reads page 0 and the header, a few KB whatever the file's size, and each page can be checked alone.
 */
import { crc32 } from 'node:zlib';
import { SegmentFileError } from './errors.ts';

/** Incremented when the layout of a file changes. (The meaning of its sections has a separate version in the facts.) */
export const layoutVersion = 1;

export const pageBits = 12;
export const pageSize = 1 << pageBits;
/** Number of checksums on one page of them. */
export const checksInPage = pageSize / 4;

export type Width = 1 | 2 | 4;
export type Values = Uint8Array | Uint16Array | Uint32Array;

/** The smallest width that holds every number up to `max`. */
export function widthFor(max: number): Width {
  return max < 2 ** 8 ? 1 : max < 2 ** 16 ? 2 : 4;
}

/** A section's position in the file; `length` counts numbers, `offset` bytes. */
export interface SectionPlace {
  name: string;
  width: Width;
  length: number;
  offset: number;
}

/** Any small JSON object that the writer of a segment wants to store with it. */
export type SegmentFacts = Record<string, unknown>;

export interface Header {
  facts: SegmentFacts;
  sections: SectionPlace[];
}

/** The contents of page 0. */
export interface Opening {
  pages: number;
  headerLength: number;
  headerCheck: number;
}

const magic = 'SIYAGHAS';

export function encodeOpening({ pages, headerLength, headerCheck }: Opening): Uint8Array {
  const page = new Uint8Array(pageSize);
  page.set(Buffer.from(magic, 'latin1'));
  const numbers = new Uint32Array(page.buffer);
  numbers.set([layoutVersion, pages, headerLength, headerCheck], 2);
  numbers[checksInPage - 1] = crc32(page.subarray(0, pageSize - 4));
  return page;
}

/** `page`: the file's page 0, possibly shorter than a page. Throws `SegmentFileError`. */
export function decodeOpening(path: string, page: Uint8Array): Opening {
  if (Buffer.from(page.subarray(0, magic.length)).toString('latin1') !== magic) {
    throw new SegmentFileError('damaged', path, page.length < pageSize ? 'it is cut short' : 'not a segment');
  }
  if (page.length < pageSize) throw new SegmentFileError('damaged', path, 'it is cut short');
  const numbers = new Uint32Array(page.slice().buffer);
  if (crc32(page.subarray(0, pageSize - 4)) !== numbers[checksInPage - 1]) {
    throw new SegmentFileError('damaged', path, 'page 0 (its opening) does not match its checksum');
  }
  const [version, pages, headerLength, headerCheck] = numbers.subarray(2, 6);
  if (version !== layoutVersion) {
    const code = version! > layoutVersion ? 'newer_version' : 'older_version';
    throw new SegmentFileError(code, path, `has version ${version}, this program writes ${layoutVersion}`);
  }
  return { pages: pages!, headerLength: headerLength!, headerCheck: headerCheck! };
}

export function pagesOf(bytes: number): number {
  return Math.ceil(bytes / pageSize);
}

/** Number of pages for the checksums of `pages` pages. */
export function checkPagesOf(pages: number): number {
  return Math.ceil(pages / checksInPage);
}

/** An array of `width` over shared memory: numbers `from` … `from + length` of the buffer. */
export function valuesOver(width: Width, buffer: ArrayBufferLike, offset = 0, length?: number): Values {
  if (width === 1) return new Uint8Array(buffer, offset, length);
  if (width === 2) return new Uint16Array(buffer, offset, length);
  return new Uint32Array(buffer, offset, length);
}

export function bytesOf(values: Values): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
