/** The phrase index's interface: token ids of a whole collection at one epoch, under one profile. */
import type { Profile } from 'arabic-normalizer';
import type { ParagraphKind, Report } from '../report/index.ts';

/** The paragraphs of a collection at one epoch; the same for all profiles. Numbers, not objects, so it scales. */
export interface ParagraphTable {
  readonly epoch: number;
  /** In `StoreReader.reports()` order; a report's place here is its *report number*. */
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
  reportNumber(reportId: string): number;
  kind(paragraph: number): ParagraphKind;
}

/** A run of tokens: positions into `tokens`, `end` exclusive. */
export interface Occurrence {
  start: number;
  end: number;
}

export interface PhraseIndex {
  readonly profile: Profile;
  readonly table: ParagraphTable;
  /** Count of distinct words; a *word id* is 0…wordCount-1. */
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
  /** Paragraph number that holds a position (binary search). */
  paragraphAt(position: number): number;
  /** Occurrences of a plain phrase, by position ascending. Empty `words` is an error. */
  find(words: readonly string[]): Uint32Array;
  /** Count of occurrences of a plain phrase, by binary search alone. */
  count(words: readonly string[]): number;
  /** Occurrences of a pattern, one per starting position and the shortest from there, by position ascending. */
  match(pattern: Pattern): { starts: Uint32Array; ends: Uint32Array };
}

/**
 * A phrase with wildcards, already tokenised under the index's profile: `words` any one of these; `prefix` any word
 * that begins so; `any` exactly one word (`*`); `gap` none to five words (`...`).
 */
export type PatternElement =
  | { type: 'words'; words: readonly string[] }
  | { type: 'alternatives'; options: readonly (readonly string[])[] }
  | { type: 'prefix'; prefix: string }
  | { type: 'any' }
  | { type: 'gap'; max: number };

export interface Pattern {
  elements: readonly PatternElement[];
}
