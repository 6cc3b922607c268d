/** Rows and cells of tables: of a grid of rules, or of columns whose lines have common baselines. */
import { middle } from '../../middle.ts';
import type { Glyph } from '../glyphs/glyph.ts';
import { type Band, type Fragment, toBands } from './fragments.ts';
import type { Grid } from './grid.ts';
import type { KnownColumns } from './known.ts';
import type { CellPlace, PageTable } from './region.ts';
import { afterWhite, cutBefore, filled, gapsOf } from './rows.ts';
import { columnsOf, extent, type Stretch, sides } from './stretches.ts';
import { regionThresholds } from './thresholds.ts';

/** What is on both sides of white space: separate texts, the cells of rows, or lines with a gap in them. */
export function kindOf(
  { bands, gutters }: Stretch,
  rtl: boolean,
  known: KnownColumns,
): 'columns' | 'table' | 'lines' {
  const all = bands.flatMap((band) => band.fragments);
  const columns = columnsOf(all, gutters, rtl);
  const [one, two] = columns as [Fragment[], Fragment[]];
  const languages = columns.length === 2 && scripts(one) * scripts(two) < 0;
  if (!languages && known.has(gutters)) return 'columns';
  const kind = languages ? 'columns' : kindByLines({ bands, gutters }, columns, rtl);
  if (kind === 'columns' && bands.length >= regionThresholds.knownBands) known.add(gutters);
  return kind;
}

function kindByLines({ bands, gutters }: Stretch, columns: readonly Fragment[][], rtl: boolean) {
  const t = regionThresholds;
  const texts = columns.map((column) => isText(column));
  const level = aligned(columns) >= t.alignedLines;
  const [one, two] = columns as [Fragment[], Fragment[]];
  if (showsRows({ bands, gutters }, columns, level))
    return columns.length === 2 && areTerms(one, two, rtl) ? 'lines' : 'table';
  if (texts.every(Boolean)) return 'columns';
  if (columns.length > 2) return level || !texts.includes(true) ? 'table' : 'columns';
  if (!level) return 'columns';
  if (areTerms(one, two, rtl)) return 'lines';
  // A column that ends early, next to one that continues.
  if (texts.includes(true) && runsOn(texts[0] ? two : one, texts[0] ? one : two)) return 'columns';
  const isRow = (band: Band) => sides(band.fragments, gutters[0]!).every((side) => side.length > 0);
  return bands.filter(isRow).length >= t.tableRows ? 'table' : 'lines';
}

/** Terms and their definitions, with a colon between them. */
function areTerms(first: readonly Fragment[], second: readonly Fragment[], rtl: boolean): boolean {
  const lines = toBands(first);
  const colons = (bands: readonly Band[], left: boolean) =>
    bands.filter((band) => band.fragments.some((f) => endsWithColon(f, left))).length;
  const most = Math.max(colons(lines, rtl), colons(toBands(second), !rtl));
  return most > regionThresholds.termLines * lines.length;
}

/** 1 if it is in Arabic letters, -1 if in Latin ones, 0 if unclear. */
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

/** Whether there is a colon at its left or right end. */
function endsWithColon({ glyphs }: Fragment, left: boolean): boolean {
  let last: Glyph | null = null;
  for (const g of glyphs) {
    if (g.s.trim() !== '' && (!last || (left ? g.x < last.x : g.x > last.x))) last = g;
  }
  return last?.s === ':';
}

/** Share of the lines of the emptiest column that are next to a line of another column, on the same baseline. */
function aligned(columns: readonly (readonly Fragment[])[]): number {
  const feet = columns.map((column) => toBands(column).map((line) => line.y1));
  const least = feet.reduce((a, b) => (b.length < a.length ? b : a));
  const { sameRow } = regionThresholds;
  const size = middle(columns.flat().map((f) => f.size));
  const others = feet.filter((column) => column !== least).flat();
  const level = least.filter((y) => others.some((other) => Math.abs(other - y) < 2 * sameRow * size));
  return level.length / least.length;
}

/** Whether all of it is on one baseline. */
function isLevel({ fragments }: Band): boolean {
  const feet = fragments.map((f) => f.y1);
  const size = middle(fragments.map((f) => f.size));
  return Math.max(...feet) - Math.min(...feet) < 2 * regionThresholds.sameRow * size;
}

/** Whether the lines of a short column follow each other like those of the text next to it, from its top. */
function runsOn(short: readonly Fragment[], text: readonly Fragment[]): boolean {
  const pitch = (lines: readonly Band[]) => lines.slice(1).map((line, i) => line.y1 - lines[i]!.y1);
  const usual = middle(pitch(toBands(text)));
  const lines = toBands(short);
  return lines.length > 1 && pitch(lines).every((dy) => dy < regionThresholds.rowGap * usual);
}

/**
 * Whether white space between bands divides them into rows. Cells begin at the top of their row, and none continues
 * below an empty line: columns of text have such lines between their paragraphs, each at its own height. If most lines
 * are not `level`, because the cells of a row have different numbers of them, more rows must begin at one height.
 */
function showsRows(
  { bands, gutters }: Stretch,
  columns: readonly (readonly Fragment[])[],
  level: boolean,
): boolean {
  const { tableRows, unlevelRows, cleanRows, rowBands } = regionThresholds;
  const inside = columns.flatMap((column) => gapsOf(toBands(column))).sort((a, b) => a - b);
  const opens = afterWhite(bands, inside[inside.length >> 2]);
  const bandsOf = cutBefore(bands, (band) => opens.has(band));
  if (!level && (bandsOf.length < unlevelRows || bandsOf.some(([top]) => !isLevel(top!)))) return false;
  const rows = bandsOf.map((row) => row.map((band) => filled(band, gutters)));
  const several = rows.filter((row) => row.length > 1);
  if (rows.length < tableRows || several.length === 0 || bands.length > rowBands * rows.length) return false;
  const isClean = (row: boolean[][]) =>
    row[0]!.every((_, c) => row.every((line, k) => k === 0 || !line[c] || row[k - 1]![c]));
  const shared = rows.filter((row) => row[0]!.filter(Boolean).length > 1).length;
  const clean = several.filter(isClean);
  // Rows whose lines all end together say nothing.
  const ragged = clean.some((row) => row.some((line) => line.includes(false)));
  return ragged && clean.length >= cleanRows * several.length && shared >= cleanRows * rows.length;
}

/** A cell of a grid with the glyphs in it. */
export interface GridCell {
  place: CellPlace;
  glyphs: Glyph[];
  /** Tables inside it. */
  inner: Fragment[];
}

/** Cells in reading order, without empty ones. `contents` is indexed by the grid's cell numbers. */
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
