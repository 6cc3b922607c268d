/** The arrays of one profile of a segment: built entirely in memory, from the words of its reports. */

import { leastOfBlocks } from '../intervals.ts';
import { type LcpResult, longestCommonPrefixes } from '../lcp.ts';
import { type Numbers, numbersUpTo } from '../numbers.ts';
import { reportCounts } from '../report-counts.ts';
import { suffixArray } from '../suffix-array.ts';

/** The sequence whose suffixes are sorted: word id + 1 at each position, 0 after each paragraph. */
export interface TokenStream {
  words: readonly string[];
  tokens: Uint32Array;
}

export interface ProfileArrays {
  /** Positions of all tokens, sorted by the text from there to the end of their paragraph. */
  suffixes: Uint32Array;
  /** Index in `suffixes` of each position; meaningless at separators. */
  rank: Uint32Array;
  /** Number of words that neighbours in `suffixes` share; 0 at both ends, one entry more than suffixes. */
  lcp: Numbers;
  /** Minima of blocks of 64 of `lcp`, of 64 of those, and so on. */
  least: Numbers[];
  /** Number of distinct reports of each LCP interval, at its mark. */
  counts: Numbers;
  /** Report of each suffix. */
  reportAt: Numbers;
  /** First suffix of each word id; one entry more than words. */
  wordFirst: Uint32Array;
}

/**
 * Sorts a stream's suffixes and counts the reports of every repeated run. Linear in the stream's length.
 * @param startOf position of each report's first token; one entry more than reports
 */
export function buildArrays(
  { tokens, words }: TokenStream,
  startOf: Uint32Array,
  paragraphs: number,
): ProfileArrays {
  const letters = new Int32Array(tokens.buffer, tokens.byteOffset, tokens.length);
  const order = suffixArray(letters, words.length + 1);
  // Suffixes that begin with a separator come first, one for each paragraph, and are skipped.
  const suffixes = new Uint32Array(order.buffer).slice(paragraphs);
  const { lcp, rank }: LcpResult = longestCommonPrefixes(tokens, suffixes);
  const reports = startOf.length - 1;
  const reportAt = numbersUpTo(reports, suffixes.length);
  for (let report = 0; report < reports; report += 1) {
    const end = startOf[report + 1]!;
    for (let position = startOf[report]!; position < end; position += 1) {
      if (tokens[position] !== 0) reportAt[rank[position]!] = report;
    }
  }
  const counts = reportCounts(lcp, reportAt, reports);
  return {
    suffixes,
    rank,
    lcp,
    least: leastOfBlocks(lcp),
    counts,
    reportAt,
    wordFirst: firstSuffixes(tokens, words.length),
  };
}

function firstSuffixes(tokens: Uint32Array, words: number): Uint32Array {
  const firsts = new Uint32Array(words + 2);
  for (let position = 0; position < tokens.length; position += 1) firsts[tokens[position]! + 1]! += 1;
  firsts[0] = 0;
  firsts[1] = 0;
  for (let token = 1; token < firsts.length; token += 1) firsts[token]! += firsts[token - 1]!;
  return firsts.subarray(1);
}
