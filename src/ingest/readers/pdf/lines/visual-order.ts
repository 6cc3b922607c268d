/**
 * The glyphs of one line from left to right. Within a piece that was drawn in one go, the stream's own order is kept,
 * because the boxes of Arabic letters overlap and the parts of a ligature may share one x; pieces are ordered by their
 * x.
 */
import { type Glyph, isArabicLetter, isMark } from '../glyphs/glyph.ts';
import { lineThresholds } from './thresholds.ts';

interface Piece {
  glyphs: Glyph[];
  from: number;
  to: number;
}

const mostPieces = 3000;

/** Takes one line's glyphs in stream order. */
export function leftToRight(glyphs: readonly Glyph[]): Glyph[] {
  const pieces = toPieces(glyphs);
  // So many pieces are not a line of text; each merge costs the length of what there is.
  if (pieces.length > mostPieces) return [...glyphs].sort((a, b) => place(a) - place(b) || a.seq - b.seq);
  pieces.sort((a, b) => a.from - b.from || a.glyphs[0]!.seq - b.glyphs[0]!.seq);
  let out: Piece | null = null;
  const done: Glyph[] = [];
  for (const piece of pieces) {
    if (!out) out = piece;
    else if (piece.from < out.to) out = merge(out, piece);
    else {
      for (const g of out.glyphs) done.push(g);
      out = piece;
    }
  }
  if (out) for (const g of out.glyphs) done.push(g);
  return withoutDoubles(done);
}

/** Cuts the stream where the pen goes back. */
function toPieces(glyphs: readonly Glyph[]): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece | null = null;
  let last: Glyph | null = null;
  for (let i = 0; i < glyphs.length; i++) {
    const g = glyphs[i]!;
    const end = g.x + g.w;
    if (piece && last && marksLast(glyphs, i, last)) {
      let at = piece.glyphs.lastIndexOf(last);
      while (at > 0 && isMark(piece.glyphs[at - 1]!.s)) at--;
      piece.glyphs.splice(at, 0, g);
      continue;
    }
    if (piece && last && stepsOn(last, g)) {
      piece.glyphs.push(g);
      piece.from = Math.min(piece.from, g.x);
      piece.to = Math.max(piece.to, end);
    } else {
      piece = { glyphs: [g], from: g.x, to: end };
      pieces.push(piece);
    }
    last = g;
  }
  return pieces;
}

/** Whether `g` follows `last`, or overlaps it no more than letters of one word do. */
function stepsOn(last: Glyph, g: Glyph): boolean {
  const { backStep, stepReach } = lineThresholds;
  if (g.x >= last.x) return true;
  if (last.w === 0 || g.x < last.x - backStep * g.size) return false;
  return g.x + g.w > last.x + stepReach * Math.min(g.w, last.w);
}

/**
 * If letters are drawn one by one to the left, each followed by its marks: whether the mark at `i` belongs to `last`,
 * the letter before it in the stream. From left to right it then comes before that letter.
 */
function marksLast(glyphs: readonly Glyph[], i: number, last: Glyph): boolean {
  const g = glyphs[i]!;
  const { markEdge, letterOverlap } = lineThresholds;
  const edge = markEdge * g.size;
  if (
    !isMark(g.s) ||
    !isArabicLetter(last.s.charCodeAt(0)) ||
    g.x < last.x - edge ||
    g.x + g.w > last.x + last.w + edge
  )
    return false;
  let next = i + 1;
  while (next < glyphs.length && isMark(glyphs[next]!.s)) next++;
  let before = i - 2;
  while (before >= 0 && isMark(glyphs[before]!.s)) before--;
  const leftOf = (a: Glyph | undefined, b: Glyph) =>
    a !== undefined && a.x + a.w <= b.x + letterOverlap * b.w;
  // After it the pen goes left; at the end of the line, it came from the right.
  return glyphs[next] ? leftOf(glyphs[next], last) : before >= 0 && leftOf(last, glyphs[before]!);
}

/** Merges two overlapping pieces glyph by glyph, by the middles of the glyphs; each piece keeps its own order. */
function merge(a: Piece, b: Piece): Piece {
  const glyphs: Glyph[] = [];
  let i = 0;
  let j = 0;
  while (i < a.glyphs.length && j < b.glyphs.length) {
    const g = a.glyphs[i]!;
    const h = b.glyphs[j]!;
    if (place(g) <= place(h)) {
      glyphs.push(g);
      i++;
    } else {
      glyphs.push(h);
      j++;
    }
  }
  while (i < a.glyphs.length) glyphs.push(a.glyphs[i++]!);
  while (j < b.glyphs.length) glyphs.push(b.glyphs[j++]!);
  return { glyphs, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** A mark that is a piece of its own belongs before (left of) its letter. */
function place(g: Glyph): number {
  return g.x + g.w / 2 - (isMark(g.s) ? lineThresholds.markShift * g.size : 0);
}

/** The same glyph drawn twice at one place (a writer's way to make bold) counts once. */
function withoutDoubles(glyphs: Glyph[]): Glyph[] {
  const { doubleBack, doubleShift } = lineThresholds;
  const out: Glyph[] = [];
  for (const g of glyphs) {
    let twice = false;
    for (let k = out.length - 1; k >= 0 && k >= out.length - doubleBack; k--) {
      const o = out[k]!;
      if (o.s === g.s && o.code === g.code && o.run !== g.run && Math.abs(o.x - g.x) < doubleShift * g.size)
        twice = true;
    }
    if (!twice) out.push(g);
  }
  return out;
}
