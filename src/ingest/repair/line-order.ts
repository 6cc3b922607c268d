/**
 * Finds the reading order of one stored line: which cuts into pieces, under which grouping, make the likeliest run of
 * words. A beam search in reading order; a state knows what has been read and the last word, which the next piece may
 * go on.
 */
import type { Atom } from './atoms.ts';
import { type Boundaries, cutGlued, findBoundaries, isStop } from './cuts.ts';
import type { Evidence, Word } from './evidence.ts';
import { type Grouping, groupings } from './run-order.ts';
import { JOIN, type Seam, seamBetween, seamInside } from './seams.ts';

/** States kept per place. */
const BEAM = 4;
/** So much likelier than alone, in nats, is a word behind the one it belongs to. */
const FIRM = 1;
/** A label is read within so many atoms. */
const LABEL = 4;
/** Price of a line that begins with a full stop. */
const STOP_FIRST = 4;

/** One word or sign of the line in reading order, made of one or more atoms. */
export interface Part {
  atoms: Atom[];
  text: string;
  kind: Atom['kind'];
  /** True where its first atom begins a piece that was moved. */
  moved: boolean;
  /** True where two pieces were joined on evidence alone. */
  guessed: boolean;
}

export interface OrderedLine {
  parts: Part[];
  /** Negative logarithm of the likelihood. */
  cost: number;
}

/** What stands before and behind the line in its paragraph: the stop at the paragraph's ends, null where unknown. */
export interface Around {
  before: Word | null;
  after: Word | null;
  /** The line begins a paragraph: a label may come first. */
  first: boolean;
}

interface Line extends Around {
  atoms: Atom[];
  trailing: number;
  evidence: Evidence;
  boundaries: Boundaries;
  /** By atom: the state behind it when the line is read as stored. */
  straight: State[];
  /** By atom: the price of wide gaps passed over up to it. */
  ignored: number[];
}

/** A piece in reading order; `seams[k]` says whether its k-th atom goes on the atom before. */
interface Read {
  start: number;
  end: number;
  joins: boolean;
  back: Read | null;
}

interface State {
  cost: number;
  /** The word before the last, the last word, and what the last one cost. */
  context: Word | null;
  word: Word | null;
  text: string;
  paid: number;
  /** Index of the last atom read; -1 at the beginning. */
  last: number;
  /** Count of atoms read. */
  read: number;
  /** Pieces that wait for the word they go on, in reading order. */
  waiting: { start: number; end: number }[];
  /** Likely cost of what waits. */
  waits: number;
  path: Read | null;
}

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

const begin = (word: Word | null, cost: number): State => ({
  cost,
  context: null,
  word,
  text: '',
  paid: 0,
  last: -1,
  read: 0,
  waiting: [],
  waits: 0,
  path: null,
});

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

/** Reads the line as stored, once: most of every piece is read so. */
function readStraight(line: Line): void {
  const state = begin(null, 0);
  state.read = LABEL;
  let ignored = 0;
  for (let i = 0; i < line.atoms.length; i++) {
    readAtom(line, state, i, i > 0 && seamInside(line.atoms, i, line.evidence));
    line.straight.push({ ...state });
    if (i > 0) closeFirm(line, i);
    if (!line.boundaries.certain[i]) ignored += line.boundaries.uncut[i]!;
    line.ignored.push(ignored);
  }
}

/** No cut is tried between words that go together far oftener than by chance. */
function closeFirm(line: Line, i: number): void {
  const { cut, uncut } = line.boundaries;
  const left = line.straight[i - 1]!;
  const right = line.straight[i]!;
  if (!(cut[i]! > 0) || uncut[i] !== 0 || line.atoms[i]!.inner || !left.word || !right.word) return;
  if (right.word.cost - right.paid > FIRM) cut[i] = Number.POSITIVE_INFINITY;
}

/** Reads a piece's atoms; once the last two words are those of the straight reading, the rest costs the same. */
function readAtoms(line: Line, state: State, start: number, end: number, joins: boolean): void {
  readAtom(line, state, start, joins);
  for (let i = start + 1; i < end; i++) {
    readAtom(line, state, i, seamInside(line.atoms, i, line.evidence));
    const same = line.straight[i]!;
    if (
      i + 1 === end ||
      state.word !== same.word ||
      state.context !== same.context ||
      state.text !== same.text
    )
      continue;
    if (line.first && state.read < LABEL) continue;
    const { cost, word, context, text, paid } = line.straight[end - 1]!;
    state.cost += cost - same.cost;
    Object.assign(state, { word, context, text, paid, last: end - 1, read: state.read + end - 1 - i });
    return;
  }
}

function readAtom(line: Line, state: State, i: number, joins: boolean): void {
  const atom = line.atoms[i]!;
  const { evidence } = line;
  if (joins && state.last >= 0) {
    if (atom.kind === 'word') {
      state.text += atom.text;
      say(state, evidence.word(state.text), evidence, true);
    }
  } else if (atom.kind === 'word') {
    state.text = atom.text;
    say(state, evidence.word(atom.text), evidence, false);
  } else if (atom.kind === 'number') say(state, evidence.number(), evidence, false);
  else if (isStop(atom)) {
    if (state.read === 0) state.cost += STOP_FIRST;
    say(state, evidence.stop(), evidence, false);
  } else if (line.first && state.read > 0 && state.read < LABEL && '-–)'.includes(atom.text))
    state.word = evidence.stop();
  state.last = i;
  state.read++;
}

function say(state: State, word: Word, evidence: Evidence, again: boolean): void {
  if (again) state.cost -= state.paid;
  else state.context = state.word;
  state.paid = evidence.after(state.context, word);
  state.cost += state.paid;
  state.word = word;
}

function prune(states: State[], most = BEAM): State[] {
  if (states.length <= 1) return states;
  states.sort((a, b) => a.cost + a.waits - b.cost - b.waits);
  return states.length > most ? states.slice(0, most) : states;
}

function toParts(line: Line, end: State): Part[] {
  const pieces: Read[] = [];
  for (let read = end.path; read; read = read.back) pieces.push(read);
  pieces.reverse();
  const parts: Part[] = [];
  for (const piece of pieces) {
    for (let i = piece.start; i < piece.end; i++) {
      const atom = line.atoms[i]!;
      const first = i === piece.start;
      const before = parts.at(-1);
      const joins = first ? piece.joins : seamInside(line.atoms, i, line.evidence);
      if (joins && before) {
        before.atoms.push(atom);
        before.text += atom.text;
        before.guessed ||= first && !atom.lead;
      } else {
        const moved = first && pieces.length > 1;
        parts.push({ atoms: [atom], text: atom.text, kind: atom.kind, moved, guessed: false });
      }
    }
  }
  return parts;
}
