/** The distinct words of a collection under one profile, numbered in code-unit order so that a prefix is a range. */

export class Vocabulary {
  readonly words: readonly string[];
  private readonly ids: Map<string, number>;

  /** `words`: distinct, sorted by code units. */
  constructor(words: readonly string[]) {
    this.words = words;
    this.ids = new Map();
    for (let id = 0; id < words.length; id += 1) this.ids.set(words[id]!, id);
  }

  /** -1 for a word that is not in it. */
  id(word: string): number {
    return this.ids.get(word) ?? -1;
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

/** Numbers `forms` (one per old id, repeats allowed) in sorted order: the new words, and each old id's new id. */
export function numberWords(forms: readonly string[]): { words: string[]; newId: Uint32Array } {
  const words = [...new Set(forms)].sort(byCodeUnits);
  const ids = new Map(words.map((word, id) => [word, id]));
  return { words, newId: Uint32Array.from(forms, (form) => ids.get(form)!) };
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
