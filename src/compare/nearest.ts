/**
 * The paragraphs of a collection with a passage most similar to a text, through the phrase index. First rare words and
 * runs propose; then every paragraph that by its count of the text's words could still be among the nearest is compared
 * (prefix filtering: Chaudhuri, Ganti and Kaushik 2006), so that from `CERTAIN` on nothing nearer is missed.
 */
import type { Budget } from '../phrases/budget.ts';
import type { PhraseIndex } from '../phrases/types.ts';
import { LcsMatcher, similarityOf } from './lcs.ts';
import { bestWindow, type Window, windowBound } from './passage.ts';

export interface Near {
  /** Paragraph number in the index. */
  paragraph: number;
  similarity: number;
  /** The passage, if passages are compared. */
  window?: Window;
}

export interface NearestOptions {
  /** Whether whole paragraphs are compared instead of the best passage of each. */
  whole: boolean;
  limit: number;
  /** Minimum similarity of a hit, 0…1. */
  least: number;
  /** The limit on the answer's work; none if absent. */
  budget?: Budget | undefined;
  /** By paragraph number. */
  inScope: (paragraph: number) => boolean;
}

/** Similarity from which on the answer is complete as long as the budgets last. */
const CERTAIN = 0.5;
/** Maximum number of paragraphs proposed by rare runs, the most promising first. */
const PROPOSED = 100;
/** Maximum number of postings of runs that are read; the rarest come first. */
const RUN_POSTINGS = 15_000;
/** Maximum number of postings of single words that are read: bounds the work for a long text of common words. */
const WORD_POSTINGS = 1_500_000;
/** Maximum work for comparing: ten for a word compared with 32 of the text's words, or with one of them in a window. */
const WORK = 12_000_000;
/** Number of paragraphs that are compared before the rest is judged by the results. */
const AT_ONCE = 50;
/** A run of words is rare enough to propose by itself if it occurs at most this often. */
const RARE = 2_000;
/** Maximum length of the runs tried if shorter ones are too common. */
const LONGEST = 4;

/**
 * The nearest paragraphs, nearest first, then by paragraph number.
 * @param words folded words of the text
 * @param index of the `folded` profile
 */
export function nearestParagraphs(
  words: readonly string[],
  index: PhraseIndex,
  options: NearestOptions,
): Near[] {
  const hits = new Nearest(words, index, options);
  hits.measure(byRuns(words, index, options.inScope));
  hits.measure(byCounts(words, index, options, Math.max(CERTAIN, hits.floor())));
  return hits.list;
}

/** Runs whose paragraphs `nearestParagraphs` proposes first. */
export function soughtRuns(words: readonly string[], index: PhraseIndex): string[][] {
  return runsRead(words, index).map((run) => run.words);
}

/** The paragraphs that remain to be compared have these words at least that often, all together. */
export interface SoughtCount {
  words: string[];
  least: number;
}

/**
 * What `nearestParagraphs` searches for after those with the runs.
 * @param index with the paragraphs that have the runs
 * @returns null if there is nothing else to compare
 */
export function soughtCount(
  words: readonly string[],
  index: PhraseIndex,
  options: NearestOptions,
): SoughtCount | null {
  const hits = new Nearest(words, index, options);
  hits.measure(byRuns(words, index, options.inScope));
  const counted = countsRead(words, index, Math.max(CERTAIN, hits.floor()));
  if (counted === null || counted.read.length === 0) return null;
  const { read, unread, needed } = counted;
  return { words: read.map(({ word }) => word), least: Math.max(1, needed - unread) };
}

interface Bounded {
  paragraph: number;
  /** An upper bound of its similarity. */
  bound: number;
}

/** The nearest found so far. */
class Nearest {
  readonly list: Near[] = [];
  private readonly index: PhraseIndex;
  private readonly options: NearestOptions;
  /** Words in the index's numbering; those that it lacks are 0 and match nothing. */
  private readonly query: Int32Array;
  private readonly lcs: LcsMatcher;
  private readonly measured = new Set<number>();
  private work = 0;

