/**
 * Caches the numbers that recently looked-up words have in each segment: most words of a question are among the few
 * frequent ones, and a lookup means reading a word's letters in every segment. A table with one slot per hash, in which
 * the newest word replaces the previous one.
 */
import { hashOf, type Words } from './storage/index.ts';

/** For 20,000 phrases from 7.5 million words, each asked for once, three words in five were in the cache. */
const places = 4096;

export class KnownWords {
  private readonly segments: readonly Words[];
  private readonly words: (string | null)[] = Array<string | null>(places).fill(null);
  /** For each slot the word's number in every segment; -1 if a segment lacks it. */
  private readonly ids: Int32Array;

  /** @param segments the dictionaries, in the order of the set */
  constructor(segments: readonly Words[]) {
    this.segments = segments;
    this.ids = new Int32Array(places * segments.length);
  }

  /** Tokens (word id + 1) of a phrase in each segment; null for a segment that lacks one of its words. */
  tokensOf(phrase: readonly string[]): (Uint32Array | null)[] {
    const { segments, ids } = this;
    const found: (Uint32Array | null)[] = segments.map(() => new Uint32Array(phrase.length));
    for (let i = 0; i < phrase.length; i += 1) {
      const first = this.placeOf(phrase[i]!) * segments.length;
      for (let segment = 0; segment < segments.length; segment += 1) {
        const id = ids[first + segment]!;
        if (id < 0) found[segment] = null;
        else if (found[segment]) found[segment]![i] = id + 1;
      }
    }
    return found;
  }

  /** The slot of a word, which replaces another word there. */
  private placeOf(word: string): number {
    const place = hashOf(word) & (places - 1);
    if (this.words[place] !== word) {
      const first = place * this.segments.length;
      // Empty while being filled, in case a page of letters turns out to be damaged.
      this.words[place] = null;
      for (const [segment, words] of this.segments.entries()) this.ids[first + segment] = words.id(word);
      this.words[place] = word;
    }
    return place;
  }
}
