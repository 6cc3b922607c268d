/** The store's interface: what can be read at one epoch, and what may be changed. */

import type { GivenFields, Paragraph, ParsedReport, Repair, Report } from '../report/index.ts';
import type { BackedUp } from './backup.ts';
import type { Trial } from './trial.ts';

/** A paragraph with its row number, which stays the same while its report is not replaced. */
export interface StoredParagraph extends Paragraph {
  row: number;
}

export interface ReportFilter {
  series?: string | undefined;
  /** Report ids; a report matches when it is one of them. */
  report?: readonly string[] | undefined;
  body?: string | undefined;
  year_from?: number | undefined;
  year_to?: number | undefined;
  language?: string | undefined;
}

/** One commit of one copy of the store: two copies that went their own ways share epochs, not tokens. */
export interface CommitPoint {
  epoch: number;
  /** Random, made with the commit. */
  commit: string;
}

/** Reads at one epoch. Reports come dated first: by `date.from`, else year, then symbol; undated ones last. */
export interface StoreReader extends CommitPoint {
  /** Raised by one with every committed change; 0 for an empty new store. */
  readonly epoch: number;
  /**
   * The token of the commit that raised this store to that epoch, null where it never was there or too long ago. Where
   * an index has the same one, the changes since tell what it has to follow.
   */
  commitAt(epoch: number): string | null;
  report(id: string): Report | null;
  reports(filter?: ReportFilter): Report[];
  /** The reports whose words count: all but the unreadable ones. What indexes are made of, with `scan`. */
  countedReports(): Report[];
  /** The id itself where a report has it, the present id where a report had it before, else null. */
  currentId(id: string): string | null;
  /** What a person gave beside the report's file; null where that was not noted. */
  given(id: string): GivenFields | null;
  /** Did a person give the symbol? */
  symbolGiven(id: string): boolean;
  /** The SHA-256 of the report's file where it is kept. */
  original(id: string): string | null;
  /** Every id that a report had before, with the one it has now. */
  aliases(): { id: string; report: string }[];
  /** All paragraphs of a report in reading order; empty for an unknown one. */
  paragraphs(report: string): StoredParagraph[];
  paragraph(id: string): StoredParagraph | null;
  /** The named paragraphs in the order asked for; unknown ids are left out. */
  paragraphsById(ids: readonly string[]): StoredParagraph[];
  repairs(report: string): Repair[];
  /** The headings above paragraphs, from the outermost in; each way that there is once. */
  headings(): string[][];
  /** Every paragraph of the counted reports, in their order, paragraphs in reading order; memory flat. */
  scan(): Iterable<ScannedParagraph>;
  /** The paragraphs of one report, as `scan` gives them; empty for an unknown one. */
  scanReport(id: string): readonly ScannedParagraph[];
  /** The paragraphs with these rows, in the order asked for; unknown rows are left out. */
  paragraphsByRow(rows: ArrayLike<number>): StoredParagraph[];
  /** As `scanReport` for the paragraphs with these rows, in no order; unknown rows are left out. */
  scanRows(rows: ArrayLike<number>): ScannedParagraph[];
  /** The row of each counted report's first paragraph. */
  firstRows(): Map<string, number>;
  /** The text of the paragraph with this row, and nothing of what else it has; null for an unknown row. */
  textByRow(row: number): string | null;
  /**
   * Rows of the paragraphs whose headings above (outermost first) pass the test, in no particular order. Each
   * distinct list of headings is tested once.
   */
  rowsUnder(test: (path: readonly string[]) => boolean): number[];
  /** The headings that stand above some paragraphs, named by row, and how many are under each such row of headings. */
  headingsOver(rows: readonly number[]): { headings: string[]; paragraphs: number }[];
  /** Random name given to the collection when it was made; tells its data from another's in a shared server. */
  readonly storeId: string;
  /**
   * The connection, for the owner of a derived table to query it at this epoch. Only read, and prepare anew for
   * each use: the store may replace the connection by another one of the same epoch.
   */
  readonly database: Database;
}

/** The few fields an index needs of each paragraph. */
export interface ScannedParagraph {
  row: number;
  report: string;
  ordinal: number;
  kind: Paragraph['kind'];
  text: string;
}

/** A `StoreReader` frozen at its epoch by an open read transaction; close it when a newer one replaces it. */
export interface Snapshot extends StoreReader {
  close(): void;
}

export interface PutResult {
  outcome: 'added' | 'updated' | 'unchanged';
  /** Ids under which the same bytes stood before, and which now lead to this report. */
  renamed: string[];
}

