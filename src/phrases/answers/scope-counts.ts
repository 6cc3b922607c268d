/** How many words a scope holds, and how often one word. */
import type { SuffixArrayIndex } from '../phrase-index.ts';
import { type Scope, wholeCollection } from '../scope.ts';

/** Occurrences of a token (word id + 1) in the scope. Without filters by looking it up, else by going through all. */
export function occurrencesIn(index: SuffixArrayIndex, scope: Scope, token: number): number {
  const { wordFirst, reportAt, suffixes } = index;
  const { reports, paragraphs } = scope;
  const first = wordFirst[token - 1]!;
  const end = wordFirst[token]!;
  if (scope === wholeCollection(index.table)) return end - first;
  let count = 0;
  if (paragraphs === null) for (let rank = first; rank < end; rank += 1) count += reports[reportAt[rank]!]!;
  else {
    for (let rank = first; rank < end; rank += 1) {
      if (reports[reportAt[rank]!] === 1) count += paragraphs[index.paragraphAt(suffixes[rank]!)]!;
    }
  }
  return count;
}

/** Count of tokens in the scope; the same under every profile. */
export function tokensIn({ table, tokenStart, reportTokens }: SuffixArrayIndex, scope: Scope): number {
  let count = 0;
  for (let report = 0; report < scope.reports.length; report += 1) {
    if (scope.reports[report] === 0) continue;
    if (scope.paragraphs === null) {
      count += reportTokens[report]!;
      continue;
    }
    for (let p = table.firstOf[report]!; p < table.firstOf[report + 1]!; p += 1) {
      if (scope.paragraphs[p] === 1) count += tokenStart[p + 1]! - 1 - tokenStart[p]!;
    }
  }
  return count;
}
