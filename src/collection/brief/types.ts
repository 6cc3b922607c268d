/** An answer as an assistant gets it: short entries to quote, each with its source. */
import type { View } from '../view.ts';

/** A place in a report, as people cite it. */
export interface Citation {
  report: string;
  symbol: string;
  body: string | null;
  year: number | null;
  /** Null if the citation is of the report as a whole. */
  paragraph: string | null;
  /** What the paragraph is: heading, item, footnote …; `report` for the whole. */
  kind: string;
  /** The printed number; an item has that of its paragraph. */
  number: number | null;
  /** What is printed before the text. */
  label: string | null;
  /** `main`, or the annex that the number belongs to. */
  part: string;
  /** Page of a PDF. */
  page: number | null;
  /** Words of the paragraph whose reading is uncertain. */
  doubtful_words: number;
  /** Path of the place in the dashboard. */
  link: string;
}

export interface Entry {
  text: string;
  cites: Citation[];
  /** Lines of the entry, each with its own citation; `cites` then lists those citations. */
  lines?: { cite: Citation; said: string }[];
}

export interface Brief {
  /** What was counted, line by line. */
  head: string[];
  entries: Entry[];
  /** Number of entries on all pages together. */
  total: number;
  /** What an entry is: "paragraph", "change" … */
  unit: string;
  /** What the answer cannot say. */
  limits: string[];
}

export type BriefOf<B> = (view: View, body: B, params: Record<string, unknown>) => Brief;
