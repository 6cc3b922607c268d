/**
 * A backup is one file: the database at one commit, and in an extra table the original files. It is written to a
 * temporary file, checked, and only then moved into place; the same check decides whether it may be restored.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { FILE_NAME, makeFolder, Statements } from './connection.ts';
import { StoreError, storeError } from './errors.ts';
import { keepOriginal, originalPath } from './originals.ts';
import { Reader } from './reader.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './schema.ts';
import type { Problem } from './types.ts';
import { verifyStore } from './verify.ts';

export interface BackedUp {
  file: string;
  epoch: number;
  reports: number;
  originals: number;
  bytes: number;
  /** Reports whose original is missing or damaged in the data folder, so that it is not in the backup either. */
  without_original: string[];
}

export interface Restored {
  file: string;
  epoch: number;
  reports: number;
  originals: number;
  /** Where the previous store is now; null if there was none. */
  before: string | null;
}

/**
 * Works while others read and write: the backup is of one commit.
 * @throws StoreError `exists`, `disk_full`, `not_writable`, `damaged`
 */
export function backup(db: DatabaseSyncInstance, folder: string, target: string): BackedUp {
  const file = resolve(target);
  if (existsSync(file)) {
    throw new StoreError('exists', `${file}: already exists; name another file, or move it away`);
  }
  const beside = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(file));
    db.prepare('VACUUM INTO ?').run(beside);
    const without = addOriginals(beside, folder);
    const { epoch, reports, originals } = mustBeWhole(beside, folder);
    syncFile(beside);
    renameSync(beside, file);
    syncFile(dirname(file));
    return { file, epoch, reports, originals, bytes: statSync(file).size, without_original: without };
  } catch (error) {
    throw storeError(error, file);
  } finally {
    removeDatabase(beside);
  }
}

/** @returns the ids whose original could not be included */
function addOriginals(file: string, folder: string): string[] {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF');
    db.exec('CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)');
    const kept = db.prepare('SELECT id, sha256 FROM report WHERE original = 1 ORDER BY id').all();
    const insert = db.prepare('INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?, ?)');
    const without: string[] = [];
    db.exec('BEGIN');
    for (const { id, sha256 } of kept as { id: string; sha256: string }[]) {
      const bytes = originalBytes(folder, sha256);
      if (bytes === null) without.push(id);
      else insert.run(sha256, bytes);
    }
    const forget = db.prepare('UPDATE report SET original = 0 WHERE id = ?');
    for (const id of without) forget.run(id);
    db.exec('COMMIT');
    return without;
  } finally {
    db.close();
  }
}

function originalBytes(folder: string, sha256: string): Uint8Array | null {
  try {
    const bytes = readFileSync(originalPath(folder, sha256));
    return hashOf(bytes) === sha256 ? bytes : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Whole {
  epoch: number;
  reports: number;
  originals: number;
}

/** Every page, every report's text and every original. @throws StoreError naming what is wrong */
function mustBeWhole(file: string, name: string = file): Whole {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const version = schemaVersion(db, file);
    const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'original'").get();
    if (version === 0 || (tables as { n: number }).n === 0) {
      throw new StoreError('not_a_backup', `${file}: was not made by "siyagha backup"`);
    }
    if (version < SCHEMA_VERSION) return olderBackup(db, file);
    const statements = new Statements(db);
    const reader = new Reader(statements);
    const [problem] = [...verifyStore(reader, statements, []), ...originalProblems(db)];
    if (problem) {
      throw new StoreError('damaged', `${name}: is damaged: ${problem.message}`);
    }
    return { epoch: reader.epoch, reports: reader.summaries().length, originals: countOriginals(db) };
  } finally {
    db.close();
  }
}

/** A backup made by an older version is upgraded in a copy, and checked there. */
function olderBackup(db: DatabaseSyncInstance, file: string): Whole {
  const copy = `${file}.${process.pid}.check.tmp`;
  try {
    db.prepare('VACUUM INTO ?').run(copy);
    const newer = new DatabaseSync(copy);
    try {
      migrate(newer, copy);
    } finally {
      newer.close();
    }
    return mustBeWhole(copy);
  } finally {
    removeDatabase(copy);
  }
}

function originalProblems(db: DatabaseSyncInstance): Problem[] {
  const problems: Problem[] = [];
  for (const row of db.prepare('SELECT sha256, bytes FROM original').iterate()) {
    const { sha256, bytes } = row as { sha256: string; bytes: Uint8Array };
    if (hashOf(bytes) !== sha256)
      problems.push({ code: 'original', message: `the file ${sha256} is damaged` });
  }
  const missing = db
    .prepare(
      'SELECT id FROM report WHERE original = 1 AND sha256 NOT IN (SELECT sha256 FROM original) ORDER BY id LIMIT 1',
    )
    .get() as { id: string } | undefined;
  if (missing) problems.push({ code: 'original', message: `${missing.id}: its original is missing` });
  return problems;
}

function countOriginals(db: DatabaseSyncInstance): number {
  return (db.prepare('SELECT count(*) AS n FROM original').get() as { n: number }).n;
}

/**
 * Replaces the store in this folder with a backup; the old one is kept next to it until the next restore. Indexes are
 * rebuilt when the store is opened.
 * @throws StoreError if the backup is incomplete, or another process has the store open; the store is then unchanged
 */
export function restore(folder: string, source: string): Restored {
  const absolute = resolve(folder);
  const file = join(absolute, FILE_NAME);
  const from = resolve(source);
  const beside = `${file}.${process.pid}.restore.tmp`;
  if (!existsSync(from)) throw new StoreError('no_store', `${from}: there is no such file; name a backup`);
  try {
    const whole = mustBeWhole(from);
    makeFolder(absolute);
    mustBeFree(file);
    takeApart(from, beside, absolute);
    const before = existsSync(file) ? `${file}.before-restore` : null;
    if (before) renameSync(file, before);
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    renameSync(beside, file);
    rmSync(join(absolute, 'phrases'), { recursive: true, force: true });
    syncFile(absolute);
    return { file, ...whole, before };
  } catch (error) {
    throw storeError(error, from);
  } finally {
    removeDatabase(beside);
  }
}

/** The database without the originals, which are written to the folder. */
function takeApart(from: string, to: string, folder: string): void {
  const backup = new DatabaseSync(from, { readOnly: true });
  try {
    for (const row of backup.prepare('SELECT sha256, bytes FROM original').iterate()) {
      const { sha256, bytes } = row as { sha256: string; bytes: Uint8Array };
      keepOriginal(folder, sha256, bytes);
    }
    backup.prepare('VACUUM INTO ?').run(to);
  } finally {
    backup.close();
  }
  const db = new DatabaseSync(to);
  try {
    db.exec('DROP TABLE original; VACUUM');
  } finally {
    db.close();
  }
  syncFile(to);
}

/** Only the last connection can remove the log, so this detects others. The log's contents go into the file. */
function mustBeFree(file: string): void {
  if (!existsSync(file)) return;
  let db: DatabaseSyncInstance | undefined;
  try {
    db = new DatabaseSync(file, { timeout: 0 });
    db.prepare('PRAGMA journal_mode = DELETE').get();
  } catch (error) {
    if ((storeError(error, file) as StoreError).code === 'busy') {
      throw new StoreError('busy', `${file}: another process has it open ("siyagha serve"?); stop it first`);
    }
    // Restoring is meant for damaged stores.
  } finally {
    db?.close();
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
}
