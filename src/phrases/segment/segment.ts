/** One segment for reading: its paragraphs, and its index under each profile. */
import type { Profile } from 'arabic-normalizer';
import type { Column } from '../storage/index.ts';
import type { SegmentProfile } from './profile.ts';

/** Where a segment's numbers come from: a file, or arrays just built. */
export interface SegmentColumns {
  /** Random and unique to the segment. */
  readonly name: string;
  readonly reports: readonly string[];
  readonly firstOf: Uint32Array;
  readonly startOf: Uint32Array;
  readonly kindOf: Column;
  readonly rowOf: Column;
  readonly tokenStart: Column;
  readonly paragraphOf64: Column;
  profile(profile: Profile): SegmentProfile;
}

/** A segment, and the numbers of those of its reports that do not count (replaced or removed). */
export interface LiveSegment {
  segment: Segment;
  masked: ReadonlySet<number>;
}

export class Segment {
  readonly name: string;
  /** Ids of its reports; a report's index here is its number in the segment. */
  readonly reports: readonly string[];
  /** First paragraph, and position of the first token, of each report; one entry more than reports. */
  readonly firstOf: Uint32Array;
  readonly startOf: Uint32Array;
  readonly kindOf: Column;
  readonly rowOf: Column;
  /** Position of each paragraph's first token; one entry more than paragraphs. */
  readonly tokenStart: Column;
  private readonly paragraphOf64: Column;
  private readonly open: (profile: Profile) => SegmentProfile;
  private readonly byProfile = new Map<Profile, SegmentProfile>();

  constructor(columns: SegmentColumns) {
    this.name = columns.name;
    this.reports = columns.reports;
    this.firstOf = columns.firstOf;
    this.startOf = columns.startOf;
    this.kindOf = columns.kindOf;
    this.rowOf = columns.rowOf;
    this.tokenStart = columns.tokenStart;
    this.paragraphOf64 = columns.paragraphOf64;
    this.open = (profile) => columns.profile(profile);
  }

  /** Count of paragraphs. */
  get paragraphs(): number {
    return this.kindOf.length;
  }

  /** Number of positions: tokens, and a separator for each paragraph. */
  get positions(): number {
    return this.startOf.at(-1)!;
  }

  profile(profile: Profile): SegmentProfile {
    let index = this.byProfile.get(profile);
    if (!index) {
      index = this.open(profile);
      this.byProfile.set(profile, index);
    }
    return index;
  }

  /** The paragraph that contains a position. */
  paragraphAt(position: number): number {
    const before = this.paragraphOf64.at(Math.floor(position / 64));
    return this.tokenStart.firstAbove(position, before + 1) - 1;
  }
}
