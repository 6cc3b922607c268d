/** The phrase index of one profile: a suffix array over word ids, and what is precomputed over it. */
import type { Lexicon, Profile } from 'arabic-normalizer';
import { PhraseError } from './errors.ts';
import { LcpIntervals } from './intervals.ts';
import { longestCommonPrefixes } from './lcp.ts';
import { matchPattern } from './match.ts';
import { type Numbers, numbersUpTo, sortNumbers } from './numbers.ts';
import { reportCounts } from './report-counts.ts';
import { suffixArray } from './suffix-array.ts';
import type { ScannedCollection, TokenStream } from './token-stream.ts';
import { scanCollection, underProfile } from './token-stream.ts';
import type { ParagraphTable, Pattern, PhraseIndex, RankRange, ScannedReader } from './types.ts';
import { Vocabulary } from './vocabulary.ts';

/** What is built, kept and loaded: everything else is derived from it. */
export interface IndexArrays {
  tokens: Uint32Array;
  suffixes: Uint32Array;
  rank: Uint32Array;
  lcp: Numbers;
  /** Distinct reports of each LCP interval, at its mark. */
  counts: Numbers;
  reportAt: Numbers;
  /** First suffix of each word id; one entry more than words. */
  wordFirst: Uint32Array;
}

/** Sorts a stream's suffixes and counts the reports of every run that repeats. Linear in the stream's length. */
export function buildArrays(stream: TokenStream, table: ParagraphTable): IndexArrays {
  const { tokens, tokenStart, words } = stream;
  const letters = new Int32Array(tokens.buffer, tokens.byteOffset, tokens.length);
  const order = suffixArray(letters, words.length + 1);
  // Suffixes that begin with a separator come first, one for each paragraph, and say nothing.
  const suffixes = new Uint32Array(order.buffer).slice(table.count);
  const { lcp, rank } = longestCommonPrefixes(tokens, suffixes);
  const reportAt = numbersUpTo(table.reports.length, suffixes.length);
  for (let report = 0; report < table.reports.length; report += 1) {
    const end = tokenStart[table.firstOf[report + 1]!]!;
    for (let position = tokenStart[table.firstOf[report]!]!; position < end; position += 1) {
      if (tokens[position] !== 0) reportAt[rank[position]!] = report;
    }
  }
  const counts = reportCounts(lcp, reportAt, table.reports.length);
  return { tokens, suffixes, rank, lcp, counts, reportAt, wordFirst: firstSuffixes(tokens, words.length) };
}

/**
 * The index of a store's collection, or of one already scanned. `lexicon` is used by `stem` only.
 * Every answer is exact: nothing is sampled and no length is limited.
 */
export function buildPhraseIndex(
  source: ScannedReader | ScannedCollection,
  profile: Profile,
  options: { lexicon?: Lexicon | undefined } = {},
): SuffixArrayIndex {
  const scanned = 'exact' in source ? source : scanCollection(source);
  const stream = underProfile(scanned.exact, profile, options.lexicon);
  const vocabulary = new Vocabulary(stream.words);
  const arrays = buildArrays(stream, scanned.table);
  return new SuffixArrayIndex(profile, scanned.table, vocabulary, stream.tokenStart, arrays);
}

export class SuffixArrayIndex implements PhraseIndex {
  readonly profile: Profile;
  readonly table: ParagraphTable;
  readonly tokens: Uint32Array;
  readonly tokenStart: Uint32Array;
  readonly suffixes: Uint32Array;
  readonly rank: Uint32Array;
  readonly reportAt: Numbers;
  readonly reportTokens: Uint32Array;
  readonly intervals: LcpIntervals;
  readonly counts: Numbers;
  readonly vocabulary: Vocabulary;
  readonly wordFirst: Uint32Array;
  /** Paragraph of every 64th position. */
  private readonly paragraphOf64: Uint32Array;

