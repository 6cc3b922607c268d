/**
 * A page's glyphs → its regions in reading order. Ruled tables are taken out first (`grid`); the rest is cut as in the
 * recursive XY cut of Nagy and Seth, "Hierarchical representation of optically scanned documents" (ICPR 1984),
 * alternately across and down; but the cuts down are looked for first and over as many bands as they divide
 * (`stretches`), because white space between lines says little and white space between columns much. A page that
 * nothing divides is one region.
 */
import { type Glyph, isSpace } from '../glyphs/glyph.ts';
import type { Rule } from '../glyphs/rules.ts';
import { type RuledRows, ruledRows } from './across.ts';
import { type Band, type Fragment, toBands, toFragments } from './fragments.ts';
import { cellAt, type Grid, gridsOf, inside } from './grid.ts';
import { KnownColumns, type KnownTable } from './known.ts';
import type { PageRegion, PageTable } from './region.ts';
import { restOfTable, rowsOf, withoutText } from './rows.ts';
import { columnsOf, type Stretch, stretchesOf } from './stretches.ts';
import { cellsOf, kindOf, scripts } from './tables.ts';
import { regionThresholds } from './thresholds.ts';

/** Columns inside columns, tables inside cells. */
const deepest = 6;
/** Grids of one page; a page with more is a drawing. */
const mostGrids = 300;

interface Contents {
  glyphs: Glyph[];
  inner: Fragment[];
}

/**
 * `known`: the document's columns, as far as its pages have shown them.
 * @param rtl which side of the page is read first
 */
export function regionsOf(
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
  rtl: boolean,
  known = new KnownColumns(),
): PageRegion[] {
  const { grids, across } = gridsOf(rules);
  const { loose, tables, contents } = takeGrids(glyphs, grids);
  let fragments = toFragments(loose);
  const ruled = ruledRows(across, fragments, known.table);
  if (ruled.length > 0) {
    const more = takeGrids(
      loose,
      ruled.map(({ grid }) => grid),
    );
    fragments = toFragments(more.loose);
    tables.push(...more.tables);
    for (const [grid, cells] of more.contents) contents.set(grid, cells);
  }
  const out = new Divider(rtl, contents, known, ruled).page([...fragments, ...tables]);
  // Nothing divides it: even the order in which it was drawn is kept.
  if (out.length === 1 && out[0]!.cell === null) return [{ ...out[0]!, glyphs: [...glyphs] }];
  for (const region of out) region.glyphs.sort((a, b) => a.seq - b.seq);
  return out;
}

/** Glyphs inside tables, by table and cell; the innermost table has them. */
function takeGrids(glyphs: readonly Glyph[], grids: readonly Grid[]) {
  const contents = new Map<Grid, Map<number, Contents>>();
  if (grids.length === 0 || grids.length > mostGrids)
    return { loose: glyphs, tables: [] as Fragment[], contents };
  const rest = new Set(glyphs);
  let tables: Fragment[] = [];
  for (const grid of [...grids].reverse()) {
    const cells = new Map<number, Contents>();
    const cell = (x: number, y: number) => {
      const number = cellAt(grid, x, y);
      const known = cells.get(number) ?? { glyphs: [], inner: [] };
      cells.set(number, known);
      return known;
    };
    for (const g of rest) {
      const x = g.x + g.w / 2;
      const y = g.y - 0.3 * g.size;
      if (!inside(grid, x, y)) continue;
      cell(x, y).glyphs.push(g);
      rest.delete(g);
    }
    const outside: Fragment[] = [];
    for (const table of tables) {
      const [x, y] = [(table.x0 + table.x1) / 2, (table.y0 + table.y1) / 2];
      if (inside(grid, x, y)) cell(x, y).inner.push(table);
      else outside.push(table);
    }
    for (const [number, { glyphs: own, inner }] of cells) {
      if (inner.length === 0 && own.every((g) => isSpace(g.s))) cells.delete(number);
    }
    if (cells.size === 0) continue;
    contents.set(grid, cells);
    const size = [...cells.values()].find(({ glyphs: own }) => own.length > 0)?.glyphs[0]?.size ?? 10;
    const { xs, ys } = grid;
    const [x0, x1, y0, y1] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
    outside.push({ x0, x1, y0, y1, size, arabic: 0, latin: 0, glyphs: [], grid });
    tables = outside;
  }
  return { loose: [...rest], tables, contents };
}

class Divider {
  private readonly out: PageRegion[] = [];
  private readonly rtl: boolean;
  private readonly contents: ReadonlyMap<Grid, Map<number, Contents>>;
  private readonly known: KnownColumns;
  private readonly ruled: readonly RuledRows[];
  /** The last table of the page without vertical rules. */
  private last: KnownTable | null = null;

  constructor(
    rtl: boolean,
    contents: ReadonlyMap<Grid, Map<number, Contents>>,
    known: KnownColumns,
    ruled: readonly RuledRows[],
  ) {
    this.rtl = rtl;
    this.contents = contents;
    this.known = known;
    this.ruled = ruled;
  }

