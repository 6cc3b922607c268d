/**
 * Running headers and footers of scanned pages, found by their position, because recognition gives them other letters
 * on each page: a line that is set apart from the text at the top or bottom of most pages, always at the same height.
 */
import type { TextLine } from '../lines/text-line.ts';
import { scanThresholds } from './thresholds.ts';

/** Takes them out of the pages. */
export function partRunning(pages: Map<number, TextLine[]>): TextLine[] {
  const out: TextLine[] = [];
  for (const edge of [0, -1] as const) {
    // A header of two lines is found one line after the other.
    for (let round = 0; round < scanThresholds.runningLines; round++) {
      const candidates = [...pages].flatMap(([page, lines]) => {
        const line = edgeLine(lines, edge);
        return line ? [{ page, line }] : [];
      });
      const running = candidates.filter(({ line }) => isRunning(line, candidates, pages.size));
      if (running.length === 0) break;
      for (const { page, line } of running) {
        pages.set(
          page,
          pages.get(page)!.filter((other) => other !== line),
        );
        out.push(line);
      }
    }
  }
  return out;
}

/** The first or last line of a page, if it is set apart from the next. */
function edgeLine(lines: readonly TextLine[], edge: 0 | -1): TextLine | null {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  const line = sorted.at(edge);
  const next = sorted.at(edge === 0 ? 1 : -2);
  if (!line || !next || line === next) return null;
  if (!isForeign(line)) return null;
  const apart = Math.abs(next.y - line.y) > scanThresholds.runningGap * Math.max(line.size, next.size);
  return apart ? line : null;
}

/** Numbers, a symbol, or text that could hardly be read; running lines in words are recognised by these. */
function isForeign({ text, latin, doubts = [] }: TextLine): boolean {
  const doubted = doubts.reduce((sum, [start, end]) => sum + end - start, 0);
  return latin || 2 * doubted >= text.length;
}

function isRunning(line: TextLine, candidates: readonly { line: TextLine }[], pages: number): boolean {
  const { runningHeight, runningPages } = scanThresholds;
  const same = candidates.filter(({ line: other }) => {
    const near = Math.abs(other.y - line.y) < runningHeight;
    const [a, b] = [line, other].map(({ x0, x1 }) => ({ x0, x1, middle: (x0 + x1) / 2 })) as [Side, Side];
    const alike = (['x0', 'x1', 'middle'] as const).some(
      (side) => Math.abs(a[side] - b[side]) < 2 * runningHeight,
    );
    return near && alike;
  });
  return same.length >= 2 && same.length >= runningPages * pages;
}

interface Side {
  x0: number;
  x1: number;
  middle: number;
}
