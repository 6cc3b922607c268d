/**
 * Positions of the cells of a table: rows and columns from 1 in reading order, with merged cells taken into account.
 */
import type { CellPlace } from '../../report/index.ts';

/**
 * Maximum number of rows that a cell can span, and of columns that cells can share: files can claim anything, and all
 * of them are counted.
 */
const mostSpan = 1000;

const bounded = (span: number): number => Math.min(mostSpan, Math.max(1, Math.trunc(span) || 1));

export class TableGrid {
  private readonly table: number;
  private row = 0;
  private column = 0;
  /** For each column, the last row covered by a cell above. */
  private readonly covered: number[] = [];

  /** @param table any number that no other table of the document has */
  constructor(table: number) {
    this.table = table;
  }

  nextRow(): void {
    this.row++;
    this.column = 0;
  }

  /** Leaves columns free. */
  skip(columns: number): void {
    this.column += Math.min(mostSpan, Math.max(0, Math.trunc(columns) || 0));
  }

  /** A cell before any row is in the first. */
  nextCell(rows = 1, columns = 1): CellPlace {
    if (this.row === 0) this.row = 1;
    do this.column++;
    while ((this.covered[this.column] ?? 0) >= this.row);
    const place = { table: this.table, row: this.row, column: this.column };
    const last = Math.min(this.column + bounded(columns) - 1, mostSpan);
    for (let c = this.column; c <= last; c++) this.covered[c] = this.row + bounded(rows) - 1;
    this.column = Math.max(this.column, last);
    return place;
  }
}

/** Tables numbered from 1 in the order of their first cells, whatever numbers the reader gave them. */
export function numberTables(cells: readonly (CellPlace | null)[]): void {
  const numbers = new Map<number, number>();
  for (const cell of cells) {
    if (!cell) continue;
    const number = numbers.get(cell.table) ?? numbers.size + 1;
    numbers.set(cell.table, number);
    cell.table = number;
  }
}
