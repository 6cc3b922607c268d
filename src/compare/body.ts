/** The answers of comparison, named as the API gives them (`snake_case`). */
import type { Paragraph, Report } from '../report/index.ts';

/** A report with its paragraphs in reading order: what is compared. */
export interface ReportText {
  report: Report;
  paragraphs: readonly Paragraph[];
}

export type ChangeKind =
  | 'identical'
  | 'orthographic'
  | 'details'
  | 'reworded'
  | 'split'
  | 'merged'
  | 'added'
  | 'removed';

/** Whole words of one paragraph: UTF-16 offsets into its text. */
export interface DiffRange {
  paragraph: string;
  start: number;
  end: number;
}

/** The letters that differ inside a replacement, as ranges into the two paragraphs' texts; a side may have none. */
export interface InnerRanges {
  base: [number, number][];
  other: [number, number][];
}

/**
 * One step of a word diff. `equal`: the same words in both (`exact` profile). `replace`: both sides have words here.
 * Words that differ in spelling only (same when folded) are a `replace` with `inner`.
 */
export interface DiffPart {
  op: 'equal' | 'insert' | 'delete' | 'replace';
  /** Null in an insertion. */
  base: DiffRange | null;
  /** Null in a deletion. */
  other: DiffRange | null;
  /** Only where words of the two sides are alike letter by letter. */
  inner?: InnerRanges;
}

export interface StrengthChange {
  /** The verbs as `config/strength.json` lists them. */
  from: string;
  to: string;
  direction: 'stronger' | 'weaker' | 'same';
}

export interface QualifierChange {
  added: string[];
  removed: string[];
}

export interface Change {
  change: ChangeKind;
  /** Outside the heaviest order-preserving set of pairs. */
  moved: boolean;
  /** Marks or brackets between the same words differ. */
  punctuation: boolean;
  /** Paragraph ids in reading order; empty for `added`. */
  base: string[];
  /** Empty for `removed`. */
  other: string[];
  /** 2·LCS / (words of both), folded; 0 for `added` and `removed`. */
  similarity: number;
  diff: DiffPart[];
  /** Only where the listed operative verbs differ. */
  strength?: StrengthChange;
  /** Only where the listed qualifiers differ. */
  qualifiers?: QualifierChange;
}

export interface ReportName {
  id: string;
  symbol: string;
  year: number | null;
}

export type Summary = Record<ChangeKind, number> & {
  /** Changes that also moved. */
  moved: number;
  /** 2·(words in common of all pairs) / (words of both reports); 1 for two empty reports. */
  similarity: number;
};

export interface CompareBody {
  base: ReportName;
  other: ReportName;
  summary: Summary;
  /** Reading order of `other`; removed paragraphs at their place in `base`. */
  changes: Change[];
}

export function reportName(report: Report): ReportName {
  return { id: report.id, symbol: report.symbol, year: report.year };
}
