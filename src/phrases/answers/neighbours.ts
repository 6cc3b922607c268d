/** The words directly before and after a phrase, counted and, on request, weighted. */

import type { CollectionIndex } from '../collection-index.ts';
import { wholeNumber } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Hits } from './hits.ts';
import { logLikelihood } from './log-likelihood.ts';
import { formCount, isSpelledWithMore, mostlyWritten, mostPlaces, wordOfForm, writtenAt } from './printed.ts';
import { occurrencesIn, tokensIn } from './scope-counts.ts';
import type { ParagraphTexts } from './texts.ts';
import type { PhraseView } from './view.ts';

/** `count`: most frequent first. `association`: strongest association with the phrase first. */
export type NeighbourOrder = 'count' | 'association';

export interface Neighbour {
  /**
   * In its most common printed form in this position; among equally common spellings, the most common in the
   * collection.
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
  options: {
    most?: number | undefined;
    order?: NeighbourOrder | undefined;
    texts: ParagraphTexts;
  },
): Neighbours {
  const most = wholeNumber(options.most ?? 20, 0, 'neighbours');
  const exact = view.byProfile('exact');
  const listed = (side: Side): Neighbour[] => {
    const counted = countForms(index, exact, side.forms);
    const top =
      options.order === 'association'
        ? weighed(index, exact, scope, counted, side).sort(byAssociation(index))
        : mostFrequent(counted.words, most).sort(byCount(index));
    const words = top.slice(0, most);
    const printed = asPrinted(exact, hits, side, commonestForms(exact, counted, words), options.texts);
    return words.map(({ count, association }, i) => ({
      word: printed[i]!,
      count,
      ...(association === undefined ? {} : { association }),
    }));
  };
  const { before, after } = formsAround(exact, hits);
  return {
    before: listed({ forms: before, edges: hits.starts, offset: -1 }),
    after: listed({ forms: after, edges: hits.ends, offset: 0 }),
  };
}

/** The words on one side of the hits. */
interface Side {
  /** Exact word (+ 1) beside each hit; 0 for a paragraph's edge. */
  forms: Uint32Array;
  /** Where each hit ends on this side, and the word's position from there. */
  edges: Uint32Array;
  offset: number;
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
  association?: number;
}

interface Counts {
  words: Counted[];
  /** Each exact word (+ 1), how often it is there, and the word (+ 1) that it is. */
  forms: number[];
  times: number[];
  tokens: number[];
}

/** Among equally frequent words, in code-unit order. */
const byCount = (index: CollectionIndex) => (a: Counted, b: Counted) =>
  b.count - a.count || index.compareWords(a.token - 1, b.token - 1);

const byAssociation = (index: CollectionIndex) => {
  const alike = byCount(index);
  return (a: Counted, b: Counted) => b.association! - a.association! || alike(a, b);
};

/** Numbers by exact token and by word, all zero between calls: allocating arrays would cost more than the counting. */
let ofForm = new Uint32Array(0);
let ofWord = new Uint32Array(0);

/** Exact tokens (0 for none) as words of the index, in any order. */
function countForms(index: CollectionIndex, exact: CollectionIndex, sequence: Uint32Array): Counts {
  if (ofForm.length <= exact.wordCount) ofForm = new Uint32Array(exact.wordCount + 1);
  if (ofWord.length <= index.wordCount) ofWord = new Uint32Array(index.wordCount + 1);
  const forms: number[] = [];
  for (let i = 0; i < sequence.length; i += 1) {
    const form = sequence[i]!;
    if (form === 0) continue;
    if (ofForm[form] === 0) forms.push(form);
    ofForm[form]! += 1;
  }
  const times: number[] = [];
  const tokens: number[] = [];
  const distinct: number[] = [];
  for (const form of forms) {
    const token = wordOfForm(index, exact, form - 1) + 1;
    if (ofWord[token] === 0) distinct.push(token);
    ofWord[token]! += ofForm[form]!;
    times.push(ofForm[form]!);
    tokens.push(token);
    ofForm[form] = 0;
  }
  const words = distinct.map((token) => ({ token, count: ofWord[token]! }));
  for (const token of distinct) ofWord[token] = 0;
  return { words, forms, times, tokens };
}

/** In any order; of words as frequent as the last that is listed, all. */
function mostFrequent(words: readonly Counted[], most: number): Counted[] {
  if (words.length <= most) return [...words];
  const counts = Uint32Array.from(words, ({ count }) => count).sort();
  const least = counts[words.length - most] ?? Infinity;
  return words.filter(({ count }) => count >= least);
}

/**
 * The most common exact word (+ 1) of each of some words. Only of those listed: comparing equally common ones takes
 * their counts in the whole collection.
 */
function commonestForms(
  exact: CollectionIndex,
  { forms, times, tokens }: Counts,
  words: readonly Counted[],
): number[] {
  const places = new Map(words.map(({ token }, place) => [token, place]));
  const best = words.map(() => -1);
  for (let i = 0; i < forms.length; i += 1) {
    const place = places.get(tokens[i]!);
    if (place === undefined) continue;
    const other = best[place]!;
    if (other >= 0) {
      const more = times[i]! - times[other]! || formCount(exact, forms[i]!) - formCount(exact, forms[other]!);
      if (more < 0 || (more === 0 && exact.compareWords(forms[i]! - 1, forms[other]! - 1) > 0)) continue;
    }
    best[place] = i;
  }
  return best.map((i) => forms[i]!);
}

/** Exact words (+ 1) as the texts have them beside the hits. */
function asPrinted(
  exact: CollectionIndex,
  { paragraphs }: Hits,
  { forms, edges, offset }: Side,
  listed: readonly number[],
  texts: ParagraphTexts,
): string[] {
  const words = listed.map((form) => exact.word(form - 1));
  const asked = listed.filter((_, i) => isSpelledWithMore(words[i]!));
  if (asked.length === 0) return words;
  const hitsOf = hitsBeside(forms, asked);
  return words.map((word, i) => {
    const written = hitsOf.get(listed[i]!)?.map((hit) => () => {
      const paragraph = paragraphs[hit]!;
      const found = texts.find(paragraph);
      return found && writtenAt(found, edges[hit]! + offset - exact.tokenStart(paragraph));
    });
    return (written && mostlyWritten(written)) ?? word;
  });
}

/** For each of these exact words (+ 1), evenly spaced ones of the hits that it is beside. */
function hitsBeside(forms: Uint32Array, asked: readonly number[]): Map<number, number[]> {
  const all = asked.map((): number[] => []);
  for (const [i, form] of asked.entries()) ofForm[form] = i + 1;
  for (let hit = 0; hit < forms.length; hit += 1) {
    const place = ofForm[forms[hit]!]!;
    if (place > 0) all[place - 1]!.push(hit);
  }
  for (const form of asked) ofForm[form] = 0;
  return new Map(
    asked.map((form, i) => {
      const step = Math.max(1, Math.floor(all[i]!.length / mostPlaces));
      return [form, all[i]!.filter((_, nth) => nth % step === 0)];
    }),
  );
}

/** With wildcards several occurrences can end at one place; the place is counted once. */
function weighed(
  index: CollectionIndex,
  exact: CollectionIndex,
  scope: Scope,
  { words }: Counts,
  { forms, edges }: Side,
): Counted[] {
  const once = countForms(index, exact, atDistinctPlaces(edges, forms)).words;
  const here = new Map(once.map(({ token, count }) => [token, count]));
  const filled = once.reduce((sum, { count }) => sum + count, 0);
  const total = tokensIn(index, scope);
  return words.map((word) => {
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
