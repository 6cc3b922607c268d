/** The check that users can run: the file itself, every report in it, and every derived table against the text. */

import { checkReport } from './check.ts';
import type { Statements } from './connection.ts';
import { damageOf, mendDamage } from './damage.ts';
import { outdated } from './derived.ts';
import { isDamage } from './errors.ts';
import type { DerivedTable, Problem, StoreReader } from './types.ts';

/**
 * @param reader of a snapshot on `statements`' connection
 * @returns every problem found, the first few of each report; empty if all is well
 */
export function verifyStore(
  reader: StoreReader,
  statements: Statements,
  derived: readonly DerivedTable[],
): Problem[] {
  const { db } = statements;
  return [
    ...section('the file', () => integrityProblems(statements)),
    ...section('the reports', () =>
      reader.reports().flatMap(({ id }) => reportProblems(reader, statements, id)),
    ),
    ...section('the change log', () => changeLog(reader, statements)),
    ...section('the derived tables', () => {
      const old = new Set(outdated(statements, derived));
      return derived.flatMap((table) =>
        old.has(table)
          ? [{ code: 'derived', message: `${table.name}: is missing or out of date; run "siyagha reindex"` }]
          : table.verify(db, reader.scan()),
      );
    }),
  ];
}

/** If damage ends one check, the others continue. */
export function section(what: string, check: () => Problem[]): Problem[] {
  try {
    return check();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [
      {
        code: 'integrity',
        message: `${what} could not be checked completely (${(error as Error).message}); ${mendDamage}`,
      },
    ];
  }
}

function integrityProblems({ db }: Statements): Problem[] {
  const integrity = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
  const orphans = db.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[];
  return [
    ...integrity
      .filter((line) => line.integrity_check !== 'ok')
      .map((line) => ({ code: 'integrity', message: line.integrity_check })),
    ...orphans.slice(0, 20).map(({ table, parent }) => ({
      code: 'foreign_key',
      message: `a row of ${table} refers to a row of ${parent} that does not exist`,
    })),
  ];
}

/** An inconsistency says more than "the text is different"; without one, the hash decides. */
function reportProblems(reader: StoreReader, statements: Statements, id: string): Problem[] {
  const damage = damageOf(statements, id);
  const damaged = damage === null ? [] : [{ code: 'damaged', message: damage }];
  try {
    const whole = {
      report: reader.report(id)!,
      paragraphs: reader.paragraphs(id),
      repairs: reader.repairs(id),
    };
    return [...damaged, ...checkReport(whole)];
  } catch (error) {
    if (!isDamage(error)) throw error;
    return damaged;
  }
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
