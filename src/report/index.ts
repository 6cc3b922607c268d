/**
 * The shape of a report and its paragraphs, as stored and as answered (names in `snake_case`, as the API gives
 * them). Types and the two identifiers made from them; every folder may import this, it imports nothing.
 */

export type Format = 'txt' | 'pdf' | 'docx' | 'doc' | 'odt' | 'html';

/**
 * `logical`: text in reading order. `visual`: text in the order it was drawn, which had to be repaired. `ocr`: text
 * recognised on pictures of pages.
 */
export type Layer = 'logical' | 'visual' | 'ocr';

export const paragraphKinds = [
  'title',
  'heading',
  'paragraph',
  'item',
  'footnote',
  'table',
  'other',
] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** A cell's place, all from 1: the table in the document, its row and column in reading order; the first ones of a merged cell. */
export interface CellPlace {
  table: number;
  row: number;
  column: number;
}

export type ReferenceType = 'resolution' | 'decision' | 'document' | 'agenda_item' | 'paragraph' | 'treaty';

/** A mention of another text. `start`/`end`: UTF-16 offsets into the paragraph's `text`. */
export interface Reference {
  type: ReferenceType;
  /** Normalised: `A/RES/63/72`, `S/RES/1540(2004)`, `A/CONF.192/L.1`, `item 6 (a)`, `para 27`. */
  symbol: string;
  start: number;
  end: number;
}

/** Every code that a report's warnings have. */
export const warningCodes: readonly string[] = [
  'damaged_text',
  'no_numbers',
  'page_left_out',
  'page_unreadable',
  'pages_are_pictures',
  'pages_recognised',
  'symbol_from_file_name',
  'tags_not_used',
  'too_many_rules',
  'unreadable_text',
];

export interface Warning {
  /** One of `warningCodes`. */
  code: string;
  message: string;
  /** Id of the paragraph concerned, where it is one. */
  paragraph?: string;
}

export interface Paragraph {
  /** `<report>:<ordinal>` */
  id: string;
  report: string;
  /** From 1, in reading order, over paragraphs of every kind. */
  ordinal: number;
  kind: ParagraphKind;
  /** The report's own paragraph number (1…39); null for headings, items and whatever has none. */
  number: number | null;
  /** What stands in print before the text: "٧", "(ج)", "ثانيا"; null where nothing does. */
  label: string | null;
  /** `main`, or the annex as its heading names it ("المرفق الأول"). */
  part: string;
  /** Texts of the headings above, outermost first. */
  path: string[];
  /** Id of the paragraph this one belongs under (an item's paragraph, a footnote's caller), else null. */
  parent: string | null;
  /** Page of a PDF, from 1, on which it begins; null for other formats. */
  page: number | null;
  /** Its place in a table of the report; null outside tables. */
  cell: CellPlace | null;
  /** Readable text in logical order, without number, label and footnote marks. */
  text: string;
  /** Count of tokens. */
  words: number;
  /** UTF-16 ranges in `text` of the words of uncertain reading, ascending and apart. */
  doubts: Span[];
  references: Reference[];
}

/** Start and end (exclusive), UTF-16 offsets. */
export type Span = [start: number, end: number];

export interface ReportDate {
  /** ISO dates, `YYYY-MM-DD`; equal where the meeting lasted one day. */
  from: string;
  to: string;
}

export interface Report {
  id: string;
  symbol: string;
  title: string;
  series: string | null;
  body: string | null;
  year: number | null;
  date: ReportDate | null;
  /** Number of the session, from 1, where the cover or the opening paragraphs name one. */
  session: number | null;
  /** Two-letter code, `ar` unless known otherwise. */
  language: string;
  /** Count of paragraphs of every kind. */
  paragraphs: number;
  /** Count of tokens over all of them. */
  words: number;
  source: Source;
  /** `words`: whose text is not what the file gave. `doubtful`: of uncertain reading. */
  repairs: { words: number; doubtful: number };
  /** Share of the words that could be read, 0 to 1. */
  readable: number;
  /** Too little could be read, and nobody said otherwise: its words are in no search and no count. */
  unreadable: boolean;
  /** Ids of the other reports with the same bytes. */
  duplicate_of: string[];
  warnings: Warning[];
  /** ISO instant. */
  ingested_at: string;
}

