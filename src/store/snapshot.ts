/**
 * Frozen views, and keeping the write-ahead log short although one is always open.
 *
 * A reader that started while the log had frames pins the log: SQLite may copy the frames into the file but not restart
 * the log, so with a snapshot open at every moment the log would grow forever. A reader that starts when every frame
 * has been copied reads only the file and pins nothing (https://sqlite.org/walformat.html). So when the log exceeds a
 * limit, it is copied, and each snapshot of the newest epoch moves to a connection started after that; the next writer
 * then restarts the log.
 */
import { existsSync, statSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ReportSummary } from '../report/index.ts';
import { openReader, Statements } from './connection.ts';
import { StoreError } from './errors.ts';
import { Reader, readEpoch } from './reader.ts';
import { type ListReader, ReportList } from './report-list.ts';
import type { Snapshot } from './types.ts';

/** Size of the log in bytes from which it is truncated. */
const LOG_LIMIT = 4 * 1024 * 1024;

/**
 * Unused connections kept for the next snapshot. SQLite closes a file only when every statement prepared on it is gone,
 * which has to wait for the garbage collector: opening and closing one for each snapshot could run out of file handles
 * first.
 */
class Connections {
  readonly #file: string;
  readonly #idle: Statements[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** Inside a transaction that has already begun, so that it is fixed at the newest epoch. */
  freeze(): Statements {
    const statements = this.#idle.pop() ?? new Statements(openReader(this.#file));
    try {
      statements.db.exec('BEGIN');
      readEpoch(statements);
      return statements;
    } catch (error) {
      this.#close(statements);
      throw error;
    }
  }

  release(statements: Statements): void {
    statements.db.exec('ROLLBACK');
    this.#idle.push(statements);
  }

  closeAll(): void {
    for (const statements of this.#idle.splice(0)) this.#close(statements);
  }

  #close({ db }: Statements): void {
    // First the transaction, otherwise a connection that cannot close yet would keep pinning the log.
    if (db.isTransaction) db.exec('ROLLBACK');
    db.close();
  }
}

class FrozenReader extends Reader implements Snapshot, ListReader {
  readonly #connections: Connections;
  readonly #list: ReportList;
  readonly #onClose: (snapshot: FrozenReader) => void;
  #current: Statements | null;
  #summaries: readonly ReportSummary[] | null = null;

  constructor(connections: Connections, list: ReportList, onClose: (snapshot: FrozenReader) => void) {
    const statements = connections.freeze();
    super(statements);
    this.#connections = connections;
    this.#list = list;
    this.#current = statements;
    this.#onClose = onClose;
  }

  protected override connection(): Statements {
    if (!this.#current) throw new StoreError('closed', `the snapshot of epoch ${this.epoch} was closed`);
    return this.#current;
  }

  override summaries(): readonly ReportSummary[] {
    this.connection();
    this.#summaries ??= this.#list.of(this);
    return this.#summaries;
  }

  changedAfter(epoch: number): string[] {
    const rows = this.connection().get('SELECT report FROM change WHERE epoch > ?').all(epoch);
    return (rows as { report: string }[]).map(({ report }) => report);
  }

  /** Moves to a new connection, unless there is a newer epoch. */
  renew(): void {
    const fresh = this.#connections.freeze();
    const newer = readEpoch(fresh) !== this.epoch;
    this.#connections.release(newer ? fresh : this.connection());
    if (!newer) this.#current = fresh;
  }

  close(): void {
    if (!this.#current) return;
    this.#connections.release(this.#current);
    this.#current = null;
    this.#onClose(this);
  }
}

/** All snapshots of one file held by this process. */
export class Snapshots {
  readonly #file: string;
  /** The store's own connection; null if the store is read-only. */
  readonly #writer: DatabaseSyncInstance | null;
  readonly #connections: Connections;
  readonly #held = new Set<FrozenReader>();
  readonly #list = new ReportList();

  constructor(file: string, writer: DatabaseSyncInstance | null) {
    this.#file = file;
    this.#writer = writer;
    this.#connections = new Connections(file);
  }

  open(): Snapshot {
    const snapshot = new FrozenReader(this.#connections, this.#list, (closed) => {
      this.#held.delete(closed);
      this.trimLog();
    });
    this.#held.add(snapshot);
    return snapshot;
  }

  /**
   * Cheap if the log is short; call it after each commit and each closed snapshot. If this store is read-only, it is up
   * to a writer to truncate the log, and the snapshots only stop pinning what that writer has copied.
   */
  trimLog(): void {
    if (this.#logSize() < LOG_LIMIT) return;
    if (!this.#writer) this.#renewNewest();
    if (!this.#writer?.isOpen) return;
    const state = this.#writer.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() as {
      busy: number;
      log: number;
      checkpointed: number;
    };
    if (state.busy !== 0 || state.log !== state.checkpointed) return;
    this.#renewNewest(readEpoch(new Statements(this.#writer)));
  }

  /** `renew` does not move a snapshot if there is a newer epoch. */
  #renewNewest(epoch = Math.max(...[...this.#held].map((snapshot) => snapshot.epoch))): void {
    for (const snapshot of this.#held) {
      if (snapshot.epoch === epoch) snapshot.renew();
    }
  }

  closeAll(): void {
    for (const snapshot of [...this.#held]) snapshot.close();
    this.#connections.closeAll();
  }

  #logSize(): number {
    const log = `${this.#file}-wal`;
    return existsSync(log) ? statSync(log).size : 0;
  }
}
