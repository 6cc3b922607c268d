/**
 * The paragraphs that may contain a version of a wording, judged by their word numbers in the phrase index, so that the
 * others need not be read. None that contains one is skipped.
 */
import type { Budget } from '../phrases/budget.ts';
import type { PhraseIndex } from '../phrases/types.ts';
import { wordsOfReport } from './report-words.ts';

export class MayHold {
  readonly #index: PhraseIndex;
  readonly #length: number;
  readonly #budget: Budget | undefined;
  /** 1 for each word of the wording. */
  readonly #has: Uint8Array;

  /**
   * @param words folded words of the wording
   * @param index of the `folded` profile
   */
  constructor(words: readonly string[], index: PhraseIndex, budget?: Budget) {
    this.#index = index;
    this.#length = words.length;
    this.#budget = budget;
    this.#has = new Uint8Array(index.wordCount + 1);
    for (const word of words) this.#has[index.wordId(word) + 1] = 1;
    this.#has[0] = 0;
  }

  /** Numbers of such paragraphs in a report, in reading order. */
  of(report: number): number[] {
    const first = this.#index.table.firstOf[report]!;
    const { tokens, starts } = wordsOfReport(this.#index, report);
    const found: number[] = [];
    for (let at = 0; at + 1 < starts.length; at++)
      if (this.#isPossible(tokens, starts[at]!, starts[at + 1]! - 1)) found.push(first + at);
    this.#budget?.spend(tokens.length / 100);
    return found;
  }

  /**
   * For a window that is half alike, 2·common / (length + window) ≥ 1/2, so 4·common − window ≥ length. If word order
   * did not matter, the maximum of such a sum over all windows would be that of the best run (Kadane).
   */
  #isPossible(words: Int32Array, from: number, to: number): boolean {
    let run = 0;
    for (let at = from; at < to; at++) {
      run += this.#has[words[at]!] === 1 ? 3 : -1;
      if (run < 0) run = 0;
      else if (run >= this.#length) return true;
    }
    return false;
  }
}
