/**
 * Some writers leave cells without text out of the tree (Chromium does), so that the cells after them count one column
 * too few. Rows that have a cell for every column show where the columns are; the cells of the other rows are put where
 * they appear on the page.
 */
import type { TaggedCell } from './cells.ts';

/** Left and right end of a cell's content, in points. */
export type Extent = readonly [left: number, right: number];

/** Maximum number of columns of a table in which cells are looked for; with more, the tree's own count is kept. */
const mostColumns = 100;

/**
 * The same cells, those of rows with too few of them in the columns where they appear. `extents` is indexed by cell.
 */
export function withEmptyCells(
  cells: readonly TaggedCell[],
  extents: ReadonlyMap<number, Extent>,
): readonly TaggedCell[] {
  const tables = new Map<number, number[]>();
  cells.forEach(({ table }, i) => {
    const own = tables.get(table);
    if (own) own.push(i);
    else tables.set(table, [i]);
  });
  const out = [...cells];
  for (const own of tables.values()) {
    for (const [i, column] of columnsOf(own, cells, extents)) out[i] = { ...cells[i]!, column };
  }
  return out;
}

/** New columns for the cells of one table that need one. */
function columnsOf(
  own: readonly number[],
  cells: readonly TaggedCell[],
  extents: ReadonlyMap<number, Extent>,
): Map<number, number> {
  const moved = new Map<number, number>();
  const rows = new Map<number, number[]>();
  for (const i of own) {
    const row = cells[i]!.row;
    const there = rows.get(row);
    if (there) there.push(i);
    else rows.set(row, [i]);
  }
  const covered = coverage(own, cells);
  const width = [...rows.keys()].reduce((most, row) => Math.max(most, covered(row)), 0);
  // A cell whose width in columns the file does not give may cover what is left.
  const lacks = (row: number) => covered(row) < width && rows.get(row)!.every((i) => cells[i]!.said);
  const short = [...rows.keys()].filter(lacks);
  if (short.length === 0 || short.length === rows.size || width > mostColumns) return moved;
  const full = own.filter((i) => covered(cells[i]!.row) === width);
  const bands = bandsOf(full, cells, extents, width);
  if (!bands) return moved;
  /** For each column, the last row that a cell above covers. */
  const until = new Array<number>(width + 1).fill(0);
  for (const [row, there] of [...rows].sort(([a], [b]) => a - b)) {
    const free = (column: number) => column <= width && until[column]! < row;
    const spans = there.map((i) => cells[i]!.columns);
    const places =
      covered(row) < width
        ? fitting(
            there.map((i) => extents.get(i)),
            spans,
            free,
            bands,
          )
        : null;
    let next = 1;
    there.forEach((i, k) => {
      const { column: before, columns, rows: down } = cells[i]!;
      while (!places && next <= width && !free(next)) next++;
      const column = places?.[k] ?? next;
      if (column > width) return;
      next = column + columns;
      for (let c = column; c < Math.min(next, width + 1); c++) until[c] = row + down - 1;
      if (column !== before) moved.set(i, column);
    });
  }
  return moved;
}

/** How many columns of a row its own cells and those above it cover. */
function coverage(own: readonly number[], cells: readonly TaggedCell[]): (row: number) => number {
  const changes = new Map<number, number>();
  const change = (row: number, by: number) => changes.set(row, (changes.get(row) ?? 0) + by);
  for (const i of own) {
    const { row, rows, columns } = cells[i]!;
    change(row, columns);
    change(row + rows, -columns);
  }
  const sums = new Map<number, number>();
  let sum = 0;
  for (const [row, by] of [...changes].sort(([a], [b]) => a - b)) {
    sum += by;
    sums.set(row, sum);
  }
  return (row) => sums.get(row) ?? 0;
}

/**
 * The position of each column, from 1, given by the cells of full rows; a column without text there extends to its
 * neighbours. Null if the columns are not side by side.
 */
function bandsOf(
  full: readonly number[],
  cells: readonly TaggedCell[],
  extents: ReadonlyMap<number, Extent>,
  width: number,
): Extent[] | null {
  const bands = new Array<Extent | undefined>(width + 1);
  for (const i of full) {
    const { column, columns } = cells[i]!;
    const extent = extents.get(i);
    if (columns > 1 || !extent || column > width) continue;
    const band = bands[column] ?? extent;
    bands[column] = [Math.min(band[0], extent[0]), Math.max(band[1], extent[1])];
  }
  const known = bands.flatMap((band, column) => (band ? [{ column, band }] : []));
  if (known.length < 2) return null;
  const leftwards = known[0]!.band[0] > known.at(-1)!.band[0];
  for (let k = 1; k < known.length; k++) {
    const [a, b] = [known[k - 1]!.band, known[k]!.band];
    if (leftwards ? b[1] > a[0] : b[0] < a[1]) return null;
  }
  const out: Extent[] = [];
  for (let column = 1; column <= width; column++) {
    const before = known.findLast((one) => one.column < column)?.band;
    const behind = known.find((one) => one.column > column)?.band;
    const [left, right] = leftwards ? [behind, before] : [before, behind];
    out[column] = bands[column] ?? [
      left?.[1] ?? Number.NEGATIVE_INFINITY,
      right?.[0] ?? Number.POSITIVE_INFINITY,
    ];
  }
  return out;
}

/**
 * First columns of cells in order, so that together they are as near to their columns as possible; null if they do not
 * fit.
 */
function fitting(
  extents: readonly (Extent | undefined)[],
  spans: readonly number[],
  free: (column: number) => boolean,
  bands: readonly Extent[],
): number[] | null {
  const width = bands.length - 1;
  // best[k][c]: cost of the first k cells in the first c columns.
  const best = [new Array<number>(width + 1).fill(0)];
  const taken: boolean[][] = [[]];
  for (let k = 1; k <= extents.length; k++) {
    const span = spans[k - 1]!;
    const row = new Array<number>(width + 1).fill(Number.POSITIVE_INFINITY);
    const here = new Array<boolean>(width + 1).fill(false);
    for (let c = 1; c <= width; c++) {
      row[c] = row[c - 1]!;
      if (c < span || !allFree(c - span + 1, c, free)) continue;
      const cost = best[k - 1]![c - span]! + distance(extents[k - 1], bands, c - span + 1, c);
      if (cost < row[c]!) {
        row[c] = cost;
        here[c] = true;
      }
    }
    best.push(row);
    taken.push(here);
  }
  if (!Number.isFinite(best.at(-1)![width]!)) return null;
  const places: number[] = [];
  let c = width;
  for (let k = extents.length; k > 0; k--) {
    while (!taken[k]![c]) c--;
    c -= spans[k - 1]!;
    places.unshift(c + 1);
  }
  return places;
}

function allFree(from: number, to: number, free: (column: number) => boolean): boolean {
  for (let c = from; c <= to; c++) if (!free(c)) return false;
  return true;
}

/** Distance of a cell's text from the columns `from` to `to`, in points. */
function distance(extent: Extent | undefined, bands: readonly Extent[], from: number, to: number): number {
  if (!extent) return 0;
  const left = Math.min(bands[from]![0], bands[to]![0]);
  const right = Math.max(bands[from]![1], bands[to]![1]);
  return Math.max(0, left - extent[0], extent[1] - right, left - extent[1], extent[0] - right);
}
