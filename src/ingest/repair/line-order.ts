/**
 * Finds the reading order of one stored line: which of the possible cuts into pieces makes the likeliest run of words.
 * Cuts at numbers, Latin, brackets, dashes and wide gaps are certain; cuts inside glued words and at single spaces are
 * tried and kept where evidence outweighs their price.
 */
import type { Atom } from './atoms.ts';
import type { Evidence, Word } from './evidence.ts';
import { type Cuts, type Piece, readingOrder } from './run-order.ts';

/** Prices of a cut that nothing but evidence shows, in nats. */
const PRICE = { inner: 6, space: 5, wide: 4, stopFirst: 4 };

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
  cost: number;
  /** Difference to the stored order in nats: how sure the order is. */
  gain: number;
}

/** What stands before and behind the line in its paragraph: the stop at the paragraph's ends, null where unknown. */
export interface Around {
  before: Word | null;
  after: Word | null;
  /** The line begins a paragraph: a label may come first. */
  first: boolean;
}

interface Line {
  atoms: Atom[];
  trailing: number;
  around: Around;
  evidence: Evidence;
  /** Boundaries that may be toggled, with the price of having a cut there. */
  open: Map<number, number>;
}

const joiner = /[بتثجحخسشصضطظعغفقكلمنهيئ]$/u;
/** Letters that only end words. */
const ends = /[ةى][\u064B-\u0652]*$/u;
const STOPS = '.:؛!?؟';
const BRACKETS = '()[]{}«»';
const DASHES = '-–—/.:';

/**
 * @param trailing count of spaces behind the last atom.
 */
export function orderLine(atoms: Atom[], trailing: number, around: Around, evidence: Evidence): OrderedLine {
  const cut = cutGlued(atoms, evidence);
  const line: Line = { atoms: cut, trailing, around, evidence, open: new Map() };
  const base = certainCuts(line);
  let best: { cuts: Cuts; result: OrderedLine } | null = null;
  for (const start of groupings(line, base)) {
    const found = climb(line, start);
    if (!best || found.result.cost < best.result.cost - 1e-9) best = found;
  }
  return best!.result;
}

/** Cuts unknown words at every place that leaves a known word or a lam-alef on one side. */
function cutGlued(atoms: Atom[], evidence: Evidence): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    if (atom.kind !== 'word' || atom.text.length < 3 || evidence.word(atom.text).known) {
      out.push(atom);
      continue;
    }
    const { text } = atom;
    let from = 0;
    for (let i = 1; i < text.length; i++) {
      if (!plausible(text.slice(0, i), text.slice(i), evidence)) continue;
      out.push(slice(atom, from, i));
      from = i;
    }
    out.push(slice(atom, from, text.length));
  }
  return out;
}

function plausible(left: string, right: string, evidence: Evidence): boolean {
  if (/[\u064B-\u065F\u0670]/u.test(right[0]!)) return false;
  if (ends.test(left)) return true;
  const isWord = (part: string) =>
    part.length > 1 && evidence.word(part)[part.length > 3 ? 'sound' : 'known'];
  return (
    isWord(left) ||
    isWord(right) ||
    left === 'لا' ||
    right === 'لا' ||
    left.endsWith('لا') ||
    right.startsWith('لا')
  );
}

function slice(atom: Atom, from: number, to: number): Atom {
  const first = from === 0;
  const last = to === atom.text.length;
  if (first && last) return atom;
  return {
    ...atom,
    text: atom.text.slice(from, to),
    lead: first ? atom.lead : 0,
    trail: last ? atom.trail : 0,
    gap: first ? atom.gap : 0,
    inner: !first,
  };
}

function certainCuts(line: Line): Cuts {
  const { atoms, open } = line;
  const cuts: Cuts = { piece: [], group: [], fresh: [] };
  for (let i = 0; i < atoms.length; i++) {
    cuts.piece[i] = i === 0 || pieceBegins(atoms, i, open);
    cuts.group[i] = i > 0 && atoms[i]!.lead >= 2 && atoms[i]!.gap > 0;
    if (cuts.group[i]) {
      cuts.piece[i] = true;
      open.delete(i);
    }
  }
  return cuts;
}

const isSign = (atom: Atom, set: string) =>
  atom.kind === 'punctuation' && atom.text !== '' && set.includes(atom.text);

function pieceBegins(atoms: Atom[], i: number, open: Map<number, number>): boolean {
  const left = atoms[i - 1]!;
  const right = atoms[i]!;
  if (right.inner) {
    if (ends.test(left.text)) return true;
    open.set(i, PRICE.inner);
    return false;
  }
  for (const kind of ['number', 'latin'] as const)
    if ((left.kind === kind) !== (right.kind === kind)) return true;
  if (left.kind !== 'word' && left.kind !== 'mark' && left.kind === right.kind && left.kind !== 'punctuation')
    return true;
  if (isSign(left, BRACKETS + DASHES) || isSign(right, BRACKETS + DASHES)) return true;
  if (ends.test(left.text) && left.kind === 'word' && right.gap === 0 && right.kind === 'word') return true;
  if (right.kind === 'punctuation') return right.gap > 0;
  if (left.kind === 'punctuation') return afterPunctuation(atoms, i, open);
  if (right.gap === 0) return false;
  if (right.gap > 1 || left.trail > 0 || right.lead > 0) {
    open.set(i, -PRICE.wide);
    return true;
  }
  open.set(i, PRICE.space);
  return false;
}

