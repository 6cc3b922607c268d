/** The distinct words of a collection under one profile, numbered in code-unit order so that a prefix is a range. */

export class Vocabulary {
  readonly words: readonly string[];
  private readonly slots: Uint32Array;

  /** `words`: distinct, sorted by code units; `slots`: what `wordSlots` gives for them, where it is there already. */
  constructor(words: readonly string[], slots: Uint32Array = wordSlots(words)) {
    this.words = words;
    this.slots = slots;
  }

  /** -1 for a word that is not in it. */
  id(word: string): number {
    const { slots, words } = this;
    const mask = slots.length - 1;
    for (let slot = hash(word) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]! - 1;
      if (id < 0 || words[id] === word) return id;
    }
  }

  /** First and past-the-last id of the words that begin with `prefix`. */
  prefixRange(prefix: string): { first: number; end: number } {
    const first = this.lowerBound((word) => word >= prefix);
    return { first, end: this.lowerBound((word) => word > prefix && !word.startsWith(prefix), first) };
  }

  private lowerBound(reached: (word: string) => boolean, from = 0): number {
    let low = from;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (reached(this.words[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/**
 * A hash table of the words with open addressing: id + 1 in the first free slot from the word's hash on, 0 in free
 * ones. An array, so that it is kept with the index and no map is made of every word when that is loaded.
 */
export function wordSlots(words: readonly string[]): Uint32Array {
  const slots = new Uint32Array(1 << (33 - Math.clz32(Math.max(words.length, 1))));
  const mask = slots.length - 1;
  for (let id = 0; id < words.length; id += 1) {
    let slot = hash(words[id]!) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  return slots;
}

/** FNV-1a over code units (Fowler, Noll and Vo), its high bits folded into the low ones that a slot is made of. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value ^ (value >>> 15);
}

/** Numbers `forms` (one per old id, repeats allowed) in sorted order: the new words, and each old id's new id. */
export function numberWords(forms: readonly string[]): { words: string[]; newId: Uint32Array } {
  const words = [...new Set(forms)].sort(byCodeUnits);
  const ids = new Map(words.map((word, id) => [word, id]));
  return { words, newId: Uint32Array.from(forms, (form) => ids.get(form)!) };
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
