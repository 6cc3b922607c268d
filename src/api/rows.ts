/** Lists as CSV (RFC 4180, with a byte order mark so that spreadsheets read the Arabic) or JSON Lines. */
import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';
import { flattenRow, rowsOf } from '../collection/index.ts';
import { problem } from './problem.ts';

/** Null for JSON: the caller answers itself. */
export function rowsResponse(
  c: Context,
  format: 'json' | 'csv' | 'jsonl',
  body: unknown,
  field: string | undefined,
): Response | null {
  if (format === 'json') return null;
  const rows = field ? rowsOf(body, field) : null;
  if (!rows) {
    return problem(c, 400, 'invalid_parameters', `format: ${format} is for lists only`, [
      { path: 'format', message: `this answer is no list: ${format} is not offered` },
    ]);
  }
  if (format === 'jsonl') {
    c.header('Content-Type', 'application/jsonl; charset=utf-8');
    return c.body(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  const flat = rows.map(flattenRow);
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  c.header('Content-Type', 'text/csv; charset=utf-8');
  return c.body(stringify(flat, { header: true, columns, bom: true, record_delimiter: '\r\n' }));
}
