/** What a search over a line's reading orders knows of it, and how it reads atoms on. */
import type { Atom } from './atoms.ts';
import { type Boundaries, isStop } from './cuts.ts';
import type { Evidence, Word } from './evidence.ts';
import { seamInside } from './seams.ts';

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

export interface Line extends Around {
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
export interface Read {
  start: number;
  end: number;
  joins: boolean;
  back: Read | null;
}

export interface State {
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

/** Nothing read yet behind `word`. */
export const begin = (word: Word | null, cost: number): State => ({
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

/** Reads the line as stored, once: most of every piece is read so. */
export function readStraight(line: Line): void {
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
export function readAtoms(line: Line, state: State, start: number, end: number, joins: boolean): void {
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

export function readAtom(line: Line, state: State, i: number, joins: boolean): void {
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

export function toParts(line: Line, end: State): Part[] {
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
