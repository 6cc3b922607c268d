/**
 * How much a word says, by its frequency in the collection: a rare word says much, one that occurs as often as there are
 * paragraphs says nothing. A passage is about the same as a text when it shares half of what the text says, or so much
 * that chance would hardly bring it together, and two words that say something where it has two; particles say nothing.
 * (Measured: docs/comparison.md.)
 */
import type { PhraseIndex } from '../phrases/types.ts';
import { shippedLists } from './lists.ts';

export interface Rarity {
  /** What a folded word says, from 0. */
  says(word: string): number;
  /** So much in common is enough, however little it is of a text. */
  enough: number;
}

/** Share of what a text says that a passage about the same has. */
const SHARE = 0.5;

/**
 * A word says the natural logarithm of paragraphs per occurrence, at least 0; one that the collection lacks counts as one
 * occurrence. Words that say `enough` together would by chance meet in one of (paragraphs)² paragraphs.
 */
export function rarityIn(index: PhraseIndex, { isParticle } = shippedLists): Rarity {
  const paragraphs = Math.max(1, index.table.count);
  return {
    says: (word) =>
      isParticle(word) ? 0 : Math.max(0, Math.log(paragraphs / Math.max(1, index.count([word])))),
    enough: 2 * Math.log(paragraphs),
  };
}

/** Every word says the same. */
export const noRarity: Rarity = { says: () => 1, enough: Number.POSITIVE_INFINITY };

/** Words by number with what they say. */
export interface Sayings {
  says: ReadonlyMap<number, number>;
  enough: number;
}

/** What a text says and what of it stands in a passage, and by how many of the words that say something. */
export interface Shared {
  shared: number;
  all: number;
  sharedWords: number;
  allWords: number;
}

/** What a text says in all, and what of it stands in a passage, each word as often as it does. */
export function sharedSaying(
  text: ArrayLike<number>,
  passage: ArrayLike<number>,
  says: ReadonlyMap<number, number>,
): Shared {
  const left = new Map<number, number>();
  for (let i = 0; i < passage.length; i++) left.set(passage[i]!, (left.get(passage[i]!) ?? 0) + 1);
  const sum: Shared = { shared: 0, all: 0, sharedWords: 0, allWords: 0 };
  for (let i = 0; i < text.length; i++) {
    const id = text[i]!;
    const worth = says.get(id) ?? 0;
    const times = left.get(id) ?? 0;
    sum.all += worth;
    if (worth > 0) sum.allWords++;
    if (times === 0) continue;
    sum.shared += worth;
    if (worth > 0) sum.sharedWords++;
    left.set(id, times - 1);
  }
  return sum;
}

export function isAboutSame({ shared, all, sharedWords, allWords }: Shared, enough: number): boolean {
  return sharedWords > 0 && sharedWords >= Math.min(2, allWords) && shared >= Math.min(SHARE * all, enough);
}
