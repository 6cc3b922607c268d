/** As `printedWords`, if the index is in a cluster: from the counts of a word's spellings and the reports' texts. */
import type { ReportSummary } from '../../report/index.ts';
import type { StoreReader } from '../../store/types.ts';
import { spreadElsewhere } from '../narrowed-spread.ts';
import { isSpelledWithMore, mostlyPrinted, mostPlaces } from './printed.ts';

/** An exact word, with its occurrences by report number. */
export interface Spelling {
  word: string;
  counts: ReadonlyMap<number, number>;
}

/** @param reports all counted ones, in their order */
export function printedElsewhere(
  reader: Pick<StoreReader, 'scanReport'>,
  reports: readonly ReportSummary[],
  spellings: readonly Spelling[],
): string[] {
  return spellings
    .map((spelling) => ({ spelling, count: occurrences(spelling) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.spelling.word < b.spelling.word ? -1 : 1))
    .map(({ spelling }) => printed(reader, reports, spelling));
}

export function occurrences({ counts }: Pick<Spelling, 'counts'>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function printed(
  reader: Pick<StoreReader, 'scanReport'>,
  reports: readonly ReportSummary[],
  { word, counts }: Spelling,
): string {
  if (!isSpelledWithMore(word)) return word;
  return mostlyPrinted(spreadElsewhere(reader, reports, word, counts, mostPlaces)) ?? word;
}
