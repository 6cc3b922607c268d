/** A segment as part of a set: which of its reports count, and what its numbers are in the collection. */
import type { Profile } from 'arabic-normalizer';
import { lowerBound } from './numbers.ts';
import type { RankRange } from './segment/profile.ts';
import type { Segment } from './segment/segment.ts';
import type { ParagraphTable } from './table.ts';

/** The parts of a table's segments, in their order. */
export function partsOf({ segments, reports, segmentOf, localOf }: ParagraphTable): Part[] {
  const globalOf = segments.map((segment) => new Int32Array(segment.reports.length).fill(-1));
  for (let report = 0; report < reports.length; report += 1)
    globalOf[segmentOf[report]!]![localOf[report]!] = report;
  return segments.map((segment, place) => new Part(segment, globalOf[place]!));
}

export class Part {
  readonly segment: Segment;
  /** Report number in the collection for each report of the segment; -1 for a masked one (replaced or removed). */
  readonly globalOf: Int32Array;
  /** Reports of the segment that are masked, ascending. */
  readonly masked: readonly number[];
  private readonly maskedRanks = new Map<Profile, Uint32Array>();

  constructor(segment: Segment, globalOf: Int32Array) {
    this.segment = segment;
    this.globalOf = globalOf;
    this.masked = [...globalOf.keys()].filter((local) => globalOf[local] === -1);
  }

  /** Number of a range's suffixes that are not masked. */
  count(profile: Profile, { first, end }: RankRange): number {
    if (end === first || this.masked.length === 0) return end - first;
    const ranks = this.ranksOfMasked(profile);
    return end - first - (lowerBound(ranks, end) - lowerBound(ranks, first));
  }

  /** Indexes of the masked suffixes, ascending: those in a range are counted by two binary searches. */
  private ranksOfMasked(profile: Profile): Uint32Array {
    let ranks = this.maskedRanks.get(profile);
    if (!ranks) {
      const { rank, tokens } = this.segment.profile(profile);
      const { startOf } = this.segment;
      const all: number[] = [];
      for (const local of this.masked) {
        const [from, to] = [startOf[local]!, startOf[local + 1]!];
        const ofTokens = tokens.slice(from, to);
        const ofRanks = rank.slice(from, to);
        for (let i = 0; i < ofTokens.length; i += 1) if (ofTokens[i] !== 0) all.push(ofRanks[i]!);
      }
      ranks = Uint32Array.from(all).sort();
      this.maskedRanks.set(profile, ranks);
    }
    return ranks;
  }
}
