/**
 * The content of a word, by its frequency in the collection: a rare word has much content, one that occurs as often as
 * there are paragraphs has none. A passage is about the same subject as a text if it shares half of the text's content,
 * or so much that chance would hardly bring it together, and two words with content if the text has two; particles have
 * none. (Measured: docs/comparison.md.)
 */
import type { PhraseIndex } from '../phrases/types.ts';
import { shippedLists } from './lists.ts';

export interface Rarity {
  /** The content of a folded word, from 0. */
  says(word: string): number;
  /** This much shared content is enough, however little of the text it is. */
  enough: number;
}

/** Share of a text's content that a passage about the same subject has. */
const SHARE = 0.5;

/**
 * The content of a word is the natural logarithm of paragraphs per occurrence, at least 0; a word that the collection
 * lacks counts as one occurrence. Words with `enough` content together would by chance meet in one of (paragraphs)²
 * paragraphs.
 */
export function rarityIn(index: PhraseIndex, { isParticle } = shippedLists): Rarity {
  const paragraphs = Math.max(1, index.table.countOfAll);
  return {
    says: (word) =>
      isParticle(word) ? 0 : Math.max(0, Math.log(paragraphs / Math.max(1, index.count([word])))),
    enough: 2 * Math.log(paragraphs),
  };
}

/** Every word has the same content. */
export const noRarity: Rarity = { says: () => 1, enough: Number.POSITIVE_INFINITY };

/** Words by number with their content. */
export interface Sayings {
  says: ReadonlyMap<number, number>;
  enough: number;
}

/** The content of a text, how much of it is in a passage, and in how many words with content. */
export interface Shared {
  shared: number;
  all: number;
  sharedWords: number;
  allWords: number;
}

/** The total content of a text, and how much of it is in a passage, each word as often as it occurs. */
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
