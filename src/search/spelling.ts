/**
 * Similar spellings: the words of a collection that differ from a given one by a few letters, by the optimal string
 * alignment distance (insert, delete, replace a letter, swap two neighbours; Damerau 1964). A 32-bit signature of each
 * word's letters rules out nearly all of them before a distance is computed.
 */
import type { PhraseIndex } from '../phrases/types.ts';

export interface Correction {
  word: string;
  distance: number;
  /** Number of occurrences in the collection. */
  count: number;
}

/** An article, with the particles before it: half of all words begin with it, so it does not make two words similar. */
const article = /^[وف]?(?:[بك]?ال|لل)(?=..)/;

/** Length of a folded word without its article. */
export const lengthOf = (word: string): number => word.replace(article, '').length;

/**
 * Maximum number of edits: none for numbers and words of two letters, one for up to six letters without the article, otherwise two.
 * With more, most of what is found for a word that the collection lacks is unrelated to it (`npm run eval:spelling`
 * measures this).
 */
export function maxDistance(word: string): number {
  return word.length <= 2 || /\p{N}/u.test(word) ? 0 : lengthOf(word) <= 6 ? 1 : 2;
}

const signaturesOf = new WeakMap<PhraseIndex, Int32Array>();

/** @returns at most `limit` other words of the collection, nearest first, then the most common. None for a number. */
export function nearWords(index: PhraseIndex, word: string, limit: number): Correction[] {
  const most = maxDistance(word);
  if (most === 0) return [];
  const signatures = signaturesOf.get(index) ?? signAll(index);
  const own = signature(word);
  const found: Correction[] = [];
  for (let id = 0; id < signatures.length; id += 1) {
    // One edit changes at most two letters of the set: one is removed and one added.
    if (bits(signatures[id]! ^ own) > 2 * most) continue;
    const other = index.word(id);
    if (Math.abs(other.length - word.length) > most || other === word) continue;
    const distance = editDistance(word, other, most);
    // A word in several segments has a single number, and one whose reports were all removed does not count.
    if (distance > most || index.wordId(other) !== id) continue;
    const count = index.count([other]);
    if (count > 0) found.push({ word: other, distance, count });
  }
  return nearest(found, limit);
}

/** The best of them, nearest first, then the most common. */
export function nearest(found: Correction[], limit: number): Correction[] {
  const better = (a: Correction, b: Correction) =>
    a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1);
  return found.sort(better).slice(0, limit);
}

/** Optimal string alignment distance over UTF-16 units; `most + 1` if it is more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, before[j - 2]! + 1);
      }
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, most + 1);
}

function signAll(index: PhraseIndex): Int32Array {
  const all = Int32Array.from({ length: index.wordCount }, (_, id) => signature(index.word(id)));
  signaturesOf.set(index, all);
  return all;
}

/** One bit for each letter that occurs; several letters share a bit. */
function signature(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i += 1) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
