/** Derived tables: updated in the same transaction as the paragraphs, rebuilt when their version changes. */
import type { Statements } from './connection.ts';
import { Reader } from './reader.ts';
import type { DerivedTable } from './types.ts';

/** Number of paragraphs passed to a derived table at once while it is rebuilt. */
const BATCH = 2000;

/** Rebuilds the tables whose version differs from the one in the file; within the caller's transaction. */
export function rebuildOutdated(statements: Statements, tables: readonly DerivedTable[]): void {
  for (const table of outdated(statements, tables)) rebuild(statements, table);
}

export function outdated(statements: Statements, tables: readonly DerivedTable[]): DerivedTable[] {
  const version = statements.get('SELECT version FROM derived WHERE name = ?');
  return tables.filter(
    (table) => (version.get(table.name) as { version: string } | undefined)?.version !== table.version,
  );
}

export function rebuild(statements: Statements, table: DerivedTable): void {
  const { db } = statements;
  table.drop(db);
  table.create(db);
  const reader = new Reader(statements);
  let rows: number[] = [];
  const flush = () => {
    if (rows.length > 0) table.add(db, reader.paragraphsByRow(rows));
    rows = [];
  };
  for (const { row } of reader.scan()) {
    rows.push(row);
    if (rows.length === BATCH) flush();
  }
  flush();
  statements
    .get('INSERT OR REPLACE INTO derived (name, version) VALUES (?, ?)')
    .run(table.name, table.version);
}
