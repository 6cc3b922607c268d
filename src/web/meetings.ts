/** A series as a row of meetings, each with its report, missing or unreadable, and reports outside the catalogue. */
import type { Report, Series } from './client.ts';

export interface Meeting {
  key: string;
  year: number | null;
  /** Null if not known. */
  symbol: string | null;
  date: { from: string; to: string } | null;
  place: string | null;
  unconfirmed: boolean;
  status: 'ingested' | 'unreadable' | 'missing';
  /** The report's id; null if it is missing. */
  report: string | null;
}

/** For a report that matches no meeting. */
export const meetingOf = ({ id, year, symbol, date, unreadable }: Report): Meeting => ({
  key: id,
  year,
  symbol,
  date,
  place: null,
  unconfirmed: false,
  status: unreadable ? 'unreadable' : 'ingested',
  report: id,
});

/** By date; undated ones last. */
export function meetingsOf(entry: Series, reports: ReadonlyMap<string, Report>): Meeting[] {
  const listed = entry.meetings.map((meeting): Meeting => {
    const { key, year, symbol, from, to, place, status, report, unconfirmed } = meeting;
    const date = (report && reports.get(report)?.date) || (from && to ? { from, to } : null);
    return { key, year, symbol, date, place, status, report, unconfirmed: unconfirmed.length > 0 };
  });
  const others = entry.uncatalogued.map(({ id, symbol, year }): Meeting => {
    const report = reports.get(id);
    if (report) return meetingOf(report);
    const nothing = { date: null, place: null, unconfirmed: false };
    return { key: id, year, symbol, ...nothing, status: 'ingested', report: id };
  });
  // Several reports of one meeting are listed right after it.
  const at = ({ year, date }: Meeting) => date?.from ?? `${year ?? 9999}-12-31`;
  return [...listed, ...others].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
