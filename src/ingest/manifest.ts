/** The manifest: a CSV file in which a person describes files. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { IngestError } from './document.ts';
import { type GivenMetadata, isYearOf, parseGivenDate } from './structure/metadata.ts';

/** Metadata by absolute path of the file. */
export type Manifest = ReadonlyMap<string, GivenMetadata>;

const columns = ['file', 'symbol', 'title', 'date', 'year', 'series', 'body', 'language', 'readable'];

interface Row {
  record: Record<string, string>;
  info: { lines: number };
}

/**
 * Columns: `file` (relative to the manifest), then any of symbol, title, date, year, series, body, language, readable.
 * Empty cells are ignored.
 * @throws IngestError `manifest` naming file, line and column
 */
export async function readManifest(path: string): Promise<Manifest> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new IngestError(
      'manifest',
      code === 'ENOENT'
        ? `manifest ${path} does not exist: check the path`
        : `manifest ${path}: ${(error as Error).message}`,
    );
  }
  return parseManifest(text, path);
}

export function parseManifest(text: string, path: string): Manifest {
  const refuse = (where: string, what: string) =>
    new IngestError('manifest', `manifest ${path}, ${where}: ${what}`);
  let rows: Row[];
  try {
    rows = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => checkColumn(name, refuse)),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError('manifest', `manifest ${path}: ${(error as Error).message}`);
  }
  const manifest = new Map<string, GivenMetadata>();
  const lines = new Map<string, number>();
  for (const { record, info } of rows) {
    const where = (column: string) => `line ${info.lines}, column ${column}`;
    const file = record.file;
    if (file === undefined) throw refuse('line 1', 'there is no column file');
    if (file === '') throw refuse(where('file'), 'is empty');
    const key = resolve(dirname(path), file);
    const first = lines.get(key);
    if (first !== undefined) throw refuse(where('file'), `${file} is already on line ${first}`);
    lines.set(key, info.lines);
    manifest.set(
      key,
      readRow(record, (column, what) => refuse(where(column), what)),
    );
  }
  return manifest;
}

function checkColumn(name: string, refuse: (where: string, what: string) => IngestError): string {
  const column = name.trim().toLowerCase();
  if (!columns.includes(column)) {
    throw refuse('line 1', `there is no column "${name}"; the columns are ${columns.join(', ')}`);
  }
  return column;
}

function readRow(
  record: Record<string, string>,
  refuse: (column: string, what: string) => IngestError,
): GivenMetadata {
  const given = (column: string) => (record[column] === '' ? undefined : record[column]);
  const date = given('date');
  const days = date === undefined ? null : parseGivenDate(date);
  if (date !== undefined && days === null) {
    throw refuse(
      'date',
      `"${date}" is neither a date such as 2011-05-09 nor from/to such as 2011-05-09/2011-05-13`,
    );
  }
  const year = given('year');
  if (year !== undefined && !/^[0-9]{4}$/u.test(year))
    throw refuse('year', `"${year}" is not a year of four digits`);
  if (year !== undefined && days !== null && !isYearOf(Number(year), days))
    throw refuse('year', `${year} is not the year of the date ${date}: correct one of them or leave it out`);
  const language = given('language')?.toLowerCase();
  if (language !== undefined && !/^[a-z]{2}$/u.test(language)) {
    throw refuse('language', `"${language}" is not a code of two letters such as ar`);
  }
  const readable = given('readable')?.toLowerCase();
  if (readable !== undefined && readable !== 'yes' && readable !== 'no') {
    throw refuse('readable', `"${readable}" is neither yes nor no`);
  }
  return {
    symbol: given('symbol'),
    title: given('title'),
    date,
    year: year === undefined ? undefined : Number(year),
    series: given('series'),
    body: given('body'),
    language,
    readable: readable === undefined ? undefined : readable === 'yes',
  };
}