export interface Source {
  file: string;
  format: Format;
  /** Of the file's bytes, in hex. */
  sha256: string;
  layer: Layer;
  /** Version of the reader that read it; 0 where it is not known. */
  reader: number;
  /** Of a PDF: what its paragraphs and their order were read from, the file's tags or their place on the pages. */
  structure?: SourceStructure;
}

export type SourceStructure = 'tags' | 'layout';

/** Under this share of readable words a report is unreadable. */
export const leastReadable = 0.5;

/** One repaired word: which letters were read, and how sure the repair is. */
export interface Repair {
  /** Ordinal of the paragraph. */
  ordinal: number;
  /** UTF-16 range in the paragraph's text. */
  start: number;
  end: number;
  text: string;
  raw: string;
  /** Kinds of damage mended, e.g. `kashida`, `split_word`, `run_order`, `lam_alef`, `mirrored_bracket`. */
  kinds: string[];
  doubtful: boolean;
}

/** What a person gave beside a file, by the manifest's names; it survives a new reading. */
export type GivenFields = Record<string, string | number | boolean>;

/** What ingest makes of one file and the store keeps. `duplicate_of` is the store's to fill. */
export interface ParsedReport {
  report: Report;
  paragraphs: Paragraph[];
  repairs: Repair[];
  /** The symbol was given by a person (manifest, upload), not inferred from the file. */
  symbolGiven: boolean;
  /** What a person gave beside the file. */
  given?: GivenFields;
}

/** Longest symbol, in UTF-16 units. */
export const maxSymbol = 200;

/** Can an id be made of this symbol? It needs a letter or digit, and an end. */
export const usableSymbol = (symbol: string): boolean =>
  /[\p{L}\p{Nd}]/u.test(bare(symbol)) && symbol.length <= maxSymbol;

/** Composed, without marks and tatweel. */
const bare = (symbol: string): string => symbol.normalize('NFC').replace(/[\p{M}\u0640]/gu, '');

/**
 * A report's id from its symbol: after NFC, without marks and tatweel, every character that is neither a letter or
 * digit of any script nor `.` or `-` becomes `-`; a language other than Arabic stands behind it (`.en`).
 * `A/CONF.192/MGE/2011/1` → `A-CONF.192-MGE-2011-1`, `تقرير 7` → `تقرير-7`.
 */
export function reportId(symbol: string, language = 'ar'): string {
  const letters = symbol
    .trim()
    .normalize('NFC')
    .replace(/[\p{M}\u0640]/gu, '');
  const id = letters.replace(/[^\p{L}\p{Nd}.-]/gu, '-');
  return language === 'ar' ? id : `${id}.${language}`;
}

export function paragraphId(report: string, ordinal: number): string {
  return `${report}:${ordinal}`;
}

/** One meeting of a series as the catalogue in `config/series` lists it. */
export interface CatalogueMeeting {
  key: string;
  kind: string;
  ordinal: number;
  year: number;
  symbol: string | null;
  from: string | null;
  to: string | null;
  place: string | null;
  chair?: string | null;
  convened_by?: string | null;
  /** Names of the fields that could not be confirmed. */
  unconfirmed: string[];
}

export interface CatalogueSeries {
  id: string;
  title_ar: string;
  title_en: string;
  body: string;
  /** Symbols that begin so belong to this series. */
  symbol_prefixes: string[];
  /** True for the series that this project wrote itself. */
  constructed: boolean;
  meetings: CatalogueMeeting[];
}
