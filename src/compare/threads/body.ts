/** The answer about a phrase's threads, with the API's field names (`snake_case`). */
import type { ChangeKind, DiffPart, QualifierChange, StrengthChange, TemplatePart } from '../body.ts';

/** A run of sentences of one paragraph. */
export interface PassageBody {
  paragraph: string;
  /** The paragraph's printed number and label, and the part of the report that they belong to. */
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
  /** To the previous version; null for the first. */
  similarity: number | null;
  /** Compared with the previous version; null for the first. */
  change: ChangeKind | null;
  punctuation: boolean | null;
  doubtful: boolean | null;
  /** Compared with the previous version (its `base`); empty for the first. */
  diff: DiffPart[];
  /** Passages of the same report with the same words. */
  also: PassageBody[];
}

/** What a report without a version says instead; `base` of the diff is the previous version, or the first. */
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
  /** Occurrences of the phrase, in all versions and in `also`. */
  occurrences: number;
  /** Number of reports with a version. */
  reports: number;
  /** Number of different folded texts. */
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

/** A passage with nearly these words, if the phrase does not occur. */
export interface NearPassage extends PassageBody {
  report: string;
  year: number | null;
  /** The phrase's words that occur in it, as written in the query. */
  shared: string[];
  /** Share of the phrase's content that its words make up, 0 to 1: rare words count more than common ones. */
  share: number;
  /** Number of similar sentences with the same words; the first of them is given. */
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
