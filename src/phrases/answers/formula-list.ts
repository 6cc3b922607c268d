/** Phrases of a report as answers list them: ordered, paged, with their wording, their reports and their places. */
import type { CollectionIndex } from '../collection-index.ts';
import type { Census } from './census.ts';
import type { Formula } from './formulas.ts';
import { ParagraphTexts, type TextRange } from './texts.ts';
import { type DatedReport, datedReport, firstAndLast, type PhraseView } from './view.ts';

export interface ListedFormula {
  /** The report's own wording at its first occurrence. */
  text: string;
  tokens: string[];
  /** Number of tokens. */
  words: number;
  report_count: number;
  reports: (DatedReport & { occurrences: number })[];
  first: DatedReport;
  last: DatedReport;
  /** In the report. */
  occurrences: TextRange[];
}

/** Longest first, then most reports, then reading order. */
export function byLength(a: Formula, b: Formula): number {
  return b.length - a.length || b.grade - a.grade || a.starts[0]! - b.starts[0]!;
}

/** Most reports first, then as `byLength`. */
export function byReports(a: Formula, b: Formula): number {
  return b.grade - a.grade || byLength(a, b);
}

/** Highest words × reports first, then as `byLength`. */
export function byWeight(a: Formula, b: Formula): number {
  return b.length * b.grade - a.length * a.grade || byLength(a, b);
}

/** Highest score first, then as `byLength`. */
export function byScore(score: (formula: Formula) => number): (a: Formula, b: Formula) => number {
  const scores = new Map<Formula, number>();
  const of = (formula: Formula) => {
    const known = scores.get(formula) ?? score(formula);
    scores.set(formula, known);
    return known;
  };
  return (a, b) => of(b) - of(a) || byLength(a, b);
}

/** Reads only the texts of the given phrases. */
export function listFormulas(
  view: PhraseView,
  index: CollectionIndex,
  census: Census,
  formulas: readonly Formula[],
): ListedFormula[] {
  const { table } = view;
  const texts = new ParagraphTexts(view.reader, table);
  return formulas.map((formula) => {
    const ranges = formula.starts.map((start) => rangeAt(index, texts, start, formula.length));
    const start = formula.starts[0]!;
    const { text } = texts.get(index.paragraphAt(start));
    const reports = census.occurrences(formula);
    return {
      text: text.slice(ranges[0]!.start, ranges[0]!.end),
      tokens: wordsAt(index, start, formula.length),
      words: formula.length,
      report_count: formula.grade,
      reports: reports.map(([report, occurrences]) => ({ ...datedReport(table, report), occurrences })),
      ...firstAndLast(
        table,
        reports.map(([report]) => report),
      )!,
      occurrences: ranges,
    };
  });
}

/** A phrase with every place where it occurs, in each report that contains it, instead of counts. */
export interface PlacedFormula extends Omit<ListedFormula, 'reports'> {
  reports: (DatedReport & { occurrences: TextRange[] })[];
}

/** As `listFormulas`; reads the texts of all places. */
export function placeFormulas(
  view: PhraseView,
  index: CollectionIndex,
  census: Census,
  formulas: readonly Formula[],
): PlacedFormula[] {
  const texts = new ParagraphTexts(view.reader, view.table);
  return listFormulas(view, index, census, formulas).map((listed, i) => ({
    ...listed,
    reports: census.positions(formulas[i]!).map(([report, positions]) => ({
      ...datedReport(view.table, report),
      occurrences: positions.map((position) => rangeAt(index, texts, position, listed.words)),
    })),
  }));
}

/** The text of `length` tokens of one paragraph, from a position of the collection. */
function wordsAt(index: CollectionIndex, position: number, length: number): string[] {
  const paragraph = index.paragraphAt(position);
  const from = position - index.tokenStart(paragraph);
  return Array.from(index.tokensOf(paragraph).subarray(from, from + length), (token) =>
    index.word(token - 1),
  );
}

/** The range of `length` tokens from a position of the collection. */
function rangeAt(index: CollectionIndex, texts: ParagraphTexts, position: number, length: number): TextRange {
  const paragraph = index.paragraphAt(position);
  const place = position - index.tokenStart(paragraph);
  return texts.range(paragraph, place, place + length);
}
