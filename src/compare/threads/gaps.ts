/**
 * What stands in the reports that have no version of a thread: of each report the sentence most like a given wording,
 * at least half alike. Complete without reading every text: a sentence so alike holds a third of the wording's words
 * or more, so the phrase index proposes the paragraphs that hold enough of the rarer ones (prefix filtering:
 * Chaudhuri, Ganti and Kaushik 2006); two closer bounds, on the numbers alone, decide whose sentences are looked at.
 */
import type { Scope } from '../../phrases/scope.ts';
import type { PhraseIndex } from '../../phrases/types.ts';
import { LcsMatcher, similarityOf } from '../lcs.ts';
import { windowBound } from '../passage.ts';
import type { SentenceBoundaries } from './boundaries.ts';
import { LEAST } from './lineages.ts';

/** A report, and the wording that is looked for in it: folded words as the index numbers them, 1 and up. */
export interface Gap {
  report: number;
  wording: Int32Array;
}

/** Tokens `from` to below `to` of a paragraph. */
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
  /** Whether a sentence is another's already and cannot be found. */
  isTaken(paragraph: number, from: number, to: number): boolean;
}

/** Counts are kept in a byte. */
const FULL = 255;

export class SentenceFinder {
  private readonly source: SentenceSource;
  /** All words of the collection. */
  private readonly tokens: Int32Array;
  private readonly lcs = new LcsMatcher();
  /** By paragraph: how many of the words that were looked up it holds; all zero between calls. */
  private readonly held: Uint8Array;
  /** By word: 1 where the wording at hand has it. */
  private readonly has: Uint8Array;
  private loaded: Int32Array = new Int32Array(0);

  constructor(source: SentenceSource) {
    this.source = source;
    const { tokens, table, wordCount } = source.index;
    this.tokens = new Int32Array(tokens.buffer, tokens.byteOffset, tokens.length);
    this.held = new Uint8Array(table.count);
    this.has = new Uint8Array(wordCount + 1);
  }

  /** One answer for each gap; each report once. Among equals the first in reading order. */
  find(gaps: readonly Gap[]): (FoundSentence | null)[] {
    const { firstOf } = this.source.index.table;
    const needed = this.propose(gaps);
    return gaps.map(({ report, wording }) => {
      this.load(wording);
      const least = needed.get(wording)!;
      const candidates: Candidate[] = [];
      for (let paragraph = firstOf[report]!; paragraph < firstOf[report + 1]!; paragraph++) {
        const held = this.held[paragraph]!;
        this.held[paragraph] = 0;
        if (held < least) continue;
        const bound = this.boundOf(paragraph);
        if (bound >= LEAST) candidates.push({ paragraph, bound });
      }
      if (candidates.length === 0) return null;
      return this.best(candidates.sort((x, y) => y.bound - x.bound || x.paragraph - y.paragraph));
    });
  }

  /**
   * Counts the wordings' rarer words in the paragraphs of the gaps.
   * @returns how many of them a paragraph must hold to come into question, by wording
   */
  private propose(gaps: readonly Gap[]): Map<Int32Array, number> {
    const { index } = this.source;
    const inside = new Uint8Array(index.table.reports.length);
    const wordings = new Map<Int32Array, number>();
    let length = 0;
    for (const { report, wording } of gaps) {
      inside[report] = 1;
      length += index.reportTokens[report]!;
      wordings.set(wording, 0);
    }
    const read = new Set<number>();
    for (const wording of wordings.keys()) for (const word of this.rarerWords(wording)) read.add(word);
    const ranges = [...read].map((word) => index.range([index.word(word - 1)]));
    // Where that is more than all the words of these reports, every paragraph comes into question.
    if (ranges.reduce((sum, { first, end }) => sum + end - first, 0) > length) return wordings;
    const { held } = this;
    for (const { first, end } of ranges)
      for (let rank = first; rank < end; rank++) {
        if (inside[index.reportAt[rank]!] === 0) continue;
        const paragraph = index.paragraphAt(index.suffixes[rank]!);
        if (held[paragraph]! < FULL) held[paragraph]!++;
      }
    for (const wording of wordings.keys()) {
      const unread = wording.reduce((sum, word) => sum + (read.has(word) ? 0 : 1), 0);
      wordings.set(wording, Math.min(FULL, Math.ceil(leastCommon(wording.length)) - unread));
    }
    return wordings;
  }

