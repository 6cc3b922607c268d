/** The words directly before and after a phrase, counted and, on request, weighted. */

import type { CollectionIndex } from '../collection-index.ts';
import { wholeNumber } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Hits } from './hits.ts';
import { logLikelihood } from './log-likelihood.ts';
import { formCount, printedForm, wordOfForm } from './printed.ts';
import { occurrencesIn, tokensIn } from './scope-counts.ts';
import type { PhraseView } from './view.ts';

/** `count`: most frequent first. `association`: strongest association with the phrase first. */
export type NeighbourOrder = 'count' | 'association';

export interface Neighbour {
  /**
   * In its most common printed form in this position; among equally common forms, the most common in the collection.
   */
  word: string;
  /** Occurrences of the phrase with this word in that position, in any spelling under the profile. */
  count: number;
  /**
   * Log-likelihood ratio G² (Dunning 1993) of the word in this position against the rest of the scope; negative if it
   * is rarer here than elsewhere. Only with the order `association`: in a narrowed scope it costs more than the counts.
   */
  association?: number;
}

export interface Neighbours {
  before: Neighbour[];
  after: Neighbour[];
}

/** At most `most` on each side. A paragraph's edge is not a word. */
export function neighbours(
  view: PhraseView,
  index: CollectionIndex,
  scope: Scope,
  hits: Hits,
  options: { most?: number | undefined; order?: NeighbourOrder | undefined } = {},
): Neighbours {
  const most = wholeNumber(options.most ?? 20, 0, 'neighbours');
  const exact = view.byProfile('exact');
  const side = (places: () => Uint32Array, forms: Uint32Array) => {
    const top =
      options.order === 'association'
        ? weighed(index, exact, scope, forms, places()).sort(byAssociation(index))
        : countedWords(index, exact, forms, most).sort(byCount(index));
    return top.slice(0, most).map(({ form, count, association }) => ({
      word: printedForm(view, form),
      count,
      ...(association === undefined ? {} : { association }),
    }));
  };
  const { before, after } = formsAround(exact, hits);
  return {
    before: side(() => hits.starts, before),
    after: side(() => hits.ends, after),
  };
}

/** The exact words (+ 1; 0 for a paragraph's edge) directly before and after each hit. */
function formsAround(
  exact: CollectionIndex,
  { starts, ends, reports }: Hits,
): { before: Uint32Array; after: Uint32Array } {
  const { table } = exact;
  const [before, after] = [new Uint32Array(starts.length), new Uint32Array(starts.length)];
  for (let i = 0, next = 0; i < starts.length; i = next) {
    const report = reports[i]!;
    const place = table.segmentOf[report]!;
    const { tokens } = exact.parts[place]!.index;
    const shift = table.shiftOf(report);
    // Both sides in one pass: fetching an occurrence's surroundings from memory, which takes most of the time, is done
    // once.
    for (; next < starts.length && reports[next] === report; next += 1) {
      const left = tokens.at(starts[next]! - shift - 1);
      const right = tokens.at(ends[next]! - shift);
      if (left > 0) before[next] = exact.sharedId(place, left - 1) + 1;
      if (right > 0) after[next] = exact.sharedId(place, right - 1) + 1;
    }
  }
  return { before, after };
}

interface Counted {
  /** Word number + 1. */
  token: number;
  count: number;
  /** The most common exact form here, + 1. */
  form: number;
  association?: number;
}

/** Among equally frequent words, in code-unit order. */
const byCount = (index: CollectionIndex) => (a: Counted, b: Counted) =>
  b.count - a.count || index.compareWords(a.token - 1, b.token - 1);

const byAssociation = (index: CollectionIndex) => {
  const alike = byCount(index);
  return (a: Counted, b: Counted) => b.association! - a.association! || alike(a, b);
};

/** Counts by exact token and by word, all zero between calls: allocating arrays would cost more than the counting. */
let ofForm = new Uint32Array(0);
let ofWord = new Uint32Array(0);
/** The most common exact form of each word that has been counted. */
let bestForm = new Uint32Array(0);

/** Exact tokens (0 for none) as words of the index, in any order; of more than `most` only as many as may be listed. */
function countedWords(
  index: CollectionIndex,
  exact: CollectionIndex,
  forms: Uint32Array,
  most: number,
): Counted[] {
  if (ofForm.length <= exact.wordCount) {
    ofForm = new Uint32Array(exact.wordCount + 1);
  }
  const seen: number[] = [];
  for (let i = 0; i < forms.length; i += 1) {
    const form = forms[i]!;
    if (form === 0) continue;
    if (ofForm[form] === 0) seen.push(form);
    ofForm[form]! += 1;
  }
  if (ofWord.length <= index.wordCount) {
    ofWord = new Uint32Array(index.wordCount + 1);
    bestForm = new Uint32Array(index.wordCount + 1);
  }
  const tokens: number[] = [];
  for (const form of seen) {
    const token = wordOfForm(index, exact, form - 1) + 1;
    if (ofWord[token] === 0) {
      tokens.push(token);
      bestForm[token] = form;
    } else if (isCommoner(exact, form, bestForm[token]!)) bestForm[token] = form;
    ofWord[token]! += ofForm[form]!;
  }
  const least = atMost(tokens, most);
  const words: Counted[] = [];
  for (const token of tokens) {
    const count = ofWord[token]!;
    if (count >= least) words.push({ token, count, form: bestForm[token]! });
  }
  for (const form of seen) ofForm[form] = 0;
  for (const token of tokens) ofWord[token] = 0;
  return words;
}

function isCommoner(exact: CollectionIndex, form: number, other: number): boolean {
  const more = ofForm[form]! - ofForm[other]! || formCount(exact, form) - formCount(exact, other);
  return more > 0 || (more === 0 && exact.compareWords(form - 1, other - 1) < 0);
}

/** The `most`-th highest count among these words. */
function atMost(tokens: readonly number[], most: number): number {
  if (tokens.length <= most) return 0;
  const counts = new Uint32Array(tokens.length);
  for (let i = 0; i < tokens.length; i += 1) counts[i] = ofWord[tokens[i]!]!;
  return counts.sort()[tokens.length - most] ?? Infinity;
}

/** With wildcards several occurrences can end at one place; the place is counted once. */
function weighed(
  index: CollectionIndex,
  exact: CollectionIndex,
  scope: Scope,
  forms: Uint32Array,
  places: Uint32Array,
): Counted[] {
  const once = countedWords(index, exact, atDistinctPlaces(places, forms), Infinity);
  const here = new Map(once.map(({ token, count }) => [token, count]));
  const filled = once.reduce((sum, { count }) => sum + count, 0);
  const total = tokensIn(index, scope);
  return countedWords(index, exact, forms, Infinity).map((word) => {
    const everywhere = occurrencesIn(index, scope, index.word(word.token - 1));
    return { ...word, association: logLikelihood(here.get(word.token)!, filled, everywhere, total) };
  });
}

/** The forms at these places, each place once. */
function atDistinctPlaces(places: Uint32Array, forms: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  return forms.filter((_, i) => {
    if (seen.has(places[i]!)) return false;
    seen.add(places[i]!);
    return true;
  });
}
