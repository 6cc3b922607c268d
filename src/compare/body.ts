/** The answers of comparison, with the API's field names (`snake_case`). */
import type { Paragraph, ReportSummary } from '../report/index.ts';

/** A report with its paragraphs in reading order, as input for comparison. */
export interface ReportText {
  report: ReportSummary;
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
 * Words that differ only in spelling (equal when folded) are a `replace` with `inner`.
 */
export interface DiffPart {
  op: 'equal' | 'insert' | 'delete' | 'replace';
  /** Null for an insertion. */
  base: DiffRange | null;
  /** Null for a deletion. */
  other: DiffRange | null;
  /** Only if words of the two sides are similar letter by letter. */
  inner?: InnerRanges;
  /**
   * The reading of all its words on one side is uncertain, or, for an insertion or deletion, that of a word next to the
   * gap on the other side.
   */
  doubtful: boolean;
}

export interface StrengthChange {
  /** The verbs as listed in `config/strength.json`. */
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
  /** Punctuation or brackets between the same words differ. */
  punctuation: boolean;
  /** Every part that differs is doubtful; for `added` and `removed`, half of the words are in doubt. */
  doubtful: boolean;
  /** Paragraph ids in reading order; empty for `added`. */
  base: string[];
  /** Empty for `removed`. */
  other: string[];
  /** 2·LCS / (words of both), folded; 0 for `added` and `removed`. */
  similarity: number;
  diff: DiffPart[];
  /** Only if the listed operative verbs differ. */
  strength?: StrengthChange;
  /** Only if the listed qualifiers differ. */
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
  /** Changes that are doubtful, whatever their kind. */
  doubtful: number;
  /** 2·(words in common over all pairs) / (words of both reports); 1 for two empty reports. */
  similarity: number;
};

export interface CompareBody {
  base: ReportName;
  other: ReportName;
  summary: Summary;
  /** In reading order of `other`; removed paragraphs at their place in `base`. */
  changes: Change[];
}

export function reportName(report: ReportSummary): ReportName {
  return { id: report.id, symbol: report.symbol, year: report.year };
}

/** The nearest wording of one paragraph in one other report; `base` of the diff is the paragraph asked about. */
export interface Variant {
  report: string;
  year: number | null;
  paragraph: string;
  similarity: number;
  change: ChangeKind;
  punctuation: boolean;
  doubtful: boolean;
  diff: DiffPart[];
  strength?: StrengthChange;
  qualifiers?: QualifierChange;
}

/** One report's version of a wording, or a gap if it has none (everything that describes a passage is then null). */
export interface Version {
  report: string;
  year: number | null;
  paragraph: string | null;
  /** The passage in the paragraph's text, UTF-16 offsets. */
  start: number | null;
  end: number | null;
  text: string | null;
  /** To the anchor, over the passage; at least 0.5. */
  similarity: number | null;
  /** Compared with the previous version; null for the first. */
  change: ChangeKind | null;
  punctuation: boolean | null;
  /** Whether the change from the previous version is doubtful; null for the first. */
  doubtful: boolean | null;
  /** Compared with the previous version (its `base`); empty for the first. */
  diff: DiffPart[];
  strength?: StrengthChange;
  qualifiers?: QualifierChange;
}

/** A word that all versions share (in its most common form), or what varies between two such words. */
export type TemplatePart =
  | { type: 'word'; text: string }
  | { type: 'slot'; values: { report: string; text: string }[] };

export interface WordingBody {
  anchor: { text: string; paragraph: string | null; report: string | null };
  /** One entry per report of the scope, in dated order; `paragraph: null` is a gap. */
  versions: Version[];
  /** Empty if no report has a version. */
  template: TemplatePart[];
  /** Number of different folded texts. */
  wordings: number;
  /** The reports without a version, listed again. */
  gaps: { report: string; year: number | null }[];
}

/** A passage, and what is printed before its paragraph. */
export interface Placed {
  report: string;
  year: number | null;
  paragraph: string;
  number: number | null;
  label: string | null;
  part: string;
  /** UTF-16 offsets into the paragraph's text. */
  start: number;
  end: number;
  text: string;
  /** The rest of the sentences that it is part of. */
  before: string;
  after: string;
}

/** A precedent: the passage of another report most similar to a text; `base` of the diff is the text asked about. */
export interface Precedent extends Placed {
  similarity: number;
  change: ChangeKind;
  punctuation: boolean;
  doubtful: boolean;
  /** Ranges of `base` name the paragraph asked about, or `text` for a pasted one. */
  diff: DiffPart[];
  strength?: StrengthChange;
  qualifiers?: QualifierChange;
}

/** Where a text occurs word for word, all its folded words in a row: counted exactly, whatever is listed. */
export interface Verbatim {
  occurrences: number;
  /** In dated order, each with its first place. */
  reports: (Placed & { occurrences: number })[];
  first: { report: string; year: number | null } | null;
  last: { report: string; year: number | null } | null;
}

export interface SimilarBody {
  anchor: { text: string; paragraph: string | null; report: string | null };
  verbatim: Verbatim;
  /** Most similar first; then earliest in the collection. */
  hits: Precedent[];
}

export interface CollateCell {
  /** Several if the row's paragraph was split. */
  paragraphs: string[];
  text: string;
  /** Compared with the previous cell of the row; null for the first. */
  change: ChangeKind | null;
  similarity: number | null;
  doubtful: boolean | null;
  diff: DiffPart[];
}

/** An alignment table: reports are columns, corresponding paragraphs are a row. */
export interface CollateBody {
  reports: ReportName[];
  rows: { cells: (CollateCell | null)[] }[];
}
