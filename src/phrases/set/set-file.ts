/**
 * The set of segments that answers at one epoch, as stored in the folder: a small file, written under a temporary name
 * and renamed, so that a reader sees either the old set or the new one.
 *
 *     { "check": CRC-32 of the rest, "set": { "version": 1, "storeId": …, "epoch": 7, "segments": [ … ] } }
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Origin } from './origin.ts';

const version = 1;

/** A segment of a set: its file is its name plus `.segment`. */
export interface ListedSegment {
  name: string;
  /** Numbers of those of its reports that no longer count, ascending. */
  masked: readonly number[];
}

export interface SetFile extends Origin {
  segments: readonly ListedSegment[];
}

/** Why there is no usable set; `missing` is not a fault. */
export class SetFileError extends Error {
  readonly code: 'missing' | 'damaged' | 'other_version';

  constructor(code: SetFileError['code'], message: string) {
    super(message);
    this.name = 'SetFileError';
    this.code = code;
  }
}

export const setPath = (folder: string): string => join(folder, 'phrases', 'set.json');

export const segmentPath = (folder: string, name: string): string =>
  join(folder, 'phrases', `${name}.segment`);

const shape = z.object({
  storeId: z.string(),
  epoch: z.number().int(),
  commit: z.string(),
  rules: z.number(),
  segments: z.array(
    z.object({ name: z.string().regex(/^[0-9a-z-]+$/), masked: z.array(z.number().int().min(0)) }),
  ),
});

/** Throws `SetFileError`. */
export function readSetFile(folder: string): SetFile {
  const path = setPath(folder);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new SetFileError('missing', `${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  const damaged = new SetFileError('damaged', `${path} is damaged`);
  let read: { check: unknown; set: { version: unknown } };
  try {
    read = JSON.parse(text);
  } catch {
    throw damaged;
  }
  if (typeof read?.set !== 'object' || read.set === null || read.check !== crc32(JSON.stringify(read.set)))
    throw damaged;
  if (read.set.version !== version) {
    const what = `has version ${read.set.version}, this program writes ${version}`;
    throw new SetFileError('other_version', `${path} ${what}`);
  }
  const parsed = shape.safeParse(read.set);
  if (!parsed.success) throw damaged;
  return parsed.data;
}

export function writeSetFile(folder: string, { storeId, epoch, commit, rules, segments }: SetFile): void {
  const path = setPath(folder);
  const set = { version, storeId, epoch, commit, rules, segments };
  const beside = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    const file = openSync(beside, 'w');
    try {
      const bytes = Buffer.from(JSON.stringify({ check: crc32(JSON.stringify(set)), set }));
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
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
