/**
 * The word diff: words matched, changes merged into whole ones, given as ranges into both originals. Ranges cover whole
 * words and ascend on both sides; with the text between them, either side can be restored.
 */
import type { DiffPart, DiffRange } from '../body.ts';
import { isDoubtful } from '../doubt.ts';
import { type Piece, pieceAt, type Side, sameExactly, tokenAt } from '../side.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { alignTokens, inOrder } from './align.ts';
import { cleanUp, type Run, runsOf } from './cleanup.ts';
import { innerRanges, type Spelt } from './letters.ts';

export interface WordDiff {
  /** Matched words before the clean-up: for each token of the base the other's, or -1. */
  matches: Int32Array;
  parts: DiffPart[];
}

export function wordDiff(base: Side, other: Side, vocabulary: Vocabulary): WordDiff {
  const matches = alignTokens(base.ids, other.ids, vocabulary);
  const runs = runsOf(matches);
  // Cleaned up in the direction of the alignment, so that swapping the sides swaps the answer.
  let cleaned: Run[];
  if (inOrder(base.ids, other.ids, vocabulary)) cleaned = cleanUp(runs, base, other, vocabulary);
  else cleaned = cleanUp(runs.map(swap), other, base, vocabulary).map(swap);
  return { matches, parts: partsOf(cleaned, base, other) };
}

function swap(run: Run): Run {
  return { base: run.other, other: run.base, length: run.length };
}

/** Tokens of both sides that make one part. */
interface Segment {
  equal: boolean;
  base0: number;
  base1: number;
  other0: number;
  other1: number;
}

function partsOf(runs: readonly Run[], base: Side, other: Side): DiffPart[] {
  const segments: Segment[] = [];
  let i = 0;
  let j = 0;
  for (const run of runs) {
    addChange(segments, base, other, i, run.base, j, run.other);
    addEqual(segments, base, other, run);
    i = run.base + run.length;
    j = run.other + run.length;
  }
  addChange(segments, base, other, i, base.ids.length, j, other.ids.length);
  return keepShared(segments, base, other).map((segment) => partOf(segment, base, other));
}

/** An equal run, cut where paragraphs end and where the spelling differs. */
function addEqual(segments: Segment[], base: Side, other: Side, run: Run): void {
  let open: Segment | undefined;
  let openPieces = -1;
  for (let k = 0; k < run.length; k++) {
    const i = run.base + k;
    const j = run.other + k;
    const equal = sameExactly(base, i, other, j);
    const pieces = pieceAt(base, i) + pieceAt(other, j);
    if (open && open.equal === equal && openPieces === pieces) {
      open.base1++;
      open.other1++;
    } else {
      open = { equal, base0: i, base1: i + 1, other0: j, other1: j + 1 };
      openPieces = pieces;
      segments.push(open);
    }
  }
}

/** A change, cut where paragraphs end. */
function addChange(
  segments: Segment[],
  base: Side,
  other: Side,
  base0: number,
  base1: number,
  other0: number,
  other1: number,
): void {
  const cuts = (side: Side, from: number, to: number) =>
    side.pieces
      .map(
        (piece) => [Math.max(from, piece.first), Math.min(to, piece.first + piece.to - piece.from)] as const,
      )
      .filter(([start, end]) => start < end);
  const left = cuts(base, base0, base1);
  const right = cuts(other, other0, other1);
  for (let k = 0; k < Math.max(left.length, right.length); k++) {
    const [b0, b1] = left[k] ?? [base1, base1];
    const [o0, o1] = right[k] ?? [other1, other1];
    segments.push({ equal: false, base0: b0, base1: b1, other0: o0, other1: o1 });
  }
}

/**
 * If one character gave several tokens (ﷺ), a boundary among them moves after the last of them, and the segments on
 * both sides of it are changes.
 */
function keepShared(segments: readonly Segment[], base: Side, other: Side): Segment[] {
  const kept: Segment[] = [];
  let base0 = 0;
  let other0 = 0;
  for (const segment of segments) {
    const base1 = Math.max(base0, behindShared(base, segment.base1));
    const other1 = Math.max(other0, behindShared(other, segment.other1));
    const same =
      base0 === segment.base0 &&
      base1 === segment.base1 &&
      other0 === segment.other0 &&
      other1 === segment.other1;
    if (base1 > base0 || other1 > other0)
      kept.push({ equal: segment.equal && same, base0, base1, other0, other1 });
    base0 = base1;
    other0 = other1;
  }
  return kept;
}

function behindShared(side: Side, at: number): number {
  let end = at;
  while (sharesRange(side, end)) end++;
  return end;
}

function sharesRange(side: Side, at: number): boolean {
  if (at <= 0 || at >= side.ids.length || pieceAt(side, at) !== pieceAt(side, at - 1)) return false;
  return tokenAt(side, at - 1).end > tokenAt(side, at).start;
}

function partOf(segment: Segment, base: Side, other: Side): DiffPart {
  const left = rangeOf(base, segment.base0, segment.base1);
  const right = rangeOf(other, segment.other0, segment.other1);
  const doubtful = isDoubtful(segment, base, other);
  if (segment.equal) return { op: 'equal', base: left, other: right, doubtful };
  if (!left) return { op: 'insert', base: null, other: right, doubtful };
  if (!right) return { op: 'delete', base: left, other: null, doubtful };
  const inner = innerRanges(
    spelt(base, segment.base0, segment.base1),
    spelt(other, segment.other0, segment.other1),
  );
  return inner
    ? { op: 'replace', base: left, other: right, inner, doubtful }
    : { op: 'replace', base: left, other: right, doubtful };
}

function rangeOf(side: Side, from: number, to: number): DiffRange | null {
  if (from >= to) return null;
  const piece = side.pieces[pieceAt(side, from)] as Piece;
  const paragraph = piece.prepared.paragraph.id;
  return { paragraph, start: tokenAt(side, from).start, end: tokenAt(side, to - 1).end };
}

function spelt(side: Side, from: number, to: number): Spelt[] {
  const list: Spelt[] = [];
  for (let at = from; at < to; at++) {
    const { text, start, end } = tokenAt(side, at);
    const raw = (side.pieces[pieceAt(side, at)] as Piece).prepared.paragraph.text.slice(start, end);
    list.push({ folded: text, raw, start });
  }
  return list;
}
