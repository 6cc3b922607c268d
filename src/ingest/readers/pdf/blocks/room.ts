/** Room on a line: what shows that a line was broken on purpose. */
import type { TextLine } from '../lines/text-line.ts';
import type { Column } from './columns.ts';
import { blockThresholds } from './thresholds.ts';

/** What is free in front of a line. */
export const nearEnd = (line: TextLine, { left, right }: Column): number =>
  line.rtl ? right - line.x1 : line.x0 - left;

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
  const behind = last.rtl ? last.x0 - column.left : column.right - last.x1;
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
