/**
 * What a reader gives and the structure steps take: a document as blocks in reading order, before anyone knows
 * which of them is paragraph 7. Plain data; a reader fills what its format says and leaves the rest out.
 */
import type { Format, Layer, ParagraphKind, Span, Warning } from '../report/index.ts';

/** One block of text: a paragraph, heading, list entry, table cell or footnote of the file. */
export interface Block {
  /** Logical order, line breaks inside a paragraph joined by one space. Automatic list labels are not in it. */
  text: string;
  /** Only where the format itself says so (a Word heading style, an HTML `h2`, a footnote part). */
  kind?: ParagraphKind;
  /** Heading level or list depth from 1, where the format says so. */
  level?: number;
  /** The automatic label as it would be printed: `7 -`, `(ج)`, `ثانيا`. */
  label?: string;
  /** The automatic list that `label` belongs to: one list counts through, however often it is interrupted. */
  list?: string;
  /** Footnote marks in `text`, removed from it: where they stood, and which note they call. */
  notes?: { offset: number; id: string }[];
  /** On a footnote: the id its mark calls. */
  noteId?: string;
  /** On a footnote: its printed number. */
  noteNumber?: number;
  /** Depth of indentation, 0 at the margin; only meaningful within one document. */
  indent?: number;
  /** Centred, bold or larger than the body: a hint that this is a heading. */
  emphasis?: boolean;
  /** Page from 1, where the format has pages. */
  page?: number;
  /** Words that repair changed in this block. Offsets into `text`. */
  repairs?: BlockRepair[];
  /** Words of uncertain reading, repaired or not. Offsets into `text`. */
  doubts?: Span[];
}

export interface BlockRepair {
  start: number;
  end: number;
  raw: string;
  kinds: string[];
  doubtful: boolean;
}

export interface RawDocument {
  format: Format;
  layer: Layer;
  blocks: Block[];
  /** Texts of page headers and footers, each once: they hold the symbol and are not paragraphs. */
  furniture: string[];
  /** The format's own metadata where it has any. */
  title?: string;
  language?: string;
  warnings: Warning[];
  /** Share of the words that could be read, 0 to 1; all of them where it is not said. */
  readable?: number;
}

export interface ReadOptions {
  /** Which layer of a file that has both; `auto` prefers a clean logical one. */
  layer: 'auto' | Layer;
  /** Name for error messages. */
  file: string;
  /** Evidence for repair: words in `folded` form and their counts. */
  lexicon?: ReadonlyMap<string, number>;
  /** Evidence for the order of a damaged layer: clean texts of other reports of its kind. */
  siblings?: readonly string[];
}

/** One file per format in `readers/`. Throws `IngestError` for a file that cannot be read. */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<RawDocument>;

/** A file that cannot be ingested: `code` for programs, `message` says what to do. */
export class IngestError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'IngestError';
    this.code = code;
  }
}
