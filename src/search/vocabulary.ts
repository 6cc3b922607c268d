/** What suggestions need to know about a collection, wherever its index is. */
import type { Profile } from 'arabic-normalizer';
import { printedWords } from '../phrases/answers/printed.ts';
import type { PhraseView } from '../phrases/answers/view.ts';
import type { Scope } from '../phrases/scope.ts';
import type { PhraseIndex } from '../phrases/types.ts';
import { QueryMatcher } from './match.ts';
import type { CompiledTerm } from './query.ts';
import { type Correction, nearWords } from './spelling.ts';

export interface Vocabulary {
  /** Occurrences of each phrase in the whole collection. */
  counts(profile: Profile, phrases: readonly (readonly string[])[]): Promise<number[]>;
  /** Words similar to each of these folded ones, as `nearWords`. */
  near(words: readonly string[], limit: number): Promise<Correction[][]>;
  /** How each of these folded words is printed, most common form first; none for one that does not occur. */
  printed(words: readonly string[]): Promise<string[][]>;
  /** Number of paragraphs that match each query, in the scope and under the profile of the search. */
  paragraphs(queries: readonly (readonly CompiledTerm[])[]): Promise<number[]>;
}

/** From the index in the folder. */
export function vocabularyOf(view: PhraseView, match: Profile, scope: Scope): Vocabulary {
  const folded = view.byProfile('folded');
  return {
    counts: async (profile, phrases) => phrases.map((words) => view.byProfile(profile).count(words)),
    near: async (words, limit) => words.map((word) => nearWords(folded, word, limit)),
    printed: async (words) => words.map((word) => printedWords(view, folded, word)),
    paragraphs: async (queries) => queries.map((terms) => countMatches(view.byProfile(match), terms, scope)),
  };
}

/** Number of paragraphs of the scope that match. */
export function countMatches(index: PhraseIndex, terms: readonly CompiledTerm[], scope: Scope): number {
  return new QueryMatcher(index, terms).paragraphs(scope).length;
}
