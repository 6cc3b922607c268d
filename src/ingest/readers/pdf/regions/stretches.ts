/**
 * Stretches of a page that white columns divide from top to bottom. The white columns are found as in Breuel, "Two
 * geometric algorithms for layout analysis" (DAS 2002): the largest empty rectangles with text on both sides; they are
 * looked for among bands of text, from the top down, each as tall as possible.
 */
import { middle } from '../../middle.ts';
import { type Band, type Fragment, freeOf, type Interval, toBands } from './fragments.ts';
import type { KnownColumns } from './known.ts';
import { regionThresholds } from './thresholds.ts';

export interface Stretch {
  bands: Band[];
  /** White columns from left to right; none in a stretch that is read across its full width. */
  gutters: Interval[];
  /** The same with those next to columns as narrow as labels, which only separate the cells of a table. */
  cellGutters?: Interval[];
}

/** The bands of a page as stretches, from top to bottom. `rtl`: which side is read first. */
export function stretchesOf(bands: readonly Band[], rtl: boolean, known: KnownColumns): Stretch[] {
  const out: Stretch[] = [];
  for (let i = 0; i < bands.length; ) {
    const found = knownFrom(bands, i, rtl, known) ?? stretchFrom(bands, i, rtl);
    const last = out.at(-1);
    if (found) {
      i += found.bands.length;
      if (last && last.gutters.length === 0) {
        takeHead(last.bands, found, rtl);
        if (last.bands.length === 0) out.pop();
      }
      const before = out.at(-1);
      const shared = before && sameGutters(before.gutters, found.gutters);
      const cells = before && found.cellGutters && sameGutters(before.cellGutters ?? [], found.cellGutters);
      if (shared) {
        const bands = [...before.bands, ...found.bands];
        Object.assign(before, { bands, gutters: shared, cellGutters: cells ?? shared });
      } else out.push(found);
      continue;
    }
    if (last && last.gutters.length === 0) last.bands.push(bands[i]!);
    else out.push({ bands: [bands[i]!], gutters: [] });
    i++;
  }
  return out;
}

/** What is white in both sets of gutters, if each gutter of the one continues in the other. */
function sameGutters(a: readonly Interval[], b: readonly Interval[]): Interval[] | null {
  if (a.length === 0 || a.length !== b.length) return null;
  const both = a.map(([from, to], i): Interval => [Math.max(from, b[i]![0]), Math.min(to, b[i]![1])]);
  const narrow = (i: number) => Math.min(a[i]![1] - a[i]![0], b[i]![1] - b[i]![0]);
  const { sameGutter } = regionThresholds;
  return both.every(([from, to], i) => to - from > sameGutter * narrow(i)) ? both : null;
}

/** Fragments on the left and on the right of a gutter. */
export function sides(fragments: readonly Fragment[], [from]: Interval): [Fragment[], Fragment[]] {
  const left: Fragment[] = [];
  const right: Fragment[] = [];
  for (const f of fragments) (f.x0 < from ? left : right).push(f);
  return [left, right];
}

/** A stretch cut at its gutters, in reading order. */
export function columnsOf(fragments: readonly Fragment[], gutters: readonly Interval[], rtl: boolean) {
  let rest = [...fragments];
  const columns: Fragment[][] = [];
  for (const gutter of gutters) {
    const [left, right] = sides(rest, gutter);
    columns.push(left);
    rest = right;
  }
  columns.push(rest);
  return rtl ? columns.reverse() : columns;
}

export const widthIn = (band: Band): number => regionThresholds.gutterWidth * sizeOf(band);

/** The tallest stretch from band `i` on with known gutters, or null. */
function knownFrom(bands: readonly Band[], i: number, rtl: boolean, { sets }: KnownColumns): Stretch | null {
  for (const set of sets) {
    let gaps: readonly Interval[] = set;
    let end = i;
    for (; end < bands.length; end++) {
      const next = common(gaps, freeOf(bands[end]!.fragments), widthIn(bands[end]!));
      if (next.length < set.length) break;
      gaps = next;
    }
    if (end - i < regionThresholds.fewLines) continue;
    const taken = withoutTail(bands.slice(i, end), gaps, rtl);
    if (gaps.every((gap) => hasBothSides(taken, gap, rtl))) return { bands: taken, gutters: [...gaps] };
  }
  return null;
}