  constructor(words: readonly string[], index: PhraseIndex, options: NearestOptions) {
    this.index = index;
    this.options = options;
    this.query = Int32Array.from(words, (word) => index.wordId(word) + 1);
    this.lcs = new LcsMatcher().load(
      this.query.filter((id) => id > 0),
      index.wordCount + 1,
    );
  }

  /** The similarity that a paragraph must exceed to become a hit. */
  floor(): number {
    const { limit, least } = this.options;
    return this.list.length < limit ? least : (this.list[limit - 1] as Near).similarity;
  }

  /** Adds those that are similar enough, the most promising first. */
  measure(proposed: readonly Bounded[]): void {
    for (let from = 0; from < proposed.length; from += AT_ONCE) {
      const inOrder = proposed.slice(from, from + AT_ONCE).filter(({ paragraph, bound }) => {
        if (this.isTooFar(bound) || this.measured.has(paragraph)) return false;
        this.measured.add(paragraph);
        return true;
      });
      if (this.work > WORK || this.isTooFar((proposed[from] as Bounded).bound)) return;
      this.measureWindows(inOrder.map(({ paragraph }) => this.inOrder(paragraph)).sort(byBound));
    }
  }

  /** A tighter bound: the words in common in order. For a whole paragraph that is the similarity itself. */
  private inOrder(paragraph: number): Bounded {
    const ids = this.tokens(paragraph);
    this.work += 10 * ids.length * (1 + (this.query.length >> 5));
    this.options.budget?.spend((ids.length * this.query.length) / 5000);
    const common = this.lcs.length(ids);
    return {
      paragraph,
      bound: this.options.whole
        ? similarityOf(common, this.query.length, ids.length)
        : windowBound(this.query.length, common),
    };
  }

  private measureWindows(bounded: readonly Bounded[]): void {
    for (const { paragraph, bound } of bounded) {
      if (this.work > WORK || this.isTooFar(bound)) return;
      if (this.options.whole) {
        this.offer(paragraph, bound);
        continue;
      }
      const ids = this.tokens(paragraph);
      this.work += 10 * ids.length * this.query.length;
      this.options.budget?.spend((ids.length * this.query.length) / 30);
      const window = bestWindow(this.query, ids, this.list[this.options.limit - 1]?.window);
      if (window) this.offer(paragraph, window.similarity, window);
    }
  }

  private isTooFar(bound: number): boolean {
    const { limit, least } = this.options;
    return bound < least || (this.list.length >= limit && bound <= this.floor());
  }

  private offer(paragraph: number, similarity: number, window?: Window): void {
    const { list, options } = this;
    if (similarity < options.least) return;
    let at = list.length;
    while (at > 0 && isNearer({ paragraph, similarity }, list[at - 1] as Near)) at--;
    if (at >= options.limit) return;
    list.splice(at, 0, { paragraph, similarity, ...(window ? { window } : {}) });
    if (list.length > options.limit) list.pop();
  }

  /** The words of a paragraph, in place. */
  private tokens(paragraph: number): Int32Array {
    return this.index.tokensOf(paragraph);
  }
}

function isNearer(x: Near, y: Near): boolean {
  return x.similarity > y.similarity || (x.similarity === y.similarity && x.paragraph < y.paragraph);
}

function byBound(x: Bounded, y: Bounded): number {
  return y.bound - x.bound || x.paragraph - y.paragraph;
}

/** Paragraphs by how much rare wording they share with the text, most first; this does not say how near they are. */
function byRuns(
  words: readonly string[],
  index: PhraseIndex,
  inScope: (paragraph: number) => boolean,
): Bounded[] {
  const shares = new Map<number, number>();
  const seen = new Set<number>();
  for (const run of runsRead(words, index)) {
    const worth = Math.log(1 + index.tokenCount / run.count);
    seen.clear();
    index.eachOccurrence(run.words, (paragraph) => {
      if (seen.has(paragraph)) return;
      seen.add(paragraph);
      if (inScope(paragraph)) shares.set(paragraph, (shares.get(paragraph) ?? 0) + worth);
    });
  }
  return [...shares]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, PROPOSED)
    .map(([paragraph]) => ({ paragraph, bound: 1 }));
}

