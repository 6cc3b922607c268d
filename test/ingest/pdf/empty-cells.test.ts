/**
 * Cells of tagged tables whose writer omitted those without text. Columns of 100 points, the first one on the right.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cells } from '../../../src/ingest/readers/pdf/tags/cells.ts';
import { type Extent, withEmptyCells } from '../../../src/ingest/readers/pdf/tags/empty-cells.ts';
import { amount } from '../../amount.ts';

interface Spec {
  /** The column in which it is printed. */
  at: number;
  columns?: number;
  rows?: number;
  /** Width of its text in points, 0 for none. */
  text?: number;
  said?: boolean;
}

const right = (column: number) => 600 - 100 * column;

/** Columns of all cells, row by row, as counted by the tree and as corrected. */
function columnsOf(
  rows: readonly (readonly Spec[])[],
  leftwards = true,
): { counted: number[][]; mended: number[][] } {
  const cells = new Cells();
  const extents = new Map<number, Extent>();
  cells.table(-1);
  const numbers = rows.map((row) => {
    cells.row();
    return row.map(({ at, columns = 1, rows: down = 1, text = 40, said = true }) => {
      const number = cells.cell({ rows: down, columns, said }, -1);
      const side: Extent = [right(at) - text, right(at)];
      if (text > 0) extents.set(number, leftwards ? side : [-side[1], -side[0]]);
      return number;
    });
  });
  const mended = withEmptyCells(cells.all, extents);
  const show = (all: readonly { column: number }[]) => numbers.map((row) => row.map((i) => all[i]!.column));
  return { counted: show(cells.all), mended: show(mended) };
}

const full: Spec[] = [{ at: 1 }, { at: 2 }, { at: 3 }, { at: 4 }];

describe('cells after an omitted one', () => {
  it.each<[string, Spec[][], number[][]]>([
    [
      'in the middle',
      [full, [{ at: 1 }, { at: 3 }, { at: 4 }]],
      [
        [1, 2, 3, 4],
        [1, 3, 4],
      ],
    ],
    [
      'at the start',
      [full, [{ at: 2 }, { at: 3 }, { at: 4 }]],
      [
        [1, 2, 3, 4],
        [2, 3, 4],
      ],
    ],
    [
      'at the end',
      [full, [{ at: 1 }, { at: 2 }]],
      [
        [1, 2, 3, 4],
        [1, 2],
      ],
    ],
    [
      'two of them',
      [full, [{ at: 1 }, { at: 4 }]],
      [
        [1, 2, 3, 4],
        [1, 4],
      ],
    ],
    [
      'with a longer text than any above',
      [full, [{ at: 1 }, { at: 3, text: 95 }]],
      [
        [1, 2, 3, 4],
        [1, 3],
      ],
    ],
    [
      'next to one over two columns',
      [full, [{ at: 2, columns: 2, text: 140 }, { at: 4 }]],
      [
        [1, 2, 3, 4],
        [2, 4],
      ],
    ],
    [
      'under one of two rows',
      [
        [{ at: 1, rows: 2 }, { at: 2 }, { at: 3 }, { at: 4 }],
        [{ at: 3 }, { at: 4 }],
      ],
      [
        [1, 2, 3, 4],
        [3, 4],
      ],
    ],
    [
      'that are empty stay',
      [full, [{ at: 1 }, { at: 2, text: 0 }, { at: 4 }]],
      [
        [1, 2, 3, 4],
        [1, 2, 4],
      ],
    ],
  ])('%s', (_, rows, expected) => {
    for (const leftwards of [true, false]) expect(columnsOf(rows, leftwards).mended).toEqual(expected);
  });

  it.each<[string, Spec[][]]>([
    ['no row is full', [[{ at: 1 }, { at: 3 }]]],
    ['the widths are not given', [full, [{ at: 1 }, { at: 3, said: false }]]],
    ['columns overlap', [[{ at: 1 }, { at: 1 }, { at: 2 }], [{ at: 2 }]]],
    [
      'a table of far too many columns',
      [Array.from({ length: 101 }, (_, i) => ({ at: i + 1 })), [{ at: 50 }]],
    ],
  ])('stay where the tree counts them: %s', (_, rows) => {
    const { counted, mended } = columnsOf(rows);
    expect(mended).toEqual(counted);
  });

  it('are found in any table, whichever are omitted', () => {
    const table = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(table, (shown) => {
        const five: Spec[] = [1, 2, 3, 4, 5].map((at) => ({ at }));
        const rows = shown.map((row) => five.filter((_, i) => row[i]));
        const { mended } = columnsOf([five, ...rows]);
        expect(mended).toEqual([five, ...rows].map((row) => row.map(({ at }) => at)));
      }),
      { numRuns: amount(25, 2000) },
    );
  });
});
