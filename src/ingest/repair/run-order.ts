/**
 * How a broken layer orders a line, and the way back.
 *
 * The producer drew a line as segments in reading order, each segment's pieces (it is cut at every long kashida) from
 * left to right. The extractor gathers pieces as long as each lies left of the one before, putting the new one in
 * front, and begins a new group when a piece lies to the right. So a line is stored as groups; inside a group the
 * pieces stand in reverse; a group is followed by the next piece to the right of the *same* segment. A line without
 * broken kashidas is one group: its pieces simply stand in reverse.
 */

/** Boundaries of a line of n atoms: index i is the boundary before atom i; 0 and n are always cuts. */
export interface Cuts {
  /** A piece begins here. */
  piece: boolean[];
  /** A group begins here; every one of these is also a piece's beginning. */
  group: boolean[];
  /** Groups that do not go on the segment of the group before: so a line that begins with Latin is stored. */
  fresh: boolean[];
}

/** A piece: atoms from `start` to `end` (exclusive). `joined`: it goes on the word of the piece before it. */
export interface Piece {
  start: number;
  end: number;
  joined: boolean;
}

/** The pieces of a stored line in reading order. */
export function readingOrder(count: number, cuts: Cuts): Piece[] {
  const pieces: Piece[] = [];
  let segment: Piece[] = [];
  let groupStart = 0;
  const flush = () => {
    for (let i = segment.length - 1; i >= 0; i--) pieces.push(segment[i]!);
    segment = [];
  };
  while (groupStart < count) {
    let groupEnd = groupStart + 1;
    while (groupEnd < count && !cuts.group[groupEnd]) groupEnd++;
    let end = groupEnd;
    for (let at = groupEnd - 1; at >= groupStart; at--) {
      if (at !== groupStart && !cuts.piece[at]) continue;
      // The group's rightmost piece goes on the segment of the group before; each further one begins its own.
      if (end !== groupEnd || cuts.fresh[groupStart]) flush();
      else if (segment.length > 0) segment.at(-1)!.joined = true;
      segment.push({ start: at, end, joined: false });
      end = at;
    }
    groupStart = groupEnd;
  }
  flush();
  return pieces;
}
