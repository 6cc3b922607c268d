/** How alike two paragraphs are in content: words in common in order, and rare words in common in any order. */
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
  /** Longest common subsequence, words. */
  common: number;
  /** 2·common / words of both. */
  similarity: number;
  /** 0…1 up from chance: half order, half rare words, less where little speaks for it. */
  score: number;
}

/** Similarity below which two texts are about different things more often than they are one text reworded. */
const LEAST = 0.34;
/** Similarity below which the common words must be spread over the texts, or begin them. */
const PLAIN = 0.45;
/** Spread: each run of common words counts with the root of its length, so that one shared term is not much. */
const SPREAD = 0.28;
/** Words in common at the beginning that make a formula. */
const OPENING = 3;

/** Whether two texts may be one text reworded, however well they would fit otherwise. */
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

/** Holds one paragraph against many. */
export class LikenessMatcher {
  private readonly lcs = new LcsMatcher();
  private readonly counts: Int32Array;
  private readonly vocabulary: Vocabulary;
  private readonly rarity: Rarity;
  private ids: Int32Array = new Int32Array(0);
  private sum = 0;

  constructor(vocabulary: Vocabulary, rarity: Rarity) {
    this.vocabulary = vocabulary;
    this.rarity = rarity;
    this.counts = new Int32Array(vocabulary.size);
  }

  load(ids: Int32Array): this {
    for (const id of this.ids) this.counts[id] = 0;
    this.ids = ids;
    for (const id of ids) this.counts[id]!++;
    this.sum = this.rarity.sum(ids);
    this.lcs.load(ids, this.vocabulary.size);
    return this;
  }

  /** @param otherSum `rarity.sum(other)` */
  against(other: Int32Array, otherSum: number): Likeness {
    const { counts, rarity, vocabulary } = this;
    let shared = 0;
    let evidence = 0;
    for (const id of other) {
      const left = counts[id] as number;
      if (left > 0) {
        shared += rarity.of(id);
        evidence += vocabulary.isParticle(id) ? 0.25 : 1;
      }
      counts[id] = left - 1;
    }
    for (const id of other) counts[id]!++;
    const common = evidence === 0 ? 0 : this.lcs.length(other);
    const similarity = similarityOf(common, this.ids.length, other.length);
    const bag = this.sum + otherSum === 0 ? 0 : (2 * shared) / (this.sum + otherSum);
    const score = evidence === 0 ? 0 : (similarity + bag) / 2 - 0.3 / (1 + evidence);
    return { common, similarity, score };
  }
}
