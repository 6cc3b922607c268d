/** The check a user can run: the file itself, every report in it, and every derived table against the text. */

import { checkReport } from './check.ts';
import type { Statements } from './connection.ts';
import { outdated } from './derived.ts';
import type { DerivedTable, Problem, StoreReader } from './types.ts';

/**
 * @param reader of a snapshot on `statements`' connection.
 * @returns every problem found, the first few of each report; empty when all is well.
 */
export function verifyStore(
  reader: StoreReader,
  statements: Statements,
  derived: readonly DerivedTable[],
): Problem[] {
  const { db } = statements;
  const integrity = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
  const problems: Problem[] = integrity
    .filter((line) => line.integrity_check !== 'ok')
    .map((line) => ({ code: 'integrity', message: line.integrity_check }));
  const orphans = db.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[];
  for (const { table, parent } of orphans.slice(0, 20)) {
    problems.push({
      code: 'foreign_key',
      message: `a row of ${table} names a row of ${parent} that is not there`,
    });
  }
  for (const report of reader.reports()) {
    const paragraphs = reader.paragraphs(report.id);
    problems.push(...checkReport({ report, paragraphs, repairs: reader.repairs(report.id) }));
  }
  problems.push(...changeLog(reader, statements));
  const old = new Set(outdated(statements, derived));
  for (const table of derived) {
    if (old.has(table)) {
      problems.push({
        code: 'derived',
        message: `${table.name}: is missing or out of date; run "siyagha reindex"`,
      });
    } else problems.push(...table.verify(db, reader.scan()));
  }
  return problems;
}

/** Every report has its `put` in the change log, and no change is newer than the epoch. */
function changeLog(reader: StoreReader, { db }: Statements): Problem[] {
  const missing = db
    .prepare("SELECT id FROM report WHERE id NOT IN (SELECT report FROM change WHERE op = 'put')")
    .all() as { id: string }[];
  const newest = db.prepare('SELECT coalesce(max(epoch), 0) AS epoch FROM change').get() as { epoch: number };
  const problems = missing.map(({ id }) => ({
    code: 'change_log',
    message: `${id}: has no change recorded`,
  }));
  if (newest.epoch !== reader.epoch) {
    problems.push({
      code: 'change_log',
      message: `the newest change is of epoch ${newest.epoch}, the store's is ${reader.epoch}`,
    });
  }
  return problems;
}
