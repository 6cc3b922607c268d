/**
 * Meaningless text with the statistics of Arabic reports: a bigram model of the sample series, mixed with words of the
 * bundled lexicon by frequency. It may be redistributed, because both sources may.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReports, plainText, root } from '../samples/source.ts';
import type { Random } from './random.ts';

/** Probability that a word of the lexicon replaces one of the model. */
const fromLexicon = 0.35;

const sentenceEnd = /[.؛؟!]$/;

export class Language {
  /** The words that follow a word in the samples, by frequency. */
  readonly #next = new Map<string, string[]>();
  readonly #first: string[] = [];
  readonly #words: string[] = [];
  /** Prefix sums of the counts, for random choices. */
  readonly #sums: number[] = [];

  constructor() {
    for (const report of loadReports()) {
      for (const block of report.blocks) {
        if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
        this.#learn(plainText(report, block).split(/\s+/));
      }
    }
    let sum = 0;
    for (const line of readFileSync(join(root, 'config', 'lexicon', 'words.tsv'), 'utf8').split('\n')) {
      const [word, count] = line.split('\t');
      if (!word || !/^[ء-ي]{2,}$/.test(word) || !Number(count)) continue;
      sum += Number(count);
      this.#words.push(word);
      this.#sums.push(sum);
    }
  }

  #learn(words: string[]): void {
    let before: string | null = null;
    for (const word of words) {
      if (before === null || sentenceEnd.test(before)) this.#first.push(word);
      else {
        const after = this.#next.get(before);
        if (after) after.push(word);
        else this.#next.set(before, [word]);
      }
      before = word;
    }
  }

  /** A random word of the lexicon, by frequency. */
  word(random: Random): string {
    const at = random.below(this.#sums.at(-1)!);
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return this.#words[low]!;
  }

  /** Words without a full stop. */
  sentence(random: Random, length: number): string[] {
    const words = [random.of(this.#first)];
    while (words.length < length) {
      const after = this.#next.get(words.at(-1)!);
      const likely = after && !random.chance(fromLexicon) ? random.of(after) : this.word(random);
      words.push(likely.replace(/[.؛؟!،:]+$/, ''));
    }
    return words.map((word) => word.replace(/[.؛؟!]+$/, ''));
  }
}
