/** Converts between the objects that users see and the rows that are stored. */
import { createHash } from 'node:crypto';
import {
  type Paragraph,
  type ParagraphKind,
  type ParsedReport,
  paragraphId,
  type Repair,
  type Report,
  type ReportDate,
  type ReportSummary,
  type Source,
} from '../report/index.ts';
import type { StoredParagraph } from './types.ts';

export interface ReportRow {
  row: number;
  id: string;
  symbol: string;
  title: string;
  series: string | null;
  body: string | null;
  year: number | null;
  date_from: string | null;
  date_to: string | null;
  session: number | null;
  language: string;
  paragraphs: number;
  words: number;
  source: string;
  repaired_words: number;
  doubtful_words: number;
  readable: number;
  unreadable: number;
  warnings: string;
  ingested_at: string;
  damaged: number;
}

/** `legible`: 0 if the JSON of its columns is damaged. */
export type SummaryRow = Pick<
  ReportRow,
  | 'id'
  | 'symbol'
  | 'series'
  | 'body'
  | 'year'
  | 'date_from'
  | 'date_to'
  | 'language'
  | 'paragraphs'
  | 'words'
  | 'unreadable'
  | 'warnings'
  | 'damaged'
> & { legible: number };

export interface ParagraphRow {
  row: number;
  report_id: string;
  ordinal: number;
  kind: string;
  number: number | null;
  label: string | null;
  part: string;
  headings: string;
  parent: number | null;
  page: number | null;
  cell: string | null;
  text: string;
  words: number;
  doubts: string;
  citations: string;
}

export interface RepairRow {
  ordinal: number;
  start: number;
  end: number;
  text: string;
  raw: string;
  kinds: string;
  doubtful: number;
}

/**
 * Returns the same string object for equal strings: most of a hundred thousand reports share a few series, bodies and
 * dates.
 */
type OneString = <S extends string | null>(value: S) => S;

function oneString(): OneString {
  const known = new Map<string, string>();
  return (value) => {
    if (value === null) return value;
    const same = known.get(value);
    if (same !== undefined) return same as typeof value;
    known.set(value, value);
    return value;
  };
}

/** Summaries share what is equal in many of them. */
export class SummaryMaker {
  readonly #one = oneString();
  readonly #dates = new Map<string, ReportDate>();
  readonly #warnings = new Map<string, ReportSummary['warnings']>();

  of(row: SummaryRow): ReportSummary {
    const one = this.#one;
    const { id, year, paragraphs, words } = row;
    return {
      id,
      symbol: row.symbol === id ? id : row.symbol,
      series: one(row.series),
      body: one(row.body),
      year,
      date: this.#date(row),
      language: one(row.language),
      paragraphs,
      words,
      unreadable: row.unreadable === 1 || row.damaged === 1,
      warnings: this.#warningsOf(row),
    };
  }

  #date({ date_from: from, date_to: to }: SummaryRow): ReportDate | null {
    if (from === null) return null;
    const key = `${from} ${to}`;
    const date = this.#dates.get(key) ?? { from: this.#one(from), to: this.#one(to ?? from) };
    this.#dates.set(key, date);
    return date;
  }

  #warningsOf({ warnings, damaged }: SummaryRow): ReportSummary['warnings'] {
    const own = warnings === '[]' ? [] : (JSON.parse(warnings) as Report['warnings']);
    const all = (damaged === 1 ? [damagedWarning, ...own] : own).map(({ code }) => ({ code }));
    const key = JSON.stringify(all);
    const same = this.#warnings.get(key) ?? all;
    this.#warnings.set(key, same);
    return same;
  }
}

/** @param duplicates ids of the other reports with the same bytes */
export function reportOfRow(row: ReportRow, duplicates: readonly string[]): Report {
  // Older reports do not record which reader read them.
  const source = JSON.parse(row.source) as Source;
  source.reader ??= 0;
  return {
    id: row.id,
    symbol: row.symbol,
    title: row.title,
    series: row.series,
    body: row.body,
    year: row.year,
    date: row.date_from === null ? null : { from: row.date_from, to: row.date_to ?? row.date_from },
    session: row.session,
    language: row.language,
    paragraphs: row.paragraphs,
    words: row.words,
    source,
    repairs: { words: row.repaired_words, doubtful: row.doubtful_words },
    readable: row.readable,
    unreadable: row.unreadable === 1 || row.damaged === 1,
    duplicate_of: [...duplicates],
    warnings: [
      ...(row.damaged === 1 ? [damagedWarning] : []),
      ...(JSON.parse(row.warnings) as Report['warnings']),
    ],
    ingested_at: row.ingested_at,
  };
}

