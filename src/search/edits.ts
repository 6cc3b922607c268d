/**
 * What someone may have meant instead of a word of a query: a similar word, the word with another particle, two words
 * written together; or, instead of two words, one that was split.
 */
import type { Correction } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a query, folded, with its position in the query's text. */
export interface QueryWord {
  start: number;
  end: number;
  folded: string;
  /** Whether the collection contains it, under the profile of the query. */
  known: boolean;
  /** Only spaces are between it and the previous word, and both must occur. */
  joinsBefore: boolean;
}

/** Words that replace those from `first` to `last` (indexes in the list of words, both inclusive). */
export interface Edit {
  first: number;
  last: number;
  /** Folded words of the collection. */
  words: readonly string[];
  /**
   * Number of slips between the two. Two pieces that form a word together count half, because that is seldom chance;
   * one particle for another counts one and a half.
   */
  cost: number;
  /** Number of occurrences of `words`, next to each other. */
  count: number;
}

/** Maximum number of similar words for one word. */
const MOST_NEAR = 150;

/** Particles that are written together with the next word, with and without the article. */
const PARTICLES = [
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'ال',
  'وال',
  'فال',
  'بال',
  'كال',
  'لل',
  'وب',
  'ول',
  'وبال',
  'ولل',
];

/** Edits of each of the words at `places`, fewest slips first, then the most common. */
export async function editsOf(
  vocabulary: Vocabulary,
  words: readonly QueryWord[],
  places: readonly number[],
): Promise<Edit[][]> {
  const asked = places.map((at) => words[at]!.folded);
  const near = await vocabulary.near(asked, MOST_NEAR);
  const possible = places.map((at, i) => possibleEdits(words, at, near[i]!));
  // The pieces of what was two words occur next to each other; otherwise they are two words by coincidence.
  const counts = await vocabulary.counts(
    'folded',
    possible.flat().map((edit) => edit.words),
  );
  let next = 0;
  return possible.map((edits) => distinct(edits.map((edit) => ({ ...edit, count: counts[next++]! }))));
}

function possibleEdits(
  words: readonly QueryWord[],
  at: number,
  near: readonly Correction[],
): Omit<Edit, 'count'>[] {
  const { folded } = words[at]!;
  const edits: Omit<Edit, 'count'>[] = [];
  const add = (cost: number, instead: readonly string[], first = at, last = at) => {
    if (first === last && instead.length === 1 && instead[0] === folded) return;
    edits.push({ first, last, words: instead, cost });
  };
  for (const particle of PARTICLES) {
    add(1, [particle + folded]);
    const base = folded.slice(particle.length);
    if (!folded.startsWith(particle) || base.length < 2) continue;
    add(1, [base]);
    for (const other of PARTICLES) add(1.5, [other + base]);
  }
  for (let cut = 1; cut < folded.length; cut += 1) add(1, [folded.slice(0, cut), folded.slice(cut)]);
  if (words[at]!.joinsBefore) add(0.5, [words[at - 1]!.folded + folded], at - 1, at);
  if (words[at + 1]?.joinsBefore) add(0.5, [folded + words[at + 1]!.folded], at, at + 1);
  for (const { word, distance } of near) add(distance, [word]);
  return edits;
}

/** Those that occur, each once, with the fewest slips that lead to it. */
function distinct(edits: readonly Edit[]): Edit[] {
  const found = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.first} ${edit.last} ${edit.words.join(' ')}`;
    if (edit.count > 0 && (found.get(key)?.cost ?? Infinity) > edit.cost) found.set(key, edit);
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost || b.count - a.count);
}
