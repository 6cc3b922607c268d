/** Patterns as queries that match every matching paragraph. */
import type { Pattern, PrefixElement, WordsElement } from '../../phrases/types.ts';
import type { AskedMatch, AskedShare, AskedTerms } from '../narrowing.ts';
import { indexed, indexedPrefix } from './documents.ts';
import { any } from './words.ts';

export function termsQuery({ profile, terms }: AskedTerms): object {
  return allOf(terms.map((patterns) => anyPattern(profile, patterns)));
}

export function matchQuery({ without, ...asked }: AskedMatch): object {
  if (without.length === 0) return termsQuery(asked);
  return { bool: { filter: [termsQuery(asked)], must_not: [anyPattern(asked.profile, without)] } };
}

const anyPattern = (field: string, patterns: readonly Pattern[]): object =>
  any(patterns.map((pattern) => allOf(partsOf(field, pattern))));

/** Scores are what the words count for; what counts too little does not match. */
export function shareQuery({ profile, words, counted, least }: AskedShare): object {
  const should = wordsThatCount(profile, words, counted);
  const fewest = counted === 'words' ? fewestWords([...words.values()], least) : 1;
  const query = { bool: { should, minimum_should_match: fewest } };
  return fewest === least ? query : { function_score: { query, min_score: least } };
}

/** Clauses whose scores add up to what the words count for. */
export function wordsThatCount(
  field: string,
  words: AskedShare['words'],
  counted: AskedShare['counted'] = 'words',
): object[] {
  return [...words].map(([word, weight]) => {
    const term = { term: { [field]: indexed(word) } };
    // The score of a word in a counted field is its number of occurrences.
    return counted === 'occurrences' ? term : { constant_score: { filter: term, boost: weight } };
  });
}

/** With fewer words, even the heaviest do not add up to enough. */
function fewestWords(weights: number[], least: number): number {
  let sum = 0;
  let count = 0;
  for (const weight of weights.sort((a, b) => b - a)) {
    if (sum >= least) break;
    sum += weight;
    count += 1;
  }
  return Math.max(1, count);
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
