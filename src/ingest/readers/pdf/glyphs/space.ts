/** Matrices and boxes of a page's space (ISO 32000-1 §8.3), as far as text needs them. */
import type { Glyph } from './glyph.ts';
import { glyphThresholds } from './thresholds.ts';

export type Matrix = [number, number, number, number, number, number];

export const multiply = (m: Matrix, n: ArrayLike<number>): Matrix => [
  m[0] * n[0]! + m[2] * n[1]!,
  m[1] * n[0]! + m[3] * n[1]!,
  m[0] * n[2]! + m[2] * n[3]!,
  m[1] * n[2]! + m[3] * n[3]!,
  m[0] * n[4]! + m[2] * n[5]! + m[4],
  m[1] * n[4]! + m[3] * n[5]! + m[5],
];

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

/**
 * The largest page, in units (ISO 32000-1 annex C). Nothing larger or farther off is drawn on any page, and sums of
 * such numbers, or of infinite ones, may be NaN.
 */
const largestPage = 14_400;

/** Whether this is a coordinate or length that a page can have. */
export const onAnyPage = (n: number): boolean => Math.abs(n) <= largestPage;

/** Whether the middle of the glyph's baseline is inside the box, or just over its edge. */
export function visible(g: Glyph, clip: Box): boolean {
  if (!onAnyPage(g.w) || !onAnyPage(g.size)) return false;
  const edge = glyphThresholds.clipEdge * g.size;
  const half = g.angle === 0 ? g.w / 2 : 0;
  const x = g.x + half;
  return x >= clip[0] - edge && x <= clip[2] + edge && -g.y >= clip[1] - edge && -g.y <= clip[3] + edge;
}

/** The clip box reduced to a path's bounds, which are given in the space of `ctm`. */
export function narrowed(clip: Box, ctm: Matrix, bounds: ArrayLike<number> | null | undefined): Box {
  if (!bounds || ![0, 1, 2, 3].every((i) => Number.isFinite(bounds[i]))) return clip;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const bx of [bounds[0]!, bounds[2]!]) {
    for (const by of [bounds[1]!, bounds[3]!]) {
      xs.push(ctm[0] * bx + ctm[2] * by + ctm[4]);
      ys.push(ctm[1] * bx + ctm[3] * by + ctm[5]);
    }
  }
  return [
    Math.max(clip[0], Math.min(...xs)),
    Math.max(clip[1], Math.min(...ys)),
    Math.min(clip[2], Math.max(...xs)),
    Math.min(clip[3], Math.max(...ys)),
  ];
}
