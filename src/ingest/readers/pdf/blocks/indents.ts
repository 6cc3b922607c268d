/** First-line indents: how far the first lines of a text's paragraphs are indented, if they are. */
import type { TextLine } from '../lines/text-line.ts';
import type { Column, ColumnOf } from './columns.ts';
import { hasRoom, nearEnd } from './room.ts';
import { blockThresholds } from './thresholds.ts';

/**
 * In points, each with its neighbours. An indent recurs, the line after it begins at the margin, and the line before it
 * is not full. (The lines of a hanging indent follow full ones.)
 */
export function indentsOf(lines: readonly TextLine[], columns: ColumnOf): Set<number> {
  const { noIndent, deepIndent, indentTimes, hanging } = blockThresholds;
  const counts = new Map<number, { first: number; other: number }>();
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    const column = columns(line);
    const width = column.right - column.left;
    const indent = nearEnd(line, column);
    if (indent <= noIndent * width || indent > deepIndent * width) continue;
    if (next.region !== line.region || next.rtl !== line.rtl || next.bold !== line.bold) continue;
    if (nearEnd(next, column) > noIndent * width) continue;
    const before = lines[i - 1];
    const opens = !before || before.region !== line.region || hasRoom(before, line, column);
    const key = Math.round(indent);
    const count = counts.get(key) ?? { first: 0, other: 0 };
    if (opens) count.first++;
    else count.other++;
    counts.set(key, count);
  }
  const out = new Set<number>();
  for (const [key, { first, other }] of counts) {
    if (first >= indentTimes && first > hanging * other) for (const k of [-1, 0, 1]) out.add(key + k);
  }
  return out;
}

/** Whether the line has the indent of a first line and follows one that begins at the margin. */
export function opensByIndent(
  last: TextLine,
  line: TextLine,
  before: Column,
  own: Column,
  indents: ReadonlySet<number>,
): boolean {
  if (!indents.has(Math.round(nearEnd(line, own)))) return false;
  return nearEnd(last, before) <= blockThresholds.noIndent * (before.right - before.left);
}
