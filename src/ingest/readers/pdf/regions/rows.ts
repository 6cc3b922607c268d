/** Rows of tables without rules: where rows and tables end. */
import { middle } from '../../middle.ts';
import { type Band, freeOf, type Interval } from './fragments.ts';
import type { KnownTable } from './known.ts';
import { columnsOf, common, type Stretch, widthIn } from './stretches.ts';
import { regionThresholds } from './thresholds.ts';

/** The columns in which a band has text. */
export const filled = (band: Band, gutters: readonly Interval[]): boolean[] =>
  columnsOf(band.fragments, gutters, true).map((column) => column.length > 0);

export const gapsOf = (bands: readonly Band[]) => bands.slice(1).map((band, i) => band.y0 - bands[i]!.y1);

/** Bands above which the white space is wider than between the lines of a cell. */
export function afterWhite(bands: readonly Band[], least = Math.min(...gapsOf(bands))): Set<Band> {
  const { rowGap, rowGapBy } = regionThresholds;
  const gaps = gapsOf(bands);
  const size = middle(bands.flatMap((band) => band.fragments.map((f) => f.size)));
  const wide = Math.max(rowGap * least, least + rowGapBy * size);
  return new Set(bands.slice(1).filter((_, i) => gaps[i]! > wide));
}

/**
 * The rows of a table: bands, joined if white space between rows is wider than inside them. `lineGap`: the space inside
 * them.
 */
export function rowsOf({ bands, gutters }: Stretch): { rows: Band[][]; lineGap: number | null } {
  const columns = gutters.length + 1;
  const count = (band: Band) => filled(band, gutters).filter(Boolean).length;
  const opens = afterWhite(bands);
  // Cells of several lines are recognised by bands in which columns are empty.
  const byWhite = opens.size > 0 && bands.some((band) => count(band) < columns);
  const rows = byWhite
    ? cutBefore(bands, (band) => opens.has(band))
    : cutBefore(bands, (band) => count(band) >= Math.max(2, columns - 1));
  return { rows, lineGap: byWhite ? Math.min(...gapsOf(bands)) : null };
}

/** Runs of bands, each beginning with the first band or with one that `opens`. */
export function cutBefore(bands: readonly Band[], opens: (band: Band) => boolean): Band[][] {
  const rows: Band[][] = [];
  for (const band of bands) {
    const last = rows.at(-1);
    if (last && !opens(band)) last.push(band);
    else rows.push([band]);
  }
  return rows;
}

/** Text in the first column only. */
const isFirstOnly = (row: readonly Band[], gutters: readonly Interval[], rtl: boolean): boolean =>
  columnsOf(
    row.flatMap((band) => band.fragments),
    gutters,
    rtl,
  )
    .slice(1)
    .every((column) => column.length === 0);

/** Without the last rows that have only a first column, if the others have more: text below the table. */
export function withoutText(
  rows: readonly Band[][],
  { gutters }: Stretch,
  rtl: boolean,
  lineGap: number | null,
): readonly Band[][] {
  let end = rows.length;
  while (end > 1 && lineGap !== null && isFirstOnly(rows[end - 1]!, gutters, rtl)) end--;
  return rows.slice(0, end).some((row) => isFirstOnly(row, gutters, rtl)) ? rows : rows.slice(0, end);
}

/** Bands at the top of a page that continue the previous page's table, as its rows; null if it does not continue. */
export function restOfTable(
  bands: readonly Band[],
  { gutters: own, lineGap }: KnownTable,
  rtl: boolean,
): { from: number; to: number; rows: Band[][]; gutters: readonly Interval[] } | null {
  const { headLines, headGap } = regionThresholds;
  const keeps = (gutters: readonly Interval[], band: Band) => {
    const next = common(gutters, freeOf(band.fragments), widthIn(band));
    return next.length === own.length && !band.fragments.some((f) => f.grid) ? next : null;
  };
  // Running headers are above it.
  const isHead = (band: Band, i: number) =>
    !keeps(own, band) ||
    (i + 1 < bands.length && bands[i + 1]!.y0 - band.y1 > headGap * band.fragments[0]!.size);
  let from = 0;
  while (from < headLines && from < bands.length && isHead(bands[from]!, from)) from++;
  let gutters = own;
  let to = from;
  for (; to < bands.length; to++) {
    const next = keeps(gutters, bands[to]!);
    if (!next) break;
    gutters = next;
  }
  const taken = bands.slice(from, to);
  const shared = (band: Band) => filled(band, gutters).filter(Boolean).length > 1;
  if (taken.length === 0) return null;
  const gap = lineGap ?? Math.min(...gapsOf(taken));
  const opens = afterWhite(taken, gap);
  const rows = cutBefore(taken, (band) => opens.has(band) || (opens.size === 0 && shared(band)));
  const isRow = (row: readonly Band[]) => shared(row[0]!);
  const isRest = (row: readonly Band[]) => row.every((band) => beginsInColumns(band, gutters, rtl));
  if (!isRow(rows[0]!) && !isRest(rows[0]!) && !(rows[1] && isRow(rows[1]))) return null;
  const end = rows.findIndex((row, i) => i > 0 && !isRow(row));
  const kept = end < 0 ? rows : rows.slice(0, end);
  return { from, to: from + kept.flat().length, rows: kept, gutters };
}

/** Whether all of its text begins where columns other than the first do. */
function beginsInColumns({ fragments }: Band, gutters: readonly Interval[], rtl: boolean): boolean {
  return fragments.every((f) =>
    gutters.some(
      ([from, to]) => Math.abs(rtl ? from - f.x1 : f.x0 - to) <= regionThresholds.columnStart * f.size,
    ),
  );
}
