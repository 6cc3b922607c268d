/**
 * What a reader returns and the structure steps take: a document as blocks in reading order, before anyone knows
 * which of them is paragraph 7. Plain data; a reader fills in what its format says and leaves the rest out.
 */
import type {
  CellPlace,
  Format,
  Layer,
  ParagraphKind,
  SourceStructure,
  Span,
  Warning,
} from '../report/index.ts';

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
  /** Footnote marks in `text`, removed from it: where they stood, which note they call, the author's own mark. */
  notes?: { offset: number; id: string; mark?: string }[];
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
  /** Where it stands in a table of the document. */
  cell?: CellPlace;
  /** Words that repair changed in this block. Offsets into `text`. */
  repairs?: BlockRepair[];
  /** Words of uncertain reading, repaired or not. Offsets into `text`. */
  doubts?: Span[];
  /** The number at its start was recognised in a picture and not read alike twice: only its sequence can support it. */
  unsureNumber?: boolean;
}

export interface BlockRepair {
  start: number;
  end: number;
  raw: string;
  kinds: string[];
  doubtful: boolean;
}

/**
 * What extraction may have done to a text: nothing; reversed ligatures and other wrong letters in lines that are in
 * order; lines left in the order in which they were drawn.
 */
export type Damage = 'none' | 'letters' | 'order';

export interface RawDocument {
  format: Format;
  layer: Layer;
  /** What may have to be mended. Readers only read: `repair/pipeline` mends, once. With `order` each block is a line. */
  damage: Damage;
  blocks: Block[];
  /** Texts of page headers and footers, each once: they hold the symbol and are not paragraphs. */
  furniture: string[];
  /** The format's own metadata where it has any. */
  title?: string;
  language?: string;
  warnings: Warning[];
  /** What a PDF's blocks and their order come from: the file's tags, or their place on the pages. */
  structure?: SourceStructure;
  /** Share of the letters that the file's fonts do not name, 0 to 1; none where it is not said. */
  unmapped?: number;
  /** Share of the words that could be read, 0 to 1; found by repair. */
  readable?: number;
}

export interface ReadOptions {
  /** Which layer of a file that has both; `auto` prefers a clean logical one. */
  layer: 'auto' | Layer;
  /** Name for error messages. */
  file: string;
  /** How pages that are pictures are read; they are not where it is left out. */
  ocr?: OcrOptions | undefined;
}

/** Recognition of pictures by Tesseract. */
export interface OcrOptions {
  /** Is it a word of the language? Arbiter of two readings. */
  known: (word: string) => boolean;
  /** Called before each page and after the last. */
  onPage?: ((done: number, pages: number) => void) | undefined;
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
