/** What an answer is computed from: the indexes of one epoch, and the texts of the same epoch. */
import type { Lexicon, Profile } from 'arabic-normalizer';
import type { Budget } from '../budget.ts';
import type { CollectionIndex } from '../collection-index.ts';
import { PhraseError } from '../errors.ts';
import { yearOf } from '../scope.ts';
import type { ParagraphTable } from '../table.ts';
import type { TextReader } from '../types.ts';

export interface PhraseView {
  readonly reader: TextReader;
  readonly table: ParagraphTable;
  /** Base words for `stem`; the same as those the index was built with. */
  readonly lexicon?: Lexicon | undefined;
  byProfile(profile: Profile): CollectionIndex;
  /** The limit on the answer's work; none if absent. */
  readonly budget?: Budget | undefined;
}

/** A report as named in answers. */
export interface DatedReport {
  report: string;
  year: number | null;
}

export function datedReport(table: ParagraphTable, report: number): DatedReport {
  const { id } = table.reports[report]!;
  return { report: id, year: yearOf(table.reports[report]!) };
}

/** First and last of ascending report numbers, among the dated ones if there are any. */
export function firstAndLast(
  table: ParagraphTable,
  reports: readonly number[],
): { first: DatedReport; last: DatedReport } | null {
  if (reports.length === 0) return null;
  const dated = reports.filter((report) => yearOf(table.reports[report]!) !== null);
  const among = dated.length > 0 ? dated : reports;
  return { first: datedReport(table, among[0]!), last: datedReport(table, among.at(-1)!) };
}

/** A report's number. Throws `unknown_report`. */
export function reportNumber(table: ParagraphTable, id: string): number {
  const number = table.reportNumber(id);
  if (number < 0) throw new PhraseError('unknown_report', `there is no report ${id}`, 'report');
  return number;
}
