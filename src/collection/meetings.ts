/** The meetings of the series catalogue, matched with the collection: ingested, unreadable or missing. */
import {
  type CatalogueMeeting,
  type CatalogueSeries,
  type ReportSummary,
  reportId,
} from '../report/index.ts';
import type { View } from './view.ts';

export interface Meeting {
  meeting: CatalogueMeeting;
  /** Its reports, one for each language. */
  reports: ReportSummary[];
}

/** Every report of this epoch, including unreadable ones, dated ones first. */
export function allReports(view: View): readonly ReportSummary[] {
  return view.reader.summaries();
}

/** The meetings of a series with their reports, in the catalogue's order. */
export function meetingsOf(series: CatalogueSeries, reports: readonly ReportSummary[]): Meeting[] {
  const own = reports.filter((report) => report.series === series.id);
  return series.meetings.map((meeting) => ({
    meeting,
    reports: own.filter((report) => isReportOf(report, meeting)),
  }));
}

function isReportOf({ id, symbol, language, date }: ReportSummary, meeting: CatalogueMeeting): boolean {
  if (meeting.symbol === null) return date !== null && date.from === meeting.from;
  return symbol === meeting.symbol || id === reportId(meeting.symbol, language);
}

/** The symbols of the meetings' reports; a meeting with an unknown symbol has none. */
export const symbolsOf = (meetings: readonly CatalogueMeeting[]): string[] =>
  meetings.flatMap(({ symbol }) => (symbol === null ? [] : [symbol]));