  constructor(
    profile: Profile,
    table: ParagraphTable,
    vocabulary: Vocabulary,
    tokenStart: Uint32Array,
    arrays: IndexArrays,
  ) {
    this.profile = profile;
    this.table = table;
    this.vocabulary = vocabulary;
    this.tokenStart = tokenStart;
    this.tokens = arrays.tokens;
    this.suffixes = arrays.suffixes;
    this.rank = arrays.rank;
    this.reportAt = arrays.reportAt;
    this.counts = arrays.counts;
    this.intervals = new LcpIntervals(arrays.lcp);
    this.reportTokens = table.reports.reduce((counts, _, report) => {
      const first = table.firstOf[report]!;
      const end = table.firstOf[report + 1]!;
      counts[report] = tokenStart[end]! - tokenStart[first]! - (end - first);
      return counts;
    }, new Uint32Array(table.reports.length));
    this.wordFirst = arrays.wordFirst;
    this.paragraphOf64 = everySixtyFourth(tokenStart, this.tokens.length);
  }

  get wordCount(): number {
    return this.vocabulary.words.length;
  }

  get tokenCount(): number {
    return this.suffixes.length;
  }

  word(id: number): string {
    const word = this.vocabulary.words[id];
    if (word === undefined) throw new RangeError(`no word has the id ${id}`);
    return word;
  }

  wordId(word: string): number {
    return this.vocabulary.id(word);
  }

  wordsWithPrefix(prefix: string): Uint32Array {
    const { first, end } = this.vocabulary.prefixRange(prefix);
    return Uint32Array.from({ length: end - first }, (_, i) => first + i);
  }

  paragraphAt(position: number): number {
    let paragraph = this.paragraphOf64[position >>> 6]!;
    while (this.tokenStart[paragraph + 1]! <= position) paragraph += 1;
    return paragraph;
  }

  range(words: readonly string[]): RankRange {
    if (words.length === 0) throw new PhraseError('empty_phrase', 'the phrase holds no word');
    const none = { first: 0, end: 0 };
    const ids = new Uint32Array(words.length);
    for (let i = 0; i < words.length; i += 1) {
      const id = this.vocabulary.id(words[i]!);
      if (id < 0) return none;
      ids[i] = id + 1;
    }
    return this.rangeOfIds(ids);
  }

  /** As `range`, for tokens (word id + 1 each). */
  rangeOfIds(ids: Uint32Array): RankRange {
    const id = ids[0]! - 1;
    const low = this.wordFirst[id]!;
    const high = this.wordFirst[id + 1]!;
    if (ids.length === 1) return { first: low, end: high };
    const first = this.bound(ids, low, high, 0);
    return { first, end: this.bound(ids, first, high, 1) };
  }

  find(words: readonly string[]): Uint32Array {
    const { first, end } = this.range(words);
    return sortNumbers(this.suffixes.slice(first, end));
  }

  count(words: readonly string[]): number {
    const { first, end } = this.range(words);
    return end - first;
  }

  match(pattern: Pattern): { starts: Uint32Array; ends: Uint32Array } {
    return matchPattern(this, pattern);
  }

  /** First rank whose suffix compares to the phrase with at least `sign`: 0 begins with it, 1 comes after it. */
  private bound(ids: Uint32Array, from: number, to: number, sign: number): number {
    const { tokens, suffixes } = this;
    const length = ids.length;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = suffixes[middle]!;
      let i = 1;
      // A paragraph's end, 0, is unlike every word and ends the comparison.
      while (i < length && tokens[start + i] === ids[i]) i += 1;
      const order = i === length ? 0 : tokens[start + i]! < ids[i]! ? -1 : 1;
      if (order < sign) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** `wordFirst` of a collection's tokens. */
export function firstSuffixes(tokens: Uint32Array, words: number): Uint32Array {
  const firsts = new Uint32Array(words + 2);
  for (let position = 0; position < tokens.length; position += 1) firsts[tokens[position]! + 1]! += 1;
  firsts[0] = 0;
  firsts[1] = 0;
  for (let token = 1; token < firsts.length; token += 1) firsts[token]! += firsts[token - 1]!;
  return firsts.subarray(1);
}

function everySixtyFourth(tokenStart: Uint32Array, length: number): Uint32Array {
  const paragraphs = new Uint32Array((length >>> 6) + 1);
  let paragraph = 0;
  for (let block = 0; block < paragraphs.length; block += 1) {
    while (paragraph + 2 < tokenStart.length && tokenStart[paragraph + 1]! <= block << 6) paragraph += 1;
    paragraphs[block] = paragraph;
  }
  return paragraphs;
}
