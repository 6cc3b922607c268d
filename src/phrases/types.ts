/** The phrase index's interface: token ids of a whole collection at one epoch, under one profile. */
import type { Profile } from 'arabic-normalizer';
import type { ParagraphKind, Report } from '../report/index.ts';
import type { StoreReader } from '../store/types.ts';

/** The part of the store that an index is built from. */
export type ScannedReader = Pick<StoreReader, 'epoch' | 'countedReports' | 'scan'>;

/** The part of the store that answers take texts from. */
export type TextReader = Pick<StoreReader, 'textByRow'>;

/** The paragraphs of a collection at one epoch; the same for all profiles. Numbers, not objects, so it scales. */
export interface ParagraphTable {
  readonly epoch: number;
  /** In `StoreReader.countedReports()` order; a report's place here is its *report number*. */
  readonly reports: readonly Report[];
  /** Count of paragraphs; a *paragraph number* is 0…count-1, reports in order, reading order inside. */
  readonly count: number;
  /** Report number of each paragraph. */
  readonly reportOf: Uint32Array;
  /** First paragraph number of each report; one entry more than reports. */
  readonly firstOf: Uint32Array;
  /** Index into `paragraphKinds` of each paragraph. */
  readonly kindOf: Uint8Array;
  /** Row in the store of each paragraph. */
  readonly rowOf: Uint32Array;
  id(paragraph: number): string;
  /** -1 where unknown. */
  number(paragraphId: string): number;
  /** -1 where unknown. */
  reportNumber(reportId: string): number;
  kind(paragraph: number): ParagraphKind;
}

/** A run of tokens: positions into `tokens`, `end` exclusive. */
export interface Occurrence {
  start: number;
  end: number;
}

/** A run of suffixes in the suffix array, `end` exclusive: all suffixes that begin with one phrase. */
export interface RankRange {
  first: number;
  end: number;
}

export interface PhraseIndex {
  readonly profile: Profile;
  readonly table: ParagraphTable;
  /** Count of distinct words; a *word id* is 0…wordCount-1, in code-unit order of the words. */
  readonly wordCount: number;
  word(id: number): string;
  /** -1 for a word that the collection does not hold. */
  wordId(word: string): number;
  /** Ids of the words that begin with `prefix`. */
  wordsWithPrefix(prefix: string): Uint32Array;
  /** Word id + 1 at each position; 0 stands between paragraphs. */
  readonly tokens: Uint32Array;
  /** Position of each paragraph's first token; one entry more than paragraphs. `tokenStart[p+1] - 1` is p's separator. */
  readonly tokenStart: Uint32Array;
  /** Count of tokens of all paragraphs (without separators). */
  readonly tokenCount: number;
  /** Count of tokens of each report. */
  readonly reportTokens: Uint32Array;
  /** Positions of all tokens in the order of what follows them, up to their paragraph's end. */
  readonly suffixes: Uint32Array;
  /** Report number of each suffix, in suffix order. */
  readonly reportAt: Uint16Array | Uint32Array;
  /** Paragraph number that holds a position. */
  paragraphAt(position: number): number;
  /** The suffixes that begin with a plain phrase, by binary search alone. Empty `words` is an error. */
  range(words: readonly string[]): RankRange;
  /** Occurrences of a plain phrase, by position ascending. Empty `words` is an error. */
  find(words: readonly string[]): Uint32Array;
  /** Count of occurrences of a plain phrase, by binary search alone. */
  count(words: readonly string[]): number;
  /** Occurrences of a pattern, one per starting position and the shortest from there, by position ascending. */
  match(pattern: Pattern): { starts: Uint32Array; ends: Uint32Array };
}

/**
 * A phrase with wildcards, already tokenised under the index's profile. Elements stand for consecutive tokens:
 * `words` this run of words; `prefix` one word that begins so; `any` exactly one word (`*`); `gap` none to `max`
 * words (`...`); `alternatives` any one of its runs.
 */
export type PatternElement =
  | WordsElement
  | PrefixElement
  | { type: 'alternatives'; options: readonly (readonly (WordsElement | PrefixElement)[])[] }
  | { type: 'any' }
  | { type: 'gap'; max: number };

export interface WordsElement {
  type: 'words';
  /** Never empty. */
  words: readonly string[];
}

export interface PrefixElement {
  type: 'prefix';
  prefix: string;
  /** One more word that counts as beginning so: what the prefix becomes as a whole word under the profile. */
  word?: string;
}

export interface Pattern {
  elements: readonly PatternElement[];
}
