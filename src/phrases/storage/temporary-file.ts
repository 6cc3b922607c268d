/** A segment file under a temporary name while it is being written, with the checksums of the pages written so far. */
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { checksInPage, pageSize } from './layout.ts';

/** On any error the file is deleted and the error is rethrown. */
export class TemporaryFile {
  private readonly path: string;
  private readonly beside: string;
  private file: number | null;
  /** The checksum of every page written so far, by page. */
  private pageChecks = new Uint32Array(checksInPage);

  constructor(path: string) {
    this.path = path;
    this.beside = `${path}.${process.pid}.tmp`;
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(this.beside, 'w+');
  }

  writePages(bytes: Uint8Array, firstPage: number): void {
    for (let at = 0, page = firstPage; at < bytes.length; at += pageSize, page += 1) {
      if (page >= this.pageChecks.length) this.pageChecks = this.checks(2 * page);
      this.pageChecks[page] = crc32(bytes.subarray(at, at + pageSize));
    }
    this.write(bytes, firstPage * pageSize);
  }

  write(bytes: Uint8Array, position: number): void {
    if (this.file === null) throw new Error(`${this.path} is written to after its end`);
    try {
      for (let at = 0; at < bytes.length; ) {
        at += writeSync(this.file, bytes, at, bytes.length - at, position + at);
      }
    } catch (error) {
      this.remove();
      throw error;
    }
  }

  /** Reads back what was written, from a position in the file on. */
  read(into: Uint8Array, position: number): void {
    for (let at = 0; at < into.length; ) {
      const read = readSync(this.file!, into, at, into.length - at, position + at);
      if (read === 0) throw new Error(`${this.beside} was cut off while it was being written`);
      at += read;
    }
  }

  /** The checksums of the first `count` pages, zeros where there are fewer. */
  checks(count: number): Uint32Array<ArrayBuffer> {
    const checks = new Uint32Array(count);
    checks.set(this.pageChecks.subarray(0, count));
    return checks;
  }

  putInPlace(): void {
    fsyncSync(this.file!);
    closeSync(this.file!);
    this.file = null;
    renameSync(this.beside, this.path);
  }

  remove(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    rmSync(this.beside, { force: true });
  }
}
