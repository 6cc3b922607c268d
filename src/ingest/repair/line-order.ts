/**
 * Finds the reading order of one stored line: which cuts into pieces, under which grouping, make the most likely run of
 * words. A beam search in reading order; a state knows what has been read and the last word, which the next piece may
 * continue. The best reading with certain cuts only bounds the search with all cuts.
 */
import type { Atom } from './atoms.ts';
import { cutGlued } from './cuts.ts';
import type { Evidence, Word } from './evidence.ts';
import { begin, NONE, type Part, readPiece, remember, type State, toParts } from './line-state.ts';
import { type Around, type Line, pieceWord, toLine } from './line-units.ts';
import { type End, piecesOf, type Rival, rivals } from './rivals.ts';
import { type Grouping, groupings } from './run-order.ts';
import { JOIN, seamBetween } from './seams.ts';
import { orderThresholds } from './thresholds.ts';

export interface OrderedLine {
  parts: Part[];
  /** Other readings that come close, nearest first; see `rivals.ts`. */
  rivals: () => Rival[];
  /** Number of cuts that are certain from the stored line, including its beginning. */
  certain: number;
  /** Negative logarithm of the likelihood. */
  cost: number;
}

/** A search over one line: `cut` holds the costs of the possible cuts. */
interface Search {
  line: Line;
  cut: readonly number[];
  /** States that must end above this are dropped. */
  limit: number;
  /** States after the first groups, by the groups' positions: groupings of a line differ only in the last ones. */
  memo: Map<string, State[]>;
  /** Takes the readings of the whole line. */
  ends: End[];
}

/** Number of groupings of a line that are searched in full, the most likely ones: a limit on time. */
const mostGroupings = 24;

/** @param trailing number of spaces after the last atom */
export function orderLine(
  stored: readonly Atom[],
  trailing: number,
  around: Around,
  evidence: Evidence,
): OrderedLine {
  const { slack } = orderThresholds;
  const line = toLine(cutGlued(stored, evidence), trailing, around, evidence);
  const { cut } = line.boundaries;
  const certain = cut.map((price) => (price > 0 ? Number.POSITIVE_INFINITY : price));
  const coarse: Search = { line, cut: certain, limit: Number.POSITIVE_INFINITY, memo: new Map(), ends: [] };
  const ranked = groupings(line.atoms, line.boundaries).flatMap((grouping) => {
    const state = search(coarse, grouping);
    return state ? [{ grouping, state }] : [];
  });
  ranked.sort((a, b) => a.state.cost - b.state.cost);
  const first = ranked[0]?.state;
  if (!first) return { parts: [], rivals: () => [], certain: 0, cost: 0 };
  let best = first;
  const ends: End[] = [];
  const full: Search = { line, cut, limit: best.cost + slack, memo: new Map(), ends };
  for (const { grouping } of ranked.slice(0, mostGroupings)) {
    const found = search(full, grouping);
    if (found && found.cost < best.cost - 1e-9) {
      best = found;
      full.limit = Math.min(full.limit, best.cost + slack);
    }
  }
  return {
    parts: toParts(line, piecesOf(best.path)),
    rivals: () => rivals(line, best, ends),
    certain: line.boundaries.certain.filter(Boolean).length,
    cost: best.cost,
  };
}

function search(within: Search, groups: Grouping): State | null {
  const { line, memo } = within;
  let states = [begin(line.before, 0)];
  let key = '';
  for (const group of groups) {
    key += `${group.start}${group.broken ? '~' : '|'}${group.end} `;
    const known = memo.get(key);
    states = known ?? readGroup(within, states, group.start, group.end, group.broken);
    if (!known) memo.set(key, states);
  }
  let best: State | null = null;
  for (const state of states) {
    const cost = state.cost + (line.after && state.word ? line.evidence.after(state.word, line.after) : 0);
    if (state.path) within.ends.push({ read: state.path, cost });
    if (!best || cost < best.cost) best = { ...state, cost };
  }
  return best;
}

/**
 * Reads a group's pieces from its stored end to its beginning; if the group is broken, the last of them has to wait.
 */
function readGroup(within: Search, states: State[], start: number, end: number, broken: boolean): State[] {
  const { line, cut, limit } = within;
  const { certain } = line.boundaries;
  const { least } = line;
  const ahead = least[line.atoms.length]! - least[end]!;
  // at[p - start]: states that have read everything from p to the end.
  const at: State[][] = Array.from({ length: end - start + 1 }, () => []);
  at[end - start] = states;
  const result: State[] = [];
  for (let p = end; p > start; p--) {
    const here = at[p - start]!;
    if (here.length === 0) continue;
    for (let from = p - 1; from >= start; from--) {
      const price = from === start ? 0 : cut[from]!;
      if (price !== Number.POSITIVE_INFINITY) {
        const rest = least[from]! - least[start]! + ahead;
        if (from === start && broken)
          for (const state of here)
            keep(result, wait(line, state, from, p), limit, ahead, orderThresholds.wideBeam);
        else readOn({ line, limit, here, start: from, end: p, price, rest, out: at[from - start]! });
      }
      if (certain[from]) break;
    }
  }
  return broken ? result : at[0]!;
}

