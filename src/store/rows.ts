/** Between the objects that users see and the rows that are stored. */
import { createHash } from 'node:crypto';
import {
  type Format,
  type Layer,
  type Paragraph,
  type ParagraphKind,
  type ParsedReport,
  paragraphId,
  type Repair,
  type Report,
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
  warnings: string;
  ingested_at: string;
}

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
  text: string;
  words: number;
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

export function reportOfRow(row: ReportRow): Report {
  const source = JSON.parse(row.source) as { file: string; format: Format; sha256: string; layer: Layer };
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
    repairs: { words: row.repaired_words },
    warnings: JSON.parse(row.warnings) as Report['warnings'],
    ingested_at: row.ingested_at,
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
    text: row.text,
    words: row.words,
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
 * A text as SQLite can hold it: NUL, which would cut it short, and lone surrogates, which UTF-8 has not, become
 * U+FFFD. Lengths and offsets stay.
 */
export function storable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\ufffd');
}

/** JSON with the named fields only, in this order, so that equal content gives an equal string. */
export function referencesJson(paragraph: Paragraph): string {
  return storable(
    JSON.stringify(
      paragraph.references.map(({ type, symbol, start, end }) => ({ type, symbol, start, end })),
    ),
  );
}

export function sourceJson({ source }: Report): string {
  const { file, format, sha256, layer } = source;
  return storable(JSON.stringify({ file, format, sha256, layer }));
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

/** SHA-256 of everything in a parsed report but `ingested_at`. */
export function contentHash({ report, paragraphs, repairs }: ParsedReport): string {
  let lines = '';
  const add = (...fields: unknown[]) => {
    lines += `${JSON.stringify(fields)}\n`;
  };
  const { date } = report;
  add(report.id, report.symbol, report.title, report.series, report.body, report.year, report.session);
  add(date?.from ?? null, date?.to ?? null, report.language, report.paragraphs, report.words);
  add(sourceJson(report), report.repairs.words, warningsJson(report));
  for (const p of paragraphs) {
    add(p.id, p.kind, p.number, p.label, p.part, p.path, p.parent, p.text, p.words, referencesJson(p));
  }
  for (const r of repairs) add(r.ordinal, r.start, r.end, r.text, r.raw, r.kinds, r.doubtful);
  return createHash('sha256').update(lines).digest('hex');
}
