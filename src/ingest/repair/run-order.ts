/**
 * How a broken layer orders a line, and how to reverse that.
 *
 * The producer drew a line as segments in reading order, and each segment's pieces (it is cut at every long kashida)
 * from left to right. The extractor collects pieces as long as each is to the left of the previous one, putting the new
 * one in front, and begins a new group when a piece is to the right. So a line is stored as groups; inside a group the
 * pieces are reversed; the first stored piece of a group (if it begins with loose kashida) continues the word that ends
 * the last stored piece of the next group. A line without broken kashida is one group, with its pieces reversed.
 */
import type { Atom } from './atoms.ts';
import { type Boundaries, isBracket, isStop } from './cuts.ts';
import { orderThresholds } from './thresholds.ts';

/** Atoms `start` to `end` (exclusive). */
export interface Group {
  start: number;
  end: number;
  /** Its first stored piece continues the last stored piece of the next group. */
  broken: boolean;
}

/** One possible grouping of a line. */
export type Grouping = readonly Group[];

export function groupings(atoms: readonly Atom[], boundaries: Boundaries): Grouping[] {
  const { breakKashidas } = orderThresholds;
  const found: Grouping[] = [];
  const latin = latinFirst(atoms);
  if (latin) found.push(latin);
  const long = brokenGroups(atoms, boundaries, breakKashidas);
  const short = atoms.some((atom) => atom.lead === 1) ? brokenGroups(atoms, boundaries, 1) : [];
  found.push(...long, ...short, [{ start: 0, end: atoms.length, broken: false }]);
  return found;
}

/**
 * The last group has no loose kashida at its beginning: every space after the last group that has one is a candidate.
 */
function brokenGroups(atoms: readonly Atom[], boundaries: Boundaries, least: number): Grouping[] {
  const starts: number[] = [];
  for (let i = 0; i < atoms.length; i++) {
    if (atoms[i]!.lead >= least && (i === 0 || atoms[i]!.gap > 0)) starts.push(i);
  }
  const last = starts.at(-1);
  if (last === undefined) return [];
  const found: Grouping[] = [];
  for (let i = last + 1; i < atoms.length; i++) {
    if (atoms[i]!.inner || (atoms[i]!.gap === 0 && !boundaries.certain[i])) continue;
    const edges = [...new Set([0, ...starts, i]), atoms.length];
    // What comes before the first loose kashida is a separate group only if it is broken too.
    found.push(
      edges.slice(0, -1).map((start, g) => ({ start, end: edges[g + 1]!, broken: g < edges.length - 2 })),
    );
  }
  return found;
}

/** A line that begins with Latin is stored from the left: Latin, then the rest as a separate line, then the stop. */
function latinFirst(atoms: readonly Atom[]): Grouping | null {
  const at = atoms.findIndex((atom) => atom.kind === 'latin');
  if (at < 0 || atoms.slice(0, at).some((atom) => !isBracket(atom))) return null;
  let rest = at + 1;
  while (rest < atoms.length && isBracket(atoms[rest]!)) rest++;
  if (rest >= atoms.length) return null;
  const edges = [0, rest];
  if (isStop(atoms.at(-1)!) && rest < atoms.length - 1) edges.push(atoms.length - 1);
  edges.push(atoms.length);
  return edges.slice(0, -1).map((start, i) => ({ start, end: edges[i + 1]!, broken: false }));
}
