/**
 * Ruled tables: rules that cross each other are the borders of a grid, and grid positions that no rule separates are
 * one cell. (The method is that of Nurminen, "Algorithmic extraction of data in tables in PDF documents", Tampere 2013,
 * also used by Tabula and pdfplumber.)
 */
import type { Rule } from '../glyphs/rules.ts';
import { regionThresholds } from './thresholds.ts';

export interface Grid {
  /** Borders of columns from left to right, of rows from top to bottom. */
  xs: number[];
  ys: number[];
  /** For each position, row by row, the number of its cell. */
  cells: Int32Array;
}

/** Merged rules on one line: `at` across, from and to along it. */
export interface Span {
  at: number;
  from: number;
  to: number;
}

/** Number of crossings examined; a page with more is a drawing. */
const mostCrossings = 4_000_000;

/** Positions of one grid. */
const mostPlaces = 200_000;

/** Grids of a page, the outermost first, and rules across the page that cross no other. */
export function gridsOf(rules: readonly Rule[]): { grids: Grid[]; across: Span[] } {
  const across = merged(rules.filter((r) => r.y0 === r.y1).map((r) => ({ at: r.y0, from: r.x0, to: r.x1 })));
  const down = merged(rules.filter((r) => r.y0 !== r.y1).map((r) => ({ at: r.x0, from: r.y0, to: r.y1 })));
  if (across.length * down.length > mostCrossings) return { grids: [], across: [] };
  const parts = connected(across, down);
  const grids = parts
    .map((part) => toGrid(part.across, part.down))
    .filter((grid) => grid !== null)
    .sort((a, b) => area(b) - area(a));
  return { grids, across: parts.flatMap((part) => (part.down.length === 0 ? part.across : [])) };
}

export const inside = ({ xs, ys }: Grid, x: number, y: number): boolean =>
  x >= xs[0]! && x <= xs.at(-1)! && y >= ys[0]! && y <= ys.at(-1)!;

/** Number of the cell at a point inside the grid. */
export function cellAt({ xs, ys, cells }: Grid, x: number, y: number): number {
  return cells[placeOf(ys, y) * (xs.length - 1) + placeOf(xs, x)]!;
}

/** The last border at or before a value, except the final one. */
function placeOf(borders: readonly number[], value: number): number {
  let low = 0;
  let high = borders.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (borders[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

const area = ({ xs, ys }: Grid): number => (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);

/** Merges rules on one line that meet, and those next to each other, as of a double border. */
function merged(spans: Span[]): Span[] {
  const { sameRule } = regionThresholds;
  spans.sort((a, b) => a.at - b.at);
  const out: Span[] = [];
  for (let from = 0; from < spans.length; ) {
    let to = from;
    let sum = 0;
    while (to < spans.length && spans[to]!.at - spans[from]!.at <= sameRule) sum += spans[to++]!.at;
    const at = sum / (to - from);
    const line = spans.slice(from, to).sort((a, b) => a.from - b.from);
    let last: Span | null = null;
    for (const span of line) {
      if (last && span.from <= last.to + sameRule) last.to = Math.max(last.to, span.to);
      else {
        last = { at, from: span.from, to: span.to };
        out.push(last);
      }
    }
    from = to;
  }
  return out;
}

/** Sets of connected rules. */
function connected(across: readonly Span[], down: readonly Span[]): { across: Span[]; down: Span[] }[] {
  const { sameRule: near } = regionThresholds;
  const union = new Union(across.length + down.length);
  down.forEach((d, i) => {
    across.forEach((a, k) => {
      const meet =
        a.from - near <= d.at && d.at <= a.to + near && d.from - near <= a.at && a.at <= d.to + near;
      if (meet) union.join(across.length + i, k);
    });
  });
  const parts = new Map<number, { across: Span[]; down: Span[] }>();
  const partOf = (i: number) => {
    const key = union.of(i);
    const part = parts.get(key) ?? { across: [], down: [] };
    parts.set(key, part);
    return part;
  };
  across.forEach((a, k) => {
    partOf(k).across.push(a);
  });
  down.forEach((d, i) => {
    partOf(across.length + i).down.push(d);
  });
  return [...parts.values()];
}

/**
 * Null if the rules separate nothing. Tables may be open at their sides: there the ends of the rules are the borders.
 */
function toGrid(across: readonly Span[], down: readonly Span[]): Grid | null {
  if (across.length < 1 || down.length < 1) return null;
  const xs = borders(down, across);
  const ys = borders(across, down);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > mostPlaces) return null;
  const linesDown = byPlace(down);
  const linesAcross = byPlace(across);
  const union = new Union(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && !parts(linesDown, xs[column + 1]!, ys[row]!, ys[row + 1]!))
        union.join(at, at + 1);
      if (row + 1 < rows && !parts(linesAcross, ys[row + 1]!, xs[column]!, xs[column + 1]!))
        union.join(at, at + columns);
    }
  }
  const cells = Int32Array.from({ length: columns * rows }, (_, i) => union.of(i));
  return new Set(cells).size < 2 ? null : { xs, ys, cells };
}

/** Where the rules are, and where the rules that cross them end. */
function borders(own: readonly Span[], crossing: readonly Span[]): number[] {
  const { sameRule } = regionThresholds;
  const at = [...new Set(own.map((span) => span.at))].sort((a, b) => a - b);
  const from = Math.min(...crossing.map((span) => span.from));
  const to = Math.max(...crossing.map((span) => span.to));
  if (from < at[0]! - 2 * sameRule) at.unshift(from);
  if (to > at.at(-1)! + 2 * sameRule) at.push(to);
  return at;
}

function byPlace(spans: readonly Span[]): Map<number, Span[]> {
  const lines = new Map<number, Span[]>();
  for (const span of spans) {
    const line = lines.get(span.at);
    if (line) line.push(span);
    else lines.set(span.at, [span]);
  }
  return lines;
}

/** Whether a rule at this place covers most of the stretch between two others. */
function parts(lines: ReadonlyMap<number, Span[]>, at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const span of lines.get(at) ?? [])
    covered += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
  return covered >= regionThresholds.ruleCover * (to - from);
}

/** Joined sets, each named by its smallest member. */
class Union {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  of(i: number): number {
    while (this.parent[i] !== i) {
      this.parent[i] = this.parent[this.parent[i]!]!;
      i = this.parent[i]!;
    }
    return i;
  }

  join(a: number, b: number): void {
    const x = this.of(a);
    const y = this.of(b);
    this.parent[Math.max(x, y)] = Math.min(x, y);
  }
}
