/** Adds and removes a report: rows, derived tables, the change log and the epoch, all or nothing. */
import { randomBytes } from 'node:crypto';
import type { Paragraph, ParsedReport, Report } from '../report/index.ts';
import { checkReport } from './check.ts';
import type { Statements } from './connection.ts';
import { damageOf } from './damage.ts';
import { isDamage, StoreError } from './errors.ts';
import { readEpoch, splitParagraphId } from './reader.ts';
import { contentHash, referencesJson, sourceJson, storable, warningsJson } from './rows.ts';
import { sameBytes } from './same-bytes.ts';
import type { DerivedTable, PutOptions, PutResult, StoreChange, StoredParagraph } from './types.ts';

/** Runs `work` in one write transaction; if it throws, everything is rolled back. */
export function inTransaction<T>({ db }: Statements, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** What a put does outside the database file. */
export interface WriteOptions extends PutOptions {
  /** Keeps the report's original file; false if there is none to keep. */
  keep: (report: Report) => boolean;
  /** Collects the hashes of files that may no longer belong to a report. */
  freed: Set<string>;
}

/**
 * Puts all in one transaction. If that fails, each gets its own, so that a problem with one report (or with the disk)
 * affects only the reports concerned.
 */
export function putReports(
  statements: Statements,
  derived: readonly DerivedTable[],
  all: readonly ParsedReport[],
  options: WriteOptions,
): (PutResult | Error)[] {
  try {
    const checked = all.map(check);
    return inTransaction(statements, () =>
      checked.map((one) => putChecked(statements, derived, one, options)),
    );
  } catch (error) {
    if (all.length === 1) return [error as Error];
    return all.flatMap((one) => putReports(statements, derived, [one], options));
  }
}

interface Checked {
  parsed: ParsedReport;
  content: string;
}

function check(parsed: ParsedReport): Checked {
  const [problem] = checkReport(parsed);
  if (problem) {
    throw new StoreError(
      'invalid_report',
      `${parsed.report.source.file}: was not stored: ${problem.message} (${problem.code})`,
    );
  }
  return { parsed, content: contentHash(parsed) };
}

interface StoredReport {
  row: number;
  content: string;
  symbol_given: number;
  original: number;
  sha256: string;
  source: string;
}

/** Whether this is what is stored, though the file may have another name now. */
function isSame(old: StoredReport, { report, ...rest }: ParsedReport, content: string): boolean {
  if (old.content === content) return true;
  if (old.sha256 !== report.source.sha256) return false;
  const { file } = JSON.parse(old.source) as { file: string };
  if (file === report.source.file) return false;
  const renamed = { ...report, source: { ...report.source, file } };
  const warnings = renamed.warnings.map((warning) => ({
    ...warning,
    message: warning.message.replaceAll(report.source.file, file),
  }));
  return contentHash({ report: { ...renamed, warnings }, ...rest }) === old.content;
}

function putChecked(
  statements: Statements,
  derived: readonly DerivedTable[],
  { parsed, content }: Checked,
  options: WriteOptions,
): PutResult {
  const { report } = parsed;
  const columns = 'SELECT row, content, symbol_given, original, sha256, source FROM report WHERE id = ?';
  const old = statements.get(columns).get(report.id) as StoredReport | undefined;
  const { sha256 } = report.source;
  options.freed.add(sha256);
  const renamed = sameBytes(statements, parsed, options);
  const keptBefore =
    renamed.some(({ original }) => original === 1) || (old?.sha256 === sha256 && old.original === 1);
  const original = options.keep(report) || keptBefore;
  const given = parsed.given ? storable(JSON.stringify(parsed.given)) : null;
  for (const { id, row } of renamed) {
    takeOut(statements, derived, row);
    recordChange(statements, id, 'remove');
    statements.get('UPDATE alias SET report = ? WHERE report = ?').run(report.id, id);
    statements.get('INSERT OR REPLACE INTO alias (id, report) VALUES (?, ?)').run(id, report.id);
  }
  const former = renamed.map(({ id }) => id);
  // What is stored may be damaged, and is repaired then.
  if (old && isSame(old, parsed, content) && damageOf(statements, report.id) === null) {
    // Changes that nobody can see need no new epoch.
    const symbolGiven = parsed.symbolGiven ? 1 : old.symbol_given;
    statements
      .get('UPDATE report SET symbol_given = ?, given = ?, original = ? WHERE row = ?')
      .run(symbolGiven, given, original ? 1 : 0, old.row);
    return { outcome: 'unchanged', renamed: former };
  }
  if (old) {
    takeOut(statements, derived, old.row);
    options.freed.add(old.sha256);
  }
  const symbolGiven = parsed.symbolGiven || old?.symbol_given === 1;
  const row = insertReport(statements, report, { content, symbolGiven, given, original });
  const stored = insertParagraphs(statements, row, parsed.paragraphs);
  insertRepairs(statements, row, parsed);
  if (!report.unreadable) for (const table of derived) table.add(statements.db, stored);
  // When a report gets an id of its own, the id stops leading elsewhere.
  statements.get('DELETE FROM alias WHERE id = ?').run(report.id);
  recordChange(statements, report.id, 'put');
  return { outcome: old || former.length > 0 ? 'updated' : 'added', renamed: former };
}

/** @returns the hash of its file; null if there was no such report */
export function removeReport(
  statements: Statements,
  derived: readonly DerivedTable[],
  id: string,
): string | null {
  return inTransaction(statements, () => {
    const old = statements.get('SELECT row, sha256 FROM report WHERE id = ?').get(id) as
      | { row: number; sha256: string }
      | undefined;
    if (!old) return null;
    takeOut(statements, derived, old.row);
    statements.get('DELETE FROM alias WHERE report = ?').run(id);
    recordChange(statements, id, 'remove');
    return old.sha256 ?? '';
  });
}

/** If an index does not agree with a damaged row, the indexes are rebuilt from the rows. */
function takeOut(statements: Statements, derived: readonly DerivedTable[], report: number): void {
  try {
    deleteReport(statements, derived, report);
  } catch (error) {
    if (!isDamage(error) || !statements.db.isTransaction) throw error;
    statements.db.exec('REINDEX');
    deleteReport(statements, derived, report);
  }
}

function deleteReport(statements: Statements, derived: readonly DerivedTable[], report: number): void {
  const rows = statements.get('SELECT row FROM paragraph WHERE report = ? ORDER BY row').all(report) as {
    row: number;
  }[];
  const numbers = rows.map(({ row }) => row);
  for (const table of derived) table.remove(statements.db, numbers);
  const paths = statements.get('SELECT DISTINCT path FROM paragraph WHERE report = ?').all(report);
  statements.get('DELETE FROM report WHERE row = ?').run(report);
  const forget = statements.get(
    'DELETE FROM path WHERE row = ? AND NOT EXISTS (SELECT 1 FROM paragraph p WHERE p.path = path.row)',
  );
  for (const { path } of paths as { path: number }[]) forget.run(path);
}

/** An index that is more than this many commits behind is rebuilt. */
const commitsKept = 10_000;

export function recordChange(statements: Statements, report: string, op: StoreChange['op']): void {
  const epoch = readEpoch(statements) + 1;
  statements.get("UPDATE meta SET value = ? WHERE key = 'epoch'").run(epoch);
  statements.get('INSERT OR REPLACE INTO change (report, epoch, op) VALUES (?, ?, ?)').run(report, epoch, op);
  const token = randomBytes(8).toString('hex');
  statements.get('INSERT OR REPLACE INTO commits (epoch, token) VALUES (?, ?)').run(epoch, token);
  statements.get('DELETE FROM commits WHERE epoch <= ?').run(epoch - commitsKept);
}

function text(value: string | null): string | null {
  return value === null ? null : storable(value);
}

interface Beside {
  content: string;
  symbolGiven: boolean;
  given: string | null;
  original: boolean;
}

function insertReport(statements: Statements, report: Report, beside: Beside): number {
  const result = statements
    .get(
      `INSERT INTO report (id, symbol, title, series, body, year, date_from, date_to, session, language, paragraphs,
         words, source, repaired_words, doubtful_words, readable, unreadable, symbol_given, warnings, ingested_at,
         content, given, original)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      report.id,
      storable(report.symbol),
      storable(report.title),
      text(report.series),
      text(report.body),
      report.year,
      report.date?.from ?? null,
      report.date?.to ?? null,
      report.session,
      report.language,
      report.paragraphs,
      report.words,
      sourceJson(report),
      report.repairs.words,
      report.repairs.doubtful,
      report.readable,
      report.unreadable ? 1 : 0,
      beside.symbolGiven ? 1 : 0,
      warningsJson(report),
      report.ingested_at,
      beside.content,
      beside.given,
      beside.original ? 1 : 0,
    );
  return Number(result.lastInsertRowid);
}

function insertParagraphs(
  statements: Statements,
  report: number,
  paragraphs: readonly Paragraph[],
): StoredParagraph[] {
  const insert = statements.get(
    `INSERT INTO paragraph (report, ordinal, kind, number, label, part, path, parent, page, cell, text, words, doubts,
       citations)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const paths = new Map<string, number>();
  const pathOf = (headings: string) => {
    const row = paths.get(headings) ?? pathRow(statements, headings);
    paths.set(headings, row);
    return row;
  };
  return paragraphs.map((p) => {
    const stored = storable(p.text);
    const parent = p.parent === null ? null : (splitParagraphId(p.parent)?.ordinal ?? null);
    const path = pathOf(storable(JSON.stringify(p.path)));
    const result = insert.run(
      report,
      p.ordinal,
      p.kind,
      p.number,
      text(p.label),
      storable(p.part),
      path,
      parent,
      p.page,
      p.cell ? JSON.stringify(p.cell) : null,
      stored,
      p.words,
      JSON.stringify(p.doubts),
      referencesJson(p),
    );
    return { ...p, text: stored, row: Number(result.lastInsertRowid) };
  });
}

function pathRow(statements: Statements, headings: string): number {
  const added = statements.get('INSERT OR IGNORE INTO path (headings) VALUES (?)').run(headings);
  if (added.changes === 1) return Number(added.lastInsertRowid);
  const found = statements.get('SELECT row FROM path WHERE headings = ?').get(headings);
  return (found as { row: number }).row;
}

function insertRepairs(statements: Statements, report: number, { repairs }: ParsedReport): void {
  const insert = statements.get(
    `INSERT INTO repair (report, place, ordinal, start, end, text, raw, kinds, doubtful)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  repairs.forEach((r, place) => {
    insert.run(
      report,
      place,
      r.ordinal,
      r.start,
      r.end,
      storable(r.text),
      storable(r.raw),
      JSON.stringify(r.kinds.map(storable)),
      r.doubtful ? 1 : 0,
    );
  });
}
