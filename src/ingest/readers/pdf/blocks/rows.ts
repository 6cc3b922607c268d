/** Table rows: lines in pieces, separated by gaps as wide as those between columns. */
import type { TextLine } from '../lines/text-line.ts';
import { blockThresholds } from './thresholds.ts';

/** Lines with two or more such gaps, and neighbouring lines with a gap at the same place. */
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

/** A justified line before a word that is too long for it has few words, and all its spaces are equally wide. */
function isStretched({ text, gaps, size }: TextLine): boolean {
  const widths = gaps.map(([from, to]) => to - from);
  // One space is not among the gaps: the one after the first word.
  if (text.split(' ').length !== gaps.length + 2) return false;
  return Math.max(...widths) - Math.min(...widths) < blockThresholds.evenGaps * size;
}
