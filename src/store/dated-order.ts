/** The order of reports: dated first, by the first day, else the year (which stands before the days of that year), then symbol. */
import type { Report } from '../report/index.ts';

export const DATED_ORDER = `
  ORDER BY date_from IS NULL AND year IS NULL, coalesce(date_from, printf('%04d', year)), symbol, id`;

type Placed = Pick<Report, 'id' | 'symbol' | 'date' | 'year'>;

/** The same order, of what was read: negative where `a` comes first. */
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

/** As SQLite compares texts. */
function compareBytes(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
