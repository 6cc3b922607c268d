/** The answer about a phrase's threads, named as the API gives it (`snake_case`). */
import type { ChangeKind, DiffPart, QualifierChange, StrengthChange, TemplatePart } from '../body.ts';

/** A run of sentences of one paragraph. */
export interface PassageBody {
  paragraph: string;
  /** The paragraph's printed number and label, and the part of the report that it is counted in. */
  number: number | null;
  label: string | null;
  part: string;
  /** UTF-16 offsets into the paragraph's text. */
  start: number;
  end: number;
  text: string;
}

interface Marks {
  strength?: StrengthChange;
  qualifiers?: QualifierChange;
}

export interface ThreadVersion extends PassageBody, Marks {
  report: string;
  year: number | null;
  /** To the version before; null for the first. */
  similarity: number | null;
  /** Against the version before; null for the first. */
  change: ChangeKind | null;
  punctuation: boolean | null;
  doubtful: boolean | null;
  /** Against the version before (its `base`); empty for the first. */
  diff: DiffPart[];
  /** Passages of the same report with the same words. */
  also: PassageBody[];
}

/** What a report without a version says in its place; `base` of the diff is the version before, or the first. */
export interface Instead extends PassageBody, Marks {
  similarity: number;
  change: ChangeKind;
  punctuation: boolean;
  doubtful: boolean;
  diff: DiffPart[];
}

export interface ThreadGap {
  report: string;
  year: number | null;
  instead: Instead | null;
}

export interface Thread {
  /** The latest version's text. */
  text: string;
  /** Of the phrase, in all versions and beside them. */
  occurrences: number;
  /** How many reports have a version. */
  reports: number;
  /** How many different folded texts. */
  wordings: number;
  first: { report: string; year: number | null };
  last: { report: string; year: number | null };
  /** One for each report, oldest first. */
  versions: ThreadVersion[];
  /** Null beyond 50 wordings. */
  template: TemplatePart[] | null;
  /** The reports of the scope and of the thread's series that have no version, oldest first. */
  gaps: ThreadGap[];
}

/** A passage of nearly these words, where the phrase stands nowhere. */
export interface NearPassage extends PassageBody {
  report: string;
  year: number | null;
  /** The phrase's words that stand in it, as the query writes them. */
  shared: string[];
  /** How much of what the phrase says its words make up, 0 to 1: rare words more than common ones. */
  share: number;
  /** How many sentences near it have the same words; the first of them is named. */
  times: number;
}

export interface ThreadsBody {
  phrase: { text: string; tokens: string[] };
  occurrences: number;
  /** Count of threads. */
  total: number;
  limit: number;
  offset: number;
  threads: Thread[];
  near: NearPassage[];
}
