/**
 * What a word says, by how often the collection has it: a rare word says much, one that stands as often as there are
 * paragraphs says nothing. A passage speaks of the same thing as a text when it shares half of what the text says;
 * sharing particles alone never comes to that. (Half was measured: docs/comparison.md.)
 */
import type { PhraseIndex } from '../phrases/types.ts';

/** What a folded word says, from 0. */
export type Rarity = (word: string) => number;

/** Share of what a text says that a passage must have to be about the same. */
export const SAME_SUBJECT = 0.5;

/** The natural logarithm of paragraphs per occurrence, at least 0; a word that the collection lacks counts as one. */
export function rarityIn(index: PhraseIndex): Rarity {
  return (word) => Math.max(0, Math.log(index.table.count / Math.max(1, index.count([word]))));
}

/** How much of what a text says stands in a passage, each word as often as it does: 0 to 1; 1 where it says nothing. */
export function sharedSaying(
  text: ArrayLike<number>,
  passage: ArrayLike<number>,
  rarity: (id: number) => number,
): number {
  const left = new Map<number, number>();
  for (let i = 0; i < passage.length; i++) left.set(passage[i]!, (left.get(passage[i]!) ?? 0) + 1);
  let shared = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const id = text[i]!;
    const says = rarity(id);
    const times = left.get(id) ?? 0;
    all += says;
    if (times === 0) continue;
    shared += says;
    left.set(id, times - 1);
  }
  return all === 0 ? 1 : shared / all;
}
