/** Room on a line: what shows that a line was broken on purpose, or was the last one of its paragraph. */
import type { TextLine } from '../lines/text-line.ts';
import type { Column, ColumnOf } from './columns.ts';
import { blockThresholds } from './thresholds.ts';

/** What is free in front of a line. */
export const nearEnd = (line: TextLine, { left, right }: Column): number =>
  line.rtl ? right - line.x1 : line.x0 - left;

/** What is free behind a line. */
const farEnd = (line: TextLine, { left, right }: Column): number =>
  line.rtl ? line.x0 - left : right - line.x1;

/** Do nearly all full lines end at the edge? Then one that ends before it is a paragraph's last. */
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

/** Does a line of a justified text end before the edge? */
export const endsEarly = (line: TextLine, column: Column): boolean =>
  farEnd(line, column) > blockThresholds.earlyEnd * line.size;

const none: ReadonlySet<number> = new Set();

/**
 * Would the first word of `line` have fitted behind `last`? Then the break was meant.
 * `indents`: those of first lines, in whole points, where `last` may be one.
 */
export function hasRoom(
  last: TextLine,
  line: TextLine,
  column: Column,
  indents: ReadonlySet<number> = none,
): boolean {
  const { noIndent, unevenEnds, deepIndent, centred: onBothSides, freeSpace } = blockThresholds;
  const width = column.right - column.left;
  const before = nearEnd(last, column);
  const behind = farEnd(last, column);
  // Set to the far side, the near ends uneven: not an indent, which all lines or only the first one have.
  const near = nearEnd(line, column);
  const uneven = near > noIndent * width && Math.abs(near - before) > unevenEnds * width;
  const aside =
    before > noIndent * width && behind < noIndent * width && (uneven || before > deepIndent * width);
  // Centred: what is free on both sides counts. The indent of a first line is no free room.
  const indented = indents.has(Math.round(before));
  const centred = !indented && behind > onBothSides * before && before > noIndent * width;
  const free = aside ? before : centred ? before + behind : behind;
  return free > line.firstWord + freeSpace * line.size;
}
