/**
 * Writes a segment: named sections of numbers, to a file or into shared memory, with little held on the way.
 *
 *     const writer = new SegmentWriter({ path, number });
 *     const suffixes = writer.section('suffixes', 4, count);   // two at a time: their lengths are known
 *     const lcp = writer.section('lcp', 1, count);
 *     for (…) { suffixes.push(…); lcp.push(…); }
 *     const letters = writer.section('letters', 1);            // length not known: one after the other
 *     letters.append(bytes);
 *     const source = writer.finish({ reports });               // or writer.abort()
 *
 * The file is written beside its place and then renamed: a reader sees all of it or nothing.
 */
import { crc32 } from 'node:zlib';
import {
  bytesOf,
  checkPagesOf,
  checksInPage,
  encodeOpening,
  pageSize,
  pagesOf,
  type SectionPlace,
  type SegmentFacts,
  type Values,
  valuesOver,
  type Width,
} from './layout.ts';
import type { SegmentSource } from './segment-file.ts';
import { TemporaryFile } from './temporary-file.ts';

/** Bytes of a section that are buffered before they are written. */
const runBytes = 16 * pageSize;
/** Positions in a column are 32-bit numbers. */
const maxLength = 2 ** 32 - 1;

/** A segment to write: a file, or memory if there is no path. */
export interface SegmentTarget {
  path: string | null;
  number: number;
}

export class SegmentWriter {
  private readonly target: SegmentTarget;
  private readonly file: TemporaryFile | null;
  private readonly sections: SectionWriter[] = [];
  /** The section of unknown length, which grows at the end of the file. */
  private growing: SectionWriter | null = null;
  /** The first page that does not belong to a section yet. */
  private nextPage = 1;

  constructor(target: SegmentTarget) {
    this.target = target;
    this.file = target.path === null ? null : new TemporaryFile(target.path);
  }

  /**
   * Begins a section. With a `length` (in numbers) it can be written at the same time as others and must be filled;
   * without one it ends when the next section begins.
   */
  section(name: string, width: Width, length?: number): SectionWriter {
    if (length !== undefined && length > maxLength)
      throw new RangeError(`${name} is too long for one segment`);
    this.endGrowing();
    const section = new SectionWriter(name, width, length ?? null, this.file);
    this.sections.push(section);
    section.firstPage = this.nextPage;
    if (length === undefined) this.growing = section;
    else if (section.isPaged) this.nextPage += pagesOf(length * width);
    return section;
  }

  /** Ends all sections and moves the file into place. Returns the source that opens the segment. */
  finish(facts: SegmentFacts): SegmentSource {
    const { path, number } = this.target;
    try {
      this.endGrowing();
      for (const section of this.sections) section.end();
      if (this.file === null || path === null) {
        const buffers = this.sections.map((section) => section.memory());
        return {
          path,
          number,
          memory: { facts, sections: this.sections.map((section) => section.place()), buffers },
        };
      }
      this.finishFile(this.file, facts);
      return { path, number };
    } catch (error) {
      this.abort();
      throw error;
    }
  }

  /** Deletes everything written. */
  abort(): void {
    this.file?.remove();
  }

  private finishFile(file: TemporaryFile, facts: SegmentFacts): void {
    const sections = this.sections.map((section) => section.place());
    this.writeShared(file, sections);
    const pages = this.nextPage;
    const checkBytes = checkPagesOf(pages) * pageSize;
    const checks = file.checks(checkBytes / 4);
    file.write(bytesOf(checks), pages * pageSize);
    const checksOfChecks = Uint32Array.from({ length: checkBytes / pageSize }, (_, page) =>
      crc32(bytesOf(checks.subarray(page * checksInPage, (page + 1) * checksInPage))),
    );
    const header = Buffer.concat([bytesOf(checksOfChecks), Buffer.from(JSON.stringify({ facts, sections }))]);
    file.write(header, pages * pageSize + checkBytes);
    file.write(encodeOpening({ pages, headerLength: header.length, headerCheck: crc32(header) }), 0);
    file.putInPlace();
  }

  /** Sections of a page or less were kept in memory: they share pages after the others. */
  private writeShared(file: TemporaryFile, places: SectionPlace[]): void {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (const [i, section] of this.sections.entries()) {
      if (section.isPaged) continue;
      const bytes = section.bytes();
      places[i]!.offset = this.nextPage * pageSize + length;
      const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
      padded.set(bytes);
      parts.push(padded);
      length += padded.length;
    }
    const shared = new Uint8Array(pagesOf(length) * pageSize);
    let at = 0;
    for (const part of parts) {
      shared.set(part, at);
      at += part.length;
    }
    file.writePages(shared, this.nextPage);
    this.nextPage += pagesOf(length);
  }