  /** Regions of a page; a table at the end of the previous page may continue at its top. */
  page(fragments: readonly Fragment[]): PageRegion[] {
    const bands = toBands(fragments);
    const open = this.known.table;
    const rest = open ? restOfTable(bands, open, this.rtl) : null;
    if (rest) {
      const { from, to } = rest;
      this.divide(
        bands.slice(0, from).flatMap((band) => band.fragments),
        false,
        0,
      );
      const stretch = { bands: bands.slice(from, to), gutters: [...rest.gutters] };
      this.table(stretch, rest.rows, open);
      this.divide(
        bands.slice(to).flatMap((band) => band.fragments),
        false,
        0,
      );
    } else this.divide(fragments, false, 0);
    const end = this.out.findLastIndex(({ cell }) => cell !== null);
    const below = toBands(toFragments(this.out.slice(end + 1).flatMap(({ glyphs }) => glyphs)));
    const ends = this.last && this.out[end]?.cell?.table === this.last.part;
    this.known.table = ends && below.length <= regionThresholds.footLines ? this.last : null;
    return this.out;
  }

  divide(fragments: readonly Fragment[], column: boolean, depth: number): PageRegion[] {
    const bands = toBands(fragments);
    const stretches: Stretch[] =
      depth < deepest ? stretchesOf(bands, this.rtl, this.known) : [{ bands, gutters: [] }];
    for (const stretch of stretches) {
      const kind = stretch.gutters.length === 0 ? 'lines' : kindOf(stretch, this.rtl, this.known);
      if (kind === 'lines') this.text(stretch, column, depth);
      else if (kind === 'columns') this.columns(stretch, depth);
      else {
        const { bands, gutters, cellGutters } = stretch;
        this.tableAndText({ bands, gutters: cellGutters ?? gutters }, column, depth);
      }
    }
    return this.out;
  }

  /** Bands that nothing divides, and the tables between them. */
  private text({ bands }: Stretch, column: boolean, depth: number): void {
    let run: Fragment[] = [];
    const end = () => {
      if (run.length > 0) this.add(run, { column, cell: null });
      run = [];
    };
    for (const band of bands) {
      const grids = band.fragments.filter((f) => f.grid);
      const text = band.fragments.filter((f) => !f.grid);
      if (grids.length === 0) {
        run.push(...text);
        continue;
      }
      // Lines may touch the table above or below them.
      const half = (grids[0]!.y0 + grids[0]!.y1) / 2;
      run.push(...text.filter((f) => f.y1 < half));
      end();
      grids.sort((a, b) => (this.rtl ? b.x1 - a.x1 : a.x0 - b.x0));
      for (const { grid } of grids) this.grid(grid!, depth);
      run.push(...text.filter((f) => f.y1 >= half));
    }
    end();
  }

  private columns({ bands, gutters }: Stretch, depth: number): void {
    const all = bands.flatMap((band) => band.fragments);
    const [right, left] = columnsOf(all, gutters, true) as [Fragment[], Fragment[]];
    // Arabic to the right of another language comes first, whichever has more letters.
    const rtl = this.rtl || (gutters.length === 1 && scripts(right) > 0 && scripts(left) < 0);
    for (const own of columnsOf(all, gutters, rtl)) this.divide(own, true, depth + 1);
  }

  /** A table, and the text below it that is aligned with its first column. */
  private tableAndText(stretch: Stretch, column: boolean, depth: number): void {
    const { rows, lineGap } = rowsOf(stretch);
    const own = withoutText(rows, stretch, this.rtl, lineGap);
    this.table(stretch, own, null, lineGap);
    const below = rows.slice(own.length).flat();
    if (below.length > 0) this.text({ bands: below, gutters: [] }, column, depth);
  }

  private table(
    { gutters }: Stretch,
    rows: readonly Band[][],
    open: KnownTable | null,
    lineGap = open?.lineGap ?? null,
  ): void {
    const table: PageTable = {
      edges: open?.part.edges ?? gutters.map(([from, to]) => (from + to) / 2),
      rows: rows.length,
      columns: gutters.length + 1,
    };
    rows.forEach((row, r) => {
      const all = row.flatMap((band) => band.fragments);
      columnsOf(all, gutters, this.rtl).forEach((own, c) => {
        if (own.length > 0) this.add(own, { column: true, cell: { table, row: r + 1, column: c + 1 } });
      });
    });
    this.last = { part: table, gutters, span: open?.span ?? null, lineGap };
  }

  private grid(grid: Grid, depth: number): void {
    const cells = cellsOf(grid, this.contents.get(grid)!, this.rtl).map(({ place, glyphs, inner }) => {
      return { place, own: toFragments(glyphs), inner };
    });
    const { table } = cells[0]!.place;
    const { columns, rows } = table;
    const ruled = this.ruled.find((one) => one.grid === grid);
    this.last = ruled ? { part: table, gutters: ruled.gutters, span: ruled.span, lineGap: null } : null;
    const layout =
      columns === 1 ||
      (rows === 1 && cells.some(({ own }) => toBands(own).length >= regionThresholds.layoutLines));
    for (const { place, own, inner } of cells) {
      if (layout && depth < deepest) this.divide([...own, ...inner], true, depth + 1);
      else {
        if (own.length > 0) this.add(own, { column: true, cell: place });
        for (const table of inner) if (table.grid) this.grid(table.grid, depth + 1);
      }
    }
  }

  private add(fragments: readonly Fragment[], about: Pick<PageRegion, 'column' | 'cell'>): void {
    const script = scripts(fragments);
    const letters = fragments.reduce((sum, f) => sum + f.latin, 0);
    // The rest of a paragraph on the next page says nothing about how it is read.
    const sure = about.column || letters >= regionThresholds.latinPage;
    const rtl = script === 0 || !sure ? null : script > 0;
    this.out.push({ ...about, rtl, glyphs: fragments.flatMap((f) => f.glyphs) });
  }
}
