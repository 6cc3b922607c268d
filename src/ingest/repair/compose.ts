/** From words in reading order back to a text: spacing around punctuation, and which words repair changed. */
import type { BlockRepair } from '../document.ts';
import type { Part } from './line-state.ts';
import type { Signals } from './signals.ts';

export interface PlacedPart extends Part {
  /** The stored line that the atoms point into. */
  line: string;
  signals: Signals | null;
}

/** A word of the composed text, and the signals that it may be wrong. */
interface Reading {
  start: number;
  end: number;
  signals: Signals;
}

type Repaired = Omit<BlockRepair, 'doubtful'>;

const OPENING = '([{«';
const CLOSING = ')]}».,:;،؛!?؟';
const TIGHT = '/';

/**
 * Joins the parts with single spaces, or none where punctuation needs none, and lists the words that differ from what
 * was stored.
 */
export function compose(placed: readonly PlacedPart[]): {
  text: string;
  repairs: Repaired[];
  readings: Reading[];
} {
  const parts = commasOut(placed);
  const turned = turnBrackets(parts);
  let text = '';
  const repairs: Repaired[] = [];
  const readings: Reading[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const shown = turned.get(i) ?? shownText(part, parts[i - 1], parts[i + 1]);
    if (shown === '') continue;
    if (text !== '' && spaceBetween(text, shown, parts, i)) text += ' ';
    const start = text.length;
    text += shown;
    if (part.signals) readings.push({ start, end: text.length, signals: part.signals });
    const kinds = kindsOf(part);
    if (turned.has(i)) kinds.push('mirrored_bracket');
    if (kinds.length === 0 || (part.kind === 'punctuation' && !turned.has(i))) continue;
    const raw = rawOf(part);
    // A word that was moved, or was split on trial and joined again, is unchanged.
    if (raw === shown) continue;
    repairs.push({ start, end: text.length, raw, kinds });
  }
  return { text, repairs, readings };
}

/** هـ keeps its kashida on its own: labels and dates print it like that. */
function shownText(part: Part, before: Part | undefined, after: Part | undefined): string {
  if (part.text !== 'ه' || part.atoms[0]!.trail === 0) return part.text;
  const alone = before?.kind !== 'word' || after?.kind !== 'word';
  return alone ? 'هـ' : part.text;
}

function spaceBetween(text: string, next: string, parts: readonly PlacedPart[], i: number): boolean {
  const last = text.at(-1)!;
  if (OPENING.includes(last) || CLOSING.includes(next)) return false;
  if (next === TIGHT || last === TIGHT) return false;
  return !(parts[i]!.kind === 'mark');
}

function kindsOf(part: Part): string[] {
  const kinds: string[] = [];
  const [first] = part.atoms;
  if (part.atoms.some((atom) => atom.stretched || atom.lead > 0 || atom.trail > 0)) kinds.push('kashida');
  if (part.atoms.length > 1) {
    const lamAlef = part.atoms.some((atom) => /^ل[اأإآ]$/u.test(atom.text));
    if (isScattered(part)) kinds.push(lamAlef ? 'lam_alef' : 'split_word');
  } else if (first?.inner) kinds.push('split_word');
  if (part.moved) kinds.push('run_order');
  return kinds;
}

const isScattered = (part: Part) =>
  part.atoms.some((atom, i) => i > 0 && atom.from !== part.atoms[i - 1]!.to);

/**
 * The stored letters in reading order, with an ellipsis where they were apart; a word split on trial appears whole,
 * once.
 */
function rawOf(part: PlacedPart): string {
  let raw = '';
  let start = -1;
  let end = -1;
  for (const atom of part.atoms) {
    if (atom.from === start) continue;
    start = atom.from;
    if (raw !== '') raw += atom.from === end ? '' : '…';
    raw += part.line.slice(atom.from, atom.to);
    end = atom.to;
  }
  return raw;
}

/**
 * There is no comma before a closing bracket: the two are one run of punctuation, which the layer stored in reverse.
 */
function commasOut(placed: readonly PlacedPart[]): PlacedPart[] {
  const parts = [...placed];
  const turned = turnBrackets(parts);
  for (let i = 0; i + 1 < parts.length; i++) {
    const [comma, bracket] = [parts[i]!, parts[i + 1]!];
    const closes = bracket.kind === 'punctuation' && (turned.get(i + 1) ?? bracket.text) === ')';
    if (closes && (comma.text === '،' || comma.text === '؛')) parts.splice(i, 2, bracket, comma);
  }
  return parts;
}

/** Pairs of brackets that close before they open: the layer stored them mirrored. */
function turnBrackets(parts: readonly Part[]): Map<number, string> {
  const turned = new Map<number, string>();
  const pending: number[] = [];
  let open = 0;
  parts.forEach((part, i) => {
    if (part.kind !== 'punctuation') return;
    if (part.text === '(') {
      const closer = pending.pop();
      if (closer === undefined) open++;
      else {
        turned.set(closer, '(');
        turned.set(i, ')');
      }
    } else if (part.text === ')') {
      if (open > 0) open--;
      else pending.push(i);
    }
  });
  return turned;
}
