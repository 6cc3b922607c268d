/** Columns of tables in .doc files, found from where the rows' cells begin and end. */
import { describe, expect, it } from 'vitest';
import type { Modifier } from '../../src/ingest/readers/doc/properties.ts';
import { cellEdges, columnsBetween } from '../../src/ingest/readers/doc/tables.ts';

/** A table definition with these edges that gives this number of cells. */
function definition(edges: readonly number[], cells = edges.length - 1): Modifier {
  const operand = new DataView(new ArrayBuffer(3 + 2 * edges.length));
  operand.setUint8(2, cells);
  edges.forEach((edge, i) => {
    operand.setInt16(3 + 2 * i, edge, true);
  });
  return { code: 0xd608, operand };
}

describe('edges of a row', () => {
  it('are those of its table definition', () => {
    expect(cellEdges([definition([-70, 1000, 3000])], 2)).toEqual([-70, 1000, 3000]);
  });

  it.each<[string, Modifier[], number]>([
    ['there is none', [], 2],
    ['its number of cells differs', [definition([0, 1000, 3000])], 3],
    ['it is truncated', [definition([0, 1000], 2)], 2],
    ['its edges go back', [definition([0, 3000, 1000])], 2],
    ['it is empty', [{ code: 0xd608, operand: new DataView(new ArrayBuffer(2)) }], 2],
  ])('are not known if %s', (_, modifiers, cells) => {
    expect(cellEdges(modifiers, cells)).toBeNull();
  });
});

describe('columns', () => {
  it('are between the positions that any row gives', () => {
    const column = columnsBetween([0, 1000, 3000, 0, 2000, 3000]);
    expect([0, 1000, 2000, 3000].map(column)).toEqual([0, 1, 2, 3]);
  });

  it('are not separated by less than any text needs', () => {
    const column = columnsBetween([0, 1000, 3000, 5, 1030, 2990]);
    expect([5, 1030, 2990].map(column)).toEqual([0, 1, 2]);
  });
});
