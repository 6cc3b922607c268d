/**
 * What a reader returns and the structure steps take: a document as blocks in reading order, before anyone knows which
 * of them is paragraph 7. Plain data; a reader fills in what its format says and leaves out the rest.
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
  /**
   * In logical order, with line breaks inside a paragraph replaced by one space. Automatic list labels are not
   * included.
   */
  text: string;
  /** Only if the format itself says so (a Word heading style, an HTML `h2`, a footnote part). */
  kind?: ParagraphKind;
  /** Heading level or list depth from 1, if the format says so. */
  level?: number;
  /** The automatic label as it would be printed: `7 -`, `(ج)`, `ثانيا`. */
  label?: string;
  /** The automatic list that `label` belongs to: a list keeps counting, however often it is interrupted. */
  list?: string;
  /** Footnote marks removed from `text`: their position, the note they refer to, and a custom mark. */
  notes?: { offset: number; id: string; mark?: string }[];
  /** On a footnote: the id of its mark. */
  noteId?: string;
  /** On a footnote: its printed number. */
  noteNumber?: number;
  /** Depth of indentation, 0 at the margin; only meaningful within one document. */
  indent?: number;
  /** Centred, bold or larger than the body: a hint that this is a heading. */
  emphasis?: boolean;
  /** Page from 1, if the format has pages. */
  page?: number;
  /** Its position in a table of the document. */
  cell?: CellPlace;
  /** Words that repair changed in this block. Offsets into `text`. */
  repairs?: BlockRepair[];
  /** Words whose reading is uncertain, repaired or not. Offsets into `text`. */
  doubts?: Span[];
  /**
   * The number at its start was recognised from an image and not read twice alike: only its sequence can confirm it.
   */
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
 * order; or lines left in drawing order.
 */
export type Damage = 'none' | 'letters' | 'order';

export interface RawDocument {
  format: Format;
  layer: Layer;
  /**
   * What may have to be repaired. Readers only read: `repair/pipeline` repairs, once. With `order` each block is a
   * line.
   */
  damage: Damage;
  blocks: Block[];
  /** Texts of page headers and footers, each once: they contain the symbol and are not paragraphs. */
  furniture: string[];
  /** The format's own metadata, if any. */
  title?: string;
  language?: string;
  warnings: Warning[];
  /** What a PDF's blocks and their order come from: the file's tags, or the layout of the pages. */
  structure?: SourceStructure;
  /** Share of the letters that the file's fonts do not map, 0 to 1; undefined if unknown. */
  unmapped?: number;
  /** Share of the words that could be read, 0 to 1; found by repair. */
  readable?: number;
}

export interface ReadOptions {
  /** Which layer of a file that has both to read; `auto` prefers a clean logical one. */
  layer: 'auto' | Layer;
  /** Name for error messages. */
  file: string;
  /** How scanned pages are read; if absent, they are not. */
  ocr?: OcrOptions | undefined;
}

/** Recognition of images by Tesseract. */
export interface OcrOptions {
  /** Whether it is a word of the language: the arbiter between two readings. */
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
