/**
 * Word numbers that mean the same in every segment of a set. A word has the number from the first segment that contains
 * it, offset by the words of the segments before. So the words of the first segment, usually the largest, keep their
 * numbers, and in the others only requested words are looked up.
 */
import type { Words } from './storage/index.ts';

const unknown = 0xffffffff;

export class Numbering {
  private readonly words: readonly Words[];
  private readonly base: number[] = [];
  private readonly shared: (Uint32Array | null)[] = [];
  /** All word numbers are below this one. */
  readonly end: number;

  /** @param words the dictionaries of the segments, in the order of the set */
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

  /** -1 for a word that no segment contains. */
  id(word: string): number {
    for (const [segment, words] of this.words.entries()) {
      const id = words.id(word);
      if (id >= 0) return this.base[segment]! + id;
    }
    return -1;
  }

  /** The word for a number returned by `id` or `of`. */
  word(id: number): string {
    if (id < 0 || id >= this.end) throw new RangeError(`no word has the number ${id}`);
    const { segment, local } = this.origin(id);
    return this.words[segment]!.word(local);
  }

  /**
   * Compares two words in code-unit order: negative if the first comes first. Within one segment, numbers have this
   * order.
   */
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

  /** The number of a word of the segment at this position. */
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
