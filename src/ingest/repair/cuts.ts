/**
 * Where a stored line may be cut into pieces. Cuts at numbers, Latin, brackets, dashes and full stops are certain; cuts
 * inside joined words, at single spaces and at wide gaps are decided by evidence, at a cost.
 */
import type { Atom } from './atoms.ts';
import type { Evidence } from './evidence.ts';
import { orderThresholds } from './thresholds.ts';

const BRACKETS = '()[]{}«»"';
const OWN_RUN = `${BRACKETS}-–—/.:`;
/** Letters that only end words: what follows them is another piece. */
const ends = /[ةى][\u064B-\u0652]*$/u;

/** An article, with or without clitics before it, begins a word. */
const article = /^[وف]?[بك]?ال[\u0621-\u064A]{3,}/u;

/** By atom: the boundary before it. */
export interface Boundaries {
  certain: boolean[];
  /** Cost of a cut here; infinite if there can be none. */
  cut: number[];
  /** Cost of no cut here. */
  uncut: number[];
}

export const isSign = (atom: Atom, set: string): boolean =>
  atom.kind === 'punctuation' && atom.text !== '' && set.includes(atom.text);
export const isBracket = (atom: Atom): boolean => isSign(atom, BRACKETS);
export const isStop = (atom: Atom): boolean => isSign(atom, '.:؛!?؟');

/**
 * Splits unknown words at every position that leaves a known word or a lam-alef on one side, and known ones at a long
 * kashida if clean texts have words that begin and end like the parts.
 */
export function cutGlued(atoms: readonly Atom[], evidence: Evidence): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    const word =
      atom.kind === 'word' && atom.text.length >= orderThresholds.gluedLetters
        ? evidence.word(atom.text)
        : null;
    if (!word || (word.known && atom.long.length === 0)) {
      out.push(atom);
      continue;
    }
    const { text } = atom;
    let from = 0;
    for (let i = 1; i < text.length; i++) {
      if (!(word.known ? isLongGlue(atom, i, evidence) : plausible(atom, i, word.sound, evidence))) continue;
      out.push(slice(atom, from, i));
      from = i;
    }
    out.push(slice(atom, from, text.length));
  }
  return out;
}

const isLongGlue = ({ text, long }: Atom, at: number, evidence: Evidence): boolean =>
  at > 1 && long.includes(at) && evidence.mayBeGlued(text.slice(0, at), text.slice(at));

function plausible({ text, lead }: Atom, at: number, whole: boolean, evidence: Evidence): boolean {
  if (/[\u064B-\u065F\u0670]/u.test(text[at]!)) return false;
  const left = text.slice(0, at);
  const right = text.slice(at);
  if (ends.test(left) || (at > 1 && article.test(right))) return true;
  const good = (part: string) => part.length > 1 && evidence.word(part)[part.length > 3 ? 'sound' : 'known'];
  if (left === 'لا' || right === 'لا') return true;
  if ((at > 1 && evidence.mayBeGlued(left, right)) || (lead > 0 && evidence.mayBeTail(left, right)))
    return true;
  if (whole) return left.length > 1 && right.length > 1 && good(left) && good(right);
  return good(left) || good(right) || /^لا|لا$/u.test(left) || /^لا|لا$/u.test(right);
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
    long: [],
  };
}

export function findBoundaries(atoms: readonly Atom[]): Boundaries {
  const boundaries: Boundaries = { certain: [], cut: [], uncut: [] };
  for (let i = 0; i < atoms.length; i++) {
    const [cut, uncut] = i === 0 ? [0, Number.POSITIVE_INFINITY] : pricesAt(atoms, i);
    boundaries.cut.push(cut);
    boundaries.uncut.push(uncut);
    boundaries.certain.push(uncut === Number.POSITIVE_INFINITY);
  }
  return boundaries;
}

const CERTAIN: [number, number] = [0, Number.POSITIVE_INFINITY];
const NEVER: [number, number] = [Number.POSITIVE_INFINITY, 0];

function pricesAt(atoms: readonly Atom[], i: number): [number, number] {
  const left = atoms[i - 1]!;
  const right = atoms[i]!;
  if (right.inner) return ends.test(left.text) ? CERTAIN : [orderThresholds.cutInside, 0];
  const alike = left.kind === right.kind;
  if (!alike && [left.kind, right.kind].some((kind) => kind === 'number' || kind === 'latin')) return CERTAIN;
  if (alike && (left.kind === 'number' || left.kind === 'latin')) return CERTAIN;
  if (isSign(left, OWN_RUN) || isSign(right, OWN_RUN)) return CERTAIN;
  if (right.kind === 'mark') return right.gap === 0 && left.kind === 'punctuation' ? CERTAIN : NEVER;
  if (right.kind === 'punctuation') return right.gap > 0 ? CERTAIN : NEVER;
  if (left.kind === 'punctuation') return behindSign(atoms, i);
  if (right.gap === 0) return NEVER;
  if (right.gap > 1 || left.trail > 0 || right.lead > 0) return [0, orderThresholds.ignoredGap];
  return [orderThresholds.cutAtSpace, 0];
}

/** An Arabic comma before a piece belongs to it; one attached to what follows ends its piece. */
function behindSign(atoms: readonly Atom[], i: number): [number, number] {
  const right = atoms[i]!;
  if (right.gap === 0) return CERTAIN;
  if (right.gap > 1) return [0, orderThresholds.ignoredGap];
  return [orderThresholds.cutAtSpace, 0];
}
