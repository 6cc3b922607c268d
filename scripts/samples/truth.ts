/** What is true of the sample series, for `samples/truth.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { align, type ChangeKind, type Relation } from './align.ts';
import { plainText, type SourceBlock, type SourceReport, sourceFolder } from './source.ts';
import { countRuns, exactTokens, foldedTokens, similarity } from './tokens.ts';

interface SeriesSource {
  series: string;
  relations: Relation[];
  phrases: string[];
  formulas: { text: string; missing: number[]; note: string }[];
  spellings: [string, string][];
  drift: { passage: string; stages: { text: string; reports: number[] }[] }[];
}

/** How the truth identifies a block; the printed parts are in Western digits. */
export interface Address {
  /** Ordinal in reading order, the title 1, each footnote after the paragraph that refers to it. */
  ordinal: number;
  kind: SourceBlock['kind'];
  part: string;
  /** A numbered paragraph's own number; an item's and a footnote's is that of the paragraph above it. */
  number?: number;
  label?: string;
  /** A nested item's: the label of the item above it. */
  under?: string;
  key: string;
  /** First words of the text. */
  text: string;
}

export interface TruthChange {
  change: ChangeKind;
  moved?: true;
  /** Set if the declared pair has less than half of its words in common, so that a program may well not pair it. */
  doubtful?: true;
  similarity: number;
  base: Address[];
  other: Address[];
}

export const reportId = (report: SourceReport): string => report.symbol.replace(/[^A-Za-z0-9.-]/g, '-');

export function loadSeries(): SeriesSource {
  return JSON.parse(readFileSync(join(sourceFolder, 'series.json'), 'utf8')) as SeriesSource;
}

export function addresses(report: SourceReport): Address[] {
  let number: number | undefined;
  let under: string | undefined;
  return report.blocks.map((block, i) => {
    if (block.number !== undefined) number = block.number;
    else if (block.kind === 'heading') number = undefined;
    if (block.kind === 'item' && block.level === 1) under = block.label;
    const numbered = block.kind !== 'heading' && block.kind !== 'title' && number !== undefined;
    const unnumbered = block.kind === 'paragraph' && block.number === undefined;
    return {
      ordinal: i + 1,
      kind: block.kind,
      part: block.part ?? 'main',
      ...(numbered && !unnumbered ? { number } : {}),
      ...(block.label !== undefined ? { label: block.label } : {}),
      ...(block.kind === 'item' && block.level === 2 && under ? { under } : {}),
      key: block.key,
      text: plainText(report, block).split(' ').slice(0, 6).join(' '),
    };
  });
}

/** Occurrences by report id over all blocks; reports without one are left out. */
export function countByReport(reports: SourceReport[], phrase: string, tokens = foldedTokens) {
  const wanted = tokens(phrase);
  const counts = reports.map((report): [string, number] => {
    const perBlock = report.blocks.map((block) => countRuns(tokens(plainText(report, block)), wanted));
    return [reportId(report), perBlock.reduce((a, b) => a + b, 0)];
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function pairTruth(base: SourceReport, other: SourceReport, relations: Relation[]) {
  const [inBase, inOther] = [addresses(base), addresses(other)];
  const words = (report: SourceReport, at: number[]) =>
    at.flatMap((i) => foldedTokens(plainText(report, report.blocks[i]!)));
  const changes: TruthChange[] = align(base, other, relations).map((c) => {
    const alike =
      c.base.length && c.other.length ? similarity(words(base, c.base), words(other, c.other)) : 0;
    const aligned = c.base.length > 0 && c.other.length > 0;
    return {
      change: c.change,
      ...(c.moved ? { moved: true as const } : {}),
      ...(aligned && alike < 0.5 ? { doubtful: true as const } : {}),
      similarity: Math.round(alike * 1000) / 1000,
      base: c.base.map((i) => inBase[i]!),
      other: c.other.map((i) => inOther[i]!),
    };
  });
  const summary: Record<string, number> = {};
  for (const c of changes) summary[c.change] = (summary[c.change] ?? 0) + 1;
  summary.moved = changes.filter((c) => c.moved).length;
  return { base: reportId(base), other: reportId(other), summary, changes };
}

export function buildTruth(reports: SourceReport[], series = loadSeries()) {
  const byYear = (year: number) => reportId(reports.find((report) => report.year === year)!);
  const consecutive = reports
    .slice(1)
    .map((report, i): [SourceReport, SourceReport] => [reports[i]!, report]);
  return {
    series: series.series,
    rules: {
      counted:
        'every block from the title on; not the cover lines above it (no phrase here occurs in them), page headers or page numbers',
      tokens: 'CONTRACT section 1, profile folded; phrases never cross from one block into another',
      ordinal:
        'title 1, then reading order; a footnote right after the paragraph that calls it; where a reader keeps the cover lines as paragraphs, add their number',
    },
    reports: reports.map((report) => ({
      id: reportId(report),
      symbol: report.symbol,
      year: report.year,
      date: report.date,
      file: `reports/${report.file}`,
      format: report.format.split('-')[0]!,
      variant: report.format.split('-').slice(1).join('-') || null,
      title: plainText(report, report.blocks[0]!),
      numbered: report.blocks.filter((b) => b.number !== undefined && b.part === undefined).length,
      numbered_in_annexes: report.blocks.filter((b) => b.number !== undefined && b.part !== undefined).length,
      blocks: report.blocks.length,
      words: report.blocks.reduce((sum, b) => sum + exactTokens(plainText(report, b)).length, 0),
    })),
    phrases: series.phrases.map((text) => ({
      text,
      words: foldedTokens(text).length,
      occurrences_by_report: countByReport(reports, text),
    })),
    formulas: series.formulas.map(({ text, missing, note }) => ({
      text,
      reports: Object.keys(countByReport(reports, text)),
      missing: missing.map(byYear),
      note,
    })),
    spellings: series.spellings.map(([a, b]) => ({
      a,
      b,
      reports_a: Object.keys(countByReport(reports, a, exactTokens)),
      reports_b: Object.keys(countByReport(reports, b, exactTokens)),
    })),
    drift: series.drift.map(({ passage, stages }) => ({
      passage,
      stages: stages.map(({ text, reports: years }) => ({ text, reports: years.map(byYear) })),
    })),
    relations: series.relations,
    pairs: [...consecutive, [reports[0]!, reports.at(-1)!] as const].map(([base, other]) =>
      pairTruth(base, other, series.relations),
    ),
  };
}

/** JSON in the layout of the project's formatter: a list of plain values is on one line if it fits. */
export function formatTruth(value: unknown, indent = '', before = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => formatTruth(item, deeper, deeper.length));
    const line = `[${items.join(', ')}]`;
    if (!items.length || (value.every((v) => typeof v !== 'object') && before + line.length < 110))
      return line;
    return `[\n${items.map((item) => deeper + item).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const name = `${deeper}${JSON.stringify(key)}: `;
    return name + formatTruth(item, deeper, name.length);
  });
  return entries.length ? `{\n${entries.join(',\n')}\n${indent}}` : '{}';
}
