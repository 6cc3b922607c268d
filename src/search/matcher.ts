/** One pattern over one index: in which paragraphs it occurs, and where in a given one. */
import { lowerBound } from '../phrases/numbers.ts';
import { plainWords } from '../phrases/pattern.ts';
import type { Occurrence, Pattern, PhraseIndex } from '../phrases/types.ts';

export class Matcher {
  readonly index: PhraseIndex;
  /** Tokens (word id + 1) of a pattern without wildcards; null for one with wildcards; empty if a word is unknown. */
  readonly #plain: Uint32Array | null;
  readonly #words: readonly string[] | null;
  readonly #pattern: Pattern;
  #found: { starts: Uint32Array; ends: Uint32Array } | undefined;

  constructor(index: PhraseIndex, pattern: Pattern) {
    this.index = index;
    this.#pattern = pattern;
    this.#words = plainWords(pattern);
    const ids = this.#words?.map((word) => index.wordId(word) + 1);
    this.#plain = ids ? Uint32Array.from(ids.includes(0) ? [] : ids) : null;
  }

  /** Number of occurrences: cheap for a plain pattern; with wildcards by finding them all. */
  count(): number {
    if (this.#plain?.length === 0) return 0;
    return this.#words ? this.index.count(this.#words) : this.#matches().starts.length;
  }

  /** True if counting needs no search. */
  get isPlain(): boolean {
    return this.#plain !== null;
  }

  /** Paragraph numbers, ascending, each once. */
  paragraphs(): Uint32Array {
    if (this.#plain?.length === 0) return this.#plain;
    return this.index.paragraphsOf(this.#pattern);
  }

  occursIn(paragraph: number): boolean {
    if (this.#plain) return this.#next(this.index.tokensOf(paragraph), 0) >= 0;
    const first = this.index.tokenStart(paragraph);
    const { starts } = this.#matches();
    const at = lowerBound(starts, first);
    return at < starts.length && starts[at]! < first + this.index.lengthOf(paragraph);
  }

  /** Occurrences in a paragraph, as token numbers from its first, by start. */
  occurrences(paragraph: number): Occurrence[] {
    const found: Occurrence[] = [];
    if (this.#plain) {
      const { length } = this.#plain;
      const tokens = this.index.tokensOf(paragraph);
      for (let at = this.#next(tokens, 0); at >= 0; at = this.#next(tokens, at + 1)) {
        found.push({ start: at, end: at + length });
      }
    } else {
      const first = this.index.tokenStart(paragraph);
      const end = first + this.index.lengthOf(paragraph);
      const { starts, ends } = this.#matches();
      for (let i = lowerBound(starts, first); i < starts.length && starts[i]! < end; i += 1) {
        found.push({ start: starts[i]! - first, end: ends[i]! - first });
      }
    }
    return found;
  }

  #matches(): { starts: Uint32Array; ends: Uint32Array } {
    this.#found ??= this.index.match(this.#pattern);
    return this.#found;
  }

  /** First position of the plain pattern from `from` on; -1 if there is none. */
  #next(tokens: Int32Array, from: number): number {
    const ids = this.#plain!;
    const [head] = ids;
    if (head === undefined) return -1;
    for (let at = from; at + ids.length <= tokens.length; at += 1) {
      if (tokens[at] !== head) continue;
      let i = 1;
      while (i < ids.length && tokens[at + i] === ids[i]) i += 1;
      if (i === ids.length) return at;
    }
    return -1;
  }
}
