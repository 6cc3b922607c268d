/**
 * LCP intervals: the suffixes that share a run of words are adjacent in the suffix array, and the runs that one suffix
 * begins with are nested intervals around it. They are found by the nearest smaller value on both sides, using the
 * minima of blocks of 64 (and of blocks of blocks) to skip what is deeper.
 */
import { type Numbers, numbersUpTo } from './numbers.ts';
import type { Column } from './storage/index.ts';

const blockBits = 6;

/** Suffixes `first`…`last`, both inclusive, share exactly `depth` words, and no suffix outside shares that many. */
export interface Interval {
  first: number;
  last: number;
  depth: number;
}

export class LcpIntervals {
  readonly lcp: Column;
  private readonly least: readonly Column[];

  /** `lcp` as returned by `longestCommonPrefixes`, `least` by `leastOfBlocks`. */
  constructor(lcp: Column, least: readonly Column[]) {
    this.lcp = lcp;
    this.least = least;
  }

  /** The longest run that the suffix at `rank` shares with another; null if it does not share a word. */
  deepest(rank: number): Interval | null {
    const depth = Math.max(this.lcp.at(rank), this.lcp.at(rank + 1));
    return depth === 0 ? null : this.around(rank, rank, depth);
  }

  /** The next larger interval around this one; null if that has depth 0. */
  parent(interval: Interval): Interval | null {
    const depth = Math.max(this.lcp.at(interval.first), this.lcp.at(interval.last + 1));
    return depth === 0 ? null : this.around(interval.first, interval.last, depth);
  }

  /** Suffixes around `first`…`last` that share at least `depth` words with them. */
  around(first: number, last: number, depth: number): Interval {
    return { first: this.smallerBefore(first, depth), last: this.smallerAfter(last + 1, depth) - 1, depth };
  }

  /**
   * Where an interval's number of reports is stored: the first index inside (after `first`) with the minimum. The
   * `depth` of `interval` may be less than all its suffixes share; it has at least two suffixes.
   */
  mark({ first, last, depth }: Interval): number {
    const at = this.smallerAfter(first + 1, depth + 1);
    return at <= last ? at : this.smallerAfter(first + 1, this.leastIn(first + 1, last) + 1);
  }

  /** The minimum of `from`…`to`, both inclusive. */
  private leastIn(from: number, to: number): number {
    let least = Number.POSITIVE_INFINITY;
    let values = this.lcp;
    for (let level = 0; ; level += 1) {
      const above = this.least[level];
      // The ends of the range up to whole blocks; each block in between is one value on the next level.
      while (from <= to && (above === undefined || (from & 63) !== 0)) {
        least = Math.min(least, values.at(from));
        from += 1;
      }
      while (from <= to && (to & 63) !== 63) {
        least = Math.min(least, values.at(to));
        to -= 1;
      }
      if (from > to || above === undefined) return least;
      values = above;
      from >>= blockBits;
      to >>= blockBits;
    }
  }

  /** First index from `from` on with a value below `depth` (at least 1). */
  private smallerAfter(from: number, depth: number): number {
    let values = this.lcp;
    let level = 0;
    let i = from;
    for (;;) {
      while (i < values.length && (i & 63) !== 0 && values.at(i) >= depth) i += 1;
      if (i < values.length && (i & 63) !== 0) break;
      const above = this.least[level];
      if (above === undefined) {
        while (values.at(i) >= depth) i += 1;
        break;
      }
      values = above;
      level += 1;
      i >>= blockBits;
      if (i < values.length && values.at(i) < depth) break;
    }
    for (; level > 0; level -= 1) {
      values = level === 1 ? this.lcp : this.least[level - 2]!;
      i <<= blockBits;
      while (values.at(i) >= depth) i += 1;
    }
    return i;
  }

  /** Last index up to `from` with a value below `depth` (at least 1). */
  private smallerBefore(from: number, depth: number): number {
    let values = this.lcp;
    let level = 0;
    let i = from;
    for (;;) {
      while ((i & 63) !== 63 && i >= 0 && values.at(i) >= depth) i -= 1;
      if (i >= 0 && (i & 63) !== 63) break;
      const above = this.least[level];
      if (above === undefined || i < 0) {
        while (values.at(i) >= depth) i -= 1;
        break;
      }
      values = above;
      level += 1;
      i >>= blockBits;
      if (values.at(i) < depth) break;
    }
    for (; level > 0; level -= 1) {
      values = level === 1 ? this.lcp : this.least[level - 2]!;
      i = Math.min((i << blockBits) | 63, values.length - 1);
      while (values.at(i) >= depth) i -= 1;
    }
    return i;
  }
}

/** Minima of blocks of 64, then of blocks of 64 of those, until one block holds all. The same for any width. */
export function leastOfBlocks(lcp: Numbers): Numbers[] {
  const levels: Numbers[] = [];
  for (let below = lcp; below.length > 1 << blockBits; below = levels.at(-1)!) levels.push(leastOf(below));
  return levels;
}

/** As `leastOfBlocks`, for values that come one by one. */
export class LeastOfBlocks {
  private readonly least: Numbers;
  private count = 0;

  constructor(length: number, largest: number) {
    this.least = numbersUpTo(largest, (length + 63) >>> blockBits);
  }

  push(value: number): void {
    const block = this.count >>> blockBits;
    if ((this.count & 63) === 0 || value < this.least[block]!) this.least[block] = value;
    this.count += 1;
  }

  end(): Numbers[] {
    return this.count > 1 << blockBits ? [this.least, ...leastOfBlocks(this.least)] : [];
  }
}

function leastOf(values: Numbers): Numbers {
  const blocks = (values.length + 63) >> blockBits;
  const least = values instanceof Uint16Array ? new Uint16Array(blocks) : new Uint32Array(blocks);
  for (let block = 0; block < blocks; block += 1) {
    const end = Math.min((block + 1) << blockBits, values.length);
    let smallest = values[block << blockBits]!;
    for (let i = (block << blockBits) + 1; i < end; i += 1) if (values[i]! < smallest) smallest = values[i]!;
    least[block] = smallest;
  }
  return least;
}