  /** The rarest words of a wording, so many that a sentence without any of them cannot be half alike. */
  private rarerWords(wording: Int32Array): number[] {
    const { index } = this.source;
    const times = new Map<number, number>();
    for (const word of wording) times.set(word, (times.get(word) ?? 0) + 1);
    const counted = [...times].map(([word, count]) => ({
      word,
      times: count,
      places: index.count([index.word(word - 1)]),
    }));
    counted.sort((x, y) => x.places - y.places || x.word - y.word);
    let unread = wording.length;
    const rarer: number[] = [];
    for (const { word, times } of counted) {
      if (unread < leastCommon(wording.length)) break;
      unread -= times;
      rarer.push(word);
    }
    return rarer;
  }

  private load(wording: Int32Array): void {
    if (this.loaded === wording) return;
    for (const word of this.loaded) this.has[word] = 0;
    for (const word of wording) this.has[word] = 1;
    this.loaded = wording;
    this.lcs.load(wording, this.source.index.wordCount + 1);
  }

  /** No less than the similarity of any sentence of a paragraph of the scope; 0 where none is half alike. */
  private boundOf(paragraph: number): number {
    const { index, scope } = this.source;
    if (scope.paragraphs?.[paragraph] === 0) return 0;
    const { tokens, has } = this;
    const { length } = this.loaded;
    const start = index.tokenStart[paragraph]!;
    const end = index.tokenStart[paragraph + 1]! - 1;
    // Half alike: 4·common − its length ≥ the wording's. The greatest run of that sum (Kadane), whatever the order.
    let run = 0;
    let most = 0;
    for (let at = start; at < end; at++) {
      run += has[tokens[at]!] === 1 ? 3 : -1;
      if (run < 0) run = 0;
      else if (run > most) most = run;
    }
    return most < length ? 0 : windowBound(length, this.lcs.length(tokens, start, end));
  }

  /** @param candidates the most promising first */
  private best(candidates: readonly Candidate[]): FoundSentence | null {
    const { boundaries, textOf, index } = this.source;
    let best: FoundSentence | null = null;
    for (const { paragraph, bound } of candidates) {
      if (best && bound < best.similarity) break;
      const ends = boundaries.ends(paragraph, textOf);
      const start = index.tokenStart[paragraph]!;
      const length = index.tokenStart[paragraph + 1]! - 1 - start;
      for (let n = 0, from = 0; n < (ends?.length ?? 1); n++) {
        const to: number = ends ? ends[n]! : length;
        const common = this.lcs.length(this.tokens, start + from, start + to);
        const found = {
          paragraph,
          from,
          to,
          similarity: similarityOf(common, this.loaded.length, to - from),
        };
        from = to;
        if (found.similarity < LEAST || (best && !isBetter(found, best))) continue;
        if (!this.source.isTaken(paragraph, found.from, to)) best = found;
      }
    }
    return best;
  }
}

interface Candidate {
  paragraph: number;
  /** No less than the similarity of its sentences. */
  bound: number;
}

function isBetter(x: FoundSentence, y: FoundSentence): boolean {
  if (x.similarity !== y.similarity) return x.similarity > y.similarity;
  return x.paragraph === y.paragraph ? x.from < y.from : x.paragraph < y.paragraph;
}

/** What a text must have in common with one of `length` words to be half alike: 4·common ≥ both, and it is no shorter. */
function leastCommon(length: number): number {
  return length / 3;
}
