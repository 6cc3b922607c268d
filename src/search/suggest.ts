/**
 * Corrected spellings of a query that found nothing, the same with every engine. The words around a misspelt one say
 * most about what was meant, so every correction is tried as a whole query, and only those that find something in the
 * same scope are suggested: fewest slips first, then those that find most.
 */
import { foldWord, type Lexicon, type Profile, tokenize } from 'arabic-normalizer';
import { type Budget, unlimited } from '../phrases/budget.ts';
import { type Edit, editsOf, type QueryWord } from './edits.ts';
import { QueryError } from './errors.ts';
import { type CompiledTerm, compileQuery, parseQuery, type Query } from './query.ts';
import { slices } from './slices.ts';
import type { Vocabulary } from './vocabulary.ts';

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
/** Number of changes tried at once. */
const atOnce = 100;

export interface Suggesting {
  match: Profile;
  lexicon?: Lexicon | undefined;
  budget?: Budget | undefined;
}

/** Edits that do not overlap. */
type Change = readonly Edit[];

/** Whole queries, best first. Each finds something in the scope. */
export async function suggestQueries(
  vocabulary: Vocabulary,
  query: Query,
  { match, lexicon, budget = unlimited }: Suggesting,
): Promise<string[]> {
  if (query.cleaned.trim().split(/\s+/).length > MOST_WORDS) return [];
  const words = wordsOf(query, match, lexicon);
  if (words.length > MOST_WORDS || words.some(({ folded }) => folded.length > MOST_LETTERS)) return [];
  // The whole vocabulary is scanned for each word.
  budget.spend(words.length * 20_000);
  const changes = await changesOf(vocabulary, await known(vocabulary, words, match), match);
  const tried = new Set([query.cleaned]);
  const found: { change: Change; nth: number; paragraphs: number }[] = [];
  for (const same of byCost(changes)) {
    for (const some of slices(same, atOnce)) {
      if (tried.size > MOST_TRIES) break;
      const attempts: { change: Change; nth: number; terms: CompiledTerm[] }[] = [];
      // Only under `exact` does it matter how words are printed.
      const printed = match === 'exact' ? await printedIn(vocabulary, some) : null;
      for (const change of some) {
        for (let nth = 0; nth < (printed ? MOST_SPELLINGS : 1); nth += 1) {
          const q = rewritten(
            query.cleaned,
            words,
            change,
            (word) => nthForm(printed?.get(word), nth) ?? word,
          );
          if (tried.has(q) || tried.size > MOST_TRIES) continue;
          tried.add(q);
          const terms = compiled(q, match, lexicon);
          if (terms) attempts.push({ change, nth, terms });
        }
      }
      budget.spend(100 * attempts.length);
      const counts = await vocabulary.paragraphs(attempts.map(({ terms }) => terms));
      for (const [i, { change, nth }] of attempts.entries())
        if (counts[i]! > 0) found.push({ change, nth, paragraphs: counts[i]! });
    }
    // Corrections with more slips are tried only if nothing nearer is found.
    if (found.length > 0) break;
  }
  const best = found.sort((a, b) => b.paragraphs - a.paragraphs).slice(0, MAX_SUGGESTIONS);
  const printed = await printedIn(
    vocabulary,
    best.map(({ change }) => change),
  );
  return best.map(({ change, nth }) =>
    rewritten(query.cleaned, words, change, (word) => nthForm(printed.get(word), nth) ?? word),
  );
}

/** A word of a query, and its tokens' text under the profile. */
type AskedWord = Omit<QueryWord, 'known'> & { under: string };

/** Every word that must occur; prefixes (`*`) are left out. */
function wordsOf(query: Query, match: Profile, lexicon: Lexicon | undefined): AskedWord[] {
  const found: AskedWord[] = [];
  let joinable = false;
  for (const { excluded, choices } of query.terms) {
    const only = !excluded && choices.length === 1;
    for (const { text, start } of excluded ? [] : choices) {
      const under = tokenize(text, match, lexicon ? { lexicon } : {});
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
          under: under[i]!.text,
          joinsBefore: joinable && only && /^\s+$/.test(between),
        });
        joinable = only;
      });
    }
    if (!only) joinable = false;
  }
  return found;
}

