/** Rows and cells of tables: of a grid of rules, or of columns whose lines stand on common base lines. */
import { middle } from '../../middle.ts';
import type { Glyph } from '../glyphs/glyph.ts';
import { type Band, type Fragment, type Interval, toBands } from './fragments.ts';
import type { Grid } from './grid.ts';
import type { CellPlace, PageTable } from './region.ts';
import { extent, type Stretch, sides } from './stretches.ts';
import { regionThresholds } from './thresholds.ts';

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

/** What stands on both sides of white: texts of their own, the cells of rows, or lines with a gap in them. */
export function kindOf({ bands, gutters }: Stretch, rtl: boolean): 'columns' | 'table' | 'lines' {
  const t = regionThresholds;
  const all = bands.flatMap((band) => band.fragments);
  const columns = columnsOf(all, gutters, rtl);
  const texts = columns.map((column) => isText(column));
  if (texts.every(Boolean)) return 'columns';
  const level = aligned(columns) >= t.alignedLines;
  if (columns.length > 2) return level || !texts.includes(true) ? 'table' : 'columns';
  const [a, b] = columns as [Fragment[], Fragment[]];
  if (scripts(a) * scripts(b) < 0 || !level) return 'columns';
  if (areTerms(a, b, rtl)) return 'lines';
  // A column that ends early, beside one that goes on.
  if (texts.includes(true) && runsOn(texts[0] ? b : a, texts[0] ? a : b)) return 'columns';
  const isRow = (band: Band) => sides(band.fragments, gutters[0]!).every((side) => side.length > 0);
  return bands.filter(isRow).length >= t.tableRows ? 'table' : 'lines';
}

/** Terms and what they mean, with a colon between. */
function areTerms(first: readonly Fragment[], second: readonly Fragment[], rtl: boolean): boolean {
  const lines = toBands(first);
  const colons = (bands: readonly Band[], left: boolean) =>
    bands.filter((band) => band.fragments.some((f) => endsWithColon(f, left))).length;
  const most = Math.max(colons(lines, rtl), colons(toBands(second), !rtl));
  return most > regionThresholds.termLines * lines.length;
}

/** 1 where it is in Arabic letters, -1 in Latin ones, 0 where that is not clear. */
export function scripts(fragments: readonly Fragment[]): number {
  let arabic = 0;
  let latin = 0;
  for (const f of fragments) {
    arabic += f.arabic;
    latin += f.latin;
  }
  const { otherScript } = regionThresholds;
  return latin > otherScript * arabic ? -1 : arabic > otherScript * latin ? 1 : 0;
}

/** Lines that fill a column, as only text does. */
function isText(column: readonly Fragment[]): boolean {
  const { fullLine, fullLines, textColumn } = regionThresholds;
  const lines = toBands(column).map((line) => extent(line.fragments));
  const [from, to] = extent(column);
  const size = middle(column.map((f) => f.size));
  if (lines.length < 2 || to - from < textColumn * size) return false;
  const full = lines.filter(([x0, x1]) => x1 - x0 >= fullLine * (to - from)).length;
  return full >= fullLines * lines.length;
}

/** Is there a colon at its left end, or at its right one? */
function endsWithColon({ glyphs }: Fragment, left: boolean): boolean {
  let last: Glyph | null = null;
  for (const g of glyphs) {
    if (g.s.trim() !== '' && (!last || (left ? g.x < last.x : g.x > last.x))) last = g;
  }
  return last?.s === ':';
}

/** Share of the lines of the emptiest column that stand beside one of another column, on its base line. */
function aligned(columns: readonly (readonly Fragment[])[]): number {
  const feet = columns.map((column) => toBands(column).map((line) => line.y1));
  const least = feet.reduce((a, b) => (b.length < a.length ? b : a));
  const { sameRow } = regionThresholds;
  const size = middle(columns.flat().map((f) => f.size));
  const others = feet.filter((column) => column !== least).flat();
  const level = least.filter((y) => others.some((other) => Math.abs(other - y) < 2 * sameRow * size));
  return level.length / least.length;
}

/** Do the lines of a short column follow each other like those of the text beside it, from its top? */
function runsOn(short: readonly Fragment[], text: readonly Fragment[]): boolean {
  const pitch = (lines: readonly Band[]) => lines.slice(1).map((line, i) => line.y1 - lines[i]!.y1);
  const usual = middle(pitch(toBands(text)));
  const lines = toBands(short);
  return lines.length > 1 && pitch(lines).every((dy) => dy < regionThresholds.rowGap * usual);
}

/** The rows of a table without rules: bands, together where white between rows is wider than inside them. */
export function rowsOf(stretch: Stretch): Band[][] {
  const { rowGap } = regionThresholds;
  const { bands, gutters } = stretch;
  const filled = (band: Band) => columnsOf(band.fragments, gutters, true).filter((c) => c.length > 0).length;
  const columns = gutters.length + 1;
  const gaps = bands.slice(1).map((band, i) => band.y0 - bands[i]!.y1);
  const least = Math.min(...gaps);
  const size = middle(bands.flatMap((band) => band.fragments.map((f) => f.size)));
  // Cells of several lines show by bands in which columns are empty.
  const several = bands.some((band) => filled(band) < columns);
  const wide = gaps.filter((gap) => gap > Math.max(rowGap * least, least + 0.2 * size));
  const byWhite = several && wide.length > 0;
  const rows: Band[][] = [];
  bands.forEach((band, i) => {
    const last = rows.at(-1);
    const goesOn = byWhite ? !wide.includes(gaps[i - 1]!) : filled(band) < Math.max(2, columns - 1);
    if (last && goesOn) last.push(band);
    else rows.push([band]);
  });
  return rows;
}

/** A cell of a grid with the glyphs in it. */
export interface GridCell {
  place: CellPlace;
  glyphs: Glyph[];
  /** Tables inside it. */
  inner: Fragment[];
}

/** Cells in reading order, empty ones left out. `contents` by the grid's cell numbers. */
export function cellsOf(
  { xs, ys, cells }: Grid,
  contents: ReadonlyMap<number, { glyphs: Glyph[]; inner: Fragment[] }>,
  rtl: boolean,
): GridCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const table: PageTable = { edges: xs, rows, columns };
  const first = new Map<number, { row: number; left: number; right: number }>();
  cells.forEach((cell, i) => {
    const row = Math.floor(i / columns);
    const column = i % columns;
    const known = first.get(cell);
    if (!known) first.set(cell, { row, left: column, right: column });
    else {
      known.left = Math.min(known.left, column);
      known.right = Math.max(known.right, column);
    }
  });
  return [...contents]
    .map(([cell, content]): GridCell => {
      const { row, left, right } = first.get(cell)!;
      return { place: { table, row: row + 1, column: rtl ? columns - right : left + 1 }, ...content };
    })
    .sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
}
