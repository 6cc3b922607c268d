/**
 * Numbers for words that mean the same in every segment of a set. A word has the number that its first segment gives
 * it, past the words of the segments before; so those of the first segment, mostly the largest, stay as they are, and
 * of the others only the words that are asked for are looked up.
 */
import type { Words } from './storage/index.ts';

const unknown = 0xffffffff;

export class Numbering {
  private readonly words: readonly Words[];
  private readonly base: number[] = [];
  private readonly shared: (Uint32Array | null)[] = [];
  /** No word has this number or a greater one. */
  readonly end: number;

  /** @param words of the segments, in the order of the set */
  constructor(words: readonly Words[]) {
    this.words = words;
    let end = 0;
    for (const { length } of words) {
      this.base.push(end);
      this.shared.push(null);
      end += length;
    }
    this.end = end;
  }

  /** -1 for a word that no segment holds. */
  id(word: string): number {
    for (const [segment, words] of this.words.entries()) {
      const id = words.id(word);
      if (id >= 0) return this.base[segment]! + id;
    }
    return -1;
  }

  /** The word with a number that `id` or `of` gave. */
  word(id: number): string {
    if (id < 0 || id >= this.end) throw new RangeError(`no word has the number ${id}`);
    const { segment, local } = this.origin(id);
    return this.words[segment]!.word(local);
  }

  /** Of two words in code-unit order: below 0 where the first one is first. Words of one segment are numbered so. */
  compare(a: number, b: number): number {
    const [first, second] = [this.origin(a), this.origin(b)];
    if (first.segment === second.segment) return a - b;
    return this.word(a) < this.word(b) ? -1 : 1;
  }

  /** The first segment of a word, and the word's number there. */
  origin(id: number): { segment: number; local: number } {
    let segment = this.words.length - 1;
    while (segment > 0 && this.base[segment]! > id) segment -= 1;
    return { segment, local: id - this.base[segment]! };
  }

  /** The number of a word of the segment at this place. */
  of(segment: number, local: number): number {
    if (segment === 0) return local;
    const words = this.words[segment]!;
    const shared = this.shared[segment] ?? new Uint32Array(words.length).fill(unknown);
    this.shared[segment] = shared;
    let id = shared[local]!;
    if (id === unknown) {
      id = this.id(words.word(local));
      shared[local] = id;
    }
    return id;
  }
}
