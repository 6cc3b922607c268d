/** Opens the SQLite file: the folder, the settings of every connection, and prepared statements. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { StoreError, storeError } from './errors.ts';

export const FILE_NAME = 'siyagha.db';

/** How long a writer waits for another one, in milliseconds. */
const BUSY_TIMEOUT = 30_000;

/** Above this size in bytes the log is truncated as soon as it can start over. */
const JOURNAL_SIZE_LIMIT = 1024 * 1024;

/**
 * Creates the folder and its missing parents, one level at a time: Node 20's own recursive `mkdirSync` never returns if
 * a level cannot be created (seen below /proc).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) {
      throw new StoreError('not_a_folder', `${folder}: is a file; set SIYAGHA_DATA to a folder`);
    }
    return;
  }
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process created it first.
    if (!existsSync(folder)) throw error;
  }
}

export interface OpenFile {
  readOnly: boolean;
  /** The file must exist already; none is created. */
  existing: boolean;
}

/** @throws StoreError naming the folder and what to do */
export function openFile(
  folder: string,
  { readOnly, existing }: OpenFile,
): { db: DatabaseSyncInstance; file: string } {
  const absolute = resolve(folder);
  const file = join(absolute, FILE_NAME);
  try {
    if (!existing) makeFolder(absolute);
    else if (!existsSync(file)) {
      throw new StoreError(
        'no_store',
        `${absolute}: there is no collection here; run "siyagha ingest PATH" to make one, or set SIYAGHA_DATA to the folder that holds yours`,
      );
    }
    return { db: readOnly ? openReader(file) : openWriter(file), file };
  } catch (error) {
    throw storeError(error, readOnly ? file : absolute);
  }
}

function openWriter(file: string): DatabaseSyncInstance {
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
  try {
    const mode = db.prepare('PRAGMA journal_mode = WAL').get() as { journal_mode: string };
    if (mode.journal_mode !== 'wal') {
      throw new StoreError(
        'not_writable',
        `${file}: write-ahead logging does not work here (${mode.journal_mode}); ` +
          'choose a folder on a local disk with SIYAGHA_DATA',
      );
    }
    // FULL: a commit is on disk before it is reported, even if the power fails.
    db.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    db.exec(`PRAGMA journal_size_limit = ${JOURNAL_SIZE_LIMIT}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A read-only connection. On a medium that cannot be written at all, it treats the file as immutable. */
export function openReader(file: string): DatabaseSyncInstance {
  const options = { readOnly: true, timeout: BUSY_TIMEOUT };
  const db = new DatabaseSync(file, options);
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    const log = `${file}-wal`;
    if (existsSync(log) && statSync(log).size > 0) throw error;
    const unchanging = new DatabaseSync(`${pathToFileURL(file).href}?immutable=1`, options);
    try {
      unchanging.prepare('SELECT count(*) FROM sqlite_schema').get();
      return unchanging;
    } catch {
      unchanging.close();
      throw error;
    }
  }
}

/** Prepares each statement once per connection. */
export class Statements {
  readonly db: DatabaseSyncInstance;
  readonly #prepared = new Map<string, StatementSyncInstance>();

  constructor(db: DatabaseSyncInstance) {
    this.db = db;
  }

  get(sql: string): StatementSyncInstance {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}
