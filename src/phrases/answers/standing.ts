/**
 * Whether a run of words occurs in one report: looks only at the report's own suffixes, however many the run has
 * elsewhere.
 */
import type { CollectionIndex, IndexPart } from '../collection-index.ts';
import { lowerBound } from '../numbers.ts';
import type { Run } from './report-walk.ts';

export class Standing {
  private readonly part: IndexPart;
  /** Ranks of the report's suffixes in its segment, ascending. */
  private readonly ranks: Uint32Array;

  /** @param paragraphs 0 at the number of each paragraph that does not count; null: all count */
  constructor(index: CollectionIndex, report: number, paragraphs: Uint8Array | null) {
    const { firstOf, segmentOf, localOf } = index.table;
    this.part = index.parts[segmentOf[report]!]!;
    const { segment } = this.part.part;
    const shift = segment.firstOf[localOf[report]!]! - firstOf[report]!;
    const ranks: number[] = [];
    for (let paragraph = firstOf[report]!; paragraph < firstOf[report + 1]!; paragraph += 1) {
      if (paragraphs?.[paragraph] === 0) continue;
      const from = segment.tokenStart.at(paragraph + shift);
      const to = segment.tokenStart.at(paragraph + shift + 1) - 1;
      for (const rank of this.part.index.rank.slice(from, to)) ranks.push(rank);
    }
    this.ranks = Uint32Array.from(ranks).sort();
  }

  /** Number of tokens that count. */
  get words(): number {
    return this.ranks.length;
  }

  /** How often the run occurs there. */
  count({ ranges }: Run): number {
    const own = ranges.find(({ part }) => part === this.part);
    return own ? lowerBound(this.ranks, own.last + 1) - lowerBound(this.ranks, own.first) : 0;
  }
}
