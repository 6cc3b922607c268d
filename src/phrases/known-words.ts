/**
 * The numbers that words have in each segment, for the words asked for last: most words of a question are among the few
 * that are frequent, and to look one up means to read its letters in every segment. A table with one place for all
 * words of the same hash, where the newest takes the place of the one before.
 */
import { hashOf, type Words } from './storage/index.ts';

/** Of 20,000 phrases from 7.5 million words, each asked for once, three words in five were there. */
const places = 4096;

export class KnownWords {
  private readonly segments: readonly Words[];
  private readonly words: (string | null)[] = Array<string | null>(places).fill(null);
  /** For each place the word's number in every segment; -1 where a segment lacks it. */
  private readonly ids: Int32Array;

  /** @param segments the words of each, in the order of the set */
  constructor(segments: readonly Words[]) {
    this.segments = segments;
    this.ids = new Int32Array(places * segments.length);
  }

  /** Tokens (word id + 1) of a phrase in each segment; null for one that lacks a word of it. */
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

  /** The place of a word, which is put there where another one is. */
  private placeOf(word: string): number {
    const place = hashOf(word) & (places - 1);
    if (this.words[place] !== word) {
      const first = place * this.segments.length;
      // Nobody's, should a page of letters turn out damaged.
      this.words[place] = null;
      for (const [segment, words] of this.segments.entries()) this.ids[first + segment] = words.id(word);
      this.words[place] = word;
    }
    return place;
  }
}
