/** Patterns as queries that match every matching paragraph. */
import type { Pattern, PrefixElement, WordsElement } from '../../phrases/types.ts';
import type { AskedTerms } from '../narrowing.ts';
import { indexed, indexedPrefix } from './documents.ts';
import { any } from './words.ts';

export function termsQuery({ profile, terms }: AskedTerms): object {
  const either = (patterns: readonly Pattern[]) =>
    any(patterns.map((pattern) => allOf(partsOf(profile, pattern))));
  return allOf(terms.map(either));
}

/** A run of words. */
export function phraseQuery(field: string, words: readonly string[]): object {
  const [first] = words;
  return words.length === 1
    ? { term: { [field]: indexed(first!) } }
    : { match_phrase: { [field]: words.map(indexed).join(' ') } };
}

/** The runs that must all occur. What is between them is checked in the paragraphs found. */
function partsOf(field: string, { elements }: Pattern): object[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case 'words':
      case 'prefix':
        return [ofRun(field, element)];
      case 'alternatives':
        return [any(element.options.map((run) => allOf(run.map((part) => ofRun(field, part)))))];
      default:
        return [];
    }
  });
}

function ofRun(field: string, element: WordsElement | PrefixElement): object {
  if (element.type === 'words') return phraseQuery(field, element.words);
  const begins = { prefix: { [field]: indexedPrefix(element.prefix) } };
  return element.word === undefined ? begins : any([begins, phraseQuery(field, [element.word])]);
}

const allOf = (queries: readonly object[]): object =>
  queries.length === 1 ? queries[0]! : { bool: { filter: queries } };
