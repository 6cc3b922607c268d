/**
 * A report walked through, position by position: the runs of words that begin at each, and where in the collection they
 * stand. In the report's own segment its suffixes say so; in the others matching statistics do.
 */
import type { CollectionIndex, IndexPart } from '../collection-index.ts';
import type { Interval } from '../intervals.ts';
import { MatchWalker } from './match-walker.ts';

/** Suffixes `first`…`last` of a segment, both inside, that begin with a run. */
export interface PartRange {
  part: IndexPart;
  first: number;
  last: number;
  /** Words that all of them share, where the index's LCP intervals have just this one; else 0. */
  depth: number;
}

/** A run of words, and all that begin with it: a range for each segment that has any, the report's own first. */
export interface Run {
  depth: number;
  ranges: readonly PartRange[];
}

/** How many suffixes begin with a run; masked ones among them. */
export function sizeOf({ ranges }: Run): number {
  let size = 0;
  for (const { first, last } of ranges) size += last - first + 1;
  return size;
}

/** A run's key among those of one report: runs have the same key when they are the same words. */
export function keyOf({ depth, ranges }: Run): number | string {
  const { first } = ranges[0]!;
  // Exact up to 2^21 words.
  return depth < 0x200000 ? depth * 0x100000000 + first : `${depth}:${first}`;
}

/** The interval of one segment that holds a run, and the larger one around it when it is asked for. */
interface Chain {
  part: IndexPart;
  /** Of the runs so far; null while they are too long for this segment. */
  now: PartRange | null;
  next: PartRange | null;
}

export class ReportWalk {
  private readonly own: IndexPart;
  private readonly ownAt: number;
  private readonly others: { part: IndexPart; walker: MatchWalker; tokenOf: Map<number, number> }[];
  /** Added to the report's positions in its segment to give the collection's. */
  readonly shift: number;
  /** Positions of the paragraph in the report's segment. */
  private from = 0;
  private to = 0;
  private found: (Interval | null)[] = [];

  /** @param longest runs in other segments are followed no further */
  constructor(index: CollectionIndex, report: number, longest?: number) {
    const { table } = index;
    this.ownAt = table.segmentOf[report]!;
    this.own = index.parts[this.ownAt]!;
    this.shift = table.shiftOf(report);
    this.others = index.parts
      .filter((_, at) => at !== this.ownAt)
      .map((part) => ({ part, walker: new MatchWalker(part.index, longest), tokenOf: new Map() }));
  }

  /** Begins a paragraph, named by its number in the report's segment; `next` then goes to its first position. */
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
    this.found = this.others.map(({ walker }) => walker.next());
    return this.from;
  }

  /** The runs that begin here, longest first, down to `minWords`; shorter ones stand where the next one does. */
  *runs(minWords: number): Generator<Run> {
    const rest = this.to - this.from;
    if (rest < minWords) return;
    const chains = [this.ownChain(rest), ...this.otherChains(minWords)];
    let depth = rest;
    for (;;) {
      const ranges: PartRange[] = [];
      for (const { now } of chains) if (now !== null) ranges.push(now);
      yield { depth, ranges };
      depth = 0;
      for (const { next } of chains) if (next !== null && next.depth > depth) depth = next.depth;
      if (depth < minWords) return;
      for (const chain of chains) {
        if (chain.next?.depth !== depth) continue;
        chain.now = chain.next;
        chain.next = parentOf(chain.part, chain.now);
      }
    }
  }

  /** Where the run of exactly so many words from here stands, which must not go past the paragraph's end. */
  window(length: number): Run {
    const { rank, intervals } = this.own.index;
    const at = rank.at(this.from);
    const ranges: PartRange[] = [{ part: this.own, ...intervals.around(at, at, length), depth: 0 }];
    for (const [i, { part }] of this.others.entries()) {
      const found = this.found[i];
      if (!found || found.depth < length) continue;
      const { first, last } =
        found.depth === length ? found : part.index.intervals.around(found.first, found.last, length);
      ranges.push({ part, first, last, depth: 0 });
    }
    return { depth: length, ranges };
  }

  /** The suffix itself, then what it shares with others. */
  private ownChain(rest: number): Chain {
    const part = this.own;
    const { rank, intervals } = part.index;
    const at = rank.at(this.from);
    const deepest = intervals.deepest(at);
    const repeated = deepest && { part, ...deepest };
    if (repeated?.depth === rest) return { part, now: repeated, next: parentOf(part, repeated) };
    return { part, now: { part, first: at, last: at, depth: rest }, next: repeated };
  }

  private otherChains(minWords: number): Chain[] {
    const rest = this.to - this.from;
    return this.others.flatMap(({ part }, i): Chain[] => {
      const found = this.found[i];
      if (!found || found.depth < minWords) return [];
      const range = { part, ...found };
      return found.depth === rest
        ? [{ part, now: range, next: parentOf(part, range) }]
        : [{ part, now: null, next: range }];
    });
  }

  /** The paragraph's tokens as another segment numbers them; 0 for a word that it lacks. */
  private translated(
    tokens: ArrayLike<number>,
    { part, tokenOf }: (typeof this.others)[number],
  ): Uint32Array {
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

function parentOf(part: IndexPart, range: PartRange): PartRange | null {
  const parent = part.index.intervals.parent(range);
  return parent && { part, ...parent };
}
