/**
 * Estimates the work for a question from its parameters and from what the index counts without a search. Measured on
 * 7.5 million words: beyond these bounds an answer can take over 20 ms.
 */
import type { Profile } from 'arabic-normalizer';
import { parsePattern, plainWords } from '../phrases/index.ts';
import { compileQuery, parseQuery } from '../search/index.ts';
import { currentId } from './scope.ts';
import type { View } from './view.ts';

/** Number of occurrences whose complete answer (counts, years, neighbours, a page of lines) takes 20 ms. */
const fewOccurrences = 20_000;
/** Number of paragraphs that SQLite ranks in 20 ms. */
const fewRanked = 5000;
/** Words of a report that can be read from the store, or walked word by word, in 20 ms. */
const shortReport = 8000;

/** Answers restricted to headings read every paragraph in their scope. */
export const readsAll = ({ section }: { section?: string | undefined }): boolean => section !== undefined;

export function isLong(view: View, report: string): boolean {
  const number = view.table.reportNumber(currentId(view, report) ?? report);
  return number >= 0 && view.table.reports[number]!.words > shortReport;
}

/** Phrases with wildcards have to be searched; plain ones are counted by looking them up. @throws PhraseError */
export function occurOften(view: View, phrases: readonly string[], match: Profile): boolean {
  let sum = 0;
  for (const q of phrases) {
    const words = plainWords(parsePattern(q, match, { lexicon: view.lexicon }));
    if (words === null) return true;
    sum += view.byProfile(match).count(words);
  }
  return sum > fewOccurrences;
}

/** At most as many paragraphs match as contain the rarest term. @throws QueryError */
export function matchesMany(view: View, q: string, match: Profile): boolean {
  const index = view.byProfile(match);
  let fewest = Infinity;
  for (const { patterns, excluded } of compileQuery(parseQuery(q), match, view.lexicon)) {
    const words = patterns.map(plainWords);
    if (words.includes(null)) return true;
    const count = words.reduce((sum, each) => sum + index.count(each!), 0);
    if (!excluded) fewest = Math.min(fewest, count);
    else if (count > fewOccurrences) return true;
  }
  return fewest > fewRanked;
}
