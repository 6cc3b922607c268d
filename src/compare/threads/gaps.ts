/**
 * What the reports without a version of a thread say instead: for each report the sentence most similar to a given
 * wording, at least half alike. Complete without reading every text: the words of the reports, in the phrase index's
 * numbering, are walked once for 32 threads, counting for all of them at once how many of their wording's words a
 * paragraph contains. A sentence that is half alike contains a third or more; two tighter bounds decide whose sentences
 * are compared.
 */
import type { Budget } from '../../phrases/budget.ts';
import type { Scope } from '../../phrases/scope.ts';
import type { PhraseIndex } from '../../phrases/types.ts';
import { LcsMatcher, similarityOf } from '../lcs.ts';
import { windowBound } from '../passage.ts';
import type { SentenceBoundaries } from './boundaries.ts';
import { Counters } from './counters.ts';
import { LEAST } from './lineages.ts';

/** A report, and the wording that is searched for in it: folded words in the index's numbering, 1 and up. */
export interface Gap {
  report: number;
  wording: Int32Array;
}

/** Tokens `from` to (not including) `to` of a paragraph. */
export interface FoundSentence {
  paragraph: number;
  from: number;
  to: number;
  similarity: number;
}

export interface SentenceSource {
  /** Of the `folded` profile. */
  index: PhraseIndex;
  scope: Scope;
  boundaries: SentenceBoundaries;
  textOf(paragraph: number): string;
  /** Whether a sentence already belongs to another thread and cannot be used. */
  isTaken(paragraph: number, from: number, to: number): boolean;
  budget?: Budget | undefined;
}

/** Number of threads processed at once, one for each bit. */
const AT_ONCE = 32;

export class SentenceFinder {
  private readonly source: SentenceSource;
  private readonly lcs = new LcsMatcher();
  /** By word: the threads whose present wording contains it. */
  private readonly has: Int32Array;

  constructor(source: SentenceSource) {
    this.source = source;
    this.has = new Int32Array(source.index.wordCount + 1);
  }

  /**
   * One answer for each gap of each thread. In ties the first in reading order.
   * @param threads their gaps in the order of `reports`, each report once
   */
  find(threads: readonly (readonly Gap[])[], reports: readonly number[]): (FoundSentence | null)[][] {
    const found: (FoundSentence | null)[][] = [];
    for (let from = 0; from < threads.length; from += AT_ONCE)
      found.push(...this.findFor(threads.slice(from, from + AT_ONCE), reports));
    return found;
  }

  private findFor(threads: readonly (readonly Gap[])[], reports: readonly number[]) {
    const found = threads.map((): (FoundSentence | null)[] => []);
    const wordings: Int32Array[] = threads.map(() => new Int32Array(0));
    const counters = new Counters();
    for (const report of reports) {
      let asked = 0;
      for (const [t, gaps] of threads.entries()) {
        const gap = gaps[found[t]!.length];
        if (gap?.report !== report) continue;
        asked |= 1 << t;
        if (gap.wording === wordings[t]) continue;
        for (const word of wordings[t]!) this.has[word]! &= ~(1 << t);
        for (const word of gap.wording) this.has[word]! |= 1 << t;
        wordings[t] = gap.wording;
        counters.need(t, Math.ceil(gap.wording.length / 3));
      }
      if (asked === 0) continue;
      this.source.budget?.spend(this.source.index.table.reportTokens[report]! / 100);
      const proposed = this.propose(report, asked, counters);
      for (let t = 0; t < threads.length; t++)
        if ((asked & (1 << t)) !== 0) found[t]!.push(this.best(proposed.get(t), 1 << t, wordings[t]!));
    }
    for (const wording of wordings) for (const word of wording) this.has[word] = 0;
    return found;
  }

  /** The paragraphs of a report that contain enough words of the wordings, by thread. */
  private propose(report: number, asked: number, counters: Counters): Map<number, number[]> {
    const { index, scope } = this.source;
    const { table } = index;
    const { has } = this;
    const tokens = index.tokensOfReport(report);
    const proposed = new Map<number, number[]>();
    const end = table.firstOf[report + 1]!;
    let next = 0;
    for (let paragraph = table.firstOf[report]!; paragraph < end; paragraph++) {
      const from = next;
      next += index.lengthOf(paragraph) + 1;
      if (scope.paragraphs?.[paragraph] === 0) continue;
      let enough = counters.enough(tokens, from, next - 1, has) & asked;
      while (enough !== 0) {
        const t = 31 - Math.clz32(enough);
        enough &= ~(1 << t);
        const list = proposed.get(t);
        if (list) list.push(paragraph);
        else proposed.set(t, [paragraph]);
      }
    }
    return proposed;
  }

  private best(
    proposed: readonly number[] | undefined,
    bit: number,
    wording: Int32Array,
  ): FoundSentence | null {
    if (!proposed) return null;
    const near = proposed.filter((paragraph) => this.mayBeHalfAlike(paragraph, bit, wording.length));
    if (near.length === 0) return null;
    const { boundaries, textOf, index, isTaken } = this.source;
    this.source.budget?.spend(near.length);
    this.lcs.load(wording, index.wordCount + 1);
    const bounded = near.map((paragraph) => {
      const common = this.lcs.length(index.tokensOf(paragraph));
      return { paragraph, bound: windowBound(wording.length, common) };
    });
    bounded.sort((x, y) => y.bound - x.bound || x.paragraph - y.paragraph);
    let best: FoundSentence | null = null;
    for (const { paragraph, bound } of bounded) {
      if (bound < (best?.similarity ?? LEAST)) break;
      const tokens = index.tokensOf(paragraph);
      const ends = boundaries.ends(paragraph, textOf) ?? [tokens.length];
      for (let n = 0; n < ends.length; n++) {
        const from = n === 0 ? 0 : ends[n - 1]!;
        const to = ends[n]!;
        const common = this.lcs.length(tokens, from, to);
        const found = { paragraph, from, to, similarity: similarityOf(common, wording.length, to - from) };
        if (found.similarity < LEAST || (best && !isBetter(found, best))) continue;
        if (!isTaken(paragraph, from, to)) best = found;
      }
    }
    return best;
  }

  /**
   * Half alike: 4·common − its length ≥ the wording's. The maximum of that sum over runs (Kadane), whatever the order.
   */
  private mayBeHalfAlike(paragraph: number, bit: number, length: number): boolean {
    const { has } = this;
    const tokens = this.source.index.tokensOf(paragraph);
    let run = 0;
    for (let at = 0; at < tokens.length; at++) {
      run += (has[tokens[at]!]! & bit) === 0 ? -1 : 3;
      if (run < 0) run = 0;
      else if (run >= length) return true;
    }
    return false;
  }
}

function isBetter(x: FoundSentence, y: FoundSentence): boolean {
  if (x.similarity !== y.similarity) return x.similarity > y.similarity;
  return x.paragraph === y.paragraph ? x.from < y.from : x.paragraph < y.paragraph;
}
