/** The positions of the structure tree's cells: which table each is in, and where. */
import type { CellPlace } from '../../../../report/index.ts';
import { TableGrid } from '../../table-grid.ts';

/** How many rows and columns a cell covers. */
export interface CellSpan {
  rows: number;
  columns: number;
  /** Whether the file says how many columns it covers. LibreOffice omits this at the end of a row, whatever it is. */
  said: boolean;
}

/** `table` counts all tables of the tree, from 0. */
export interface TaggedCell extends CellPlace, CellSpan {
  /** The cell around the table, -1 for none. */
  inside: number;
}

interface Table {
  number: number;
  grid: TableGrid;
  inside: number;
}

export class Cells {
  readonly all: TaggedCell[] = [];
  private readonly open: Table[] = [];
  private tables = 0;

  /** A table begins, in a cell of another or in none (-1). */
  table(inside: number): void {
    // The end of a table is not announced: tables whose cells this one is not in have ended.
    while (this.open.length > 0 && !this.holds(this.open.at(-1)!, inside)) this.open.pop();
    const number = this.tables++;
    this.open.push({ number, grid: new TableGrid(number), inside });
  }

  row(): void {
    this.open.at(-1)?.grid.nextRow();
  }

  /** The number of the next cell, an index into `all`. `inside`: the cell around its table. */
  cell(span: CellSpan, inside: number): number {
    while (this.open.length > 1 && this.open.at(-1)!.inside !== inside) this.open.pop();
    if (this.open.length === 0) this.table(inside);
    const table = this.open.at(-1)!;
    this.all.push({ ...table.grid.nextCell(span.rows, span.columns), ...span, inside: table.inside });
    return this.all.length - 1;
  }

  private holds(table: Table, cell: number): boolean {
    return cell >= 0 && this.all[cell]!.table === table.number;
  }
}
