/** Which reports and paragraphs a question is about. */
import { words } from 'arabic-normalizer';
import { type Scope, scopeOf, wholeCollection } from '../phrases/index.ts';
import { type ParagraphKind, type Report, reportId } from '../report/index.ts';
import type { ReportFilter, StoredParagraph } from '../store/index.ts';
import { unknownParagraph, unknownReport } from './errors.ts';
import type { View } from './view.ts';

/** Does a heading above hold these words, in this order and whatever their spelling? */
export function underSection(section: string): (path: readonly string[]) => boolean {
  const wanted = ` ${words(section, 'folded').join(' ')} `;
  if (wanted.trim() === '') return () => false;
  return (path) => path.some((heading) => ` ${words(heading, 'folded').join(' ')} `.includes(wanted));
}

/** What `scopeParameters` gives: a filter on reports and one on paragraphs. */
export interface ScopeFilter extends ReportFilter {
  kind?: ParagraphKind | undefined;
  section?: string | undefined;
}

/**
 * The scope that the filters leave.
 * @throws CollectionError `unknown_report` where they name a report that is not there.
 */
export function scopeFor(view: View, filter: ScopeFilter): Scope {
  if (Object.values(filter).every((value) => value === undefined)) return wholeCollection(view.table);
  const { kind, section, ...reports } = filter;
  const numbers = reportNumbers(view, reports);
  if (kind === undefined && section === undefined) return scopeOf(view.table, numbers);
  const kept = new Uint8Array(view.table.count);
  const within = section === undefined ? null : underSection(section);
  for (const number of numbers) {
    const first = view.table.firstOf[number]!;
    if (within === null) {
      for (let p = first; p < view.table.firstOf[number + 1]!; p++)
        kept[p] = view.table.kind(p) === kind ? 1 : 0;
      continue;
    }
    for (const item of view.reader.paragraphs(view.table.reports[number]!.id)) {
      if ((kind === undefined || item.kind === kind) && within(item.path)) kept[first + item.ordinal - 1] = 1;
    }
  }
  return scopeOf(view.table, numbers, kept);
}

/**
 * The report numbers that a filter leaves, ascending. Answered from the table in memory: this is asked for every
 * question, and a large collection's reports are slow to read anew.
 */
export function reportNumbers(view: View, filter: ReportFilter): number[] {
  const { series, body, year_from, year_to, language } = filter;
  const wanted = filter.report && new Set(filter.report.map((id) => reportOrFail(view, id).id));
  const numbers: number[] = [];
  for (const [number, report] of view.table.reports.entries()) {
    if (wanted && !wanted.has(report.id)) continue;
    if (series !== undefined && report.series !== series) continue;
    if (body !== undefined && report.body !== body) continue;
    if (language !== undefined && report.language !== language) continue;
    if (year_from !== undefined && (report.year === null || report.year < year_from)) continue;
    if (year_to !== undefined && (report.year === null || report.year > year_to)) continue;
    numbers.push(number);
  }
  return numbers;
}

/** The reports that a filter leaves, dated first; every one that it names has to be there. */
export function reportsOrFail(view: View, filter: ReportFilter): Report[] {
  return reportNumbers(view, filter).map((number) => view.table.reports[number]!);
}

/** The report with this id, or this symbol. */
export function reportOrFail(view: View, id: string): Report {
  const found = view.reader.report(id) ?? view.reader.report(reportId(id));
  if (!found) throw unknownReport(id);
  return found;
}

export function paragraphOrFail(view: View, id: string): StoredParagraph {
  const found = view.reader.paragraph(id);
  if (!found) throw unknownParagraph(id);
  return found;
}
