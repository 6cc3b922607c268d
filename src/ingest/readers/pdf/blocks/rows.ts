/** Rows of tables: lines in pieces with gaps between them as wide as between columns. */
import type { TextLine } from '../lines/text-line.ts';

/** Lines with two such gaps or more, and neighbours with a gap over the same stretch of the page. */
export function tableRows(lines: readonly TextLine[]): Set<TextLine> {
  const rows = new Set<TextLine>();
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (line.gaps.length > 1) rows.add(line);
    if (before?.page === line.page && meet(before, line)) rows.add(before).add(line);
  });
  return rows;
}

const meet = (a: TextLine, b: TextLine): boolean =>
  a.gaps.some(([from, to]) => b.gaps.some(([left, right]) => from < right && left < to));
