/**
 * The files that reports were read from, stored by their hash in the data folder: `originals/ab/abcd…`. A file is moved
 * into place as a whole, within the transaction that stores its report, and deleted when no report has its bytes.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, type Statements } from './connection.ts';
import { storeError } from './errors.ts';
import type { Problem } from './types.ts';
import { inTransaction } from './write.ts';

const FOLDER = 'originals';

/** @param sha256 in hex */
export function originalPath(folder: string, sha256: string): string {
  return join(folder, FOLDER, sha256.slice(0, 2), sha256);
}

/** @throws StoreError `disk_full`, `not_writable` */
export function keepOriginal(folder: string, sha256: string, bytes: Uint8Array): void {
  const path = originalPath(folder, sha256);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    if (isKept(path, bytes)) return;
    makeFolder(dirname(path));
    const file = openSync(beside, 'w');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw storeError(error, join(folder, FOLDER));
  }
}

/** It exists already and is the same; a damaged one is written again. */
function isKept(path: string, bytes: Uint8Array): boolean {
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.size === bytes.length && readFileSync(path).equals(bytes);
}

/** Deletes the files with these hashes that no report has any more; no other process may be storing one meanwhile. */
export function dropUnused(statements: Statements, folder: string, hashes: Iterable<string>): void {
  const wanted = statements.get('SELECT 1 FROM report WHERE sha256 = ?');
  inTransaction(statements, () => {
    for (const hash of hashes) {
      if (/^[0-9a-f]{64}$/.test(hash) && !wanted.get(hash))
        rmSync(originalPath(folder, hash), { force: true });
    }
  });
}

/** What interrupted processes left behind: files of no report, and incomplete files. */
export function sweepOriginals(statements: Statements, folder: string): void {
  const found = keptFiles(folder);
  if (found.length === 0) return;
  dropUnused(
    statements,
    folder,
    found.filter((name) => !name.endsWith('.tmp')),
  );
  // No process is storing a file: the transaction above has waited for it.
  for (const name of found) {
    if (name.endsWith('.tmp')) rmSync(originalPath(folder, name), { force: true });
  }
}

function keptFiles(folder: string): string[] {
  const entries = (path: string) => {
    try {
      return readdirSync(path);
    } catch {
      return [];
    }
  };
  return entries(join(folder, FOLDER)).flatMap((part) => entries(join(folder, FOLDER, part)));
}

/** Checks that every original that should be here is, byte for byte. */
export function verifyOriginals({ db }: Statements, folder: string): Problem[] {
  const kept = db.prepare('SELECT id, sha256 FROM report WHERE original = 1 ORDER BY id').all();
  return (kept as { id: string; sha256: string }[]).flatMap(({ id, sha256 }) => {
    const state = stateOf(originalPath(folder, sha256), sha256);
    return state === null
      ? []
      : [{ code: 'original', message: `${id}: its original file ${state}; ingest that file again` }];
  });
}

function stateOf(path: string, sha256: string): string | null {
  try {
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
    return hash === sha256 ? null : 'is not what was kept';
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}
