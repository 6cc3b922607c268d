/**
 * Glyphs → fragments: parts of one row without a gap as wide as those between columns. Fragments are what is moved
 * while a page is divided; the glyphs are put into lines afterwards.
 */
import { type Glyph, isArabicLetter, isMark, isSpace } from '../glyphs/glyph.ts';
import { isLatinLetter } from '../lines/words.ts';
import type { Grid } from './grid.ts';
import { regionThresholds } from './thresholds.ts';

export interface Fragment {
  x0: number;
  x1: number;
  /** Top and bottom of its letters; y downwards. */
  y0: number;
  y1: number;
  size: number;
  /** Letters of either script. */
  arabic: number;
  latin: number;
  glyphs: Glyph[];
  /** Represents a whole table, whose glyphs are not here. */
  grid?: Grid;
}

export function toFragments(glyphs: readonly Glyph[]): Fragment[] {
  const { sameRow, wordGap } = regionThresholds;
  const marks: Glyph[] = [];
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.seq - b.seq);
  const out: Fragment[] = [];
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from]!;
    let to = from + 1;
    while (to < sorted.length && sorted[to]!.y - first.y <= sameRow * Math.min(first.size, sorted[to]!.size))
      to++;
    const row = sorted.slice(from, to).sort((a, b) => a.x - b.x);
    let spaces: Glyph[] = [];
    let open: Fragment | null = null;
    for (const g of row) {
      if (isSpace(g.s)) {
        if (open) open.glyphs.push(g);
        else spaces.push(g);
      } else if (isMark(g.s)) marks.push(g);
      else if (open && g.x - open.x1 <= wordGap * Math.max(g.size, open.size)) add(open, g);
      else {
        open = { x0: g.x, x1: g.x, y0: g.y, y1: g.y, size: g.size, arabic: 0, latin: 0, glyphs: spaces };
        spaces = [];
        add(open, g);
        out.push(open);
      }
    }
    from = to;
  }
  placeMarks(marks, out);
  return out;
}

/** Marks go with the nearest letters; their own height says nothing about a line's. */
function placeMarks(marks: readonly Glyph[], fragments: readonly Fragment[]): void {
  const step = 24;
  const near = new Map<number, Fragment[]>();
  for (const f of fragments) {
    for (let k = Math.floor(f.y0 / step); k <= Math.floor(f.y1 / step); k++) {
      const there = near.get(k);
      if (there) there.push(f);
      else near.set(k, [f]);
    }
  }
  for (const g of marks) {
    const x = g.x + g.w / 2;
    const at = Math.floor(g.y / step);
    let best: Fragment | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const f of [at - 1, at, at + 1].flatMap((k) => near.get(k) ?? [])) {
      const aside = Math.max(0, f.x0 - x, x - f.x1);
      const away = aside + Math.abs(f.y1 - below * f.size - g.y);
      if (away < least) {
        best = f;
        least = away;
      }
    }
    best?.glyphs.push(g);
  }
}

/** Height of letters above the baseline and below it, as shares of the size. */
const above = 0.7;
const below = 0.2;

function add(fragment: Fragment, g: Glyph): void {
  fragment.glyphs.push(g);
  fragment.x0 = Math.min(fragment.x0, g.x);
  fragment.x1 = Math.max(fragment.x1, g.x + g.w);
  fragment.y0 = Math.min(fragment.y0, g.y - above * g.size);
  fragment.y1 = Math.max(fragment.y1, g.y + below * g.size);
  fragment.size = Math.max(fragment.size, g.size);
  const c = g.s.charCodeAt(0);
  if (isArabicLetter(c)) fragment.arabic++;
  else if (isLatinLetter(c)) fragment.latin++;
}

/** Fragments that are next to each other, from top to bottom: what is between two bands is white. */
export interface Band {
  y0: number;
  y1: number;
  fragments: Fragment[];
}

export function toBands(fragments: readonly Fragment[]): Band[] {
  const { overlap } = regionThresholds;
  const bands: Band[] = [];
  for (const f of [...fragments].sort((a, b) => a.y0 - b.y0)) {
    const last = bands.at(-1);
    if (last && f.y0 < last.y1 - overlap * f.size) {
      last.y1 = Math.max(last.y1, f.y1);
      last.fragments.push(f);
    } else bands.push({ y0: f.y0, y1: f.y1, fragments: [f] });
  }
  return bands;
}

/** From and to, in points. */
export type Interval = readonly [number, number];

/** The parts of x that none of them covers, inside and on both sides. */
export function freeOf(fragments: readonly Fragment[]): Interval[] {
  const boxes = fragments.map((f): Interval => [f.x0, f.x1]).sort((a, b) => a[0] - b[0]);
  const free: Interval[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, to] of boxes) {
    if (from > end) free.push([end, from]);
    end = Math.max(end, to);
  }
  free.push([end, Number.POSITIVE_INFINITY]);
  return free;
}
