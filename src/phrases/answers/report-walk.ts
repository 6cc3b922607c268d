/**
 * Walks through a report, position by position: the runs of words that begin at each position, and where they occur in
 * the collection. In the report's own segment its suffixes say so; in the others, matching statistics.
 */
import type { CollectionIndex, IndexPart } from '../collection-index.ts';
import type { Interval } from '../intervals.ts';
import { MatchWalker } from './match-walker.ts';

/** Suffixes `first`…`last` of a segment, both inclusive, that begin with a run. */
export interface PartRange {
  part: IndexPart;
  first: number;
  last: number;
  /** Number of words in the run; the suffixes may share more. */
  depth: number;
}

/**
 * A run of words and all suffixes that begin with it: a range for each segment that has any, the report's own first.
 */
export interface Run {
  depth: number;
  ranges: readonly PartRange[];
}

/** Number of suffixes that begin with a run, masked ones included. */
export function sizeOf({ ranges }: Run): number {
  let size = 0;
  for (const { first, last } of ranges) size += last - first + 1;
  return size;
}

/** A run's key within one report: runs with the same words have the same key. */
export function keyOf({ depth, ranges }: Run): number | string {
  const { first } = ranges[0]!;
  // Exact up to 2^21 words.
  return depth < 0x200000 ? depth * 0x100000000 + first : `${depth}:${first}`;
}

export class ReportWalk {
  private readonly own: IndexPart;
  private readonly ownAt: number;
  private readonly others: readonly Other[];
  /** Added to the report's positions in its segment to get the collection's. */
  readonly shift: number;
  /** Positions of the paragraph in the report's segment. */
  private from = 0;
  private to = 0;
  /**
   * By segment, the report's own first: where the present run occurs (null if it is too long for the segment), and the
   * next one.
   */
  private readonly now: (PartRange | null)[] = [];
  private readonly after: (PartRange | null)[] = [];

  /** @param longest runs in other segments are followed no further than this */
  constructor(index: CollectionIndex, report: number, longest?: number) {
    const { table } = index;
    this.ownAt = table.segmentOf[report]!;
    this.own = index.parts[this.ownAt]!;
    this.shift = table.shiftOf(report);
    this.others = index.parts
      .filter((_, at) => at !== this.ownAt)
      .map((part) => ({
        part,
        walker: new MatchWalker(part.index, longest),
        tokenOf: new Map(),
        found: null,
      }));
  }

  /** Begins a paragraph, given by its number in the report's segment; `next` then goes to its first position. */
  paragraph(local: number): { from: number; to: number } {
    const { tokenStart } = this.own.part.segment;
    this.from = tokenStart.at(local) - 1;
    this.to = tokenStart.at(local + 1) - 1;
    if (this.others.length > 0) {
      const tokens = this.own.index.tokens.slice(this.from + 1, this.to);
      for (const other of this.others) other.walker.begin(this.translated(tokens, other));
    }
    return { from: this.from + 1, to: this.to };
  }

  /** Goes to the next position, in the report's segment. */
  next(): number {
    this.from += 1;
    for (const other of this.others) other.found = other.walker.next();
    return this.from;
  }

  /** The longest run that begins here; null if the paragraph ends before `minWords`. */
  longest(minWords: number): Run | null {
    const rest = this.to - this.from;
    if (rest < minWords) return null;
    const { rank, intervals } = this.own.index;
    const at = rank.at(this.from);
    const repeated = rangeOf(this.own, intervals.deepest(at));
    if (repeated?.depth === rest) this.set(0, repeated);
    else {
      this.now[0] = { part: this.own, first: at, last: at, depth: rest };
      this.after[0] = repeated;
    }
    for (let i = 0; i < this.others.length; i += 1) {
      const { part, found } = this.others[i]!;
      const range = found && found.depth >= minWords ? rangeOf(part, found) : null;
      if (range?.depth === rest) this.set(i + 1, range);
      else {
        this.now[i + 1] = null;
        this.after[i + 1] = range;
      }
    }
    return this.run(rest);
  }

  /**
   * The longest of the shorter runs that begin here and have more occurrences, down to `minWords`; null if there is
   * none. Runs of a length in between have the same occurrences as the longer run.
   */
  shorter(minWords: number): Run | null {
    let depth = 0;
    for (const range of this.after) if (range !== null && range.depth > depth) depth = range.depth;
    if (depth < minWords) return null;
    for (let i = 0; i < this.after.length; i += 1) {
      const range = this.after[i]!;
      if (range?.depth === depth) this.set(i, range);
    }
    return this.run(depth);
  }

  /** Where the run of exactly this many words from here occurs; it must not go past the paragraph's end. */
  window(length: number): Run {
    const { rank, intervals } = this.own.index;
    const at = rank.at(this.from);
    const { first, last } = intervals.around(at, at, length);
    const ranges: PartRange[] = [{ part: this.own, first, last, depth: length }];
    for (const { part, found } of this.others) {
      if (!found || found.depth < length) continue;
      const { first, last } =
        found.depth === length ? found : part.index.intervals.around(found.first, found.last, length);
      ranges.push({ part, first, last, depth: length });
    }
    return { depth: length, ranges };
  }

  private set(place: number, range: PartRange): void {
    this.now[place] = range;
    this.after[place] = rangeOf(range.part, range.part.index.intervals.parent(range));
  }

  private run(depth: number): Run {
    if (this.now.length === 1) return { depth, ranges: [this.now[0]!] };
    return { depth, ranges: this.now.filter((range) => range !== null) };
  }

  /** The paragraph's tokens in another segment's numbering; 0 for a word that it lacks. */
  private translated(tokens: ArrayLike<number>, { part, tokenOf }: Other): Uint32Array {
    return Uint32Array.from(tokens, (token) => {
      let other = tokenOf.get(token);
      if (other === undefined) {
        other = part.index.words.id(this.own.index.words.word(token - 1)) + 1;
        tokenOf.set(token, other);
      }
      return other;
    });
  }
}

/** Another segment, its numbers for the words of the report, and the longest run that it contains from here on. */
interface Other {
  part: IndexPart;
  walker: MatchWalker;
  tokenOf: Map<number, number>;
  found: Interval | null;
}

function rangeOf(part: IndexPart, interval: Interval | null): PartRange | null {
  return interval && { part, first: interval.first, last: interval.last, depth: interval.depth };
}
