/** Doubt: which words of a side have an uncertain reading, and which differences may only come from the reading. */
import type { DiffPart } from './body.ts';
import { type Piece, type Prepared, pieceAt, type Side } from './side.ts';

/** For each token whether it is in the paragraph's doubts; null if the paragraph has none. */
function doubtsOf(prepared: Prepared): Uint8Array | null {
  if (prepared.doubted !== undefined) return prepared.doubted;
  const { doubts } = prepared.paragraph;
  const doubted = doubts.length === 0 ? null : new Uint8Array(prepared.tokens.length);
  let d = 0;
  prepared.tokens.forEach(({ start, end }, at) => {
    while (d < doubts.length && doubts[d]![1] <= start) d++;
    const doubt = doubts[d];
    if (doubted && doubt && doubt[0] <= start && end <= doubt[1]) doubted[at] = 1;
  });
  prepared.doubted = doubted;
  return doubted;
}

function hasDoubts(side: Side): boolean {
  return side.pieces.some(({ prepared }) => doubtsOf(prepared) !== null);
}

function isDoubted(side: Side, at: number): boolean {
  if (at < 0 || at >= side.ids.length) return false;
  const piece = side.pieces[pieceAt(side, at)] as Piece;
  return doubtsOf(piece.prepared)?.[piece.from + at - piece.first] === 1;
}

function allDoubted(side: Side, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isDoubted(side, at)) return false;
  return from < to;
}

/** Tokens of both sides that make one part of a diff; empty on one side for an insertion or deletion. */
export interface Stretch {
  base0: number;
  base1: number;
  other0: number;
  other1: number;
}

/**
 * Whether a part of a diff is doubtful: all its words on one side are in doubt, or it is an insertion or deletion and a
 * word next to the gap on the other side is.
 */
export function isDoubtful(part: Stretch, base: Side, other: Side): boolean {
  if (!hasDoubts(base) && !hasDoubts(other)) return false;
  const { base0, base1, other0, other1 } = part;
  if (allDoubted(base, base0, base1) || allDoubted(other, other0, other1)) return true;
  if (base0 === base1) return isDoubted(base, base0 - 1) || isDoubted(base, base0);
  if (other0 === other1) return isDoubted(other, other0 - 1) || isDoubted(other, other0);
  return false;
}

/** Whether a change between aligned texts is doubtful: it has parts that differ, and all of them are doubtful. */
export function allDoubtful(diff: readonly DiffPart[]): boolean {
  const differing = diff.filter(({ op }) => op !== 'equal');
  return differing.length > 0 && differing.every(({ doubtful }) => doubtful);
}

/** Whether an added or removed paragraph is doubtful: half of its words are in doubt. */
export function isMostlyDoubted(prepared: Prepared): boolean {
  return prepared.ids.length > 0 && 2 * countDoubted(prepared) >= prepared.ids.length;
}

export function isWhollyDoubted(prepared: Prepared): boolean {
  return prepared.ids.length > 0 && countDoubted(prepared) === prepared.ids.length;
}

function countDoubted(prepared: Prepared): number {
  return doubtsOf(prepared)?.reduce((sum, one) => sum + one, 0) ?? 0;
}
