/** The occurrences of a pattern inside a scope. */
import { sortNumbers } from '../numbers.ts';
import { plainWords } from '../pattern.ts';
import { type Scope, wholeCollection } from '../scope.ts';
import type { Pattern, PhraseIndex } from '../types.ts';

/** Parallel lists, by position ascending. */
export interface Hits {
  /** Positions in the index's tokens, `ends` exclusive. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Report and paragraph number of each. */
  reports: Uint32Array;
  paragraphs: Uint32Array;
}

export function findHits(index: PhraseIndex, pattern: Pattern, scope: Scope): Hits {
  const { starts, ends } = occurrences(index, pattern, scope);
  const { table, tokenStart } = index;
  const reports = new Uint32Array(starts.length);
  const paragraphs = new Uint32Array(starts.length);
  let kept = 0;
  let paragraph = 0;
  for (let i = 0; i < starts.length; i += 1) {
    const start = starts[i]!;
    if (tokenStart[paragraph + 1]! <= start) paragraph = index.paragraphAt(start);
    const report = table.reportOf[paragraph]!;
    if (scope.reports[report] === 0 || scope.paragraphs?.[paragraph] === 0) continue;
    starts[kept] = start;
    ends[kept] = ends[i]!;
    reports[kept] = report;
    paragraphs[kept] = paragraph;
    kept += 1;
  }
  return {
    starts: starts.subarray(0, kept),
    ends: ends.subarray(0, kept),
    reports: reports.subarray(0, kept),
    paragraphs: paragraphs.subarray(0, kept),
  };
}

/** How many occurrences a scope holds; without sorting or looking at texts. */
export function countHits(index: PhraseIndex, pattern: Pattern, scope: Scope): number {
  const words = plainWords(pattern);
  if (words === null || scope.paragraphs) return findHits(index, pattern, scope).starts.length;
  const { first, end } = index.range(words);
  if (scope === wholeCollection(index.table)) return end - first;
  let count = 0;
  for (let rank = first; rank < end; rank += 1) count += scope.reports[index.reportAt[rank]!]!;
  return count;
}

function occurrences(
  index: PhraseIndex,
  pattern: Pattern,
  scope: Scope,
): { starts: Uint32Array; ends: Uint32Array } {
  const words = plainWords(pattern);
  if (words === null) return index.match(pattern);
  const { first, end } = index.range(words);
  const starts = new Uint32Array(end - first);
  let kept = 0;
  for (let rank = first; rank < end; rank += 1) {
    if (scope.reports[index.reportAt[rank]!] === 0) continue;
    starts[kept] = index.suffixes[rank]!;
    kept += 1;
  }
  const sorted = sortNumbers(starts.subarray(0, kept));
  const ends = new Uint32Array(kept);
  for (let i = 0; i < kept; i += 1) ends[i] = sorted[i]! + words.length;
  return { starts: sorted, ends };
}