/** A comma in front of a piece belongs to it; a full stop there stands alone; behind a word both end it or go on. */
function afterPunctuation(atoms: Atom[], i: number, open: Map<number, number>): boolean {
  const sign = atoms[i - 1]!;
  const previous = atoms[i - 2];
  const hangs = sign.gap === 0 && previous?.kind === 'word';
  if (atoms[i]!.gap === 0) return true;
  if (atoms[i]!.gap > 1) return true;
  open.set(i, PRICE.space);
  return !hangs && !'،'.includes(sign.text);
}

/** The last group has no loose kashida at its beginning: every place behind the last one that has is a candidate. */
function groupings(line: Line, base: Cuts): Cuts[] {
  const { atoms } = line;
  let last = -1;
  for (let i = 0; i < atoms.length; i++) if (atoms[i]!.lead >= 2) last = i;
  const found: Cuts[] = latinFirst(atoms, base);
  if (last < 0) return [base, ...found];
  for (let i = last + 1; i < atoms.length; i++) {
    if (atoms[i]!.gap === 0 && !base.piece[i]) continue;
    const cuts = { piece: [...base.piece], group: [...base.group], fresh: [] };
    cuts.piece[i] = true;
    cuts.group[i] = true;
    found.push(cuts);
  }
  return found.length > 0 ? found : [base];
}

/** A line that begins with Latin is stored from the left: the Latin run, then the rest as a line of its own, then the stop. */
function latinFirst(atoms: Atom[], base: Cuts): Cuts[] {
  const at = atoms.findIndex((atom) => atom.kind === 'latin');
  if (at < 0 || at > 2 || atoms.slice(0, at).some((atom) => !isSign(atom, BRACKETS))) return [];
  let rest = at + 1;
  while (rest < atoms.length && isSign(atoms[rest]!, BRACKETS)) rest++;
  if (rest >= atoms.length) return [];
  const cuts: Cuts = { piece: [...base.piece], group: [...base.group], fresh: [] };
  const starts = isStop(atoms.at(-1)!) ? [rest, atoms.length - 1] : [rest];
  for (const i of starts) {
    cuts.piece[i] = true;
    cuts.group[i] = true;
    cuts.fresh[i] = true;
  }
  return [cuts];
}

function climb(line: Line, start: Cuts): { cuts: Cuts; result: OrderedLine } {
  const cuts: Cuts = { piece: [...start.piece], group: start.group, fresh: start.fresh };
  const places = [...line.open.keys()].filter((i) => !cuts.group[i]);
  let result = evaluate(line, cuts);
  const stored = result.cost;
  for (let round = 0; round < 12; round++) {
    const move = bestMove(line, cuts, places, result.cost);
    if (!move) break;
    for (const i of move.toggle) cuts.piece[i] = !cuts.piece[i];
    result = move.result;
  }
  return { cuts, result: { ...result, gain: stored - result.cost } };
}

function bestMove(line: Line, cuts: Cuts, places: number[], cost: number) {
  let best: { toggle: number[]; result: OrderedLine } | null = null;
  const attempt = (toggle: number[]) => {
    for (const i of toggle) cuts.piece[i] = !cuts.piece[i];
    const result = evaluate(line, cuts);
    for (const i of toggle) cuts.piece[i] = !cuts.piece[i];
    if (result.cost < (best?.result.cost ?? cost) - 1e-6) best = { toggle, result };
  };
  for (const i of places) attempt([i]);
  if (!best) {
    for (let a = 0; a < places.length; a++) {
      for (let b = a + 1; b < places.length; b++) attempt([places[a]!, places[b]!]);
    }
  }
  return best as { toggle: number[]; result: OrderedLine } | null;
}

/** How two neighbours in reading order meet: one word, two, or either at a price. */
interface Seam {
  join: number;
  part: number;
}
const JOIN: Seam = { join: 0, part: Number.POSITIVE_INFINITY };
const PART: Seam = { join: Number.POSITIVE_INFINITY, part: 0 };