/** The rarest ones, as many as may be read. */
function runsRead(words: readonly string[], index: PhraseIndex): Run[] {
  const runs = rareRuns(words, index).sort((x, y) => x.count - y.count || (x.key < y.key ? -1 : 1));
  let read = 0;
  const end = runs.findIndex(({ count }) => {
    if (read > 0 && read + count > RUN_POSTINGS) return true;
    read += count;
    return false;
  });
  return end < 0 ? runs : runs.slice(0, end);
}

interface Run {
  key: string;
  words: string[];
  count: number;
}

/** The shortest rare run from each word of the text on; the longest tried if there is none. */
function rareRuns(words: readonly string[], index: PhraseIndex): Run[] {
  const found = new Map<string, Run>();
  for (let at = 0; at < words.length; at++) {
    for (let length = 1; length <= LONGEST && at + length <= words.length; length++) {
      const run = words.slice(at, at + length);
      const key = run.join(' ');
      if (found.has(key)) break;
      const count = index.count(run);
      if (count === 0) break;
      if (count > RARE && length < LONGEST && at + length < words.length) continue;
      found.set(key, { key, words: run, count });
      break;
    }
  }
  return [...found.values()];
}

/**
 * Paragraphs with so many of the text's words that they may be more than `than` alike, the most promising first. Such a
 * paragraph shares at least `needed` words with the text, so it contains one of the rarer words, unless all shared ones
 * are among the most common, which are fewer than `needed`. Only the postings of the rarer ones are read.
 */
function byCounts(
  words: readonly string[],
  index: PhraseIndex,
  { whole, inScope }: NearestOptions,
  than: number,
): Bounded[] {
  const counted = countsRead(words, index, than);
  if (counted === null) return [];
  const { read, unread, needed } = counted;
  const length = words.length;
  const shared = new Uint32Array(index.table.count);
  for (const { word } of read)
    index.eachOccurrence([word], (paragraph) => {
      shared[paragraph]!++;
    });
  const found: Bounded[] = [];
  for (let paragraph = 0; paragraph < shared.length; paragraph++) {
    const most = shared[paragraph] === 0 ? 0 : (shared[paragraph] as number) + unread;
    if (most < needed) continue;
    const own = index.lengthOf(paragraph);
    const common = Math.min(most, own, length);
    const bound = whole ? similarityOf(common, length, own) : windowBound(length, common);
    if (bound > than && inScope(paragraph)) found.push({ paragraph, bound });
  }
  return found.sort(byBound);
}

interface Counted {
  word: string;
  /** In the text, and in the collection. */
  times: number;
  count: number;
}

/** Null if nothing can be more alike. */
function countsRead(
  words: readonly string[],
  index: PhraseIndex,
  than: number,
): { read: Counted[]; unread: number; needed: number } | null {
  if (than >= 1) return null;
  const needed = Math.floor((than * words.length) / (2 - than) + 1e-9) + 1;
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  const rarest = [...times]
    .map(([word, times]) => ({ word, times, count: index.count([word]) }))
    .filter(({ count }) => count > 0)
    .sort((x, y) => x.count - y.count || (x.word < y.word ? -1 : 1));
  /** Words of the text whose postings are not read: any paragraph may contain them. */
  let unread = rarest.reduce((sum, { times }) => sum + times, 0);
  let postings = 0;
  const end = rarest.findIndex(({ times, count }) => {
    if (unread < needed || (postings > 0 && postings + count > WORD_POSTINGS)) return true;
    unread -= times;
    postings += count;
    return false;
  });
  return { read: end < 0 ? rarest : rarest.slice(0, end), unread, needed };
}
