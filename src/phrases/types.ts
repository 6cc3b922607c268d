/** The phrase index's interface: token ids of a whole collection at one epoch, under one profile. */
import type { Profile } from 'arabic-normalizer';
import type { StoreReader } from '../store/types.ts';
import type { ParagraphTable } from './table.ts';

/** The part of the store that an index is built from. */
export type ScannedReader = Pick<StoreReader, 'epoch' | 'countedReports' | 'scanReport'>;

/** The part of the store that answers take texts from. */
export type TextReader = Pick<StoreReader, 'textByRow'>;

/** A run of tokens, `end` exclusive. */
export interface Occurrence {
  start: number;
  end: number;
}

export interface PhraseIndex {
  readonly profile: Profile;
  readonly table: ParagraphTable;
  /** All word numbers are below this one. */
  readonly wordCount: number;
  /** The word with this number. Numbers do not imply an order of the words. */
  word(id: number): string;
  /** The number of a word; -1 for one that is in no report, or only in one that was recently replaced. */
  wordId(word: string): number;
  /** Compares two different words by number: negative if the first one is first in code-unit order. */
  compareWords(a: number, b: number): number;
  /** Number of tokens of all paragraphs (without separators). */
  readonly tokenCount: number;
  /** Word numbers + 1 of a paragraph. Do not modify: the array may belong to the index. */
  tokensOf(paragraph: number): Int32Array;
  /** As `tokensOf` for all paragraphs of a report, a 0 after each. */
  tokensOfReport(report: number): Int32Array;
  /** Position of a paragraph's first token. */
  tokenStart(paragraph: number): number;
  /** Count of a paragraph's tokens. */
  lengthOf(paragraph: number): number;
  /** Paragraph number that contains a position. */
  paragraphAt(position: number): number;
  /** Occurrences of a plain phrase, by position ascending. Empty `words` is an error. */
  find(words: readonly string[]): Uint32Array;
  /** Number of occurrences of a plain phrase, by binary search only. Empty `words` is an error. */
  count(words: readonly string[]): number;
  /** Numbers of the paragraphs in which a pattern occurs, ascending, each once. */
  paragraphsOf(pattern: Pattern): Uint32Array;
  /** Calls `visit` for every occurrence of a plain phrase, in any order. Empty `words` is an error. */
  eachOccurrence(words: readonly string[], visit: (paragraph: number, report: number) => void): void;
  /** Occurrences of a pattern, the shortest one from each starting position, by position ascending. */
  match(pattern: Pattern): { starts: Uint32Array; ends: Uint32Array };
}

/**
 * A phrase with wildcards, already tokenised under the index's profile. Elements match consecutive tokens: `words` this
 * run of words; `prefix` one word that begins like this; `any` exactly one word (`*`); `gap` zero to `max` words
 * (`...`); `alternatives` any one of its runs.
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
  /** One more word that counts as a match: what the prefix becomes as a whole word under the profile. */
  word?: string;
}

export interface Pattern {
  elements: readonly PatternElement[];
}
