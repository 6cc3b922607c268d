/** The source of the constructed series: one JSON file per report in `samples/source`, read and checked here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'footnote';

/** One block of a report, in reading order. */
export interface SourceBlock {
  /** Identifies the same passage in every report of the series; it declares the alignment between reports. */
  key: string;
  kind: BlockKind;
  /** The report's own paragraph number; restarts in an annex. */
  number?: number;
  /** Heading: "ثانيا" or "باء"; item: "3" or "(ب)"; footnote: its number. */
  label?: string;
  /** Headings: 1 or 2. Items: 1 under the paragraph, 2 under a numbered item. */
  level?: number;
  /** "المرفق الأول" for a block in an annex; absent in the main part. */
  part?: string;
  /** `{^key}` marks the reference to a footnote. */
  text: string;
}

export interface SourceReport {
  symbol: string;
  year: number;
  date: { from: string; to: string };
  /** Digits outside symbols, as printed. */
  digits: 'latin' | 'arabic-indic';
  format: 'txt' | 'txt-windows-1256' | 'txt-visual' | 'html' | 'docx' | 'docx-list';
  file: string;
  /** Lines above the title; the reports that benches print have none. */
  cover?: {
    distribution: string;
    issued: string;
    language: string;
    original: string;
    organisation: string;
    body: string;
    session: string;
    place_and_dates: string;
  };
  blocks: SourceBlock[];
}

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const sourceFolder = join(root, 'samples/source');

const symbolRun = /[A-Za-z][A-Za-z0-9./-]*/gu;

/** Western digits as Arabic-Indic ones, except inside Latin runs such as `SRO/C.7/2008/1`. */
export function arabicDigits(text: string): string {
  const convert = (s: string) => s.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d)));
  let out = '';
  let at = 0;
  for (const match of text.matchAll(symbolRun)) {
    out += convert(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return out + convert(text.slice(at));
}

/** Digits of `text` as this report prints them. */
export function printed(report: SourceReport, text: string): string {
  return report.digits === 'arabic-indic' ? arabicDigits(text) : text;
}

/** A block's text as a reader should return it: printed digits, no footnote marks. */
export function plainText(report: SourceReport, block: SourceBlock): string {
  return printed(report, block.text.replace(/\{\^[\w.]+\}/g, ''));
}

/** The text with each footnote mark replaced by what `mark` returns for the note's number. */
export function markedText(
  report: SourceReport,
  block: SourceBlock,
  mark: (label: string) => string,
): string {
  const labels = new Map(report.blocks.map((b) => [b.key, b.label ?? '']));
  return block.text
    .split(/\{\^([\w.]+)\}/)
    .map((piece, i) => (i % 2 === 0 ? printed(report, piece) : mark(labels.get(piece) ?? '?')))
    .join('');
}

/** What is printed before a block's text, without the space after it; empty if nothing is. */
export function prefix(report: SourceReport, block: SourceBlock): string {
  if (block.number !== undefined) return printed(report, `${block.number} -`);
  if (block.label === undefined) return '';
  if (block.kind === 'footnote') return printed(report, `(${block.label})`);
  if (block.label.startsWith('(')) return block.label;
  return printed(report, `${block.label} -`);
}

/** Every report of the series, oldest first. */
export function loadReports(folder: string = sourceFolder): SourceReport[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SourceReport);
}
