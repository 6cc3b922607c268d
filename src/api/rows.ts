/** Lists as CSV or JSON Lines. */
import type { Context } from 'hono';

const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' };

export function rowsResponse(c: Context, format: 'csv' | 'jsonl', text: string): Response {
  c.header('Content-Type', types[format]);
  return c.body(text);
}