function evaluate(line: Line, cuts: Cuts): OrderedLine {
  const pieces = readingOrder(line.atoms.length, cuts);
  const sequence: { atom: Atom; seam: Seam; moved: boolean }[] = [];
  let previous: Piece | null = null;
  for (const piece of pieces) {
    for (let i = piece.start; i < piece.end; i++) {
      const first = i === piece.start;
      const seam = first ? seamBetween(line, previous, piece) : seamInside(line.atoms, i);
      sequence.push({ atom: line.atoms[i]!, seam, moved: first && pieces.length > 1 });
    }
    previous = piece;
  }
  const { parts, cost } = likeliestWords(line, sequence);
  let price = 0;
  for (const [i, amount] of line.open) {
    if (cuts.piece[i] && amount > 0 && !cuts.group[i]) price += amount;
    if (!cuts.piece[i] && amount < 0) price -= amount;
  }
  return { parts, cost: cost + price, gain: 0 };
}

function seamInside(atoms: Atom[], i: number): Seam {
  const left = atoms[i - 1]!;
  const right = atoms[i]!;
  if (right.inner || right.kind === 'mark') return JOIN;
  if (left.kind !== 'word' || right.kind !== 'word') return PART;
  if (left.trail > 0 || right.lead > 0) return { join: 0, part: 4 };
  return PART;
}

function seamBetween(line: Line, left: Piece | null, right: Piece): Seam {
  if (!left) return PART;
  const last = line.atoms[left.end - 1]!;
  const first = line.atoms[right.start]!;
  if (last.kind !== 'word' || first.kind !== 'word') return first.kind === 'mark' ? JOIN : PART;
  if (right.joined) return JOIN;
  if (last.trail > 0 && joiner.test(last.text)) return { join: 0, part: 6 };
  const gap = (left.end < line.atoms.length ? line.atoms[left.end]!.gap : line.trailing) + first.gap;
  return gap === 0 ? { join: 0, part: 5 } : { join: 4, part: 0 };
}

interface State {
  cost: number;
  /** Where the last word begins in the sequence. */
  from: number;
  word: Word | null;
  back: State | null;
  guessed: boolean;
}

const LONGEST = 4;

/** Viterbi over the seams: where words end, given prices and what usually follows what. */
function likeliestWords(line: Line, sequence: { atom: Atom; seam: Seam; moved: boolean }[]) {
  const { evidence } = line;
  // ends[i]: states in which a word ends before sequence item i.
  const ends: State[][] = [[{ cost: 0, from: 0, word: line.around.before, back: null, guessed: false }]];
  for (let i = 1; i <= sequence.length; i++) {
    const states: State[] = [];
    let text = '';
    let price = 0;
    let soft = 0;
    for (let j = i - 1; j >= 0 && soft <= LONGEST; j--) {
      const item = sequence[j]!;
      text = item.atom.text + text;
      const open = ends[j]!;
      if (item.seam.part !== Number.POSITIVE_INFINITY || j === 0) {
        const apart = j === 0 ? 0 : item.seam.part;
        const word = wordOf(item.atom, text, evidence);
        for (const state of open) {
          const step = word ? evidence.after(state.word, word) : 0;
          const cost = state.cost + price + apart + step;
          states.push({
            cost,
            from: j,
            word: carried(line, item.atom, j, word, state.word),
            back: state,
            guessed: soft > 0,
          });
        }
      }
      if (item.seam.join === Number.POSITIVE_INFINITY) break;
      price += item.seam.join;
      if (item.seam.part !== Number.POSITIVE_INFINITY) soft++;
    }
    ends.push(prune(states));
  }
  const { after } = line.around;
  const total = (end: State) => end.cost + (after ? evidence.after(end.word, after) : 0);
  let state = ends.at(-1)!.reduce((a, b) => (total(b) < total(a) ? b : a));
  const cost = total(state) + (isStop(sequence[0]!.atom) ? PRICE.stopFirst : 0);
  const parts: Part[] = [];
  for (let end = sequence.length; state.back; end = state.from, state = state.back) {
    const items = sequence.slice(state.from, end);
    parts.push({
      atoms: items.map((item) => item.atom),
      text: items.map((item) => item.atom.text).join(''),
      kind: items[0]!.atom.kind,
      moved: items[0]!.moved,
      guessed: state.guessed,
    });
    if (state.from === 0) break;
  }
  return { parts: parts.reverse(), cost };
}

function wordOf(atom: Atom, text: string, evidence: Evidence): Word | null {
  if (atom.kind === 'word') return evidence.word(text);
  if (atom.kind === 'number') return evidence.number();
  return isStop(atom) ? evidence.stop() : null;
}

const isStop = (atom: Atom) => atom.kind === 'punctuation' && STOPS.includes(atom.text) && atom.text !== '';

/** What the next word is judged by: brackets and commas are looked through; behind a label a sentence begins. */
function carried(line: Line, atom: Atom, at: number, word: Word | null, before: Word | null): Word | null {
  if (atom.kind !== 'punctuation' || word) return word;
  const endsLabel = line.around.first && at > 0 && at < 4 && '-–)'.includes(atom.text);
  return endsLabel ? line.evidence.stop() : before;
}

/** Two states that differ only in the last word are enough to choose between. */
function prune(states: State[]): State[] {
  if (states.length < 3) return states;
  return states.sort((a, b) => a.cost - b.cost).slice(0, 3);
}
