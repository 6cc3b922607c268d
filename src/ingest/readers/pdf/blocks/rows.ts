/** Rows of tables: lines in pieces with gaps between them as wide as between columns. */
import type { TextLine } from '../lines/text-line.ts';
import { blockThresholds } from './thresholds.ts';

/** Lines with two such gaps or more, and neighbours with a gap over the same stretch of the page. */
export function tableRows(lines: readonly TextLine[]): Set<TextLine> {
  const rows = new Set<TextLine>();
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (line.gaps.length > 1 && !isStretched(line)) rows.add(line);
    if (before?.page === line.page && meet(before, line)) rows.add(before).add(line);
  });
  return rows;
}

const meet = (a: TextLine, b: TextLine): boolean =>
  a.gaps.some(([from, to]) => b.gaps.some(([left, right]) => from < right && left < to));

/** Before a word too long for its line a justified one has few words: all its spaces are equally wide. */
function isStretched({ text, gaps, size }: TextLine): boolean {
  const widths = gaps.map(([from, to]) => to - from);
  // Of the spaces one is not among the gaps: that behind the first word.
  if (text.split(' ').length !== gaps.length + 2) return false;
  return Math.max(...widths) - Math.min(...widths) < blockThresholds.evenGaps * size;
}
