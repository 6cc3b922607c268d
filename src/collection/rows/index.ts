/**
 * Answers as rows for a spreadsheet (CSV) or a program that reads line by line (JSON Lines): one row for each change,
 * span, version or occurrence, with its text and the number that it has in print; no list in a cell.
 */
import { stringify } from 'csv-stringify/sync';
import type { View } from '../view.ts';

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
/** How a use case's answer becomes rows. */
export type RowsOf<B> = (body: B, view: View) => Row[];

/** What a spreadsheet takes for a formula, in ASCII and in full width. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** Text that a spreadsheet would run has an apostrophe before it, as if it had been typed so. Numbers stay numbers. */
export function safe(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

export interface CsvOptions {
  /** Names of the columns in the first line; left out where more of the same table follows. */
  header?: boolean;
  /** The table's columns, which stand there whatever the rows fill; without them those that any row has. */
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
    // One alone would end a row in many a spreadsheet.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  });
}

/** The parts of a use case that say what its rows are. */
export interface AsRows<B> {
  /** The answer as rows; absent where that makes no sense. */
  rows?: RowsOf<B>;
  /** The columns of the rows, see `columns.ts`; absent where the answer itself names them. */
  columns?: readonly string[];
  /** What JSON Lines gives instead: the whole items, where each is one row that a cell cannot hold all of. */
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
