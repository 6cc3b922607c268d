/** The positions of cells in their tables, whatever spans a file gives them. */
import { describe, expect, it } from 'vitest';
import { TableGrid } from '../../src/ingest/readers/table-grid.ts';

const places = (rows: [rowspan: number, columnspan: number][][]) => {
  const grid = new TableGrid(1);
  return rows.map((cells) => {
    grid.nextRow();
    return cells.map(([down, across]) => grid.nextCell(down, across).column);
  });
};

describe('cells of a table', () => {
  it('come after those that cover columns next to and above them', () => {
    expect(
      places([
        [
          [2, 1],
          [1, 2],
          [1, 1],
        ],
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        [
          [1, 4],
          [1, 1],
        ],
      ]),
    ).toEqual([
      [1, 2, 4],
      [2, 3, 4],
      [1, 5],
    ]);
  });

  it('that are wider than any table cost no more than others', () => {
    const [columns] = places([Array.from({ length: 200_000 }, () => [1000, 1000] as [number, number])]);
    expect(columns!.slice(0, 3)).toEqual([1, 1001, 1002]);
    expect(columns!.at(-1)).toBe(200_999);
  });

  it('before the first row are in the first row', () => {
    expect(new TableGrid(7).nextCell()).toEqual({ table: 7, row: 1, column: 1 });
  });
});
