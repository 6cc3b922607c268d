/**
 * Cells of a document's tables. A table that continues over several pages is one table: its rows are counted through,
 * rows that are repeated at the top of each page are left out, and a row continues the last one if it has no first
 * column, or if none of its content would have fitted on the lines above it.
 */
import type { TextLine } from '../lines/text-line.ts';
import type { CellPlace, PageTable } from '../regions/region.ts';
import type { Column } from './columns.ts';
import type { MarkedBlock } from './footnotes.ts';
import { hasRoom } from './room.ts';
import { blockThresholds } from './thresholds.ts';

/** A paragraph or cell: its block and its lines. */
export interface Group {
  marked: MarkedBlock;
  lines: readonly TextLine[];
}

interface Table {
  number: number;
  /** Its part on the page where it was last seen. */
  part: PageTable;
  page: number;
  /** What is added to the rows of that part. */
  offset: number;
  /** By row and column. */
  rows: Map<number, Map<number, MarkedBlock>>;
  /** The last lines of the cells in its last row, and the widths of its columns, by column. */
  ends: Map<number, TextLine>;
  widths: Map<number, Column>;
}

/** Blocks with the position of each cell in the document's tables. */
export function settleTables(groups: readonly Group[]): MarkedBlock[] {
  const out: MarkedBlock[] = [];
  const tables: Table[] = [];
  const known = new Map<PageTable, Table>();
  for (let from = 0; from < groups.length; ) {
    const place = placeOf(groups[from]!);
    if (!place) {
      out.push(groups[from++]!.marked);
      continue;
    }
    let to = from + 1;
    while (to < groups.length && placeOf(groups[to]!)?.table === place.table) to++;
    const part = groups.slice(from, to);
    const page = part[0]!.lines[0]!.page;
    const before = from > 0 ? placeOf(groups[from - 1]!)?.table : undefined;
    const last = before && known.get(before);
    let table = known.get(place.table);
    let rest: readonly Group[] = part;
    if (!table && last && goesOn(last, place.table, page)) {
      table = last;
      rest = withoutHead(table, part);
      Object.assign(table, { part: place.table, page });
    }
    if (!table) {
      table = {
        number: tables.length + 1,
        part: place.table,
        page,
        offset: 0,
        rows: new Map(),
        ends: new Map(),
        widths: new Map(),
      };
      tables.push(table);
    }
    known.set(place.table, table);
    table.widths = widthsOf(part);
    const lastRow = placeOf(part.at(-1)!)!.row;
    table.ends = new Map(
      part
        .filter((group) => placeOf(group)!.row === lastRow)
        .map((g) => [placeOf(g)!.column, g.lines.at(-1)!]),
    );
    for (const group of rest) {
      const { row, column } = placeOf(group)!;
      const { marked } = group;
      const at = row + table.offset;
      const cells = table.rows.get(at) ?? new Map<number, MarkedBlock>();
      table.rows.set(at, cells);
      const same = cells.get(column);
      if (same) append(same, marked);
      else {
        cells.set(column, marked);
        marked.block.cell = { table: table.number, row: at, column };
        out.push(marked);
      }
    }
    from = to;
  }
  return out;
}

const placeOf = ({ lines }: Group): CellPlace | null => lines[0]!.region.cell;

/** Whether the next page begins with columns in the same places as the table's. */
function goesOn({ part, page }: Table, next: PageTable, on: number): boolean {
  const { sameEdge } = blockThresholds;
  return (
    on === page + 1 &&
    next.columns === part.columns &&
    next.edges.length === part.edges.length &&
    next.edges.every((x, i) => Math.abs(x - part.edges[i]!) <= sameEdge)
  );
}

/** Leaves out the rows that repeat the table's first ones, and decides which row the next one is. */
function withoutHead(table: Table, part: readonly Group[]): readonly Group[] {
  const rows = new Map<number, Group[]>();
  for (const group of part) {
    const { row } = placeOf(group)!;
    rows.set(row, [...(rows.get(row) ?? []), group]);
  }
  const textOf = (cells: Iterable<[number, MarkedBlock]>) =>
    [...cells].map(([column, { block }]) => `${column} ${block.text}`).join('\n');
  const numbers = [...rows.keys()];
  let repeated = 0;
  while (repeated < numbers.length) {
    const own = rows
      .get(numbers[repeated]!)!
      .map((g): [number, MarkedBlock] => [placeOf(g)!.column, g.marked]);
    const head = table.rows.get(numbers[repeated]!);
    if (!head || textOf(own) !== textOf(head)) break;
    repeated++;
  }
  const end = Math.max(...table.rows.keys());
  const first = numbers[repeated];
  if (first === undefined) return [];
  const opens = (row: readonly Group[]) => row.some((g) => placeOf(g)!.column === 1);
  const keyed = [...table.rows.values()].every((cells) => cells.has(1));
  const broken = (keyed && !opens(rows.get(first)!)) || isRest(table, rows.get(first)!);
  table.offset = end - first + (broken ? 0 : 1);
  return numbers.slice(repeated).flatMap((row) => rows.get(row)!);
}

/**
 * Whether none of the cells' first words would have fitted after the last row, so that the row was broken at the end of
 * the page.
 */
function isRest({ ends, widths }: Table, row: readonly Group[]): boolean {
  return row.every((group) => {
    const { column } = placeOf(group)!;
    const last = ends.get(column);
    const width = widths.get(column);
    return last && width && !hasRoom(last, group.lines[0]!, width);
  });
}

/** Where the lines of each column begin and end. */
function widthsOf(part: readonly Group[]): Map<number, Column> {
  const widths = new Map<number, Column>();
  for (const group of part) {
    const { column } = placeOf(group)!;
    const known = widths.get(column) ?? { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
    widths.set(column, known);
    for (const { x0, x1 } of group.lines) {
      known.left = Math.min(known.left, x0);
      known.right = Math.max(known.right, x1);
    }
  }
  return widths;
}

function append(to: MarkedBlock, { block, raised }: MarkedBlock): void {
  const shift = to.block.text.length + 1;
  to.block.text += ` ${block.text}`;
  for (const r of raised) to.raised.push({ ...r, start: r.start + shift, end: r.end + shift });
}
