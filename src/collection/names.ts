/** Names that a question gives: a wrong one is an error that says which there are, not an answer of nothing. */
import type { ReportFilter } from '../store/index.ts';
import { CollectionError } from './errors.ts';
import { allReports } from './meetings.ts';
import type { View } from './view.ts';

/** So many characters of names are listed. */
const room = 500;

/**
 * Is the filter's series in the catalogue or that of a report, and its body likewise?
 * @throws CollectionError `unknown_series`, `unknown_body`
 */
export function checkNames(view: View, { series, body }: ReportFilter): void {
  if (series !== undefined) {
    const catalogued = view.catalogue.map(({ id }) => id);
    mustBeOne(view, 'series', series, catalogued, 'GET /v1/series lists them all');
  }
  if (body !== undefined) {
    const catalogued = view.catalogue.flatMap((entry) => entry.body ?? []);
    mustBeOne(view, 'body', body, catalogued, 'GET /v1/series names them all');
  }
}

function mustBeOne(
  view: View,
  field: 'series' | 'body',
  given: string,
  catalogued: readonly string[],
  where: string,
): void {
  if (catalogued.includes(given) || view.table.reports.some((report) => report[field] === given)) return;
  const stored = allReports(view).flatMap((report) => report[field] ?? []);
  const names = [...new Set([...stored, ...catalogued])].sort();
  if (names.includes(given)) return;
  const listed = names.filter((_, i) => names.slice(0, i + 1).join(', ').length <= room);
  const rest = listed.length < names.length ? ` … (${where})` : '';
  const exist = names.length === 0 ? 'no report has one' : `there are: ${listed.join(', ')}${rest}`;
  const message = `there is no ${field} "${given.slice(0, 200)}"; ${exist}`;
  throw new CollectionError(`unknown_${field}`, 404, message, [{ path: field, message }]);
}

/** Ids of the reports that begin most like a given one, for whoever mistyped it. */
export function nearReports(view: View, id: string): string[] {
  const shared = (other: string): number => {
    let length = 0;
    while (length < id.length && id[length] === other[length]) length += 1;
    return length;
  };
  return allReports(view)
    .map((report) => ({ id: report.id, shared: Math.max(shared(report.id), shared(report.symbol)) }))
    .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map((report) => report.id);
}