/**
 * Whether known white space has text on both sides, which need not be next to each other: on one page a column may be
 * nearly empty.
 */
function hasBothSides(bands: readonly Band[], gap: Interval, rtl: boolean): boolean {
  const [left, right] = sides(
    bands.flatMap((band) => band.fragments),
    gap,
  );
  if (left.length === 0 || right.length === 0) return false;
  const first = rtl ? right : left;
  const [from, to] = extent(first);
  return to - from > regionThresholds.labelColumn * middle(first.map((f) => f.size));
}

/** The tallest stretch that begins with band `i`, or null. */
function stretchFrom(bands: readonly Band[], i: number, rtl: boolean): Stretch | null {
  const free = (band: Band) => [freeOf(band.fragments), widthIn(band)] as const;
  let gaps = closed(...free(bands[i]!));
  let end = i;
  for (let next = gaps; next.length > 0; ) {
    gaps = next;
    end++;
    if (end === bands.length) break;
    next = common(gaps, ...free(bands[end]!));
    if (gaps.some((gap) => !next.some((one) => within(one, gap)) && isLasting(bands.slice(i, end), gap)))
      break;
  }
  if (gaps.length === 0) return null;
  const taken = withoutTail(bands.slice(i, end), gaps, rtl);
  // Lines below may have narrowed them.
  if (taken.length < end - i) {
    gaps = closed(...free(taken[0]!));
    for (const band of taken.slice(1)) gaps = common(gaps, ...free(band));
  }
  const cellGutters = gaps.filter((gap) => isWide(taken, gap));
  const gutters = cellGutters.filter((gap) => !isLabels(taken, gap, rtl));
  return gutters.length === 0 ? null : { bands: taken, gutters, cellGutters };
}

/**
 * Moves lines right above a stretch into it if they are in its columns: columns do not all begin at the same height.
 */
function takeHead(above: Band[], found: Stretch, rtl: boolean): void {
  const { sameType, headBands } = regionThresholds;
  for (;;) {
    const band = above.at(-1);
    const below = found.bands[0]!;
    if (!band) return;
    const gutters = common(found.gutters, freeOf(band.fragments), widthIn(band));
    if (gutters.length < found.gutters.length) return;
    const size = Math.max(...band.fragments.map((f) => f.size));
    if (Math.abs(size - sizeOf(below)) > sameType * size) return;
    // Text above the last column only is the end of a text from the previous page.
    const last = rtl ? gutters[0]! : gutters.at(-1)!;
    const far = sides(band.fragments, last)[rtl ? 1 : 0].length === 0;
    if (!isClose(band, below, far ? headBands : 1)) return;
    found.bands.unshift(above.pop()!);
    found.gutters = gutters;
    found.cellGutters &&= common(found.cellGutters, freeOf(band.fragments), widthIn(band));
  }
}

/** Whether there is no more white space between them than inside a text. */
export function isClose(band: Band, next: Band, times = 1): boolean {
  return next.y0 - band.y1 < times * regionThresholds.closeBands * sizeOf(next);
}

const within = (inner: Interval, [from, to]: Interval): boolean => inner[0] >= from && inner[1] <= to;

/**
 * Whether several bands have text on both sides of it. If so, what comes below and crosses it does not belong to them.
 */
const isLasting = (bands: readonly Band[], gap: Interval): boolean =>
  bands.filter((band) => isShared(band, gap)).length >= regionThresholds.lastingBands;

/** Those with text on both sides. */
const closed = (free: readonly Interval[], width: number): Interval[] =>
  free.slice(1, -1).filter(([from, to]) => to - from >= width);

/** Parts of both that are at least this wide. */
export function common(a: readonly Interval[], b: readonly Interval[], width: number): Interval[] {
  const out: Interval[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const from = Math.max(a[i]![0], b[k]![0]);
    const to = Math.min(a[i]![1], b[k]![1]);
    if (to - from >= width) out.push([from, to]);
    if (a[i]![1] < b[k]![1]) i++;
    else k++;
  }
  return out;
}

