/**
 * A file of typed arrays: versioned, every part checksummed (CRC-32), read at one go and used where it lies.
 *
 *     0   "SIYAGHAP"
 *     8   version, length of the header, CRC-32 of the header (32 bits each, in the machine's byte order)
 *     20  header: JSON
 *     …   sections, each at a multiple of 8
 *
 * The bytes lie in shared memory, so that a worker can make them and the main thread use them without a copy.
 */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Numbers } from '../numbers.ts';

/** Raised when the layout of a file, the meaning of a section or what a token is changes. */
export const fileVersion = 5;

const magic = 'SIYAGHAP';
const start = 20;

export type Section = Uint8Array | Uint16Array | Uint32Array;

/** What a file says of itself, beside its sections. */
export type FileFacts = Record<string, string | number>;

export interface IndexFile {
  facts: FileFacts;
  bytes: Uint8Array<SharedArrayBuffer>;
  /** A section by name; throws `IndexFileError` when it is not there or of another width. */
  u8(name: string): Uint8Array;
  u32(name: string): Uint32Array;
  numbers(name: string): Numbers;
}

export type IndexFileErrorCode = 'missing' | 'damaged' | 'older_version' | 'newer_version';

/** A file that cannot be used; `message` names it and what is wrong. It can always be rebuilt from the store. */
export class IndexFileError extends Error {
  readonly code: IndexFileErrorCode;

  constructor(code: IndexFileErrorCode, message: string) {
    super(message);
    this.name = 'IndexFileError';
    this.code = code;
  }
}

interface Header {
  facts: FileFacts;
  sections: { name: string; type: 'u8' | 'u16' | 'u32'; offset: number; bytes: number; crc: number }[];
}

export function encodeFile(
  facts: FileFacts,
  sections: Record<string, Section>,
): Uint8Array<SharedArrayBuffer> {
  const list = Object.entries(sections).map(([name, array]) => ({
    name,
    type: typeOf(array),
    offset: 0,
    bytes: array.byteLength,
    crc: crc32(bytesOf(array)),
  }));
  // Offsets count from the first section, so that the header's length does not depend on itself.
  let offset = 0;
  for (const section of list) {
    section.offset = offset;
    offset = aligned(offset + section.bytes);
  }
  const header = Buffer.from(JSON.stringify({ facts, sections: list } satisfies Header));
  const first = aligned(start + header.length);
  const bytes = new Uint8Array(new SharedArrayBuffer(first + offset));
  bytes.set(Buffer.from(magic), 0);
  bytes.set(bytesOf(new Uint32Array([fileVersion, header.length, crc32(header)])), magic.length);
  bytes.set(header, start);
  for (const section of list) bytes.set(bytesOf(sections[section.name]!), first + section.offset);
  return bytes;
}

/** `check`: compare all sections with their checksums; not needed for bytes that this process made. */
export function decodeFile(name: string, bytes: Uint8Array<SharedArrayBuffer>, check: boolean): IndexFile {
  const damaged = (what: string) => new IndexFileError('damaged', `${name} is damaged: ${what}`);
  if (bytes.length < start) throw damaged('it is cut short');
  if (Buffer.from(bytes.slice(0, magic.length)).toString('latin1') !== magic)
    throw damaged('not a phrase index');
  const [version, headerLength, headerCrc] = new Uint32Array(bytes.slice(magic.length, start).buffer);
  if (version !== fileVersion) {
    const code = version! > fileVersion ? 'newer_version' : 'older_version';
    throw new IndexFileError(code, `${name} has version ${version}, this program writes ${fileVersion}`);
  }
  if (start + headerLength! > bytes.length) throw damaged('it is cut short');
  const text = bytes.slice(start, start + headerLength!);
  if (crc32(text) !== headerCrc) throw damaged('its header does not match its checksum');
  const header = JSON.parse(Buffer.from(text).toString()) as Header;
  const first = aligned(start + headerLength!);
  for (const { name: part, offset, bytes: length, crc } of header.sections) {
    if (first + offset + length > bytes.length) throw damaged(`it is cut short in ${part}`);
    if (check && crc32(bytes.subarray(first + offset, first + offset + length)) !== crc) {
      throw damaged(`${part} does not match its checksum`);
    }
  }
  const section = (part: string): Section => {
    const found = header.sections.find(({ name }) => name === part);
    if (!found) throw damaged(`it holds no ${part}`);
    const offset = first + found.offset;
    if (found.type === 'u8') return new Uint8Array(bytes.buffer, offset, found.bytes);
    if (found.type === 'u16') return new Uint16Array(bytes.buffer, offset, found.bytes / 2);
    return new Uint32Array(bytes.buffer, offset, found.bytes / 4);
  };
  const ofType = <T extends Section>(part: string, isRight: (array: Section) => array is T): T => {
    const array = section(part);
    if (!isRight(array)) throw damaged(`${part} has another width`);
    return array;
  };
  return {
    facts: header.facts,
    bytes,
    u8: (part) => ofType(part, (array) => array instanceof Uint8Array),
    u32: (part) => ofType(part, (array) => array instanceof Uint32Array),
    numbers: (part) => ofType(part, (array) => !(array instanceof Uint8Array)),
  };
}

/** Reads and checks a file. Throws `IndexFileError`. */
export function readIndexFile(path: string): IndexFile {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new IndexFileError('missing', `${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, Math.min(bytes.length - at, 1 << 30), null);
      if (read === 0) break;
      at += read;
    }
    return decodeFile(path, bytes, true);
  } finally {
    closeSync(file);
  }
}

/** Writes beside the file, then puts it in its place: a reader sees the old file or the new one, never a part. */
export function writeIndexFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(beside, 'w');
    try {
      for (let at = 0; at < bytes.length; )
        at += writeSync(file, bytes, at, Math.min(bytes.length - at, 1 << 30));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function typeOf(array: Section): 'u8' | 'u16' | 'u32' {
  return array instanceof Uint8Array ? 'u8' : array instanceof Uint16Array ? 'u16' : 'u32';
}

function bytesOf(array: Section): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
