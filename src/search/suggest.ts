/**
 * Corrected spellings of a query that found nothing, the same with every engine. The words around a misspelt one say
 * most about what was meant, so every correction is tried as a whole query, and only those that find something in the
 * same scope are suggested: fewest slips first, then those that find most.
 */
import { foldWord, type Profile, tokenize } from 'arabic-normalizer';
import { printedWords } from '../phrases/answers/printed.ts';
import type { Scope } from '../phrases/scope.ts';
import type { SearchView } from './answer.ts';
import { type Edit, editsOf, type QueryWord } from './edits.ts';
import { QueryError } from './errors.ts';
import { QueryMatcher } from './match.ts';
import { compileQuery, parseQuery, type Query } from './query.ts';

const MAX_SUGGESTIONS = 3;
/** Maximum number of queries tried. */
const MOST_TRIES = 400;
/**
 * Longer queries are pasted text: they do not have a single misspelt word, and trying each word would take the server's
 * time.
 */
const MOST_WORDS = 30;
/** A longer word is not a typo, not even several words written together, and could be split in too many places. */
const MOST_LETTERS = 100;
/** Maximum number of spellings of one word that are tried under `exact`. */
const MOST_SPELLINGS = 4;

/** Edits that do not overlap. */
type Change = readonly Edit[];

/** Whole queries, best first. Each finds something in the scope. */
export function suggestQueries(view: SearchView, query: Query, match: Profile, scope: Scope): string[] {
  if (query.cleaned.trim().split(/\s+/).length > MOST_WORDS) return [];
  const words = queryWords(view, query, match);
  if (words.length > MOST_WORDS || words.some(({ folded }) => folded.length > MOST_LETTERS)) return [];
  // The whole vocabulary is scanned for each word.
  view.budget?.spend(words.length * 20_000);
  const tried = new Set([query.cleaned]);
  let found: { q: string; paragraphs: number }[] = [];
  let cost = 0;
  for (const change of changesOf(view, words, match)) {
    // Corrections with more slips are tried only if nothing nearer is found.
    if (found.length > 0 && costOf(change) > cost) break;
    cost = costOf(change);
    for (const q of rewrites(view, query.cleaned, words, change, match)) {
      if (tried.has(q) || tried.size > MOST_TRIES) continue;
      tried.add(q);
      view.budget?.spend(100);
      const paragraphs = countMatches(view, q, match, scope);
      if (paragraphs > 0) found = [...found, { q, paragraphs }];
    }
  }
  return found
    .sort((a, b) => b.paragraphs - a.paragraphs)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ q }) => q);
}

/** Every word that must occur; prefixes (`*`) are left out. */
function queryWords(view: SearchView, query: Query, match: Profile): QueryWord[] {
  const asked = view.byProfile(match);
  const found: QueryWord[] = [];
  let joinable = false;
  for (const { excluded, choices } of query.terms) {
    const only = !excluded && choices.length === 1;
    for (const { text, start } of excluded ? [] : choices) {
      const under = tokenize(text, match, view.lexicon ? { lexicon: view.lexicon } : {});
      tokenize(text, 'exact').forEach((token, i) => {
        if (text[token.end] === '*') {
          joinable = false;
          return;
        }
        const place = { start: start + token.start, end: start + token.end };
        const between = query.cleaned.slice(found.at(-1)?.end ?? 0, place.start);
        found.push({
          ...place,
          folded: foldWord(token.text),
          known: asked.count([under[i]!.text]) > 0,
          joinsBefore: joinable && only && /^\s+$/.test(between),
        });
        joinable = only;
      });
    }
    if (!only) joinable = false;
  }
  return found;
}

/**
 * What may have been meant, fewest slips first. If the collection lacks some words, all of them are changed together;
 * if it has all of them, one may be a misspelling of another word.
 */
function changesOf(view: SearchView, words: readonly QueryWord[], match: Profile): Change[] {
  const index = view.byProfile('folded');
  const options = (word: QueryWord): Options => {
    const at = words.indexOf(word);
    const { folded } = word;
    // Under `exact`, another spelling of the same word is the most similar.
    const same =
      match === 'exact' && index.count([folded]) > 0
        ? [{ first: at, last: at, words: [folded], cost: 0, count: index.count([folded]) }]
        : [];
    return { at, edits: [...same, ...editsOf(index, words, at)] };
  };
  const unknown = words.filter(({ known }) => !known);
  const lists = (unknown.length > 0 ? unknown : words).map(options).filter(({ edits }) => edits.length > 0);
  const changes =
    unknown.length > 0 ? together(lists) : lists.flatMap(({ edits }) => edits.map((edit) => [edit]));
  const commonness = (change: Change) => change.reduce((sum, { count }) => sum + Math.log(count), 0);
  const weighed = changes.map((change) => ({ change, cost: costOf(change), common: commonness(change) }));
  return weighed.sort((a, b) => a.cost - b.cost || b.common - a.common).map(({ change }) => change);
}

const costOf = (change: Change): number => change.reduce((sum, { cost }) => sum + cost, 0);

interface Options {
  /** Index of the word. */
  at: number;
  /** Best first, never empty. */
  edits: readonly Edit[];
}

/** One edit for each word, none changing a word twice; if there are many, only the best for each. */
function together(lists: readonly Options[]): Change[] {
  if (lists.length === 0) return [];
  const each = Math.max(1, Math.floor(MOST_TRIES ** (1 / lists.length)));
  let changes: Change[] = [[]];
  for (const { at, edits } of lists) {
    changes = changes.flatMap((change) => {
      const done = change.at(-1)?.last ?? -1;
      // If it was joined to the previous word, it is settled.
      if (done >= at) return [change];
      const rest = edits.filter(({ first }) => first > done).slice(0, each);
      return rest.map((edit) => [...change, edit]);
    });
  }
  return changes;
}

/** The query with the words as printed: in the most common way, and under `exact` in other ways too. */
function rewrites(
  view: SearchView,
  q: string,
  words: readonly QueryWord[],
  change: Change,
  match: Profile,
): string[] {
  const index = view.byProfile('folded');
  const spellings = match === 'exact' ? MOST_SPELLINGS : 1;
  return Array.from({ length: spellings }, (_, nth) => {
    let result = q;
    for (const { first, last, words: instead } of change.toReversed()) {
      const printed = instead.map((word) => {
        const forms = printedWords(view, index, word);
        return forms[Math.min(nth, forms.length - 1)] ?? word;
      });
      result = result.slice(0, words[first]!.start) + printed.join(' ') + result.slice(words[last]!.end);
    }
    return result;
  });
}

function countMatches(view: SearchView, q: string, match: Profile, scope: Scope): number {
  try {
    const terms = compileQuery(parseQuery(q), match, view.lexicon);
    return new QueryMatcher(view.byProfile(match), terms).paragraphs(scope).length;
  } catch (error) {
    // A correction that is not a valid query is dropped.
    if (error instanceof QueryError) return 0;
    throw error;
  }
}
