/** `openStore`: the one way to the collection's file. */
import { dirname } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ParsedReport, Report } from '../report/index.ts';
import { type BackedUp, backup } from './backup.ts';
import { openFile, Statements } from './connection.ts';
import { damageOf } from './damage.ts';
import { outdated, rebuild, rebuildOutdated } from './derived.ts';
import { isDamage, StoreError, storeError } from './errors.ts';
import { dropUnused, keepOriginal, originalPath, sweepOriginals, verifyOriginals } from './originals.ts';
import { Reader, readEpoch, readStoreId } from './reader.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './schema.ts';
import { setAside } from './set-aside.ts';
import { Snapshots } from './snapshot.ts';
import { StagedOriginals } from './staged-originals.ts';
import { type Trial, trialOver } from './trial.ts';
import type { DerivedTable, Problem, PutOptions, PutResult, Snapshot, Store, StoreChange } from './types.ts';
import { section, verifyStore } from './verify.ts';
import { inTransaction, putReports, removeReport, type WriteOptions } from './write.ts';

export interface StoreOptions {
  /** Tables of other indexes to keep up to date with the paragraphs; rebuilt here if their version has changed. */
  derived?: readonly DerivedTable[];
  /** Read-only: the folder must already hold a store, which is not changed. */
  readOnly?: boolean;
  /** The folder must already hold a store (otherwise `no_store`); none is created. */
  existing?: boolean;
}

/**
 * Opens the store in a folder, creating both if they are missing. Several processes may have it open.
 * @throws StoreError if the folder or the file cannot be used; the message says what to do
 */
export function openStore(folder: string, options: StoreOptions = {}): Store {
  const { derived = [], readOnly = false, existing = readOnly } = options;
  const { db, file } = openFile(folder, { readOnly, existing });
  try {
    if (!readOnly) migrate(db, file);
    else if (schemaVersion(db, file) < SCHEMA_VERSION) {
      throw new StoreError(
        'older_version',
        `${file}: written by an older siyagha; open it once for writing ("siyagha reindex")`,
      );
    }
    const statements = new Statements(db);
    if (!readOnly && outdated(statements, derived).length > 0) {
      try {
        inTransaction(statements, () => rebuildOutdated(statements, derived));
      } catch (error) {
        if (!isDamage(error) || setAside(statements, []).length === 0) throw error;
        inTransaction(statements, () => rebuildOutdated(statements, derived));
      }
    }
    return new SqliteStore(file, statements, derived, readOnly);
  } catch (error) {
    db.close();
    throw storeError(error, file);
  }
}

class SqliteStore implements Store {
  readonly file: string;
  readonly folder: string;
  readonly storeId: string;
  readonly readOnly: boolean;
  readonly #statements: Statements;
  readonly #derived: readonly DerivedTable[];
  readonly #snapshots: Snapshots;
  readonly #staged: StagedOriginals;

  constructor(file: string, statements: Statements, derived: readonly DerivedTable[], readOnly: boolean) {
    this.file = file;
    this.folder = dirname(file);
    this.#staged = new StagedOriginals(this.folder);
    this.readOnly = readOnly;
    this.storeId = readStoreId(statements);
    this.#statements = statements;
    this.#derived = derived;
    this.#snapshots = new Snapshots(file, readOnly ? null : statements.db);
  }

  epoch(): number {
    return this.#read(() => readEpoch(this.#statements));
  }

  snapshot(): Snapshot {
    return this.#read(() => this.#snapshots.open());
  }

  trimLog(): void {
    this.#read(() => this.#snapshots.trimLog());
  }

  put(parsed: ParsedReport, options: PutOptions = {}): PutResult {
    const [answer] = this.putAll([parsed], options);
    if (answer instanceof Error) throw answer;
    return answer!;
  }