function sizeOf(band: Band): number {
  let size = Number.POSITIVE_INFINITY;
  for (const f of band.fragments) size = Math.min(size, f.size);
  return size;
}

const isShared = (band: Band, gap: Interval): boolean =>
  sides(band.fragments, gap).every((side) => side.length > 0);

/**
 * Bands at the end that have text only on the side that is read first. The column continues there while its lines are
 * close together or one of them is full; what follows is below the columns.
 */
function withoutTail(bands: readonly Band[], gaps: readonly Interval[], rtl: boolean): Band[] {
  const { fullLine, sameType, closeBands, lineGap } = regionThresholds;
  const near = rtl ? gaps.at(-1)! : gaps[0]!;
  const nearSide = (band: Band) => sides(band.fragments, near)[rtl ? 1 : 0];
  let shared = bands.length;
  while (shared > 1 && !gaps.some((gap) => isShared(bands[shared - 1]!, gap))) shared--;
  const column = bands.slice(0, shared).flatMap(nearSide);
  const [left, right] = extent(column);
  const lines = toBands(column);
  const isFull = (line: Band, [from, to] = extent(line.fragments)) => to - from >= fullLine * (right - left);
  // White space below full lines, where a text continues.
  const usual = lines.slice(1).flatMap((line, i) => (isFull(lines[i]!) ? [line.y0 - lines[i]!.y1] : []));
  const pitch = usual.sort((a, b) => a - b)[usual.length >> 2] ?? 0;
  let size = column.at(-1)?.size ?? 0;
  let end = shared;
  for (let k = shared; k < bands.length; k++) {
    const band = bands[k]!;
    // Text on the far side only is read after the columns in any case.
    const far = nearSide(band).length === 0;
    const like = Math.abs(sizeOf(band) - size) <= sameType * size;
    const full = like && isFull(band);
    const gap = band.y0 - bands[k - 1]!.y1;
    const close = gap < Math.max(closeBands * size, pitch + lineGap * size);
    if (far || full || (like && k === end && close)) end = k + 1;
    if (!far) size = sizeOf(band);
  }
  return bands.slice(0, end);
}

/** From the leftmost to the rightmost of them. */
export function extent(fragments: readonly Fragment[]): Interval {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const f of fragments) {
    from = Math.min(from, f.x0);
    to = Math.max(to, f.x1);
  }
  return [from, to];
}

/** Those of its bands with text on both sides of a gutter, as their content on the left and on the right of it. */
const partsOf = (bands: readonly Band[], gap: Interval) =>
  bands.filter((band) => isShared(band, gap)).map((band) => sides(band.fragments, gap));

/** Whether the white space is wide enough for the lines that show it. */
function isWide(bands: readonly Band[], gap: Interval): boolean {
  const t = regionThresholds;
  const parts = partsOf(bands, gap);
  const counts = parts.map(([left, right]) => [toBands(left).length, toBands(right).length] as const);
  const left = counts.reduce((sum, [n]) => sum + n, 0);
  const right = counts.reduce((sum, [, n]) => sum + n, 0);
  const lines = Math.min(left, right);
  // A single line on each side is a line with a gap, unless one of them is next to several of the other side.
  if (lines < 2 && !counts.some(([a, b]) => a !== b && a + b > 2)) return false;
  const size = middle(parts.flat(2).map((f) => f.size));
  const needed =
    lines < t.fewLines ? t.fewGutterWidth : lines < t.manyLines ? t.someGutterWidth : t.gutterWidth;
  return gap[1] - gap[0] >= needed * size;
}

/** Whether it separates only labels from the text. */
function isLabels(bands: readonly Band[], gap: Interval, rtl: boolean): boolean {
  const parts = partsOf(bands, gap);
  const size = middle(parts.flat(2).map((f) => f.size));
  const [from, to] = extent(parts.flatMap((part) => part[rtl ? 1 : 0]));
  return to - from <= regionThresholds.labelColumn * size;
}
