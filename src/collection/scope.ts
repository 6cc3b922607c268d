/** Which reports and paragraphs a question is about, and which of them could not be counted. */
import { words } from 'arabic-normalizer';
import { isBefore, type Scope, scopeOf, wholeCollection, yearOf } from '../phrases/index.ts';
import {
  type CatalogueMeeting,
  type ParagraphKind,
  type Report,
  type ReportSummary,
  reportId,
} from '../report/index.ts';
import type { ReportFilter, StoredParagraph } from '../store/index.ts';
import { unknownParagraph, unknownReport, unknownSection, unreadableReport } from './errors.ts';
import { allReports, meetingsOf, symbolsOf } from './meetings.ts';
import { allLanguages, checkNames, nearReports } from './names.ts';
import { remembered } from './remembered.ts';
import type { View } from './view.ts';

/** Whether one of these headings contains these words, in this order and in any spelling. */
export function underSection(section: string): (path: readonly string[]) => boolean {
  const wanted = ` ${words(section, 'folded').join(' ')} `;
  if (wanted.trim() === '') return () => false;
  return (path) => path.some((heading) => ` ${words(heading, 'folded').join(' ')} `.includes(wanted));
}

/**
 * The paragraphs of one report of this kind and under this heading; all without a filter.
 * @throws CollectionError `unknown_section` if no heading of the report contains these words
 */
export function ownParagraphs<P extends { kind: ParagraphKind; path: readonly string[] }>(
  paragraphs: readonly P[],
  { kind, section }: Pick<ScopeFilter, 'kind' | 'section'>,
): readonly P[] {
  const within = section === undefined ? null : underSection(section);
  const under = within ? paragraphs.filter(({ path }) => within(path)) : paragraphs;
  if (within && under.length === 0) throw unknownSection(section!, 'this report');
  return kind === undefined ? under : under.filter((item) => item.kind === kind);
}

/** The filters on reports and on paragraphs, as in `scopeShape` and `placeShape`. */
export interface ScopeFilter extends ReportFilter {
  kind?: ParagraphKind | undefined;
  section?: string | undefined;
}

/** What was counted, and what could not be; part of every answer over several reports. */
export interface ScopeBody {
  /** Number of reports that were searched. */
  reports: number;
  /** Left out because they could not be read. */
  unreadable: string[];
  /** Reports without a date or year; they appear in no timeline. */
  undated: string[];
  /** Symbols of the catalogue's meetings in the scope that are not in the collection, if known. */
  missing: string[];
}

/**
 * The filter with the language of a question about `text`: Arabic if it has an Arabic letter, otherwise any. A language
 * or reports named in the filter take precedence.
 */
export function inLanguageOf<F extends ReportFilter>(text: string, filter: F): F {
  if (filter.language !== undefined || filter.report !== undefined) return filter;
  return /(?=\p{L})\p{Script=Arabic}/u.test(text) ? { ...filter, language: 'ar' } : filter;
}

/**
 * The scope that the filters leave.
 * @throws CollectionError as `reportNumbers`, `unknown_section` if no heading in the collection contains its words
 */
export function scopeFor(view: View, filter: ScopeFilter): Scope {
  const { kind, section, ...reports } = filter;
  if (kind === undefined && section === undefined)
    return remembered(view, 'scope', reports, () => scopeOfReports(view, reportNumbers(view, reports)));
  const numbers = reportNumbers(view, reports);
  const kept = new Uint8Array(view.table.count);
  const within = section === undefined ? null : underSection(section);
  let found = false;
  for (const number of numbers) {
    const [first, end] = [view.table.firstOf[number]!, view.table.firstOf[number + 1]!];
    if (within === null) {
      for (let p = first; p < end; p++) kept[p] = view.table.kind(p) === kind ? 1 : 0;
      continue;
    }
    // With the index in a cluster, most reports have no paragraph in an answer.
    if (first === end) continue;
    const paragraphs = view.reader.paragraphs(view.table.reports[number]!.id);
    view.budget?.spend(paragraphs.length * 10);
    for (const item of paragraphs) {
      if (!within(item.path)) continue;
      found = true;
      if (kind !== undefined && item.kind !== kind) continue;
      const paragraph = view.table.paragraphOf(number, item.ordinal);
      if (paragraph >= 0) kept[paragraph] = 1;
    }
  }
  if (within !== null && !found && !view.reader.headings().some(within))
    throw unknownSection(section!, 'the collection');
  return scopeOf(view.table, numbers, kept);
}

/** One scope object for all questions about the whole collection, because answers cache results per scope. */
function scopeOfReports(view: View, numbers: readonly number[]): Scope {
  return numbers.length === view.table.reports.length
    ? wholeCollection(view.table)
    : scopeOf(view.table, numbers);
}

/**
 * What the filters leave, and what of it could not be counted. Meetings count as missing in the series of the counted
 * reports; if reports are named, none are.
 * @param own id of the report asked about, which is counted whatever the filters are
 */
export function scopeBody(view: View, filter: ReportFilter, own?: string): ScopeBody {
  return remembered(view, 'scope body', [filter, own], () => countScope(view, filter, own));
}

