/** Lists as CSV or JSON Lines. */
import type { Context } from 'hono';
import { rowsText } from '../collection/index.ts';

const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' };

export function rowsResponse(c: Context, format: 'csv' | 'jsonl', rows: unknown[]): Response {
  c.header('Content-Type', types[format]);
  return c.body(rowsText(format, rows));
}
