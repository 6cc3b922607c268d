/** Checks the names in a question: a wrong one is an error that lists the valid ones, not an empty answer. */

import { warningCodes } from '../report/index.ts';
import type { ReportFilter } from '../store/index.ts';
import { unknownValue } from './errors.ts';
import { allReports } from './meetings.ts';
import type { View } from './view.ts';

/** The value of `language` for all languages. */
export const allLanguages = 'all';

/**
 * Checks that the filter's series and body are in the catalogue or those of a report, and that a report is in its language.
 * @throws CollectionError `unknown_series`, `unknown_body`, `unknown_language`
 */
export function checkNames(view: View, { series, body, language }: ReportFilter): void {
  if (language !== undefined) checkLanguage(view, language);
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
  throw unknownValue(field, given, names, ` (${where})`);
}

/** The default language of a question; it is valid even before there is a report in it. */
const usualLanguage = 'ar';

/** @throws CollectionError `unknown_language` if no report is in it */
function checkLanguage(view: View, language: string): void {
  if (language === allLanguages || language === usualLanguage) return;
  const stored = [...new Set(allReports(view).map((report) => report.language))].sort();
  if (!stored.includes(language)) throw unknownValue('language', language, [...stored, allLanguages], '');
}

/** @throws CollectionError `unknown_warning` for a code that does not exist */
export function checkWarnings(view: View, codes: readonly string[]): void {
  const stored = allReports(view).flatMap(({ warnings }) => warnings.map(({ code }) => code));
  const known = [...new Set(['any', ...warningCodes, ...stored])].sort();
  const wrong = codes.find((code) => !known.includes(code));
  if (wrong !== undefined) throw unknownValue('warning', wrong, known, '');
}

/** Ids of the reports with the longest common beginning, as suggestions for a mistyped id. */
export function nearReports(view: View, id: string): string[] {
  const wanted = id.toLowerCase();
  const shared = (name: string): number => {
    const other = name.toLowerCase();
    let length = 0;
    while (length < wanted.length && wanted[length] === other[length]) length += 1;
    return length;
  };
  return allReports(view)
    .map((report) => ({ id: report.id, shared: Math.max(shared(report.id), shared(report.symbol)) }))
    .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map((report) => report.id);
}
