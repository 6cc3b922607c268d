/** Number of words in a scope, and occurrences of one word. */
import type { CollectionIndex } from '../collection-index.ts';
import { type Scope, wholeCollection } from '../scope.ts';

/** Occurrences of a word in the scope: without filters by looking it up, otherwise by going through all of them. */
export function occurrencesIn(index: CollectionIndex, scope: Scope, word: string): number {
  if (scope === wholeCollection(index.table)) return index.count([word]);
  const { paragraphs } = scope;
  if (paragraphs === null) return index.countIn([word], scope);
  let count = 0;
  index.eachOccurrence([word], (paragraph, report) => {
    if (scope.reports[report] === 1) count += paragraphs[paragraph]!;
  });
  return count;
}

/** Number of tokens in the scope; the same under every profile. */
export function tokensIn({ table }: CollectionIndex, scope: Scope): number {
  let count = 0;
  for (let report = 0; report < scope.reports.length; report += 1) {
    if (scope.reports[report] === 0) continue;
    if (scope.paragraphs === null) {
      count += table.reportTokens[report]!;
      continue;
    }
    for (let p = table.firstOf[report]!; p < table.firstOf[report + 1]!; p += 1) {
      if (scope.paragraphs[p] === 1) count += table.lengthOf(p);
    }
  }
  return count;
}
