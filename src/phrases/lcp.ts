/**
 * Longest common prefixes of neighbours in the suffix array, in tokens and never past a paragraph's end, by the
 * Φ-algorithm: Kärkkäinen, Manzini and Puglisi, "Permuted Longest-Common-Prefix Array" (CPM 2009).
 */
import { type Numbers, numbersUpTo } from './numbers.ts';

export interface LcpResult {
  /** `lcp[i]` is between `suffixes[i - 1]` and `suffixes[i]`; 0 at both ends, one entry more than suffixes. */
  lcp: Numbers;
  /** Index in `suffixes` of each position; meaningless at separators. */
  rank: Uint32Array;
}

/** `suffixes` are the positions of all tokens other than 0, in suffix order. */
export function longestCommonPrefixes(tokens: Uint32Array, suffixes: Uint32Array): LcpResult {
  const shared = new Uint32Array(tokens.length);
  const none = 0xffffffff;
  if (suffixes.length > 0) shared[suffixes[0]!] = none;
  for (let i = 1; i < suffixes.length; i += 1) shared[suffixes[i]!] = suffixes[i - 1]!;
  let length = 0;
  let longest = 0;
  for (let position = 0; position < tokens.length; position += 1) {
    const before = shared[position]!;
    if (tokens[position] === 0 || before === none) {
      length = 0;
    } else {
      let p = position + length;
      let q = before + length;
      while (tokens[p] !== 0 && tokens[p] === tokens[q]) {
        p += 1;
        q += 1;
      }
      length = p - position;
    }
    shared[position] = length;
    if (length > longest) longest = length;
    if (length > 0) length -= 1;
  }
  const lcp = numbersUpTo(longest, suffixes.length + 1);
  for (let i = 0; i < suffixes.length; i += 1) lcp[i] = shared[suffixes[i]!]!;
  const rank = shared;
  for (let i = 0; i < suffixes.length; i += 1) rank[suffixes[i]!] = i;
  return { lcp, rank };
}