/** The piece goes before those already waiting; its cost is counted now, except for its beginning, a fragment. */
function wait(line: Line, state: State, start: number, end: number): State {
  const waiting = [{ start, end }, ...state.waiting];
  let blank = begin(null, 0);
  let fragment = 0;
  waiting.forEach((piece, i) => {
    if (i === 0) {
      fragment = readPiece(line, blank, piece.start, piece.start + 1, false, 0).paid;
      blank = readPiece(line, blank, piece.start, piece.end, false, 0);
    } else blank = readPiece(line, blank, piece.start, piece.end, true, 0);
  });
  return { ...state, waiting, waits: blank.cost - fragment };
}

/** One piece to be read by all states so far, and where the states go that have read it. */
interface Step {
  line: Line;
  limit: number;
  here: readonly State[];
  start: number;
  end: number;
  price: number;
  /** Lower bound on the cost of what is not read yet. */
  rest: number;
  out: State[];
}

/** Reads one piece and, after the group's stored end, the pieces that were waiting for it. */
function readOn(step: Step): void {
  const { line, here, start, end, price, rest, out, limit } = step;
  const { atoms, trailing, least } = line;
  const { beam } = orderThresholds;
  const alone = readsAlone(step);
  const behindIt: { state: State; cost: number }[] = [];
  let nearest: State | null = null;
  let nearestCost = limit;
  let nearestPart = 0;
  for (const state of here) {
    const seam = seamBetween(atoms, trailing, state.last, start);
    const soFar = state.cost + price + rest;
    if (seam.part !== Number.POSITIVE_INFINITY && soFar + seam.part + least[end]! - least[start]! <= limit) {
      if (!alone) keep(out, readAll(line, state, start, end, false, seam.part + price), limit, rest, beam);
      else {
        const cost = soFar + seam.part + line.evidence.after(state.word, alone);
        if (cost < limit) behindIt.push({ state, cost });
        if (cost < nearestCost) {
          nearest = state;
          nearestCost = cost;
          nearestPart = seam.part;
        }
      }
    }
    if (seam.join === Number.POSITIVE_INFINITY || soFar + seam.join - state.paid > limit) continue;
    if (mayJoin(line, state, start, end))
      keep(out, readAll(line, state, start, end, true, seam.join + price), limit, rest, beam);
  }
  if (!nearest) return;
  const next = readPiece(line, nearest, start, end, false, nearestPart + price);
  for (const { state, cost } of behindIt) {
    if (state === nearest) continue;
    remember(next.path, { start, end, joins: false, back: state.path, others: null }, cost - nearestCost);
  }
  keep(out, next, limit, rest, beam);
}

/**
 * The first word of a piece after which all states continue alike, whatever they read before; null for other pieces.
 */
function readsAlone({ line, here, start, end }: Step): Word | null {
  if (here[0]!.waiting.length > 0 || (line.first && here[0]!.read < orderThresholds.labelAtoms)) return null;
  const first = line.unitAt[start]!;
  if (line.unitTo[end]! - first < 2 || here[0]!.read === 0) return null;
  const unit = line.units[first]!;
  return pieceWord(line, Math.max(start, unit.start), unit.end).word;
}

function readAll(line: Line, state: State, start: number, end: number, joins: boolean, price: number): State {
  let next = readPiece(line, state, start, end, joins, price);
  for (const piece of state.waiting) next = readPiece(line, next, piece.start, piece.end, true, JOIN.join);
  next.waiting = NONE;
  next.waits = 0;
  return next;
}

/** Two fragments may make an unknown word, but a known word and another may not. */
function mayJoin(line: Line, state: State, start: number, end: number): boolean {
  if (line.atoms[start]!.kind !== 'word' || !state.word) return true;
  const { word } = pieceWord(line, start, Math.min(end, line.units[line.unitAt[start]!]!.end));
  return (!state.word.known && !word.known) || line.evidence.mayJoin(state.word, word);
}

/** Keeps the best states in order; of those that continue alike, the better one, which remembers the other. */
function keep(states: State[], next: State, limit: number, rest: number, most: number): void {
  const cost = next.cost + next.waits;
  if (cost + rest > limit) return;
  if (states.length > 0 && cost > states[0]!.cost + states[0]!.waits + orderThresholds.behind) return;
  let place = states.length;
  while (place > 0 && cost < states[place - 1]!.cost + states[place - 1]!.waits) place--;
  for (let i = 0; i < place; i++) {
    const state = states[i]!;
    if (!goOnAlike(state, next)) continue;
    remember(state.path, next.path, next.cost - state.cost);
    return;
  }
  if (place === most) return;
  states.splice(place, 0, next);
  for (let i = place + 1; i < states.length; i++) {
    const state = states[i]!;
    if (!goOnAlike(state, next)) continue;
    remember(next.path, state.path, state.cost - next.cost);
    states.splice(i, 1);
    return;
  }
  if (states.length > most) states.pop();
}

const goOnAlike = (a: State, b: State): boolean =>
  a.last === b.last &&
  a.word === b.word &&
  a.context === b.context &&
  a.text === b.text &&
  a.waiting === b.waiting;