function countScope(view: View, filter: ReportFilter, own: string | undefined): ScopeBody {
  const { year_from: _, year_to: __, ...timeless } = filter;
  const named = filter.report && new Set(filter.report.map((id) => reportOrFail(view, id).id));
  const within = (given: ReportFilter) => (report: ReportSummary) => accepts(report, given, named);
  const reports = allReports(view);
  const numbers = new Set(reportNumbers(view, filter));
  if (own !== undefined) numbers.add(view.table.reportNumber(own));
  const unreadable = reports.filter((report) => report.unreadable && within(filter)(report));
  return {
    reports: numbers.size,
    unreadable: unreadable.map(({ id }) => id),
    undated: reports
      .filter((report) => !report.unreadable && yearOf(report) === null && within(timeless)(report))
      .map(({ id }) => id),
    missing: named ? [] : symbolsOf(missingMeetings(view, filter)),
  };
}

/** The catalogue's meetings that a filter leaves and that have no report in its language; oldest first. */
function missingMeetings(view: View, filter: ReportFilter): CatalogueMeeting[] {
  const { series, body, language, year_from = 0, year_to = 9999 } = filter;
  const inLanguage = allReports(view).filter(
    (report) => language === undefined || language === allLanguages || report.language === language,
  );
  const present = new Set(inLanguage.map((report) => report.series));
  return view.catalogue
    .filter((entry) => (series === undefined ? present.has(entry.id) : entry.id === series))
    .filter((entry) => body === undefined || entry.body === body)
    .flatMap((entry) => meetingsOf(entry, inLanguage))
    .filter(({ meeting, reports }) => reports.length === 0 && within(meeting.year, year_from, year_to))
    .map(({ meeting }) => meeting);
}

const within = (year: number, from: number, to: number): boolean => year >= from && year <= to;

/** The meetings of a report's series that were held before it and are not in the collection, oldest first. */
export function missingBefore(view: View, report: ReportSummary): string[] {
  if (report.series === null) return [];
  const before = missingMeetings(view, { series: report.series, language: report.language }).filter(
    ({ year, from, to }) => {
      const date = from === null ? null : { from, to: to ?? from };
      return isBefore({ year, date }, report);
    },
  );
  return symbolsOf(before);
}

function accepts(
  report: ReportSummary,
  filter: ReportFilter,
  named: ReadonlySet<string> | undefined,
): boolean {
  const { series, body, year_from, year_to, language } = filter;
  if (named && !named.has(report.id)) return false;
  if (series !== undefined && report.series !== series) return false;
  if (body !== undefined && report.body !== body) return false;
  if (language !== undefined && language !== allLanguages && report.language !== language) return false;
  if (year_from === undefined && year_to === undefined) return true;
  const year = yearOf(report);
  return year !== null && within(year, year_from ?? 0, year_to ?? 9999);
}

/**
 * The numbers of the reports that a filter leaves, ascending. Answered from the table in memory: every question needs
 * this, and a large collection's reports are slow to read.
 * @throws CollectionError `unknown_report`, `unknown_series`, `unknown_body` for a name that does not exist
 */
export function reportNumbers(view: View, filter: ReportFilter): number[] {
  checkNames(view, filter);
  const named = filter.report && new Set(filter.report.map((id) => reportOrFail(view, id).id));
  const numbers: number[] = [];
  for (const [number, report] of view.table.reports.entries()) {
    if (accepts(report, filter, named)) numbers.push(number);
  }
  return numbers;
}

/** The counted reports that a filter leaves, dated ones first; every report it names must exist. */
export function reportsOrFail(view: View, filter: ReportFilter): ReportSummary[] {
  return reportNumbers(view, filter).map((number) => view.table.reports[number]!);
}

/** The same, including those that could not be read. */
export function listedReports(view: View, filter: ReportFilter): ReportSummary[] {
  checkNames(view, filter);
  const named = filter.report && new Set(filter.report.map((id) => reportOrFail(view, id).id));
  return allReports(view).filter((report) => accepts(report, filter, named));
}

/** The report with this id, this symbol, or this former id. */
export function reportOrFail(view: View, id: string): Report {
  const found = view.reader.report(currentId(view, id) ?? id);
  if (!found) throw unknownReport(id, nearReports(view, id));
  return found;
}

/** The present id of the report that an id or symbol names; null if there is none. */
export function currentId(view: View, id: string): string | null {
  return view.reader.currentId(id) ?? view.reader.currentId(reportId(id));
}

/** The present id of a report or paragraph given by a former id; null for any other id. */
export function movedTo(view: View, id: string | undefined): string | null {
  if (id === undefined) return null;
  const [, report = id, ordinal = ''] = /^(.*)(:[0-9]+)$/u.exec(id) ?? [];
  const present = currentId(view, report);
  return present === null || present === report || present === reportId(report)
    ? null
    : `${present}${ordinal}`;
}

/** As `reportOrFail`, for questions about its words. @throws CollectionError `unreadable_report` */
export function readableOrFail(view: View, id: string): Report {
  const report = reportOrFail(view, id);
  if (report.unreadable) throw unreadableReport(report.id, report.readable);
  return report;
}

export function paragraphOrFail(view: View, id: string): StoredParagraph {
  const colon = id.lastIndexOf(':');
  const report = colon < 1 ? null : currentId(view, id.slice(0, colon));
  const found = report === null ? null : view.reader.paragraph(`${report}${id.slice(colon)}`);
  if (!found) throw unknownParagraph(id);
  return found;
}
