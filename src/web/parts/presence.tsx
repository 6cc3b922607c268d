/**
 * The reports that contain a phrase: one cell for each report, with returns and gaps visible; each cell links to the
 * place.
 */
import type { Known } from '../known.ts';
import { counted } from '../language.ts';
import { say } from '../strings/index.ts';
import { sayRecurring } from '../strings/recurring.ts';
import { paragraphAddress } from './report-name.tsx';

/** A report of the row, or a meeting whose report is missing. */
export type Column =
  | { type: 'report'; id: string; year: number | null; symbol: string; title: string }
  | { type: 'missing'; id: string; year: number; symbol: string; title: string };

interface Placed {
  report: string;
  occurrences: number | readonly { paragraph: string }[];
}

/** Readable reports by date, with the missing ones in between. */
export function columnsOf(known: Known | undefined, language: string | undefined): Column[] {
  const columns: Column[] = (known?.reports ?? [])
    .filter((report) => !report.unreadable && (language === undefined || report.language === language))
    .map(({ id, year, symbol, title }) => ({ type: 'report', id, year, symbol, title }));
  for (const meeting of known?.chosen?.meetings ?? []) {
    if (meeting.status !== 'missing') continue;
    const { year, symbol, key } = meeting;
    const at = columns.findIndex((column) => column.year !== null && column.year > year);
    if (at <= 0) continue;
    const title = say('missing');
    columns.splice(at, 0, { type: 'missing', id: key, year, symbol: symbol ?? '', title });
  }
  return columns;
}

/** `href`: where several occurrences open. */
export function Cell({
  column,
  placed,
  href: several,
}: {
  column: Column;
  placed: Placed | undefined;
  href: string;
}) {
  const named = column.year ?? column.symbol;
  if (column.type === 'missing') {
    return (
      <span class="mark-of unknown" title={`${named}: ${sayRecurring('missing')}`}>
        <span class="unseen">{sayRecurring('missing')}</span>
      </span>
    );
  }
  if (!placed) {
    return (
      <span class="mark-of absent" title={`${named}: ${sayRecurring('absent')}`}>
        <span class="unseen">{sayRecurring('absent')}</span>
      </span>
    );
  }
  const places = typeof placed.occurrences === 'number' ? null : placed.occurrences;
  const count = places ? places.length : (placed.occurrences as number);
  const said = `${named}: ${counted(count, 'occurrence')}`;
  const href = places?.length === 1 ? paragraphAddress(places[0]!.paragraph) : several;
  return (
    <a class="mark-of stands" href={href} title={said}>
      <span class="unseen">{said}</span>
      {count > 1 && <span aria-hidden="true">{count}</span>}
    </a>
  );
}
