/** What adding reports would do, without doing it: the rules for names and copies, applied to copies of both lists. */
import { DatabaseSync } from '@photostructure/sqlite';
import type { ParsedReport } from '../report/index.ts';
import { Statements } from './connection.ts';
import { sameBytes } from './same-bytes.ts';
import type { PutOptions } from './types.ts';

export interface Trial {
  /** The problem with each report, null if there is none; reports without a problem count for the next. */
  putAll(parsed: readonly ParsedReport[]): (Error | null)[];
  close(): void;
}

/** @param options as the ingest would have them */
export function trialOver(statements: Statements, options: PutOptions): Trial {
  const db = new DatabaseSync(':memory:');
  db.exec(
    `CREATE TABLE report (row INTEGER PRIMARY KEY, id TEXT UNIQUE, symbol TEXT, symbol_given INTEGER, sha256 TEXT,
       original INTEGER);
     CREATE TABLE alias (id TEXT PRIMARY KEY, report TEXT);`,
  );
  const copy = new Statements(db);
  const add = copy.get('INSERT INTO report VALUES (?, ?, ?, ?, ?, 0)');
  const reports = statements.get('SELECT row, id, symbol, symbol_given, sha256 FROM report').all();
  for (const one of reports as unknown as Record<string, string | number>[])
    add.run(one.row!, one.id!, one.symbol!, one.symbol_given!, one.sha256!);
  const former = copy.get('INSERT OR REPLACE INTO alias VALUES (?, ?)');
  for (const one of statements.get('SELECT id, report FROM alias').all() as { id: string; report: string }[])
    former.run(one.id, one.report);

  const put = (parsed: ParsedReport): Error | null => {
    const { id, symbol, source } = parsed.report;
    try {
      for (const { id: old, row } of sameBytes(copy, parsed, options)) {
        copy.get('DELETE FROM report WHERE row = ?').run(row);
        former.run(old, id);
      }
    } catch (error) {
      return error as Error;
    }
    const own = copy.get('SELECT row, symbol_given FROM report WHERE id = ?').get(id) as
      | { row: number; symbol_given: number }
      | undefined;
    const given = parsed.symbolGiven || own?.symbol_given === 1 ? 1 : 0;
    if (own) copy.get('DELETE FROM report WHERE row = ?').run(own.row);
    add.run(own?.row ?? null, id, symbol, given, source.sha256);
    copy.get('DELETE FROM alias WHERE id = ?').run(id);
    return null;
  };
  return { putAll: (parsed) => parsed.map(put), close: () => db.close() };
}
