/** The store's interface: what can be read at one epoch, and what can be changed. */

import type { GivenFields, Paragraph, ParsedReport, Repair, Report, ReportSummary } from '../report/index.ts';
import type { BackedUp } from './backup.ts';
import type { Trial } from './trial.ts';

/** A paragraph with its row number, which stays the same as long as its report is not replaced. */
export interface StoredParagraph extends Paragraph {
  row: number;
}

export interface ReportFilter {
  series?: string | undefined;
  /** Report ids; a report matches if it is one of them. */
  report?: readonly string[] | undefined;
  body?: string | undefined;
  year_from?: number | undefined;
  year_to?: number | undefined;
  language?: string | undefined;
}

/** One commit of one copy of the store: copies that diverged share epochs, but not tokens. */
export interface CommitPoint {
  epoch: number;
  /** Random, made with the commit. */
  commit: string;
}

/** Reads at one epoch. Reports are in dated order: by `date.from`, otherwise year, then symbol; undated ones last. */
export interface StoreReader extends CommitPoint {
  /** Incremented with every committed change; 0 for a new, empty store. */
  readonly epoch: number;
  /**
   * The token of the commit that raised this store to that epoch; null if there was none or it is too old. If an index
   * has the same token, the changes since then tell it what to update.
   */
  commitAt(epoch: number): string | null;
  report(id: string): Report | null;
  reports(filter?: ReportFilter): Report[];
  /** What is kept in memory of all reports, in the order of `reports`. */
  summaries(): readonly ReportSummary[];
  /** The reports whose words count: all but the unreadable ones. Indexes are built from these, with `scan`. */
  countedReports(): ReportSummary[];
  /** The id itself if a report has it, the present id if it is a former one, otherwise null. */
  currentId(id: string): string | null;
  /** What a person said about the report's file; null if that was not recorded. */
  given(id: string): GivenFields | null;
  /** Whether a person gave the symbol. */
  symbolGiven(id: string): boolean;
  /** The SHA-256 of the report's file, if the file is kept. */
  original(id: string): string | null;
  /** Every former id of a report, with its present one. */
  aliases(): { id: string; report: string }[];
  /** All paragraphs of a report in reading order; empty for an unknown one. */
  paragraphs(report: string): StoredParagraph[];
  paragraph(id: string): StoredParagraph | null;
  /** The named paragraphs, in the given order; unknown ids are left out. */
  paragraphsById(ids: readonly string[]): StoredParagraph[];
  repairs(report: string): Repair[];
  /** All distinct lists of headings above paragraphs, outermost first. */
  headings(): string[][];
  /** Every paragraph of the counted reports, in their order and in reading order, with constant memory. */
  scan(): Iterable<ScannedParagraph>;
  /** The paragraphs of one report, as in `scan`; empty for an unknown one. */
  scanReport(id: string): readonly ScannedParagraph[];
  /** The paragraphs with these rows, in the given order; unknown rows are left out. */
  paragraphsByRow(rows: ArrayLike<number>): StoredParagraph[];
  /** As `scanReport` for the paragraphs with these rows, in any order; unknown rows are left out. */
  scanRows(rows: ArrayLike<number>): ScannedParagraph[];
  /** The row of each counted report's first paragraph. */
  firstRows(): Map<string, number>;
  /** Only the text of the paragraph with this row; null for an unknown row. */
  textByRow(row: number): string | null;
  /**
   * Rows of the paragraphs whose headings (outermost first) pass the test, in any order. Each distinct list of headings
   * is tested once.
   */
  rowsUnder(test: (path: readonly string[]) => boolean): number[];
  /** The headings above the paragraphs with these rows, and how many paragraphs each list of headings has. */
  headingsOver(rows: readonly number[]): { headings: string[]; paragraphs: number }[];
  /**
   * Random name given to the collection when it was created; distinguishes its data from others' on a shared server.
   */
  readonly storeId: string;
  /**
   * The connection, for the owner of a derived table to query it at this epoch. Only read, and prepare statements for
   * each use: the store may replace the connection with another one of the same epoch.
   */
  readonly database: Database;
}

