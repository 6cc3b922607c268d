/** The words of a query as an OpenSearch query that ranks by them. */
import type { Pattern, PatternElement, PrefixElement, WordsElement } from '../../phrases/types.ts';
import type { RankedTerms } from '../engine.ts';
import { indexed, indexedPrefix } from './documents.ts';

/** Matches every matching paragraph, and possibly others. */
export function wordsQuery({ profile, terms }: RankedTerms): object {
  return all(terms.map((patterns) => any(patterns.map((pattern) => ofPattern(profile, pattern)))));
}

function ofPattern(field: string, { elements }: Pattern): object {
  return all(elements.map((element) => ofElement(field, element)).filter((query) => query !== null));
}

/** Null for a term that any word matches. */
function ofElement(field: string, element: PatternElement): object | null {
  switch (element.type) {
    case 'words':
    case 'prefix':
      return ofRun(field, element);
    case 'alternatives':
      return any(element.options.map((run) => all(run.map((part) => ofRun(field, part)))));
    case 'any':
    case 'gap':
      return null;
  }
}

function ofRun(field: string, element: WordsElement | PrefixElement): object {
  const term = (word: string) => ({ term: { [field]: indexed(word) } });
  if (element.type === 'words') return all([...new Set(element.words)].map(term));
  const begins = { prefix: { [field]: indexedPrefix(element.prefix) } };
  return element.word === undefined ? begins : any([begins, term(element.word)]);
}

export function all(queries: readonly object[]): object {
  return queries.length === 1 ? queries[0]! : { bool: { must: queries } };
}

export function any(queries: readonly object[]): object {
  return queries.length === 1 ? queries[0]! : { bool: { should: queries, minimum_should_match: 1 } };
}
