/** What a new epoch requires, given the present segments: which reports must be indexed, and which are masked. */
import type { ReportSummary } from '../../report/index.ts';
import { type Entry, liveIds } from './entry.ts';
import type { Sizes } from './make.ts';

/** The reports of an epoch, which of them to index, and the ids that are out of date in all present segments. */
export interface Plan {
  reports: readonly ReportSummary[];
  fresh: readonly ReportSummary[];
  gone: ReadonlySet<string>;
}

/** @param changed ids of the reports that may differ from what the segments hold */
export function planOf(
  reports: readonly ReportSummary[],
  entries: readonly Entry[],
  changed: ReadonlySet<string>,
): Plan {
  const live = liveIds(entries);
  const fresh = reports.filter((report) => changed.has(report.id) || !holds(live, report));
  const counted = new Set(reports.map(({ id }) => id));
  const gone = new Set(fresh.map(({ id }) => id));
  for (const id of live.keys()) if (!counted.has(id)) gone.add(id);
  return { reports, fresh, gone };
}

/** Whether every report is in some segment. */
export function covers(entries: readonly Entry[], reports: readonly Sizes[]): boolean {
  const live = liveIds(entries);
  return reports.every((report) => holds(live, report));
}

/** A report with another size is indexed again even if it is not listed as changed. */
function holds(live: ReturnType<typeof liveIds>, { id, paragraphs, words }: Sizes): boolean {
  const place = live.get(id);
  if (!place) return false;
  const { firstOf, startOf } = place.entry.opened.value.segment;
  const { local } = place;
  return (
    firstOf[local + 1]! - firstOf[local]! === paragraphs &&
    startOf[local + 1]! - startOf[local]! === words + paragraphs
  );
}