/** The few fields of each paragraph that an index needs. */
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
  /** Former ids of the same bytes, which now lead to this report. */
  renamed: string[];
}

export interface PutOptions {
  /** Store the same bytes again under another inferred symbol. */
  allowDuplicates?: boolean;
  /** The bytes of a report's file, to be kept; null if they are not kept. Called inside the transaction. */
  original?: (report: Report) => Uint8Array | null;
  /** The stored report that is being read again: a new id replaces its id, and the old one leads to it. */
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
  /** True if opened read-only: `put`, `remove`, `setNote` and `rebuildDerived` then throw `read_only`. */
  readonly readOnly: boolean;
  /** The newest committed epoch, even if another process committed it. */
  epoch(): number;
  /** A frozen view of the newest epoch. */
  snapshot(): Snapshot;
  /**
   * Lets the write-ahead log be truncated in spite of the snapshots held here; happens automatically when one is
   * closed.
   */
  trimLog(): void;
  /**
   * Adds or replaces a report in one transaction, on disk when it returns; `unchanged` (and no new epoch) if every
   * field but `ingested_at` is the same. If this symbol was given, the same bytes under another, inferred symbol are
   * renamed.
   * @throws StoreError `invalid_report` if ids, ordinals, counts or offsets are inconsistent, `id_taken` if another
   * symbol has the id, `duplicate_file` if the bytes are stored and this symbol is only inferred; nothing is stored
   */
  put(parsed: ParsedReport, options?: PutOptions): PutResult;
  /**
   * As `put` for several reports in one transaction, with one wait for the disk; each changed report still raises the
   * epoch by one. When it returns, everything but the errors is on disk; a report that cannot be stored does not affect
   * the others.
   * @returns one answer for each report, in order
   */
  putAll(parsed: readonly ParsedReport[], options?: PutOptions): (PutResult | Error)[];
  /** For a run that stores nothing: the problem with each report. */
  trial(options?: PutOptions): Trial;
  /** Path of the original file with this hash, if it is kept. */
  originalPath(sha256: string): string;
  /**
   * Moves an original file into place ahead of the `put` that stores its report, so that many waits for the disk
   * overlap. Never fails: `put` then stores the file itself. If the report is not stored, a sweep deletes the file.
   * @param sha256 of the bytes, in hex
   */
  stageOriginal(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Deletes what interrupted processes left in the folder of original files. */
  sweepOriginals(): void;
  /** False if there was no such report. Its former ids are removed too. */
  remove(id: string): boolean;
  /** Changes after `epoch`, oldest first, each report once with its last operation: what an index has to update. */
  changesSince(epoch: number): StoreChange[];
  /** Small named values, in which indexes record their progress. Not part of the epoch. */
  getNote(key: string): string | null;
  setNote(key: string, value: string): void;
  /** Checks the file (integrity, counts, offsets, ids); empty if all is well. */
  verify(): Problem[];
  /** The reports that are not what was stored, or cannot be read, each with what to do. */
  damaged(): Problem[];
  /**
   * Removes the reports whose paragraphs cannot be read from every count; they are listed as unreadable, with a
   * warning.
   * @returns their ids
   */
  setAsideDamaged(): string[];
  /** Ids of the reports that were set aside and not repaired since. */
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
 * A table in the same file and the same transaction as the paragraphs, owned by an index (for example the FTS5 table of
 * the embedded search). Its `version` changes when its contents do; the store then rebuilds it.
 */
export interface DerivedTable {
  name: string;
  version: string;
  create(db: Database): void;
  drop(db: Database): void;
  add(db: Database, paragraphs: readonly StoredParagraph[]): void;
  remove(db: Database, rows: readonly number[]): void;
  /** Compares the table with all paragraphs (`StoreReader.scan()`); empty if it is complete. */
  verify(db: Database, paragraphs: Iterable<ScannedParagraph>): Problem[];
}

/** The part of `node:sqlite`'s DatabaseSync that derived tables use. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
}

export interface Statement {
  /** Row by row, for large results. */
  iterate(...values: unknown[]): Iterable<unknown>;
  all(...values: unknown[]): unknown[];
  get(...values: unknown[]): unknown;
  run(...values: unknown[]): unknown;
}