const damagedWarning = {
  code: 'damaged_text',
  message:
    'the part of the collection file with this report is damaged: restore a backup (siyagha restore), or ingest its ' +
    'original again',
};

/** A report of which only the id can be read. */
export function lostReport(id: string): Report {
  return {
    id,
    symbol: id,
    title: '',
    series: null,
    body: null,
    year: null,
    date: null,
    session: null,
    language: 'ar',
    paragraphs: 0,
    words: 0,
    source: { file: '', format: 'txt', sha256: '', layer: 'logical', reader: 0 },
    repairs: { words: 0, doubtful: 0 },
    readable: 0,
    unreadable: true,
    duplicate_of: [],
    warnings: [damagedWarning],
    ingested_at: '',
  };
}

export function paragraphOfRow(row: ParagraphRow): StoredParagraph {
  return {
    id: paragraphId(row.report_id, row.ordinal),
    report: row.report_id,
    ordinal: row.ordinal,
    kind: row.kind as ParagraphKind,
    number: row.number,
    label: row.label,
    part: row.part,
    path: JSON.parse(row.headings) as string[],
    parent: row.parent === null ? null : paragraphId(row.report_id, row.parent),
    page: row.page,
    cell: row.cell === null ? null : (JSON.parse(row.cell) as Paragraph['cell']),
    text: row.text,
    words: row.words,
    doubts: row.doubts === '[]' ? [] : (JSON.parse(row.doubts) as Paragraph['doubts']),
    references: JSON.parse(row.citations) as Paragraph['references'],
    row: row.row,
  };
}

export function repairOfRow(row: RepairRow): Repair {
  return {
    ordinal: row.ordinal,
    start: row.start,
    end: row.end,
    text: row.text,
    raw: row.raw,
    kinds: JSON.parse(row.kinds) as string[],
    doubtful: row.doubtful === 1,
  };
}

/**
 * A text as SQLite can store it: NUL, which would cut it short, and lone surrogates, which UTF-8 cannot represent,
 * become U+FFFD. Lengths and offsets stay the same.
 */
export function storable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\ufffd');
}

/** JSON with only the named fields, in this order, so that equal content gives an equal string. */
export function referencesJson(paragraph: Paragraph): string {
  return storable(
    JSON.stringify(
      paragraph.references.map(({ type, symbol, start, end }) => ({ type, symbol, start, end })),
    ),
  );
}

export function sourceJson({ source }: Report): string {
  const { file, format, sha256, layer, reader, structure } = source;
  return storable(JSON.stringify({ file, format, sha256, layer, reader, structure }));
}

export function warningsJson({ warnings }: Report): string {
  return storable(
    JSON.stringify(
      warnings.map(({ code, message, paragraph }) =>
        paragraph === undefined ? { code, message } : { code, message, paragraph },
      ),
    ),
  );
}

/**
 * SHA-256 of everything in a parsed report except `ingested_at` and what depends on other reports; the same for a
 * parsed report and for what the store returns for it.
 */
export function contentHash({ report, paragraphs, repairs }: Omit<ParsedReport, 'symbolGiven'>): string {
  let lines = '';
  const add = (...fields: unknown[]) => {
    for (const [i, field] of fields.entries()) {
      if (typeof field === 'string') fields[i] = storable(field);
    }
    lines += `${JSON.stringify(fields)}\n`;
  };
  const { date } = report;
  add(report.id, report.symbol, report.title, report.series, report.body, report.year, report.session);
  add(date?.from ?? null, date?.to ?? null, report.language, report.paragraphs, report.words);
  add(sourceJson(report), report.repairs.words, report.repairs.doubtful, warningsJson(report));
  add(report.readable, report.unreadable);
  for (const p of paragraphs) {
    add(p.id, p.kind, p.number, p.label, p.part, storable(JSON.stringify(p.path)), p.parent, p.page);
    if (p.cell) add(p.cell.table, p.cell.row, p.cell.column);
    add(p.text, p.words, p.doubts, referencesJson(p));
  }
  for (const r of repairs) add(r.ordinal, r.start, r.end, r.text, r.raw, r.kinds.map(storable), r.doubtful);
  return createHash('sha256').update(lines).digest('hex');
}
