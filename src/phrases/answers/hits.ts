/** The occurrences of a pattern inside a scope. */
import { type CollectionIndex, countsOf } from '../collection-index.ts';
import type { Hits } from '../gather.ts';
import { plainWords } from '../pattern.ts';
import { type Scope, wholeCollection } from '../scope.ts';
import type { Pattern } from '../types.ts';

export type { Hits } from '../gather.ts';

export function findHits(index: CollectionIndex, pattern: Pattern, scope: Scope): Hits {
  return index.hits(pattern, scope);
}

/** Number of occurrences in a scope, without sorting or reading texts. */
export function countHits(index: CollectionIndex, pattern: Pattern, scope: Scope): number {
  const words = plainWords(pattern);
  if (words === null || scope.paragraphs) return index.hits(pattern, scope).starts.length;
  return scope === wholeCollection(index.table) ? index.count(words) : index.countIn(words, scope);
}

/** Report number and occurrences in the scope, in report order. */
export function countsByReport(index: CollectionIndex, pattern: Pattern, scope: Scope): [number, number][] {
  const words = plainWords(pattern);
  return words === null ? countsOf(index.hits(pattern, scope)) : index.countByReport(words, scope);
}
