/** Errors of the data folder and its file, each with a message that says what to do. */

export type StoreErrorCode =
  | 'not_a_folder'
  | 'not_writable'
  | 'no_store'
  | 'not_a_database'
  | 'corrupt'
  | 'damaged'
  | 'exists'
  | 'not_a_backup'
  | 'newer_version'
  | 'older_version'
  | 'disk_full'
  | 'busy'
  | 'read_only'
  | 'invalid_report'
  | 'id_taken'
  | 'duplicate_file'
  | 'closed'
  | 'failed';

export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: StoreErrorCode;
  /** The message without any path on this machine, safe to show to anyone. */
  readonly withoutPath: string;

  constructor(code: StoreErrorCode, message: string, cause?: unknown, withoutPath: string = message) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.withoutPath = withoutPath;
  }
}

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) about which a person can do something. */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

export const mendFile =
  'restore a backup ("siyagha restore"); or save what can be read ("siyagha export --salvage"), move the file away and ' +
  'ingest the reports again';

/** SQLite's texts for these codes, for errors without a code. */
const codeOfText = new Map([
  ['database is locked', SQLITE_BUSY],
  ['attempt to write a readonly database', SQLITE_READONLY],
  ['disk I/O error', SQLITE_IOERR],
  ['database disk image is malformed', SQLITE_CORRUPT],
  ['database or disk is full', SQLITE_FULL],
  ['unable to open database file', SQLITE_CANTOPEN],
  ['file is not a database', SQLITE_NOTADB],
]);

/** Null if SQLite did not throw it. */
function sqliteCode(error: unknown): number | null {
  const { errcode, message } = (error ?? {}) as { errcode?: unknown; message?: unknown };
  if (typeof errcode === 'number') return errcode & 0xff;
  return (typeof message === 'string' && codeOfText.get(message)) || null;
}

/**
 * Turns an error of SQLite or the file system into a `StoreError`; any other is returned unchanged.
 * @param path the folder or file to name in the message
 */
export function storeError(error: unknown, path: string): unknown {
  if (error instanceof StoreError || typeof error !== 'object' || error === null) return error;
  const { code } = error as { code?: unknown };
  const primary = sqliteCode(error);
  const detail = error instanceof Error ? error.message : String(error);
  const make = (kind: StoreErrorCode, message: string) =>
    new StoreError(kind, `${path}: ${message} (${detail})`, error, message);
  if (primary !== null) {
    switch (primary) {
      case SQLITE_NOTADB:
        return make(
          'not_a_database',
          'this file is not a SQLite database; choose another folder with SIYAGHA_DATA, or move the file away',
        );
      case SQLITE_CORRUPT:
        return make('corrupt', `the database is damaged; ${mendFile}`);
      case SQLITE_FULL:
        return make('disk_full', 'the disk is full; make room and try again. What was stored before is safe');
      case SQLITE_READONLY:
      case SQLITE_CANTOPEN:
        return make('not_writable', `cannot be opened for writing; ${writableHint}`);
      case SQLITE_BUSY:
        return make('busy', 'another process has locked the database; wait until it is done and try again');
      case SQLITE_IOERR:
        return make('failed', 'the disk could not be read or written; check it and its free space');
      default:
        return make('failed', 'the database refused this');
    }
  }
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return make('not_writable', `the data folder cannot be created or written; ${writableHint}`);
    case 'ENOTDIR':
    case 'EEXIST':
      return make('not_a_folder', 'is not a folder; set SIYAGHA_DATA to a folder');
    case 'ENOSPC':
    case 'EDQUOT':
      return make('disk_full', 'the disk is full; make room and try again. What was stored before is safe');
    default:
      return error;
  }
}

const damageCodes: readonly number[] = [SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB];

/** A page or row that cannot be read; invalid JSON comes from a page that is not what was written. */
export function isDamage(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'corrupt' || code === 'damaged' || damageCodes.includes(sqliteCode(error) ?? 0);
}

const writableHint = 'give this user write permission, or set SIYAGHA_DATA to another folder';
