/**
 * Which columns the cells of a table's rows cover. A row gives the positions at which its cells begin and end, but no
 * columns ([MS-DOC] 2.9.323, TDefTableOperand): a position in any row separates two columns.
 */
import type { Modifier } from './properties.ts';

const tableDefinition = 0xd608;
/** Twips by which two rows may differ in the position of one edge; a column that narrow holds no text. */
const sameEdge = 40;

/** Where the cells of a row begin and end, in twips; null if the file does not say so for this many cells. */
export function cellEdges(modifiers: readonly Modifier[], cells: number): number[] | null {
  const operand = modifiers.findLast(({ code }) => code === tableDefinition)?.operand;
  // Two bytes of length, one with the number of cells, then the edges.
  if (!operand || operand.byteLength < 3 || operand.getUint8(2) !== cells) return null;
  if (operand.byteLength < 3 + 2 * (cells + 1)) return null;
  const edges = Array.from({ length: cells + 1 }, (_, i) => operand.getInt16(3 + 2 * i, true));
  return edges.every((edge, i) => i === 0 || edge >= edges[i - 1]!) ? edges : null;
}

/** For the edges of all rows of a table: how many columns end at or before an edge. */
export function columnsBetween(edges: readonly number[]): (edge: number) => number {
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    if (edge - first > sameEdge) {
      column++;
      first = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
