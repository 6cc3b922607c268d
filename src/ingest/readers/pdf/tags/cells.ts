/** Where cells stand in their tables: rows and columns from 1, spans counted. */
import { tagThresholds } from './thresholds.ts';

export interface CellPlace {
  table: number;
  row: number;
  column: number;
  header: boolean;
  /** The cell around the table, -1 for none. */
  inside: number;
}

interface Table {
  number: number;
  row: number;
  column: number;
  /** For each column, from 1, the last row that a cell above covers. */
  covered: number[];
  inside: number;
}

export class Cells {
  readonly all: CellPlace[] = [];
  private readonly open: Table[] = [];
  private tables = 0;

  /** A table begins, in a cell of another or in none (-1). */
  table(inside: number): void {
    // Tables end without a word: those whose cells this one is not in are over.
    while (this.open.length > 0 && !this.holds(this.open.at(-1)!, inside)) this.open.pop();
    this.open.push({ number: this.tables++, row: 0, column: 0, covered: [], inside });
  }

  row(): void {
    const table = this.open.at(-1);
    if (!table) return;
    table.row++;
    table.column = 0;
  }

  /** The number of the next cell, an index into `all`. `inside`: the cell around its table. */
  cell(header: boolean, span: { rows: number; columns: number }, inside: number): number {
    while (this.open.length > 1 && this.open.at(-1)!.inside !== inside) this.open.pop();
    if (this.open.length === 0) this.table(inside);
    const table = this.open.at(-1)!;
    if (table.row === 0) table.row = 1;
    do table.column++;
    while ((table.covered[table.column] ?? 0) >= table.row);
    const { row, column } = table;
    const last = Math.min(column + span.columns - 1, tagThresholds.mostSpan);
    for (let c = column; c <= last; c++) table.covered[c] = row + span.rows - 1;
    table.column = Math.max(column, last);
    this.all.push({ table: table.number, row, column, header, inside: table.inside });
    return this.all.length - 1;
  }

  private holds(table: Table, cell: number): boolean {
    return cell >= 0 && this.all[cell]!.table === table.number;
  }
}
