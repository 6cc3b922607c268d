/** How similar two paragraphs are in content: words in common in order, and rare words in common in any order. */
import { alignTokens } from '../diff/align.ts';
import { runsOf } from '../diff/cleanup.ts';
import { LcsMatcher, similarityOf } from '../lcs.ts';
import type { Prepared } from '../side.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** Each paragraph of both sides: rarity of words as inverse document frequency (Spärck Jones 1972). */
export class Rarity {
  private readonly rarity: Float64Array;

  constructor(sides: readonly (readonly Prepared[])[], vocabulary: Vocabulary) {
    const frequency = new Int32Array(vocabulary.size);
    const seen = new Int32Array(vocabulary.size);
    let paragraphs = 0;
    for (const side of sides)
      for (const { ids } of side) {
        paragraphs++;
        for (const id of ids) {
          if (seen[id] === paragraphs) continue;
          seen[id] = paragraphs;
          frequency[id]!++;
        }
      }
    this.rarity = new Float64Array(vocabulary.size);
    for (let id = 0; id < frequency.length; id++) {
      const rarity = 0.3 + Math.log((paragraphs + 2) / ((frequency[id] as number) + 1));
      this.rarity[id] = vocabulary.isParticle(id) ? rarity / 4 : rarity;
    }
  }

  of(id: number): number {
    return this.rarity[id] as number;
  }

  sum(ids: Int32Array): number {
    let sum = 0;
    for (const id of ids) sum += this.rarity[id] as number;
    return sum;
  }
}

export interface Likeness {
  /** Length of the longest common subsequence, in words. */
  common: number;
  /** The same if any number, date or ordinal matches any other; at least `common`. */
  alike: number;
  /** 2·alike / words of both. */
  similarity: number;
  /** 2·common / words of both. */
  own: number;
  /**
   * 2·(numbers, dates and ordinals that replace others) / words of both; a printed number at the beginning does not
   * count.
   */
  otherDetails: number;
  /** Up to 1: half for order, half for rare words, less if there is little evidence. */
  score: number;
}

/** A text with its measurements. */
export interface View {
  ids: Int32Array;
  /** The ids with all details mapped to the same one. */
  blurred: Int32Array;
  /** Whether it has a detail. */
  hasDetails: boolean;
  sum: number;
}

/** Score below which two paragraphs are better left unpaired. */
export const APART = 0.24;

/**
 * Upper bound of the score for texts of this many words and this much rarity: as if all of the smaller one were in the
 * other.
 */
export function greatestScore(words: readonly [number, number], sums: readonly [number, number]): number {
  const share = ([a, b]: readonly [number, number]) => similarityOf(Math.min(a, b), a, b);
  return (share(words) + Math.max(share(words), share(sums))) / 2;
}

/** Below this similarity two texts are more often about different things than one text reworded. */
const LEAST = 0.34;
/** Below this similarity the common words must be spread over the texts, or begin them. */
const PLAIN = 0.45;
/**
 * Spread: each run of common words counts with the square root of its length, so that one shared term does not count
 * much.
 */
const SPREAD = 0.28;
/** Number of common words at the beginning that make a formula. */
const OPENING = 3;

/** Whether two texts can be one text reworded, however well they fit otherwise. */
export function isPlausible(
  likeness: Likeness,
  base: Int32Array,
  other: Int32Array,
  vocabulary: Vocabulary,
): boolean {
  if (likeness.similarity < LEAST) return false;
  if (likeness.similarity >= PLAIN) return true;
  let opening = 0;
  while (opening < OPENING && opening < base.length && base[opening] === other[opening]) opening++;
  if (opening === OPENING) return true;
  let spread = 0;
  for (const { length } of runsOf(alignTokens(base, other, vocabulary))) spread += Math.sqrt(length);
  return (2 * spread) / (base.length + other.length) >= SPREAD;
}

/** For texts so long that details make no difference, they are not mapped: cells of words against words. */
const MOST_BLURRED = 1e7;
/** The weight of the words themselves compared with the words after mapping details. */
const OWN = 0.6;

/** Compares one paragraph with many. */
export class LikenessMatcher {
  private readonly lcs = new LcsMatcher();
  private readonly blurredLcs = new LcsMatcher();
  private readonly counts: Int32Array;
  private readonly vocabulary: Vocabulary;
  private readonly rarity: Rarity;
  private readonly size: number;
  private loaded: View = { ids: new Int32Array(0), blurred: new Int32Array(0), hasDetails: false, sum: 0 };

  constructor(vocabulary: Vocabulary, rarity: Rarity) {
    this.vocabulary = vocabulary;
    this.rarity = rarity;
    this.size = vocabulary.size;
    this.counts = new Int32Array(vocabulary.size);
  }

  view(ids: Int32Array): View {
    const hasDetails = ids.some((id) => this.vocabulary.isDetail(id));
    const blurred = hasDetails ? ids.map((id) => (this.vocabulary.isDetail(id) ? this.size : id)) : ids;
    return { ids, blurred, hasDetails, sum: this.rarity.sum(ids) };
  }

  load(view: View): this {
    for (const id of this.loaded.ids) this.counts[id] = 0;
    this.loaded = view;
    for (const id of view.ids) this.counts[id]!++;
    this.lcs.load(view.ids, this.size);
    if (view.hasDetails) this.blurredLcs.load(view.blurred, this.size + 1);
    return this;
  }

  against(other: View): Likeness {
    const { counts, rarity, vocabulary, loaded } = this;
    let shared = 0;
    let evidence = 0;
    for (const id of other.ids) {
      const left = counts[id] as number;
      if (left > 0) {
        shared += rarity.of(id);
        evidence += vocabulary.isParticle(id) ? 0.25 : 1;
      }
      counts[id] = left - 1;
    }
    for (const id of other.ids) counts[id]!++;
    const common = evidence === 0 ? 0 : this.lcs.length(other.ids);
    const blur =
      loaded.hasDetails && other.hasDetails && loaded.ids.length * other.ids.length <= MOST_BLURRED;
    const alike = blur ? this.blurredLcs.length(other.blurred) : common;
    const similarity = similarityOf(alike, loaded.ids.length, other.ids.length);
    const own = similarityOf(common, loaded.ids.length, other.ids.length);
    if (alike === 0) return { common, alike, similarity, own, otherDetails: 0, score: 0 };
    const order = OWN * own + (1 - OWN) * similarity;
    const bag = loaded.sum + other.sum === 0 ? 0 : (2 * shared) / (loaded.sum + other.sum);
    const worth = (order + OWN * bag + (1 - OWN) * Math.max(bag, similarity)) / 2;
    const renumbered =
      blur && loaded.ids[0] !== other.ids[0] && loaded.blurred[0] === other.blurred[0] ? 1 : 0;
    return {
      common,
      alike,
      similarity,
      own,
      otherDetails: similarityOf(
        Math.max(0, alike - common - renumbered),
        loaded.ids.length,
        other.ids.length,
      ),
      score: worth - 0.3 / (1 + evidence + (alike - common) / 4),
    };
  }
}
