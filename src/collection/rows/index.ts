/**
 * Answers as rows for a spreadsheet (CSV) or for a program that reads line by line (JSON Lines): one row for each
 * change, span, version or occurrence, with its text and printed number; no lists in cells.
 */
import { stringify } from 'csv-stringify/sync';
import type { View } from '../view.ts';

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
/** Turns a use case's answer into rows. */
export type RowsOf<B> = (body: B, view: View) => Row[];

/** Characters that begin a formula in a spreadsheet, in ASCII and full width. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** Text that a spreadsheet would run gets an apostrophe before it, as if typed that way. Numbers stay numbers. */
export function safe(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

export interface CsvOptions {
  /** Whether the first line has the column names; left out if more of the same table follows. */
  header?: boolean;
  /** The table's columns, whether or not any row fills them; by default all that occur in a row. */
  columns?: readonly string[] | undefined;
}

/** CSV (RFC 4180), with a byte order mark before its header so that spreadsheets read the Arabic. */
export function csvOf(rows: readonly Row[], { header = true, columns = [] }: CsvOptions = {}): string {
  const names = [...new Set([...columns, ...rows.flatMap((row) => Object.keys(row))])];
  if (names.length === 0) return header ? '\ufeff' : '';
  const lines = rows.map((row) =>
    names.map((name) => {
      const cell = row[name] ?? null;
      return typeof cell === 'string' ? safe(cell) : cell;
    }),
  );
  return stringify(lines, {
    header,
    columns: names.map(safe),
    bom: header,
    record_delimiter: '\r\n',
    // A lone carriage return would end a row in many spreadsheets.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  });
}

/** The parts of a use case that define its rows. */
export interface AsRows<B> {
  /** The answer as rows; absent if that makes no sense. */
  rows?: RowsOf<B>;
  /** The columns of the rows, see `columns.ts`; absent if they depend on the answer. */
  columns?: readonly string[];
  /** What JSON Lines has instead: the whole items, if cells cannot hold all of them. */
  lines?: (body: B) => readonly object[];
}

export function rowsText<B>(format: 'csv' | 'jsonl', useCase: AsRows<B>, body: B, view: View): string {
  const { rows = () => [], columns, lines } = useCase;
  if (format === 'csv') return csvOf(rows(body, view), { columns });
  const all = lines ? lines(body) : rows(body, view);
  return all.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Columns of a nested object: `outer.inner`. */
export function columnsOf(outer: string, object: Record<string, Cell> | null): Row {
  return Object.fromEntries(Object.entries(object ?? {}).map(([name, cell]) => [`${outer}.${name}`, cell]));
}
