/**
 * A phrase's occurrences in each report. Most reports that contain a phrase contain it once, so the same entry is part
 * of many answers: it is made once, and so is its JSON, because printing the digits of its numbers takes most of the
 * time of a long answer.
 */
import { yearOf } from '../scope.ts';
import type { ParagraphTable } from '../table.ts';
import { type Frequency, frequency } from './wilson.ts';

/** `interval`: 95 % (Wilson) of `per_10k_words`. */
export interface ReportCount extends Frequency {
  report: string;
  symbol: string;
  year: number | null;
  occurrences: number;
}

/**
 * Maximum number of entries kept for a state of the collection: about 3 MB with their JSON. More, for reports that
 * contain it twice, would cost garbage collections as much as they save.
 */
const places = 8192;

const keptOf = new WeakMap<object, Map<number, ReportCount>>();

/** The JSON of a kept entry, on the entry itself: a WeakMap of thousands makes every garbage collection longer. */
const json = Symbol('json');

/** @param perReport report number and occurrences */
export function byReport(
  table: ParagraphTable,
  perReport: readonly (readonly [number, number])[],
): ReportCount[] {
  // So many would replace all that is kept.
  if (perReport.length > places) return perReport.map(([number, count]) => entry(table, number, count));
  const kept = keptOf.get(table.state) ?? new Map<number, ReportCount>();
  keptOf.set(table.state, kept);
  return perReport.map(([number, occurrences]) => {
    if (occurrences > 1) return entry(table, number, occurrences);
    const place = number % places;
    const known = kept.get(place);
    if (known?.report === table.reports[number]!.id) return known;
    const made = entry(table, number, occurrences);
    Object.defineProperty(made, json, { value: JSON.stringify(made) });
    kept.set(place, made);
    return made;
  });
}

/** What `JSON.stringify` gives. */
export function reportCountJson(count: ReportCount & { [json]?: string }): string {
  return count[json] ?? JSON.stringify(count);
}

function entry(table: ParagraphTable, number: number, occurrences: number): ReportCount {
  const report = table.reports[number]!;
  const { per_10k_words, interval } = frequency(occurrences, table.reportTokens[number]!);
  return {
    report: report.id,
    symbol: report.symbol,
    year: yearOf(report),
    occurrences,
    per_10k_words,
    interval,
  };
}
