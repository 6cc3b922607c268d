/**
 * What a writer may have meant instead of a word of a query: a near word, the word with another particle before it,
 * two words that ran together; or instead of two words, one that was torn apart.
 */
import type { PhraseIndex } from '../phrases/types.ts';
import { nearWords } from './spelling.ts';

/** A word of a query, folded, at its place in the query's text. */
export interface QueryWord {
  start: number;
  end: number;
  folded: string;
  /** Does the collection hold it, under the profile of the query? */
  known: boolean;
  /** Only blanks stand between it and the word before, and both must occur. */
  joinsBefore: boolean;
}

/** Words instead of those from `first` to `last` (places in the list of words, both inside). */
export interface Edit {
  first: number;
  last: number;
  /** Folded words of the collection. */
  words: readonly string[];
  /**
   * How many slips make the difference. Two pieces that are a word together weigh half a slip, since that is seldom
   * chance; one particle instead of another one and a half.
   */
  cost: number;
  /** How often the rarest of `words` occurs. */
  count: number;
}

/** Most near words of one word. */
const MOST_NEAR = 150;

/** Particles that are written together with the word behind them, with the article and without. */
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

/** Edits of the word at `at`, fewest slips first, then the commonest. @param index folded. */
export function editsOf(index: PhraseIndex, words: readonly QueryWord[], at: number): Edit[] {
  const { folded } = words[at]!;
  const found = new Map<string, Edit>();
  const add = (cost: number, instead: readonly string[], first = at, last = at) => {
    const count = Math.min(...instead.map((word) => index.count([word])));
    if (count === 0 || (first === last && instead.length === 1 && instead[0] === folded)) return;
    const key = `${first} ${last} ${instead.join(' ')}`;
    if ((found.get(key)?.cost ?? Infinity) > cost)
      found.set(key, { first, last, words: instead, cost, count });
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
  for (const { word, distance } of nearWords(index, folded, MOST_NEAR)) add(distance, [word]);
  return [...found.values()].sort((a, b) => a.cost - b.cost || b.count - a.count);
}
