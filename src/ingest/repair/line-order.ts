/**
 * Finds the reading order of one stored line: which cuts into pieces, under which grouping, make the likeliest run of
 * words. A beam search in reading order; a state knows what has been read and the last word, which the next piece may
 * go on.
 */
import type { Atom } from './atoms.ts';
import { cutGlued, findBoundaries } from './cuts.ts';
import type { Evidence } from './evidence.ts';
import {
  type Around,
  begin,
  type Line,
  type OrderedLine,
  readAtom,
  readAtoms,
  readStraight,
  type State,
  toParts,
} from './line-state.ts';
import { type Grouping, groupings } from './run-order.ts';
import { JOIN, type Seam, seamBetween, seamInside } from './seams.ts';

/** States kept per place. */
const BEAM = 4;

/** @param trailing count of spaces behind the last atom. */
export function orderLine(
  stored: readonly Atom[],
  trailing: number,
  around: Around,
  evidence: Evidence,
): OrderedLine {
  const atoms = cutGlued(stored, evidence);
  const line: Line = {
    atoms,
    trailing,
    ...around,
    evidence,
    boundaries: findBoundaries(atoms),
    straight: [],
    ignored: [],
  };
  readStraight(line);
  const memo: Memo = new Map();
  let best: State | null = null;
  for (const grouping of likelyGroupings(line)) {
    const state = search(line, grouping, memo);
    if (state && (!best || state.cost < best.cost - 1e-9)) best = state;
  }
  return best ? { parts: toParts(line, best), cost: best.cost } : { parts: [], cost: 0 };
}

/** So many groupings are searched in full. */
const GROUPINGS = 7;

/** Of many groupings the best under certain cuts alone: they differ in where the last group begins. */
function likelyGroupings(line: Line): Grouping[] {
  const all = groupings(line.atoms, line.boundaries);
  if (all.length <= GROUPINGS) return all;
  const { boundaries } = line;
  const cut = boundaries.cut.map((price) => (price > 0 ? Number.POSITIVE_INFINITY : price));
  const coarse: Line = { ...line, boundaries: { ...boundaries, cut } };
  const memo: Memo = new Map();
  const ranked = all.map((grouping) => ({
    grouping,
    cost: search(coarse, grouping, memo)?.cost ?? Number.POSITIVE_INFINITY,
  }));
  ranked.sort((a, b) => a.cost - b.cost);
  return ranked.slice(0, GROUPINGS).map(({ grouping }) => grouping);
}

/** States after the first groups, by where those lie: groupings of a line differ in the last ones only. */
type Memo = Map<string, State[]>;

function search(line: Line, { groups, price }: Grouping, memo: Memo): State | null {
  let states = [begin(line.before, 0)];
  let key = '';
  for (const group of groups) {
    key += `${group.start}${group.broken ? '~' : '|'}${group.end} `;
    const known = memo.get(key);
    states = known ?? readGroup(line, states, group.start, group.end, group.broken);
    if (!known) memo.set(key, states);
  }
  let best: State | null = null;
  for (const state of states) {
    const cost =
      price + state.cost + (line.after && state.word ? line.evidence.after(state.word, line.after) : 0);
    if (!best || cost < best.cost) best = { ...state, cost };
  }
  return best;
}

/** Reads a group's pieces from its stored end to its beginning; of a broken one the last of them has to wait. */
function readGroup(line: Line, states: State[], start: number, end: number, broken: boolean): State[] {
  const { certain, cut } = line.boundaries;
  // at[p - start]: states that have read everything from p to the end.
  const at: State[][] = Array.from({ length: end - start + 1 }, () => []);
  at[end - start] = states;
  const result: State[] = [];
  for (let p = end; p > start; p--) {
    const here = p === end ? at[p - start]! : prune(at[p - start]!);
    if (here.length === 0) continue;
    for (let from = p - 1; from >= start; from--) {
      const price = from === start ? 0 : cut[from]!;
      if (price !== Number.POSITIVE_INFINITY) {
        for (const state of here) {
          const begun = price === 0 ? state : { ...state, cost: state.cost + price };
          if (from === start && broken) result.push(wait(line, begun, from, p));
          else readPiece(line, begun, from, p, p === end, at[from - start]!);
        }
      }
      if (certain[from]) break;
    }
  }
  if (!broken) result.push(...at[0]!);
  return prune(result, broken ? 16 : BEAM);
}

/** The piece goes in front of what waits already; what it will cost is counted but for its beginning, a fragment. */
function wait(line: Line, state: State, start: number, end: number): State {
  const waiting = [{ start, end }, ...state.waiting];
  let blank = begin(null, 0);
  let fragment = 0;
  waiting.forEach((piece, i) => {
    [blank = blank] = enter(line, blank, piece.start, i === 0 ? piece.start + 1 : piece.end, i > 0);
    if (i > 0) return;
    fragment = blank.paid;
    for (let k = piece.start + 1; k < piece.end; k++)
      readAtom(line, blank, k, seamInside(line.atoms, k, line.evidence));
  });
  return { ...state, waiting, waits: blank.cost - fragment };
}

/** Reads one piece, then, behind the group's stored end, the pieces that waited for it. */
function readPiece(
  line: Line,
  state: State,
  start: number,
  end: number,
  lastStored: boolean,
  out: State[],
): void {
  const pieces = lastStored ? [{ start, end }, ...state.waiting] : [{ start, end }];
  let states = [lastStored ? { ...state, waiting: [], waits: 0 } : state];
  pieces.forEach((piece, i) => {
    states = states.flatMap((each) => enter(line, each, piece.start, piece.end, i > 0));
  });
  out.push(...states);
}

/** The states after reading atoms `start` to `end`: the first may go on the last word or not. */
function enter(line: Line, state: State, start: number, end: number, goesOn: boolean): State[] {
  const seam: Seam = goesOn ? JOIN : seamBetween(line.atoms, line.trailing, state.last, start);
  const out: State[] = [];
  for (const joins of [false, true]) {
    const price = joins ? seam.join : seam.part;
    if (price === Number.POSITIVE_INFINITY) continue;
    const path = { start, end, joins, back: state.path };
    const next: State = {
      ...state,
      cost: state.cost + price + line.ignored[end - 1]! - line.ignored[start]!,
      path,
    };
    readAtoms(line, next, start, end, joins);
    out.push(next);
  }
  return out;
}

function prune(states: State[], most = BEAM): State[] {
  if (states.length <= 1) return states;
  states.sort((a, b) => a.cost + a.waits - b.cost - b.waits);
  return states.length > most ? states.slice(0, most) : states;
}
