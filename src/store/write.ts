/** Putting a report in and taking one out: rows, derived tables, the change log and the epoch, all or nothing. */
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

/** Runs `work` in one write transaction; when it throws, nothing of it stays. */
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

export function putReport(
  statements: Statements,
  derived: readonly DerivedTable[],
  parsed: ParsedReport,
  options: PutOptions,
): PutResult {
  const checked = check(parsed);
  return inTransaction(statements, () => putChecked(statements, derived, checked, options));
}

/**
 * Puts all in one transaction. Where that fails, each in one of its own, so that what is wrong with one report (or
 * with the disk) costs only those that it concerns.
 */
export function putReports(
  statements: Statements,
  derived: readonly DerivedTable[],
  all: readonly ParsedReport[],
  options: PutOptions,
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

function putChecked(
  statements: Statements,
  derived: readonly DerivedTable[],
  { parsed, content }: Checked,
  options: PutOptions,
): PutResult {
  const { report } = parsed;
  const old = statements.get('SELECT row, content, symbol_given FROM report WHERE id = ?').get(report.id) as
    | { row: number; content: string; symbol_given: number }
    | undefined;
  const renamed = sameBytes(statements, parsed, options);
  for (const { id, row } of renamed) {
    takeOut(statements, derived, row);
    recordChange(statements, id, 'remove');
    statements.get('UPDATE alias SET report = ? WHERE report = ?').run(report.id, id);
    statements.get('INSERT OR REPLACE INTO alias (id, report) VALUES (?, ?)').run(id, report.id);
  }
  const former = renamed.map(({ id }) => id);
  // What is stored may be damaged, and is then mended.
  if (old?.content === content && damageOf(statements, report.id) === null) {
    // What nobody sees changes without a new epoch: only whether the symbol was given.
    if (parsed.symbolGiven && old.symbol_given === 0) {
      statements.get('UPDATE report SET symbol_given = 1 WHERE row = ?').run(old.row);
    }
    return { outcome: 'unchanged', renamed: former };
  }
  if (old) takeOut(statements, derived, old.row);
  const given = parsed.symbolGiven || old?.symbol_given === 1;
  const row = insertReport(statements, report, content, given);
  const stored = insertParagraphs(statements, row, parsed.paragraphs);
  insertRepairs(statements, row, parsed);
  if (!report.unreadable) for (const table of derived) table.add(statements.db, stored);
  // An id that is a report's own again leads nowhere else.
  statements.get('DELETE FROM alias WHERE id = ?').run(report.id);
  recordChange(statements, report.id, 'put');
  return { outcome: old ? 'updated' : 'added', renamed: former };
}

export function removeReport(statements: Statements, derived: readonly DerivedTable[], id: string): boolean {
  return inTransaction(statements, () => {
    const old = statements.get('SELECT row FROM report WHERE id = ?').get(id) as { row: number } | undefined;
    if (!old) return false;
    takeOut(statements, derived, old.row);
    statements.get('DELETE FROM alias WHERE report = ?').run(id);
    recordChange(statements, id, 'remove');
    return true;
  });
}

/** Where an index does not agree with a damaged row, the indexes are made again from the rows. */
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

/** An index that is further behind than so many commits is made anew. */
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

function insertReport(statements: Statements, report: Report, content: string, given: boolean): number {
  const result = statements
    .get(
      `INSERT INTO report (id, symbol, title, series, body, year, date_from, date_to, session, language, paragraphs,
         words, source, repaired_words, doubtful_words, readable, unreadable, symbol_given, warnings, ingested_at,
         content)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      given ? 1 : 0,
      warningsJson(report),
      report.ingested_at,
      content,
    );
  return Number(result.lastInsertRowid);
}

function insertParagraphs(
  statements: Statements,
  report: number,
  paragraphs: readonly Paragraph[],
): StoredParagraph[] {
  const insert = statements.get(
    `INSERT INTO paragraph (report, ordinal, kind, number, label, part, path, parent, page, text, words, doubts,
       citations)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
