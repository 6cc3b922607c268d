/** Which reports and paragraphs a question is about, by number. */
import type { ReportSummary } from '../report/index.ts';
import type { ParagraphTable } from './table.ts';

export interface Scope {
  /** 1 at the number of each report inside, 0 elsewhere. */
  readonly reports: Uint8Array;
  /** 1 at the number of each paragraph inside; null: every paragraph of those reports. */
  readonly paragraphs: Uint8Array | null;
}

const whole = new WeakMap<object, Scope>();

/** Every paragraph of every report. The same object for one state, because most questions ask for it. */
export function wholeCollection({ state, reports }: ParagraphTable): Scope {
  const known = whole.get(state);
  if (known) return known;
  const scope = { reports: new Uint8Array(reports.length).fill(1), paragraphs: null };
  whole.set(state, scope);
  return scope;
}

/**
 * The reports with these numbers, and of them the paragraphs that `keep` accepts (a mask by paragraph number, or a
 * predicate called once for each paragraph of those reports).
 */
export function scopeOf(
  table: ParagraphTable,
  reportNumbers: Iterable<number>,
  keep: Uint8Array | ((paragraph: number) => boolean) | null = null,
): Scope {
  const reports = new Uint8Array(table.reports.length);
  for (const report of reportNumbers) reports[report] = 1;
  if (keep === null || keep instanceof Uint8Array) return { reports, paragraphs: keep };
  const paragraphs = new Uint8Array(table.count);
  for (let paragraph = 0; paragraph < table.count; paragraph += 1) {
    if (reports[table.reportOf(paragraph)] === 1 && keep(paragraph)) paragraphs[paragraph] = 1;
  }
  return { reports, paragraphs };
}

/** The reports of a report's series, itself included; without a series the whole collection. */
export function seriesScope(table: ParagraphTable, report: number): Scope {
  const series = table.reports[report]!.series;
  if (series === null) return wholeCollection(table);
  const reports = Uint8Array.from(table.reports, (other) => (other.series === series ? 1 : 0));
  return { reports, paragraphs: null };
}

/**
 * `scope` with every paragraph of one more report: filters narrow what a report is compared with, not the report
 * itself.
 */
export function withReport(table: ParagraphTable, { reports, paragraphs }: Scope, report: number): Scope {
  const more = reports.slice();
  more[report] = 1;
  return {
    reports: more,
    paragraphs: paragraphs?.slice().fill(1, table.firstOf[report]!, table.firstOf[report + 1]!) ?? null,
  };
}

type Dated = Pick<ReportSummary, 'date' | 'year'>;

/**
 * Whether `a` and `b` are dated, and `a` is before `b`: by `date.from` if both have one, otherwise by year; equal is
 * not before.
 */
export function isBefore(a: Dated, b: Dated): boolean {
  if (a.date && b.date) return a.date.from < b.date.from;
  const [yearA, yearB] = [yearOf(a), yearOf(b)];
  return yearA !== null && yearB !== null && yearA < yearB;
}

/** The year of a report's date, otherwise its year; null for an undated one. */
export function yearOf(report: Dated): number | null {
  return report.year ?? (report.date ? Number(report.date.from.slice(0, 4)) : null);
}

/** Numbers of the scope's reports that are dated before `report`, oldest first. */
export function earlierReports(table: ParagraphTable, scope: Scope, report: number): number[] {
  const own = table.reports[report]!;
  return [...table.reports.keys()].filter(
    (number) => scope.reports[number] === 1 && isBefore(table.reports[number]!, own),
  );
}
