/** Lists as CSV (RFC 4180, with a byte order mark so that spreadsheets read the Arabic) or JSON Lines. */
import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';
import { flattenRow } from '../collection/index.ts';

export function rowsResponse(c: Context, format: 'csv' | 'jsonl', rows: unknown[]): Response {
  if (format === 'jsonl') {
    c.header('Content-Type', 'application/jsonl; charset=utf-8');
    return c.body(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  const flat = rows.map(flattenRow);
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  c.header('Content-Type', 'text/csv; charset=utf-8');
  return c.body(stringify(flat, { header: true, columns, bom: true, record_delimiter: '\r\n' }));
}
