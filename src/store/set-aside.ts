/**
 * Sets aside reports whose paragraphs cannot be read: they are listed but not counted, so that all others can still
 * answer.
 */

import type { ReportSummary } from '../report/index.ts';
import type { Statements } from './connection.ts';
import { isDamage } from './errors.ts';
import { Reader } from './reader.ts';
import type { DerivedTable } from './types.ts';
import { inTransaction, recordChange } from './write.ts';

/** One commit for each. @returns their ids */
export function setAside(statements: Statements, derived: readonly DerivedTable[]): string[] {
  const reader = new Reader(statements);
  const lost = reader.countedReports().filter((report) => !canBeRead(reader, report));
  for (const { id } of lost) {
    inTransaction(statements, () => {
      forgetWords(statements, derived, id);
      statements.get('UPDATE report SET damaged = 1 WHERE id = ?').run(id);
      recordChange(statements, id, 'put');
    });
  }
  return lost.map(({ id }) => id);
}

function canBeRead(reader: Reader, { id, paragraphs }: ReportSummary): boolean {
  try {
    return reader.paragraphs(id).length === paragraphs;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** The row numbers are also in an index, which is often intact if the rows are not. */
function forgetWords(statements: Statements, derived: readonly DerivedTable[], id: string): void {
  const sql =
    'SELECT row FROM paragraph WHERE report = (SELECT row FROM report WHERE id = ?) ORDER BY ordinal';
  try {
    const rows = statements.get(sql).all(id) as { row: number }[];
    const numbers = rows.map(({ row }) => row);
    for (const table of derived) table.remove(statements.db, numbers);
  } catch (error) {
    if (!isDamage(error)) throw error;
    // They stay in the table, where nothing reads them; `verify` reports them.
  }
}
