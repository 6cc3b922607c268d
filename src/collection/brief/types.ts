/** An answer as an assistant gets it: short lines to quote, each with the place that it is from. */
import type { View } from '../view.ts';

/** Where something stands, as people cite it. */
export interface Citation {
  report: string;
  symbol: string;
  body: string | null;
  year: number | null;
  /** Null where the report as a whole is meant. */
  paragraph: string | null;
  /** What the paragraph is: heading, item, footnote …; `report` for the whole. */
  kind: string;
  /** The printed number; an item's is its paragraph's. */
  number: number | null;
  /** What stands in print before the text. */
  label: string | null;
  /** `main`, or the annex in which the number counts. */
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
  /** Lines of the entry, each with its own place; then `cites` are those places. */
  lines?: { cite: Citation; said: string }[];
}

export interface Brief {
  /** What was counted, line by line. */
  head: string[];
  entries: Entry[];
  /** How many entries there are in all, those of other pages too. */
  total: number;
  /** What an entry is: "paragraph", "change" … */
  unit: string;
  /** What could not be said. */
  limits: string[];
}

export type BriefOf<B> = (view: View, body: B, params: Record<string, unknown>) => Brief;