  putAll(parsed: readonly ParsedReport[], options: PutOptions = {}): (PutResult | Error)[] {
    const freed = new Set<string>();
    const write: WriteOptions = { ...options, keep: (report) => this.#keepOriginal(report, options), freed };
    const answers = this.#write(() => putReports(this.#statements, this.#derived, parsed, write));
    this.#dropUnused(freed, answers);
    return answers.map((answer) =>
      answer instanceof Error ? (storeError(answer, this.file) as Error) : answer,
    );
  }

  remove(id: string): boolean {
    const hash = this.#write(() => removeReport(this.#statements, this.#derived, id));
    if (hash !== null) this.#write(() => dropUnused(this.#statements, this.folder, [hash]));
    return hash !== null;
  }

  trial(options: PutOptions = {}): Trial {
    return this.#read(() => trialOver(this.#statements, options));
  }

  originalPath(sha256: string): string {
    return originalPath(this.folder, sha256);
  }

  stageOriginal(sha256: string, bytes: Uint8Array): Promise<void> {
    return this.#staged.stage(sha256, bytes);
  }

  sweepOriginals(): void {
    this.#write(() => sweepOriginals(this.#statements, this.folder));
  }

  #keepOriginal(report: Report, { original }: PutOptions): boolean {
    if (original && this.#staged.take(report.source.sha256)) return true;
    const bytes = original?.(report) ?? null;
    if (bytes === null) return false;
    keepOriginal(this.folder, report.source.sha256, bytes);
    return true;
  }

  /** If nothing failed and nothing was replaced, every file belongs to a report. */
  #dropUnused(hashes: ReadonlySet<string>, answers: readonly (PutResult | Error)[]): void {
    const allAdded = answers.every((answer) => !(answer instanceof Error) && answer.outcome !== 'updated');
    if (!allAdded) this.#write(() => dropUnused(this.#statements, this.folder, hashes));
  }

  changesSince(epoch: number): StoreChange[] {
    return this.#read(() => {
      const sql = 'SELECT epoch, report, op FROM change WHERE epoch > ? ORDER BY epoch';
      return (this.#statements.get(sql).all(epoch) as StoreChange[]).map((change) => ({ ...change }));
    });
  }

  getNote(key: string): string | null {
    return this.#read(() => {
      const row = this.#statements.get('SELECT value FROM note WHERE key = ?').get(key);
      return (row as { value: string } | undefined)?.value ?? null;
    });
  }

  setNote(key: string, value: string): void {
    this.#write(() => {
      this.#statements.get('INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)').run(key, value);
    });
  }

  verify(): Problem[] {
    return this.#read(() => {
      const { db } = this.#statements;
      db.exec('BEGIN');
      try {
        return [
          ...verifyStore(new Reader(this.#statements), this.#statements, this.#derived),
          ...section('the original files', () => verifyOriginals(this.#statements, this.folder)),
        ];
      } finally {
        if (db.isTransaction) db.exec('ROLLBACK');
      }
    });
  }

  damaged(): Problem[] {
    return this.#read(() => {
      const ids = new Reader(this.#statements).summaries().map(({ id }) => id);
      return ids.flatMap((id) => {
        const damage = damageOf(this.#statements, id);
        return damage === null ? [] : [{ code: 'damaged', message: damage }];
      });
    });
  }

  damagedIds(): string[] {
    return this.#read(() => {
      const rows = this.#statements.get('SELECT id FROM report WHERE damaged = 1 ORDER BY id').all();
      return (rows as { id: string }[]).map(({ id }) => id);
    });
  }

  setAsideDamaged(): string[] {
    return this.#write(() => setAside(this.#statements, this.#derived));
  }

  backup(target: string): BackedUp {
    return this.#read(() => backup(this.#statements.db, this.folder, target));
  }

  rebuildDerived(): void {
    this.#write(() =>
      inTransaction(this.#statements, () => {
        for (const table of this.#derived) rebuild(this.#statements, table);
      }),
    );
  }

  close(): void {
    if (!this.#statements.db.isOpen) return;
    this.#snapshots.closeAll();
    if (!this.readOnly) emptyLog(this.#statements.db);
    this.#statements.db.close();
  }

  #read<T>(work: () => T): T {
    if (!this.#statements.db.isOpen) throw new StoreError('closed', `${this.file}: the store was closed`);
    try {
      return work();
    } catch (error) {
      throw storeError(error, this.file);
    }
  }

  #write<T>(work: () => T): T {
    if (this.readOnly) throw new StoreError('read_only', `${this.file}: was opened for reading only`);
    const result = this.#read(work);
    this.#snapshots.trimLog();
    return result;
  }
}

/**
 * Writes the log into the file, unless another process is using it. SQLite does this itself with the last connection,
 * but a connection is gone only when the garbage collector has freed every statement, which not every release of Node
 * does at the end.
 */
function emptyLog(db: DatabaseSyncInstance): void {
  try {
    db.exec('PRAGMA busy_timeout = 0');
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // The log stays, and the next process that opens the file reads it.
  }
}
