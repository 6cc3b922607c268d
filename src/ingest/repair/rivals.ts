/**
 * The readings of a line that come close to the best. A search keeps every reading that lost to another which continues
 * alike, so what it has read is a lattice, and the best complete reading through each of its pieces is found by going
 * backwards from the line's end.
 */
import { type Part, type Read, toParts } from './line-state.ts';
import type { Line } from './line-units.ts';
import { orderThresholds } from './thresholds.ts';

/** A reading of a whole line: its last piece and its cost. */
export interface End {
  read: Read;
  cost: number;
}

export interface Rival {
  parts: Part[];
  /** Maximum difference in cost from the best, in nats. */
  behind: number;
}

/**
 * A piece of the lattice: by how much the best complete reading through it is worse than the best, and the next piece
 * of that reading.
 */
interface Node {
  behind: number;
  next: Read | null;
}

export function piecesOf(path: Read | null): Read[] {
  const pieces: Read[] = [];
  for (let read = path; read; read = read.back) pieces.push(read);
  return pieces.reverse();
}

/** Each differs from the best and from the others; nearest first. */
export function rivals(line: Line, best: { path: Read | null; cost: number }, ends: readonly End[]): Rival[] {
  if (!best.path) return [];
  const { rivals: most } = orderThresholds;
  const nodes = spread(best.cost, ends);
  const near = [...nodes].sort((a, b) => a[1].behind - b[1].behind);
  const seen = new Set([signature(piecesOf(best.path), line)]);
  const covered = new Set<Read>();
  const found: Rival[] = [];
  for (const [read, { behind }] of near) {
    if (found.length === most) break;
    if (covered.has(read)) continue;
    const pieces = piecesOf(read);
    for (let next = nodes.get(read)!.next; next; next = nodes.get(next)!.next) pieces.push(next);
    for (const piece of pieces) if (nodes.get(piece)?.behind === behind) covered.add(piece);
    const key = signature(pieces, line);
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ parts: toParts(line, pieces), behind: Math.max(0, behind) });
  }
  return found;
}

/** From the ends backwards, each piece after all that continue from it. */
function spread(least: number, ends: readonly End[]): Map<Read, Node> {
  const { rivalLead } = orderThresholds;
  const order: Read[] = [];
  const seen = new Set<Read>();
  const visit = (read: Read) => {
    if (seen.has(read)) return;
    seen.add(read);
    if (read.back) visit(read.back);
    for (const other of read.others ?? []) visit(other.read);
    order.push(read);
  };
  const nodes = new Map<Read, Node>();
  const reach = (read: Read, behind: number, next: Read | null) => {
    if (behind > rivalLead) return;
    const known = nodes.get(read);
    if (!known) nodes.set(read, { behind, next });
    else if (behind < known.behind) Object.assign(known, { behind, next });
  };
  for (const { read, cost } of ends) {
    if (cost - least > rivalLead) continue;
    visit(read);
    reach(read, cost - least, null);
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const read = order[i]!;
    const node = nodes.get(read);
    if (!node) continue;
    if (read.back) reach(read.back, node.behind, read);
    for (const other of read.others ?? []) reach(other.read, node.behind + other.behind, node.next);
  }
  return nodes;
}

/** The order of the atoms and which of them are joined. */
function signature(pieces: readonly Read[], line: Line): string {
  let key = '';
  for (const { start, end, joins } of pieces)
    for (let i = start; i < end; i++) key += `${(i === start ? joins : line.inside[i]) ? '+' : ' '}${i}`;
  return key;
}
