/**
 * Frozen views, and keeping the write-ahead log short while one is always held.
 *
 * A reader that began while the log held frames pins the log: SQLite may copy the frames into the file but not
 * start the log again, so with a snapshot held at every moment it would grow for ever. A reader that begins when
 * every frame has been copied reads the file alone and pins nothing (https://sqlite.org/walformat.html). So when
 * the log has grown past a limit, it is copied, and each snapshot of the newest epoch moves to a connection that
 * began after that; the next writer then starts the log at its beginning.
 */
import { existsSync, statSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { openReader, Statements } from './connection.ts';
import { Reader, readEpoch } from './reader.ts';
import type { Snapshot } from './types.ts';

/** Log size in bytes from which it is cut back. */
const LOG_LIMIT = 4 * 1024 * 1024;

/** A read connection inside a transaction that has begun, so that it is fixed at one epoch. */
function openFrozen(file: string): Statements {
  const db = openReader(file);
  try {
    db.exec('BEGIN');
    const statements = new Statements(db);
    readEpoch(statements);
    return statements;
  } catch (error) {
    db.close();
    throw error;
  }
}

class FrozenReader extends Reader implements Snapshot {
  readonly #onClose: (snapshot: FrozenReader) => void;
  #open = true;

  constructor(statements: Statements, onClose: (snapshot: FrozenReader) => void) {
    super(statements);
    this.#onClose = onClose;
  }

  /** Takes over the connection when it is of the same epoch, else closes it. */
  moveTo(statements: Statements): void {
    if (readEpoch(statements) === this.epoch) {
      const old = this.statements;
      this.statements = statements;
      old.db.close();
    } else {
      statements.db.close();
    }
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.statements.db.close();
    this.#onClose(this);
  }
}

/** All snapshots that this process holds of one file. */
export class Snapshots {
  readonly #file: string;
  /** The store's own connection; null where the store only reads, and the log is some writer's business. */
  readonly #writer: DatabaseSyncInstance | null;
  readonly #held = new Set<FrozenReader>();

  constructor(file: string, writer: DatabaseSyncInstance | null) {
    this.#file = file;
    this.#writer = writer;
  }

  open(): Snapshot {
    const snapshot = new FrozenReader(openFrozen(this.#file), (closed) => {
      this.#held.delete(closed);
      this.trimLog();
    });
    this.#held.add(snapshot);
    return snapshot;
  }

  /** Cheap when the log is short; call it after each commit and each closed snapshot. */
  trimLog(): void {
    if (!this.#writer?.isOpen || this.#logSize() < LOG_LIMIT) return;
    const state = this.#writer.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() as {
      busy: number;
      log: number;
      checkpointed: number;
    };
    if (state.busy !== 0 || state.log !== state.checkpointed) return;
    const epoch = readEpoch(new Statements(this.#writer));
    for (const snapshot of this.#held) {
      if (snapshot.epoch === epoch) snapshot.moveTo(openFrozen(this.#file));
    }
  }

  closeAll(): void {
    for (const snapshot of [...this.#held]) snapshot.close();
  }

  #logSize(): number {
    const log = `${this.#file}-wal`;
    return existsSync(log) ? statSync(log).size : 0;
  }
}
