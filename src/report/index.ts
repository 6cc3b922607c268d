/**
 * The shape of a report and its paragraphs, as stored and as answered (names in `snake_case`, as in the API). Types and
 * the two identifiers made from them; every folder may import this file, which imports nothing.
 */

export type Format = 'txt' | 'pdf' | 'docx' | 'doc' | 'odt' | 'html';

/**
 * `logical`: text in reading order. `visual`: text in drawing order, which had to be repaired. `ocr`: text recognised
 * from images of pages.
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

/**
 * A cell's position, counted from 1: the table in the document, row and column in reading order; for a merged cell, its
 * first ones.
 */
export interface CellPlace {
  table: number;
  row: number;
  column: number;
}

export type ReferenceType = 'resolution' | 'decision' | 'document' | 'agenda_item' | 'paragraph' | 'treaty';

/** A reference to another text. `start`/`end`: UTF-16 offsets into the paragraph's `text`. */
export interface Reference {
  type: ReferenceType;
  /** Normalised: `A/RES/63/72`, `S/RES/1540(2004)`, `A/CONF.192/L.1`, `item 6 (a)`, `para 27`. */
  symbol: string;
  start: number;
  end: number;
}

/** All codes of warnings about reports. */
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
  /** Id of the paragraph concerned, if it is a single one. */
  paragraph?: string;
}

export interface Paragraph {
  /** `<report>:<ordinal>` */
  id: string;
  report: string;
  /** From 1, in reading order, over paragraphs of every kind. */
  ordinal: number;
  kind: ParagraphKind;
  /** The report's own paragraph number (1…39); null for headings, items and anything without a number. */
  number: number | null;
  /** What is printed before the text: "٧", "(ج)", "ثانيا"; null if there is nothing. */
  label: string | null;
  /** `main`, or the annex as its heading names it ("المرفق الأول"). */
  part: string;
  /** Texts of the headings above, outermost first. */
  path: string[];
  /**
   * Id of the paragraph that this one belongs to (an item's paragraph, the paragraph that refers to a footnote),
   * otherwise null.
   */
  parent: string | null;
  /** Page of a PDF, from 1, on which it begins; null for other formats. */
  page: number | null;
  /** Its position in a table of the report; null outside tables. */
  cell: CellPlace | null;
  /** Readable text in logical order, without number, label and footnote marks. */
  text: string;
  /** Number of tokens. */
  words: number;
  /** UTF-16 ranges in `text` of the words whose reading is uncertain, ascending and disjoint. */
  doubts: Span[];
  references: Reference[];
}

/** Start and end (exclusive), UTF-16 offsets. */
export type Span = [start: number, end: number];

export interface ReportDate {
  /** ISO dates, `YYYY-MM-DD`; equal if the meeting lasted one day. */
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
  /** Number of the session, from 1, if the cover or the opening paragraphs have one. */
  session: number | null;
  /** Two-letter code, `ar` unless known to be another. */
  language: string;
  /** Number of paragraphs of all kinds. */
  paragraphs: number;
  /** Number of tokens in all of them. */
  words: number;
  source: Source;
  /**
   * `words`: number of words whose text differs from the file. `doubtful`: number of words whose reading is uncertain.
   */
  repairs: { words: number; doubtful: number };
  /** Share of the words that could be read, 0 to 1. */
  readable: number;
  /** Too little could be read, and nobody has overruled that: its words are in no search and no count. */
  unreadable: boolean;
  /** Ids of the other reports with the same bytes. */
  duplicate_of: string[];
  warnings: Warning[];
  /** ISO timestamp. */
  ingested_at: string;
}

/**
 * What is kept in memory of every report, in each thread that answers: what places, filters and names it. The rest is
 * read when it is shown.
 */
export type ReportSummary = Readonly<
  Pick<
    Report,
    'id' | 'symbol' | 'series' | 'body' | 'year' | 'date' | 'language' | 'paragraphs' | 'words' | 'unreadable'
  > & { warnings: readonly Pick<Warning, 'code'>[] }
>;

export interface Source {
  file: string;
  format: Format;
  /** Hash of the file's bytes, in hex. */
  sha256: string;
  layer: Layer;
  /** Version of the reader that read it; 0 if unknown. */
  reader: number;
  /** For a PDF: what its paragraphs and their order were read from, the file's tags or the layout of its pages. */
  structure?: SourceStructure;
}

export type SourceStructure = 'tags' | 'layout';

/** Below this share of readable words a report is unreadable. */
export const leastReadable = 0.5;

/** One repaired word: the letters in the file, and how sure the repair is. */
export interface Repair {
  /** Ordinal of the paragraph. */
  ordinal: number;
  /** UTF-16 range in the paragraph's text. */
  start: number;
  end: number;
  text: string;
  raw: string;
  /** Kinds of damage repaired, e.g. `kashida`, `split_word`, `run_order`, `lam_alef`, `mirrored_bracket`. */
  kinds: string[];
  doubtful: boolean;
}

/** What a person said about a file, under the manifest's names; it is kept when the file is read again. */
export type GivenFields = Record<string, string | number | boolean>;

/** What ingest makes of one file and the store keeps. The store fills in `duplicate_of`. */
export interface ParsedReport {
  report: Report;
  paragraphs: Paragraph[];
  repairs: Repair[];
  /** The symbol was given by a person (manifest, upload), not inferred from the file. */
  symbolGiven: boolean;
  /** What a person said about the file. */
  given?: GivenFields;
}

/** Maximum length of a symbol, in UTF-16 units. */
export const maxSymbol = 200;

/** Whether an id can be made from this symbol: it needs a letter or digit and must not be too long. */
export const usableSymbol = (symbol: string): boolean =>
  /[\p{L}\p{Nd}]/u.test(bare(symbol)) && symbol.length <= maxSymbol;

/** Composed (NFC), without marks and tatweel. */
const bare = (symbol: string): string => symbol.normalize('NFC').replace(/[\p{M}\u0640]/gu, '');

/**
 * A report's id from its symbol: after NFC, without marks and tatweel, every character that is neither a letter or
 * digit of any script nor `.` or `-` becomes `-`. A language other than Arabic is appended (`.en`).
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

/** One meeting of a series, as listed in the catalogue in `config/series`. */
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
  /** Symbols with one of these prefixes belong to this series. */
  symbol_prefixes: string[];
  /** True for the fictitious sample series. */
  constructed: boolean;
  meetings: CatalogueMeeting[];
}

/** A count in a message: `1 paragraph`, `2 paragraphs`. */
export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