async function known(
  vocabulary: Vocabulary,
  words: readonly AskedWord[],
  match: Profile,
): Promise<QueryWord[]> {
  const counts = await vocabulary.counts(
    match,
    words.map(({ under }) => [under]),
  );
  return words.map((word, i) => ({ ...word, known: counts[i]! > 0 }));
}

/**
 * What may have been meant, fewest slips first. If the collection lacks some words, all of them are changed together;
 * if it has all of them, one may be a misspelling of another word.
 */
async function changesOf(
  vocabulary: Vocabulary,
  words: readonly QueryWord[],
  match: Profile,
): Promise<Change[]> {
  const unknown = words.filter((word) => !word.known);
  const asked = unknown.length > 0 ? unknown : words;
  const places = asked.map((word) => words.indexOf(word));
  const near = await editsOf(vocabulary, words, places);
  // Under `exact`, another spelling of the same word is the most similar.
  const own = match === 'exact' ? await ownSpellings(vocabulary, words, places) : [];
  const lists = places
    .map((at, i): Options => ({ at, edits: [...(own[i] ?? []), ...near[i]!] }))
    .filter(({ edits }) => edits.length > 0);
  const changes =
    unknown.length > 0 ? together(lists) : lists.flatMap(({ edits }) => edits.map((edit) => [edit]));
  const commonness = (change: Change) => change.reduce((sum, { count }) => sum + Math.log(count), 0);
  const weighed = changes.map((change) => ({ change, cost: costOf(change), common: commonness(change) }));
  return weighed.sort((a, b) => a.cost - b.cost || b.common - a.common).map(({ change }) => change);
}

async function ownSpellings(
  vocabulary: Vocabulary,
  words: readonly QueryWord[],
  places: readonly number[],
): Promise<Edit[][]> {
  const own = places.map((at) => [words[at]!.folded]);
  const counts = await vocabulary.counts('folded', own);
  return places.map((at, i) =>
    counts[i]! > 0 ? [{ first: at, last: at, words: own[i]!, cost: 0, count: counts[i]! }] : [],
  );
}

/** Changes with equally many slips together. */
function byCost(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const [i, change] of changes.entries()) {
    if (i === 0 || costOf(change) > costOf(changes[i - 1]!)) groups.push([]);
    groups.at(-1)!.push(change);
  }
  return groups;
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

/** The query with other words in the changed places. */
function rewritten(
  q: string,
  words: readonly Pick<QueryWord, 'start' | 'end'>[],
  change: Change,
  print: (word: string) => string,
): string {
  let result = q;
  for (const { first, last, words: instead } of change.toReversed())
    result =
      result.slice(0, words[first]!.start) + instead.map(print).join(' ') + result.slice(words[last]!.end);
  return result;
}

/** The forms of all words of these changes, most common first. */
async function printedIn(
  vocabulary: Vocabulary,
  changes: readonly Change[],
): Promise<Map<string, readonly string[]>> {
  const words = [...new Set(changes.flat().flatMap((edit) => edit.words))];
  const printed = await vocabulary.printed(words);
  return new Map(words.map((word, i) => [word, printed[i]!]));
}

const nthForm = (forms: readonly string[] = [], nth: number): string | undefined =>
  forms[Math.min(nth, forms.length - 1)];

/** Null for a correction that is not a valid query. */
function compiled(q: string, match: Profile, lexicon: Lexicon | undefined): CompiledTerm[] | null {
  try {
    return compileQuery(parseQuery(q), match, lexicon);
  } catch (error) {
    if (error instanceof QueryError) return null;
    throw error;
  }
}
