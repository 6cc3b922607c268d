/**
 * The migration to ids that keep the letters of every script. Before it, each letter outside A–Z became `-`, so that
 * different symbols could get the same id. Old ids remain valid as aliases.
 */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { reportId } from '../report/index.ts';
import { Statements } from './connection.ts';
import { Reader } from './reader.ts';
import { contentHash } from './rows.ts';
import { recordChange } from './write.ts';

export function giveNewIds(db: DatabaseSyncInstance): void {
  const statements = new Statements(db);
  const reports = statements.get('SELECT row, id, symbol, language FROM report ORDER BY row').all() as {
    row: number;
    id: string;
    symbol: string;
    language: string;
  }[];
  const taken = new Set(reports.map(({ id }) => id));
  for (const { row, id, symbol, language } of reports) {
    const wanted = reportId(symbol, language);
    if (wanted === id || taken.has(wanted) || !/[\p{L}\p{Nd}]/u.test(wanted)) continue;
    taken.add(wanted);
    statements.get('UPDATE report SET id = ? WHERE row = ?').run(wanted, row);
    statements.get('INSERT OR REPLACE INTO alias (id, report) VALUES (?, ?)').run(id, wanted);
    recordChange(statements, id, 'remove');
    recordChange(statements, wanted, 'put');
  }
  hashAnew(statements);
}

/** The hash covers ids and fields that stored reports did not have. */
function hashAnew(statements: Statements): void {
  const reader = new Reader(statements);
  for (const report of reader.reports()) {
    const paragraphs = reader.paragraphs(report.id);
    const content = contentHash({ report, paragraphs, repairs: reader.repairs(report.id) });
    statements.get('UPDATE report SET content = ? WHERE id = ?').run(content, report.id);
  }
}
