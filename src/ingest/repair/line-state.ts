/** What a search over a line's reading orders has read, and how it reads the next piece. */
import type { Atom } from './atoms.ts';
import { isStop } from './cuts.ts';
import type { Evidence, Word } from './evidence.ts';
import { type Line, pieceWord } from './line-units.ts';
import { orderThresholds } from './thresholds.ts';

/** One word or punctuation mark of the line in reading order, made of one or more atoms. */
export interface Part {
  atoms: Atom[];
  text: string;
  kind: Atom['kind'];
  /** True if its first atom begins a piece and was not stored directly after the previous atom. */
  moved: boolean;
  /** True if two pieces were joined only on evidence. */
  guessed: boolean;
}

/** A piece in reading order; `joins` says whether its first atom continues the previous one. */
export interface Read {
  start: number;
  end: number;
  joins: boolean;
  back: Read | null;
  /** More expensive ways to have read the same atoms, after which everything continues alike. */
  others: Other[] | null;
}

/** A reading that lost to another, and by how many nats. */
export interface Other {
  read: Read;
  behind: number;
}

export interface State {
  cost: number;
  /** The word before the last, the last word, and the last word's cost. */
  context: Word | null;
  word: Word | null;
  text: string;
  paid: number;
  /** Index of the last atom read; -1 at the beginning. */
  last: number;
  /** Number of atoms read. */
  read: number;
  /** Pieces that wait for the word they continue, in reading order. */
  waiting: readonly Span[];
  /** Likely cost of the waiting pieces. */
  waits: number;
  path: Read | null;
}

/** Atoms `start` to `end`, exclusive. */
export interface Span {
  start: number;
  end: number;
}

export const NONE: readonly Span[] = [];

/** Nothing read yet after `word`. */
export const begin = (word: Word | null, cost: number): State => ({
  cost,
  context: null,
  word,
  text: '',
  paid: 0,
  last: -1,
  read: 0,
  waiting: NONE,
  waits: 0,
  path: null,
});

/** The state after `from` has read one more piece, at `price`. */
export function readPiece(
  line: Line,
  from: State,
  start: number,
  end: number,
  joins: boolean,
  price: number,
): State {
  const state: State = {
    cost: from.cost + price + line.ignored[end - 1]! - line.ignored[start]!,
    context: from.context,
    word: from.word,
    text: from.text,
    paid: from.paid,
    last: from.last,
    read: from.read,
    waiting: from.waiting,
    waits: from.waits,
    path: { start, end, joins, back: from.path, others: null },
  };
  let i = start;
  if (joins && state.last >= 0) i = goOn(line, state, start, end);
  else if (line.first && state.read < orderThresholds.labelAtoms) i = readFirst(line, state, start, end);
  else if (state.read === 0 && isStop(line.atoms[start]!)) state.cost += orderThresholds.stopFirst;
  readUnits(line, state, i, end);
  state.last = end - 1;
  state.read = from.read + end - start;
  return state;
}

/** The piece's first word continues the last one. */
function goOn(line: Line, state: State, start: number, end: number): number {
  if (line.atoms[start]!.kind !== 'word') return start + 1;
  const unit = line.units[line.unitAt[start]!]!;
  const until = Math.min(unit.end, end);
  state.text += pieceWord(line, start, until).text;
  say(state, line.evidence.word(state.text), line.evidence, true);
  return until;
}

/** Atom by atom, as long as a label may come. */
function readFirst(line: Line, state: State, start: number, end: number): number {
  const { atoms, evidence, unitAt, units } = line;
  const { labelAtoms } = orderThresholds;
  let i = start;
  while (i < end && state.read < labelAtoms) {
    const atom = atoms[i]!;
    const unit = units[unitAt[i]!];
    let next = i + 1;
    if (unit && unit.start <= i && unit.end > i) {
      if (state.read === 0 && isStop(atom)) state.cost += orderThresholds.stopFirst;
      next = Math.min(unit.end, end);
      const piece = pieceWord(line, i, next);
      state.text = piece.text;
      say(state, piece.word, evidence, false);
    } else if (state.read > 0 && '-–)'.includes(atom.text)) state.word = evidence.stop();
    state.read += next - i;
    i = next;
  }
  return i;
}

/** The words from `start`, none of which continues what was read before. */
function readUnits(line: Line, state: State, start: number, end: number): void {
  const { units, evidence } = line;
  const first = line.unitAt[start]!;
  const behind = line.unitTo[end]!;
  if (start >= end || first >= behind) return;
  const unit = units[first]!;
  const piece = pieceWord(line, Math.max(start, unit.start), Math.min(unit.end, end));
  state.text = piece.text;
  say(state, piece.word, evidence, false);
  const last = behind - 1;
  if (first === last) return;
  // The words between the first and the last cost the same as in the stored order.
  let cut = units[last]!.end > end ? last - 1 : last;
  if (piece.word !== unit.word) {
    const second = units[first + 1]!;
    if (cut > first) {
      const paid = evidence.after(piece.word, second.word);
      state.cost += paid + line.sums[cut]! - line.sums[first + 1]!;
      state.paid = cut === first + 1 ? paid : line.costs[cut]!;
    }
  } else {
    state.cost += line.sums[cut]! - line.sums[first]!;
    if (cut > first) state.paid = line.costs[cut]!;
  }
  if (cut > first) {
    state.context = cut === first + 1 ? piece.word : units[cut - 1]!.word;
    state.word = units[cut]!.word;
    state.text = units[cut]!.text;
  }
  if (cut === last) return;
  cut = units[last]!.start;
  const tail = pieceWord(line, cut, end);
  state.text = tail.text;
  say(state, tail.word, evidence, false);
}

function say(state: State, word: Word, evidence: Evidence, again: boolean): void {
  if (again) state.cost -= state.paid;
  else state.context = state.word;
  state.paid = evidence.after(state.context, word);
  state.cost += state.paid;
  state.word = word;
}

/** Remembers a reading that lost, unless it is too far behind to matter. */
export function remember(won: Read | null, lost: Read | null, behind: number): void {
  if (!won || !lost || behind > orderThresholds.rivalLead) return;
  won.others ??= [];
  won.others.push({ read: lost, behind });
}

/** @param pieces in reading order. */
export function toParts(line: Line, pieces: readonly Read[]): Part[] {
  const parts: Part[] = [];
  for (const [k, piece] of pieces.entries()) {
    for (let i = piece.start; i < piece.end; i++) {
      const atom = line.atoms[i]!;
      const first = i === piece.start;
      const before = parts.at(-1);
      const joins = first ? piece.joins : line.inside[i]!;
      if (joins && before) {
        before.atoms.push(atom);
        before.text += atom.text;
        before.guessed ||= first && !atom.lead;
      } else {
        const moved = first && (k === 0 ? piece.start > 0 : pieces[k - 1]!.end !== piece.start);
        parts.push({ atoms: [atom], text: atom.text, kind: atom.kind, moved, guessed: false });
      }
    }
  }
  return parts;
}
