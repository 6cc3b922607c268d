/** Which reports and paragraphs a question is about. */
import { words } from 'arabic-normalizer';
import type { ReportFilter } from '../store/index.ts';
import { unknownReport } from './errors.ts';
import type { View } from './view.ts';

/** Does a heading above hold these words, in this order and whatever their spelling? */
export function underSection(section: string): (path: readonly string[]) => boolean {
  const wanted = ` ${words(section, 'folded').join(' ')} `;
  if (wanted.trim() === '') return () => false;
  return (path) => path.some((heading) => ` ${words(heading, 'folded').join(' ')} `.includes(wanted));
}

/**
 * The report numbers that a filter leaves, ascending.
 * @throws CollectionError `unknown_report` where the filter names a report that is not there.
 */
export function reportNumbers(view: View, filter: ReportFilter): number[] {
  const wanted = filter.report?.map((id) => {
    const found = view.reader.report(id) ?? view.reader.report(view.idOfSymbol(id));
    if (!found) throw unknownReport(id);
    return found.id;
  });
  return view.reader
    .reports({ ...filter, report: wanted })
    .map((report) => view.table.reportNumber(report.id))
    .filter((number) => number >= 0);
}
