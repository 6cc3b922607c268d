/** Room on a line: it shows that a line was broken on purpose or was the last one of its paragraph. */
import type { TextLine } from '../lines/text-line.ts';
import type { Column, ColumnOf } from './columns.ts';
import { blockThresholds } from './thresholds.ts';

/** Free space before a line. */
export const nearEnd = (line: TextLine, { left, right }: Column): number =>
  line.rtl ? right - line.x1 : line.x0 - left;

/** Free space after a line. */
const farEnd = (line: TextLine, { left, right }: Column): number =>
  line.rtl ? line.x0 - left : right - line.x1;

/** Whether nearly all full lines end at the edge. If so, a line that ends before it is the last one of a paragraph. */
export function isJustified(lines: readonly TextLine[], columns: ColumnOf): boolean {
  const { samePoints, fullColumn, justified, manyLines } = blockThresholds;
  let flush = 0;
  let wide = 0;
  for (const line of lines) {
    const column = columns(line);
    if (line.x1 - line.x0 < fullColumn * (column.right - column.left)) continue;
    wide++;
    if (farEnd(line, column) < samePoints) flush++;
  }
  return wide >= manyLines && flush > justified * wide;
}

/** Whether a line of justified text ends before the edge. */
export const endsEarly = (line: TextLine, column: Column): boolean =>
  farEnd(line, column) > blockThresholds.earlyEnd * line.size;

const none: ReadonlySet<number> = new Set();

/**
 * Whether the first word of `line` would have fitted after `last`, so that the break was intended. `indents`: those of
 * first lines, in whole points; `last` may have one.
 */
export function hasRoom(
  last: TextLine,
  line: TextLine,
  column: Column,
  indents: ReadonlySet<number> = none,
): boolean {
  const { noIndent, unevenEnds, deepIndent, centred: onBothSides, freeSpace, samePoints } = blockThresholds;
  const width = column.right - column.left;
  const before = nearEnd(last, column);
  const behind = farEnd(last, column);
  // Aligned to the far side, with uneven near ends: not an indent, which all lines or only the first one have.
  const near = nearEnd(line, column);
  const uneven = near > noIndent * width && Math.abs(near - before) > unevenEnds * width;
  const aside =
    before > noIndent * width && behind < noIndent * width && (uneven || before > deepIndent * width);
  // Centred: free space on both sides counts. A first-line indent is not free space, nor is one that both lines have,
  // beside a label: of two centred lines that begin at the same place, both also end there.
  const hanging =
    Math.abs(near - before) < samePoints && Math.abs(farEnd(line, column) - behind) >= samePoints;
  const indented = hanging || indents.has(Math.round(before));
  const centred = !indented && behind > onBothSides * before && before > noIndent * width;
  const free = aside ? before : centred ? before + behind : behind;
  return free > line.firstWord + freeSpace * line.size;
}
