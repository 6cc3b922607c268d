/** As `spreadOver`, if the index is in a cluster: from the word's count in each report and the reports' texts. */
import { words as wordsOf } from 'arabic-normalizer';
import type { ReportSummary } from '../report/index.ts';
import type { StoreReader } from '../store/types.ts';
import { isFrequent, type OccurrenceText, stepOf } from './spread.ts';

/** @param counts occurrences by report number */
export function spreadElsewhere(
  reader: Pick<StoreReader, 'scanReport'>,
  reports: readonly ReportSummary[],
  word: string,
  counts: ReadonlyMap<number, number>,
  places: number,
): OccurrenceText[] {
  const holders = [...counts].sort(([a], [b]) => a - b);
  const total = holders.reduce((sum, [, count]) => sum + count, 0);
  const tokens = reports.reduce((sum, report) => sum + report.words, 0);
  return isFrequent(total, tokens)
    ? fromPoints(reader, reports, word, new Set(counts.keys()), places)
    : everySoMany(reader, reports, word, holders, stepOf(total, places));
}

function everySoMany(
  reader: Pick<StoreReader, 'scanReport'>,
  reports: readonly ReportSummary[],
  word: string,
  holders: readonly [number, number][],
  step: number,
): OccurrenceText[] {
  const found: OccurrenceText[] = [];
  const read = lately((report: number) => occurrencesIn(reader, reports[report]!.id, word));
  let before = 0;
  for (const [report, count] of holders) {
    for (let nth = Math.ceil(before / step) * step; nth < before + count; nth += step) {
      const here = nth - before;
      found.push(() => read(report)[here] ?? null);
    }
    before += count;
  }
  return found;
}

function fromPoints(
  reader: Pick<StoreReader, 'scanReport'>,
  reports: readonly ReportSummary[],
  word: string,
  holders: ReadonlySet<number>,
  places: number,
): OccurrenceText[] {
  const starts: number[] = [0];
  for (const report of reports) starts.push(starts.at(-1)! + report.words + report.paragraphs);
  const end = starts.at(-1)!;
  const read = lately((report: number) => occurrencesIn(reader, reports[report]!.id, word));
  const found: OccurrenceText[] = [];
  let last = -1;
  let report = 0;
  for (let point = 0; point < places; point += 1) {
    const from = Math.floor((point * end) / places);
    while (starts[report + 1]! <= from) report += 1;
    for (let at = report; ; at += 1) {
      if (at >= reports.length) return found;
      if (!holders.has(at)) continue;
      const place = read(at).find(({ position }) => starts[at]! + position >= from);
      if (!place) continue;
      if (starts[at]! + place.position !== last) found.push(() => place);
      last = starts[at]! + place.position;
      break;
    }
  }
  return found;
}

/** In reading order; positions count a separator after each paragraph. */
function occurrencesIn(
  reader: Pick<StoreReader, 'scanReport'>,
  id: string,
  word: string,
): { text: string; place: number; position: number }[] {
  const found: { text: string; place: number; position: number }[] = [];
  let first = 0;
  for (const { text } of reader.scanReport(id)) {
    const tokens = wordsOf(text, 'exact');
    for (const [place, token] of tokens.entries())
      if (token === word) found.push({ text, place, position: first + place });
    first += tokens.length + 1;
  }
  return found;
}

/** The cached value for the previous argument, if it is the same. */
function lately<A, V>(make: (argument: A) => V): (argument: A) => V {
  let known: { argument: A; value: V } | null = null;
  return (argument) => {
    if (known?.argument !== argument) known = { argument, value: make(argument) };
    return known.value;
  };
}
