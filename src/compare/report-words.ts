/** The words of whole reports, in the phrase index's numbering. */
import type { PhraseIndex } from '../phrases/types.ts';

/** Number of cached words, 4 bytes each; further reports are fetched again each time. */
const mostKept = 8_000_000;

export interface ReportWords {
  /** All paragraphs in reading order, a 0 after each. */
  tokens: Int32Array;
  /** Where each paragraph begins and, after the last one, where the next would. */
  starts: Int32Array;
}

export function wordsOfReport(index: PhraseIndex, report: number): ReportWords {
  const { firstOf } = index.table;
  const tokens = index.tokensOfReport(report);
  const starts = new Int32Array(firstOf[report + 1]! - firstOf[report]! + 1);
  for (let at = 0, paragraph = 0; at < tokens.length; at++)
    if (tokens[at] === 0) starts[++paragraph] = at + 1;
  return { tokens, starts };
}

/** Fetched once for many questions. */
export class WordsOfReports {
  readonly #index: PhraseIndex;
  readonly #kept = new Map<number, ReportWords>();
  #room = mostKept;

  constructor(index: PhraseIndex) {
    this.#index = index;
  }

  of(report: number): ReportWords {
    const known = this.#kept.get(report);
    if (known) return known;
    const words = wordsOfReport(this.#index, report);
    if (words.tokens.length <= this.#room) {
      this.#room -= words.tokens.length;
      this.#kept.set(report, words);
    }
    return words;
  }
}
