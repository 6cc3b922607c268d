/**
 * The index of a changed collection from the one before. Suffixes end with their paragraph, so the order of those
 * that stay does not depend on what comes or goes: the suffixes of the fresh reports are sorted among themselves and
 * put in their places, and only the common prefixes beside them are new. A few passes over the arrays, no sorting.
 */
import type { Lexicon, Profile } from 'arabic-normalizer';
import { type Numbers, numbersUpTo } from '../numbers.ts';
import { firstSuffixes, type IndexArrays } from '../phrase-index.ts';
import { reportCounts } from '../report-counts.ts';
import { suffixArray } from '../suffix-array.ts';
import type { Change } from './change.ts';
import { type OldTokens, renumber } from './renumber.ts';

export interface Merged {
  words: string[];
  arrays: IndexArrays;
}

export function mergeChange(
  old: IndexArrays & OldTokens,
  change: Change,
  profile: Profile,
  lexicon: Lexicon | undefined,
): Merged {
  const { words, tokens } = renumber(old, change, profile, lexicon);
  const kept = keptSuffixes(old, change, tokens.length - change.table.count);
  const fresh = freshSuffixes(change, tokens, words.length);
  const total = kept.count + fresh.order.length;
  const suffixes = new Uint32Array(total);
  const longest = Math.max(old.lcp instanceof Uint16Array ? 65535 : 65536, fresh.longest);
  const lcp = numbersUpTo(longest, total + 1);
  const reportAt = numbersUpTo(change.table.reports.length, total);
  let from = 0;
  let out = 0;
  const copyUntil = (end: number) => {
    suffixes.set(kept.suffixes.subarray(from, end), out);
    lcp.set(kept.lcp.subarray(from, end), out);
    reportAt.set(kept.reportAt.subarray(from, end), out);
    out += end - from;
    from = end;
  };
  for (let i = 0; i < fresh.order.length; i += 1) {
    copyUntil(placeAmong(kept.suffixes, kept.count, from, tokens, fresh.order[i]!));
    suffixes[out] = fresh.order[i]!;
    reportAt[out] = fresh.reportAt[i]!;
    out += 1;
  }
  copyUntil(kept.count);
  const rank = new Uint32Array(tokens.length);
  for (let i = 0; i < total; i += 1) rank[suffixes[i]!] = i;
  fillPrefixes(change, tokens, suffixes, rank, lcp);
  const counts = reportCounts(lcp, reportAt, change.table.reports.length);
  const wordFirst = firstSuffixes(tokens, words.length);
  return { words, arrays: { tokens, suffixes, rank, lcp, counts, reportAt, wordFirst } };
}

interface Kept {
  suffixes: Uint32Array;
  lcp: Numbers;
  reportAt: Numbers;
  count: number;
}

/** The old suffixes of the reports that stay, at their new positions; a gap's common prefix is the least in it. */
function keptSuffixes(old: IndexArrays & OldTokens, { table, tokenStart, to }: Change, most: number): Kept {
  const shift = Int32Array.from(to, (number, report) =>
    number < 0 ? 0 : tokenStart[table.firstOf[number]!]! - old.tokenStart[old.firstOf[report]!]!,
  );
  const suffixes = new Uint32Array(most);
  const lcp = old.lcp instanceof Uint16Array ? new Uint16Array(most) : new Uint32Array(most);
  const reportAt = numbersUpTo(table.reports.length, most);
  const none = 0xffffffff;
  let count = 0;
  let least = 0;
  for (let i = 0; i < old.suffixes.length; i += 1) {
    const shared = old.lcp[i]!;
    if (shared < least) least = shared;
    const report = old.reportAt[i]!;
    const number = to[report]!;
    if (number < 0) continue;
    suffixes[count] = old.suffixes[i]! + shift[report]!;
    lcp[count] = least;
    reportAt[count] = number;
    count += 1;
    least = none;
  }
  return { suffixes, lcp, reportAt, count };
}

interface Fresh {
  /** Positions in the new tokens, in suffix order. */
  order: Uint32Array;
  reportAt: Uint32Array;
  /** Length of the longest paragraph. */
  longest: number;
}

function freshSuffixes({ table, tokenStart, fresh }: Change, tokens: Uint32Array, words: number): Fresh {
  const range = (report: number) =>
    [tokenStart[table.firstOf[report]!]!, tokenStart[table.firstOf[report + 1]!]!] as const;
  let length = 0;
  let paragraphs = 0;
  let longest = 0;
  for (const each of fresh) {
    const [start, end] = range(each.report);
    length += end - start;
    paragraphs += each.paragraphs.length;
    for (const list of each.paragraphs) if (list.length > longest) longest = list.length;
  }
  const letters = new Int32Array(length);
  const positions = new Uint32Array(length);
  const reports = new Uint32Array(length);
  let at = 0;
  for (const { report } of fresh) {
    const [start, end] = range(report);
    for (let position = start; position < end; position += 1, at += 1) {
      letters[at] = tokens[position]!;
      positions[at] = position;
      reports[at] = report;
    }
  }
  const order = suffixArray(letters, words + 1).subarray(paragraphs);
  return {
    order: Uint32Array.from(order, (place) => positions[place]!),
    reportAt: Uint32Array.from(order, (place) => reports[place]!),
    longest,
  };
}

/** The first kept suffix that is not before the one at `position`; equal ones come after it. */
function placeAmong(
  kept: Uint32Array,
  count: number,
  from: number,
  tokens: Uint32Array,
  position: number,
): number {
  let low = from;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    let p = kept[middle]!;
    let q = position;
    while (tokens[p] === tokens[q] && tokens[p] !== 0) {
      p += 1;
      q += 1;
    }
    if (tokens[p]! < tokens[q]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Common prefixes of each fresh suffix with its neighbours. As in Kasai's algorithm a position shares with its
 * neighbour at least what the position before shares with its own, less one: fresh suffixes keep the order of their
 * one suffix array among themselves and stand before equal kept ones, so the neighbours' next suffixes lie in order.
 */
function fillPrefixes(
  { table, tokenStart, fresh }: Change,
  tokens: Uint32Array,
  suffixes: Uint32Array,
  rank: Uint32Array,
  lcp: Numbers,
): void {
  const sharedFrom = (position: number, other: number | undefined, least: number): number => {
    if (other === undefined) return 0;
    let shared = least;
    while (tokens[position + shared] !== 0 && tokens[position + shared] === tokens[other + shared])
      shared += 1;
    return shared;
  };
  for (const { report } of fresh) {
    const end = tokenStart[table.firstOf[report + 1]!]!;
    let before = 0;
    let after = 0;
    for (let position = tokenStart[table.firstOf[report]!]!; position < end; position += 1) {
      if (tokens[position] === 0) {
        before = 0;
        after = 0;
        continue;
      }
      const i = rank[position]!;
      before = sharedFrom(position, i === 0 ? undefined : suffixes[i - 1], before);
      after = sharedFrom(position, suffixes[i + 1], after);
      lcp[i] = before;
      lcp[i + 1] = after;
      before = Math.max(0, before - 1);
      after = Math.max(0, after - 1);
    }
  }
}
