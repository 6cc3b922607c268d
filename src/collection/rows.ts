/** Answers as flat rows, for CSV and JSON Lines. */
import { stringify } from 'csv-stringify/sync';

/** The list of a body: the field of this name, or made by a function; null where there is none. */
export function rowsOf<B>(body: B, rows: string | ((body: B) => object[]) | undefined): unknown[] | null {
  if (typeof rows === 'function') return rows(body);
  const value = rows === undefined ? null : (body as Record<string, unknown>)[rows];
  return Array.isArray(value) ? value : null;
}

/** Nested objects become `outer.inner` columns, arrays and the rest JSON text. */
export function flattenRow(row: unknown): Record<string, string | number | boolean | null> {
  const flat: Record<string, string | number | boolean | null> = {};
  const walk = (value: unknown, name: string): void => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, name === '' ? key : `${name}.${key}`);
    } else if (Array.isArray(value)) {
      const plain = value.every((item) => typeof item !== 'object' || item === null);
      flat[name] = plain ? value.join(' | ') : JSON.stringify(value);
    } else {
      flat[name] = (value ?? null) as string | number | boolean | null;
    }
  };
  walk(row, '');
  return flat;
}

/** JSON Lines, or CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Arabic. */
export function rowsText(format: 'csv' | 'jsonl', rows: readonly unknown[]): string {
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const flat = rows.map(flattenRow);
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  return stringify(flat, { header: true, columns, bom: true, record_delimiter: '\r\n' });
}