  private endGrowing(): void {
    if (this.growing === null) return;
    this.growing.end();
    if (this.growing.isPaged) this.nextPage += pagesOf(this.growing.length * this.growing.width);
    this.growing = null;
  }
}

/** One section being written. Numbers that do not fit its width are refused. */
export class SectionWriter {
  readonly name: string;
  readonly width: Width;
  /** Number of values written so far. */
  length = 0;
  /** Set by the writer: where the section begins, if it has pages of its own. */
  firstPage = 0;
  private readonly file: TemporaryFile | null;
  private readonly fixed: number | null;
  private readonly max: number;
  /** What is not written yet; everything in memory, and as long as the section may turn out to be short. */
  private held: Values;
  private count = 0;
  private written = 0;
  private ended = false;

  constructor(name: string, width: Width, fixed: number | null, file: TemporaryFile | null) {
    this.name = name;
    this.width = width;
    this.fixed = fixed;
    this.file = file;
    this.max = 2 ** (8 * width) - 1;
    const run = runBytes / width;
    const capacity =
      fixed === null ? run : this.file && fixed * width > pageSize ? Math.min(run, fixed) : fixed;
    this.held = shared(
      width,
      this.file ? Math.ceil((capacity * width) / pageSize) * (pageSize / width) : capacity,
    );
  }

  /** Whether it has its own pages; unknown before the end of a section without a length. */
  get isPaged(): boolean {
    return this.file !== null && (this.fixed ?? this.length) * this.width > pageSize;
  }

  /** Number of values that it was begun for. */
  get room(): number {
    return this.fixed ?? maxLength;
  }

  push(value: number): void {
    if (!(value >= 0 && value <= this.max)) throw new RangeError(`${value} does not fit into ${this.name}`);
    if (this.count === this.held.length) this.makeRoom();
    this.held[this.count] = value;
    this.count += 1;
    this.length += 1;
  }

  /** Values of any width, as long as each fits the section's. */
  append(values: Values): void {
    if (values.BYTES_PER_ELEMENT > this.width) {
      for (const value of values) this.push(value);
      return;
    }
    for (let at = 0; at < values.length; ) {
      if (this.count === this.held.length) this.makeRoom();
      const count = Math.min(values.length - at, this.held.length - this.count);
      this.held.set(values.subarray(at, at + count), this.count);
      this.count += count;
      this.length += count;
      at += count;
    }
  }

  end(): void {
    if (this.ended) return;
    if (this.fixed !== null && this.length !== this.fixed) {
      throw new RangeError(`${this.name} should have ${this.fixed} numbers but has ${this.length}`);
    }
    this.ended = true;
    if (this.isPaged) this.write();
  }

  /**
   * Reads back a finished section from `from` on, as much as fits into `into`: what is derived from it needs no copy.
   */
  readBack(from: number, into: Values): void {
    if (!this.isPaged) into.set(this.held.subarray(from, from + into.length));
    else this.file!.read(bytesOf(into), this.firstPage * pageSize + from * this.width);
  }

  place(): SectionPlace {
    const { name, width, length, firstPage } = this;
    return { name, width, length, offset: firstPage * pageSize };
  }

  /** All of it, if it was not written to its own pages. */
  bytes(): Uint8Array {
    return bytesOf(this.held.subarray(0, this.count));
  }

  memory(): SharedArrayBuffer {
    const held = this.held.buffer as SharedArrayBuffer;
    return this.count === this.held.length ? held : held.slice(0, this.count * this.width);
  }

  private makeRoom(): void {
    if (this.ended || this.length === (this.fixed ?? maxLength)) {
      throw new RangeError(`${this.name} is written past its end`);
    }
    if (this.file) {
      this.write();
      return;
    }
    const larger = shared(this.width, Math.min(maxLength, 2 * this.held.length));
    larger.set(this.held);
    this.held = larger;
  }

  /** Writes the buffer, filled up to a whole page with zeros (at the end; before that it contains only whole pages). */
  private write(): void {
    const bytes = pagesOf(this.count * this.width) * pageSize;
    this.held.fill(0, this.count);
    this.file!.writePages(bytesOf(this.held).subarray(0, bytes), this.firstPage + this.written);
    this.written += bytes / pageSize;
    this.count = 0;
  }
}

function shared(width: Width, length: number): Values {
  return valuesOver(width, new SharedArrayBuffer(length * width));
}
