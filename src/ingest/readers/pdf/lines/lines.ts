/**
 * Glyphs of one page → its lines, each with its glyphs from left to right. A line is found by its baseline; raised and
 * lowered pieces (footnote marks, diacritics, letters that a cascading font shifts) join it.
 */
import { type Glyph, isMark, isSpace } from '../glyphs/glyph.ts';
import { lineThresholds } from './thresholds.ts';
import { leftToRight } from './visual-order.ts';

export interface VisualLine {
  /** Baseline, downwards. */
  y: number;
  /** The most common size of its glyphs. */
  size: number;
  /** From left to right, as drawn, with spaces. */
  glyphs: Glyph[];
}

/** Glyphs on nearly the same baseline. */
interface Row {
  y: number;
  size: number;
  /** Drawn width without spaces and marks: the weight of the row. */
  weight: number;
  glyphs: Glyph[];
}

/** Number of baselines examined on either side of one. */
const nearest = 60;

/** Lines from top to bottom. All glyphs must run along x. */
export function toLines(glyphs: readonly Glyph[]): VisualLine[] {
  const { pieceAbove, pieceBelow } = lineThresholds;
  const rows = toRows(glyphs);
  const order = rows.map((_, i) => i).sort((a, b) => rows[b]!.weight - rows[a]!.weight || a - b);
  const owner = new Int32Array(rows.length).fill(-1);
  const lines = new Map<number, Row>();
  for (const i of order) {
    if (owner[i] !== -1) continue;
    owner[i] = i;
    const row = rows[i]!;
    lines.set(i, row);
    const taken = new Cover(row.glyphs);
    for (const step of [-1, 1]) {
      for (let k = i + step; k >= 0 && k < rows.length && Math.abs(k - i) <= nearest; k += step) {
        const other = rows[k]!;
        const dy = (other.y - row.y) / row.size;
        if (dy < -pieceAbove - 1 || dy > pieceBelow + 1) break;
        if (owner[k] !== -1 || !belongs(other, row, dy, taken)) continue;
        owner[k] = i;
        row.glyphs.push(...other.glyphs);
      }
    }
  }
  return [...lines.entries()]
    .sort((a, b) => a[0] - b[0])
    .map(([, row]) => ({
      y: row.y,
      size: row.size,
      glyphs: leftToRight(row.glyphs.sort((a, b) => a.seq - b.seq)),
    }));
}

function toRows(glyphs: readonly Glyph[]): Row[] {
  const { rowHeight } = lineThresholds;
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.seq - b.seq);
  const rows: Row[] = [];
  let row: Row | null = null;
  for (const g of sorted) {
    if (!row || g.y - row.y > Math.min(g.size, row.size) * rowHeight) {
      row = { y: g.y, size: g.size, weight: 0, glyphs: [] };
      rows.push(row);
    }
    row.glyphs.push(g);
  }
  for (const r of rows) {
    const sizes = new Map<number, number>();
    for (const g of r.glyphs) {
      const w = isSpace(g.s) ? 0 : isMark(g.s) ? 0.01 : Math.max(g.w, 0.02 * g.size);
      r.weight += w;
      const key = Math.round(g.size * 4) / 4;
      sizes.set(key, (sizes.get(key) ?? 0) + w + 1e-6);
    }
    let best = -1;
    for (const [size, w] of sizes) {
      if (w > best) {
        best = w;
        r.size = size || 1;
      }
    }
  }
  return rows;
}

/** Whether the lighter row is a piece of the line: near its baseline, and not a line of its own below or above it. */
function belongs(piece: Row, line: Row, dy: number, taken: Cover): boolean {
  const t = lineThresholds;
  if (dy < -t.pieceAbove || dy > t.pieceBelow) {
    // A mark may be higher or lower than any letter: over or under one of the line's letters.
    if (dy < -t.markAbove || dy > t.markBelow) return false;
    if (piece.weight > 0.01 * piece.glyphs.length) return isHighMark(piece, line, dy, taken);
    return piece.glyphs.every((g) => taken.covers(g.x - 0.1, g.x + g.w + 0.1) > 0);
  }
  if (piece.weight === 0) return true;
  let over = 0;
  for (const g of piece.glyphs) if (!isSpace(g.s)) over += Math.min(g.w, taken.covers(g.x, g.x + g.w));
  if (over < t.pieceOver * piece.weight) return true;
  // A few glyphs on top of letters are not a line of their own.
  return (
    piece.glyphs.length < t.fewOverGlyphs &&
    (piece.size < t.fewOverSize * line.size || Math.abs(dy) < t.fewOverHeight)
  );
}

/** Some fonts raise footnote marks above the height of letters: small, few, and right next to the text. */
function isHighMark(piece: Row, line: Row, dy: number, taken: Cover): boolean {
  const t = lineThresholds;
  if (dy < -t.highNumberAbove || dy > 0 || piece.size > t.highNumberSize * line.size) return false;
  if (piece.glyphs.length > t.highNumberGlyphs) return false;
  const from = Math.min(...piece.glyphs.map((g) => g.x));
  const to = Math.max(...piece.glyphs.map((g) => g.x + g.w));
  const near = t.highNumberGap * line.size;
  // Its edge may overlap the text.
  return taken.covers(from, to) <= t.highNumberOver * (to - from) && taken.covers(from - near, to + near) > 0;
}

/** The stretches of x that a row's letters cover. */
class Cover {
  private readonly spans: [number, number][] = [];

  constructor(glyphs: readonly Glyph[]) {
    const boxes = glyphs.filter((g) => !isSpace(g.s)).map((g): [number, number] => [g.x, g.x + g.w]);
    boxes.sort((a, b) => a[0] - b[0]);
    for (const [from, to] of boxes) {
      const last = this.spans.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else this.spans.push([from, to]);
    }
  }

  /** Length of `from…to` that is covered. */
  covers(from: number, to: number): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.spans[mid]![1] < from) low = mid + 1;
      else high = mid;
    }
    let sum = 0;
    for (let i = low; i < this.spans.length && this.spans[i]![0] < to; i++) {
      sum += Math.max(0, Math.min(to, this.spans[i]![1]) - Math.max(from, this.spans[i]![0]));
    }
    return sum;
  }
}
