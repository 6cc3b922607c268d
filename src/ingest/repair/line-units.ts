/**
 * A line as its search sees it: the words in the stored order, their costs in that order, and their minimum costs in
 * any order.
 */
import type { Atom } from './atoms.ts';
import { type Boundaries, findBoundaries, isStop } from './cuts.ts';
import type { Evidence, Word } from './evidence.ts';
import { seamInside } from './seams.ts';
import { orderThresholds } from './thresholds.ts';

/** What comes before and after the line in its paragraph: the stop at the paragraph's ends, null if unknown. */
export interface Around {
  before: Word | null;
  after: Word | null;
  /** The line begins a paragraph: a label may come first. */
  first: boolean;
}

/** A stored word, number or stop, or Latin if clean texts show what precedes it: atoms `start` to `end`. */
export interface Unit {
  start: number;
  end: number;
  text: string;
  word: Word;
}

export interface Line extends Around {
  atoms: readonly Atom[];
  trailing: number;
  evidence: Evidence;
  boundaries: Boundaries;
  /** By atom: whether it continues the previous stored one. */
  inside: boolean[];
  units: Unit[];
  /** By atom, and one past the last: the unit it belongs to, or the next one. */
  unitAt: number[];
  /** By atom, and one past the last: number of units that begin before it. */
  unitTo: number[];
  /** By unit: its cost after the previous stored one, and the prefix sum of these costs. */
  costs: number[];
  sums: number[];
  /** By atom, and one past the last: the sum of the minimum costs of the units that begin before it. */
  least: number[];
  /** By atom: the prefix sum of the costs of wide gaps that are not cut. */
  ignored: number[];
  /** Words made of parts of units, by their first atom and the one after their last. */
  cut: Map<number, { text: string; word: Word }>;
}

export function toLine(atoms: readonly Atom[], trailing: number, around: Around, evidence: Evidence): Line {
  const boundaries = findBoundaries(atoms);
  const inside = atoms.map((_, i) => i > 0 && seamInside(atoms, i, evidence));
  const units = findUnits(atoms, inside, evidence);
  const line: Line = {
    atoms,
    trailing,
    ...around,
    evidence,
    boundaries,
    inside,
    units,
    unitAt: [],
    unitTo: [],
    costs: [],
    sums: [],
    least: [],
    ignored: [],
    cut: new Map(),
  };
  let at = 0;
  let to = 0;
  let ignored = 0;
  for (let i = 0; i <= atoms.length; i++) {
    while (at < units.length && units[at]!.end <= i) at++;
    while (to < units.length && units[to]!.start < i) to++;
    line.unitAt.push(at);
    line.unitTo.push(to);
    if (i < atoms.length && !boundaries.certain[i] && !inside[i]) ignored += boundaries.uncut[i]!;
    line.ignored.push(ignored);
  }
  priceUnits(line);
  return line;
}

function findUnits(atoms: readonly Atom[], inside: readonly boolean[], evidence: Evidence): Unit[] {
  const units: Unit[] = [];
  for (const [i, atom] of atoms.entries()) {
    const last = units.at(-1);
    if (atom.kind === 'word') {
      if (inside[i] && last) {
        last.text += atom.text;
        last.end = i + 1;
        last.word = evidence.word(last.text);
      } else units.push({ start: i, end: i + 1, text: atom.text, word: evidence.word(atom.text) });
    } else if (atom.kind === 'number')
      units.push({ start: i, end: i + 1, text: '', word: evidence.number() });
    else if (atom.kind === 'latin' && evidence.latin().attested > 0)
      units.push({ start: i, end: i + 1, text: '', word: evidence.latin() });
    else if (isStop(atom)) units.push({ start: i, end: i + 1, text: '', word: evidence.stop() });
  }
  return units;
}

/** Costs in the stored order; no cut is tried between words that occur together far more often than by chance. */
function priceUnits(line: Line): void {
  const { units, evidence, costs, sums, least } = line;
  const { cut, uncut } = line.boundaries;
  let sum = 0;
  units.forEach(({ word, start }, k) => {
    const cost = evidence.after(units[k - 1]?.word ?? null, word);
    sum += cost;
    costs.push(cost);
    sums.push(sum);
    if (k > 0 && cut[start]! > 0 && uncut[start] === 0 && word.cost - cost > orderThresholds.firm)
      cut[start] = Number.POSITIVE_INFINITY;
  });
  let total = 0;
  let k = 0;
  for (let i = 0; i <= line.atoms.length; i++) {
    while (k < units.length && units[k]!.start < i) total += leastCost(line, k++);
    least.push(total);
  }
}

/**
 * The minimum cost after any word of the line that may end a piece; nothing for what may be a fragment of another word.
 */
function leastCost(line: Line, k: number): number {
  const { units, evidence, before } = line;
  const { cut } = line.boundaries;
  const { word, text, start } = units[k]!;
  let cost = line.costs[k]!;
  if (!word.known || (text.length <= orderThresholds.shortWord && atEdge(line, units[k]!))) return 0;
  if (k > 0 && cut[start] === Number.POSITIVE_INFINITY) return cost;
  cost = Math.min(cost, evidence.after(before, word), evidence.after(evidence.stop(), word));
  for (const [j, unit] of units.entries()) {
    if (j === k || j === k - 1 || (unit.end < cut.length && cut[unit.end] === Number.POSITIVE_INFINITY))
      continue;
    cost = Math.min(cost, evidence.after(unit.word, word));
  }
  return cost;
}

/** There is a certain cut before or after it. */
function atEdge({ boundaries, atoms }: Line, { start, end }: Unit): boolean {
  return boundaries.cut[start] === 0 || end === atoms.length || boundaries.cut[end] === 0;
}

/** The word made by atoms `start` to `end`, which are in one unit. */
export function pieceWord(line: Line, start: number, end: number): { text: string; word: Word } {
  const unit = line.units[line.unitAt[start]!]!;
  if (unit.start === start && unit.end === end) return unit;
  const key = start * 4096 + end;
  let piece = line.cut.get(key);
  if (!piece) {
    let text = '';
    for (let i = start; i < end; i++) text += line.atoms[i]!.text;
    piece = { text, word: line.evidence.word(text) };
    line.cut.set(key, piece);
  }
  return piece;
}
