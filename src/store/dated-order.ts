/**
 * The order of reports: dated ones first, by the first day or else by the year (which comes before the days of that
 * year), then by symbol.
 */
import type { ReportSummary } from '../report/index.ts';

export const DATED_ORDER = `
  ORDER BY date_from IS NULL AND year IS NULL, coalesce(date_from, printf('%04d', year)), symbol, id`;

type Placed = Pick<ReportSummary, 'id' | 'symbol' | 'date' | 'year'>;

/** The same order as a comparison function: negative if `a` comes first. */
export function compareDated(a: Placed, b: Placed): number {
  const [x, y] = [dayOf(a), dayOf(b)];
  if (x === null || y === null) {
    if (x !== y) return x === null ? 1 : -1;
  } else if (x !== y) return compareBytes(x, y);
  return compareBytes(a.symbol, b.symbol) || compareBytes(a.id, b.id);
}

function dayOf({ date, year }: Placed): string | null {
  if (date) return date.from;
  return year === null ? null : String(year).padStart(4, '0');
}

/** Compares texts like SQLite. */
function compareBytes(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
