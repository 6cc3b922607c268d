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
  /** No word has this number or a greater one. */
  readonly wordCount: number;
  /** The word with a number. Numbers say nothing of the words' order. */
  word(id: number): string;
  /** The number of a word; -1 for one that no report holds, nor one that was replaced lately. */
  wordId(word: string): number;
  /** Of two different words by number: below 0 where the first one is first in code-unit order. */
  compareWords(a: number, b: number): number;
  /** Count of tokens of all paragraphs (without separators). */
  readonly tokenCount: number;
  /** Word numbers + 1 of a paragraph. Not to be changed: they may be the index's own. */
  tokensOf(paragraph: number): Int32Array;
  /** As `tokensOf` for all paragraphs of a report, a 0 after each. */
  tokensOfReport(report: number): Int32Array;
  /** Position of a paragraph's first token. */
  tokenStart(paragraph: number): number;
  /** Count of a paragraph's tokens. */
  lengthOf(paragraph: number): number;
  /** Paragraph number that holds a position. */
  paragraphAt(position: number): number;
  /** Occurrences of a plain phrase, by position ascending. Empty `words` is an error. */
  find(words: readonly string[]): Uint32Array;
  /** Count of occurrences of a plain phrase, by binary search alone. Empty `words` is an error. */
  count(words: readonly string[]): number;
  /** Numbers of the paragraphs in which a pattern occurs, ascending, each once. */
  paragraphsOf(pattern: Pattern): Uint32Array;
  /** Calls `visit` for every occurrence of a plain phrase, in no order. Empty `words` is an error. */
  eachOccurrence(words: readonly string[], visit: (paragraph: number, report: number) => void): void;
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