export interface PutOptions {
  /** Store the same bytes once more under another inferred symbol. */
  allowDuplicates?: boolean;
  /** The bytes of a report's file, to be kept; null: they are not. Asked for inside the transaction. */
  original?: (report: Report) => Uint8Array | null;
  /** The stored report that is read again here: a new id takes its place, and the old one leads to it. */
  former?: string;
}

export interface StoreChange {
  epoch: number;
  report: string;
  op: 'put' | 'remove';
}

export interface Store {
  /** Path of the SQLite file. */
  readonly file: string;
  readonly folder: string;
  /** As `StoreReader.storeId`. */
  readonly storeId: string;
  /** True when opened for reading alone: `put`, `remove`, `setNote` and `rebuildDerived` throw `read_only`. */
  readonly readOnly: boolean;
  /** The newest committed epoch, also when another process committed it. */
  epoch(): number;
  /** A frozen view of the newest epoch. */
  snapshot(): Snapshot;
  /** Lets the write-ahead log be cut back under the snapshots held here; done by itself when one is closed. */
  trimLog(): void;
  /**
   * Replaces or adds a report in one transaction, on the disk when it returns; `unchanged` (and no new epoch) when
   * every field but `ingested_at` is the same. The same bytes under another, inferred symbol are renamed where this
   * symbol was given.
   * @throws StoreError `invalid_report` where ids, ordinals, counts or offsets do not fit together, `id_taken` where
   * another symbol has the id, `duplicate_file` where the bytes are stored and this symbol is only inferred; nothing
   * is stored.
   */
  put(parsed: ParsedReport, options?: PutOptions): PutResult;
  /**
   * As `put` for several in one transaction, which is one wait for the disk; each changed report still raises the
   * epoch by one. All that is not an error is on the disk when it returns; one that cannot be stored costs only itself.
   * @returns one answer for each report, in their order.
   */
  putAll(parsed: readonly ParsedReport[], options?: PutOptions): (PutResult | Error)[];
  /** For a run that stores nothing: what would stand in the way of each report. */
  trial(options?: PutOptions): Trial;
  /** Where the original file of this hash lies, if it is kept. */
  originalPath(sha256: string): string;
  /**
   * Puts an original file in its place ahead of the `put` that stores its report with one, so that many wait for the
   * disk at once. Never fails: `put` then keeps the file itself. One whose report is not stored goes with a sweep.
   * @param sha256 of the bytes, in hex
   */
  stageOriginal(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Takes out what stopped processes left in the folder of original files. */
  sweepOriginals(): void;
  /** False when there was no such report. Its former ids go with it. */
  remove(id: string): boolean;
  /** Changes after `epoch`, oldest first, each report once with its last operation: what an index has to follow. */
  changesSince(epoch: number): StoreChange[];
  /** Small named values for indexes to note how far they are. Not part of the epoch. */
  getNote(key: string): string | null;
  setNote(key: string, value: string): void;
  /** Checks the file (integrity, counts, offsets, ids); empty when all is well. */
  verify(): Problem[];
  /** The reports that are not what was stored, or cannot be read; each is named with what to do. */
  damaged(): Problem[];
  /**
   * Takes the reports whose paragraphs cannot be read out of every count; they are listed as unreadable, with a warning.
   * @returns their ids
   */
  setAsideDamaged(): string[];
  /** Ids of the reports that were set aside and not mended since. */
  damagedIds(): string[];
  /** Writes a backup, see `backup`. */
  backup(target: string): BackedUp;
  /** Rebuilds the tables that are derived from the paragraphs. */
  rebuildDerived(): void;
  close(): void;
}

export interface Problem {
  code: string;
  message: string;
}

/**
 * A table kept in the same file and the same transaction as the paragraphs, owned by an index (for example the
 * FTS5 table of the embedded search). `version` changes when its making changes: the store then rebuilds it.
 */
export interface DerivedTable {
  name: string;
  version: string;
  create(db: Database): void;
  drop(db: Database): void;
  add(db: Database, paragraphs: readonly StoredParagraph[]): void;
  remove(db: Database, rows: readonly number[]): void;
  /** Compares the table with the paragraphs (all of them, `StoreReader.scan()`); empty when it is complete. */
  verify(db: Database, paragraphs: Iterable<ScannedParagraph>): Problem[];
}

/** The part of `node:sqlite`'s DatabaseSync that derived tables use. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
}

export interface Statement {
  /** Row by row, for what may be large. */
  iterate(...values: unknown[]): Iterable<unknown>;
  all(...values: unknown[]): unknown[];
  get(...values: unknown[]): unknown;
  run(...values: unknown[]): unknown;
}
