/**
 * Running headers and footers of scanned pages, found by their position, because recognition gives them other letters
 * on each page: a line that is set apart from the text at the top or bottom of most pages, always at the same height.
 */
import type { TextLine } from '../lines/text-line.ts';
import { scanThresholds } from './thresholds.ts';

/** Takes them out of the pages. */
export function partRunning(pages: Map<number, TextLine[]>): TextLine[] {
  const out: TextLine[] = [];
  for (const edge of ['top', 'foot'] as const) {
    const candidates = [...pages].flatMap(([page, lines]) =>
      edgeLines(lines, edge).map((line) => ({ page, line })),
    );
    for (const { page, line } of candidates.filter((one) => isRunning(one.line, candidates, pages.size))) {
      pages.set(
        page,
        pages.get(page)!.filter((other) => other !== line),
      );
      out.push(line);
    }
  }
  return out;
}

/** The first or last lines of a page if they are set apart from the next: a note above a page number is not one. */
function edgeLines(lines: readonly TextLine[], edge: 'top' | 'foot'): TextLine[] {
  const inwards = [...lines].sort((a, b) => (edge === 'top' ? a.y - b.y : b.y - a.y));
  const found: TextLine[] = [];
  for (const line of inwards) {
    const last = found.at(-1);
    if (last && !near(line, last)) return found;
    if (found.length === scanThresholds.runningLines || !isForeign(line)) return [];
    found.push(line);
  }
  return [];
}

const near = (a: TextLine, b: TextLine): boolean =>
  Math.abs(a.y - b.y) <= scanThresholds.runningGap * Math.max(a.size, b.size);

/** Numbers, a symbol, or text that could hardly be read; running lines in words are recognised by these. */
function isForeign({ text, doubts = [] }: TextLine): boolean {
  const sure = [...text.matchAll(/\p{Script=Arabic}/gu)].filter(
    ({ index }) => !doubts.some(([start, end]) => start <= index && index < end),
  );
  return 2 * sure.length <= text.length;
}

function isRunning(line: TextLine, candidates: readonly { line: TextLine }[], pages: number): boolean {
  const { runningHeight, runningPages } = scanThresholds;
  const same = candidates.filter(({ line: other }) => {
    const level = Math.abs(other.y - line.y) < runningHeight;
    const [a, b] = [line, other].map(({ x0, x1 }) => ({ x0, x1, middle: (x0 + x1) / 2 })) as [Side, Side];
    const alike = (['x0', 'x1', 'middle'] as const).some(
      (side) => Math.abs(a[side] - b[side]) < 2 * runningHeight,
    );
    return level && alike;
  });
  return same.length >= 2 && same.length >= runningPages * pages;
}

interface Side {
  x0: number;
  x1: number;
  middle: number;
}
