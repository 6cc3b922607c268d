/**
 * Running headers, footers and page numbers: lines at the edge of the page that come back on other pages at the
 * same height, digits aside.
 */
import type { TextLine } from './text-line.ts';

/** How many lines from an edge of the page may be furniture. */
const depth = 4;

export interface Parted {
  body: TextLine[];
  furniture: TextLine[];
}

/** Parts the lines of a document, page by page from top to bottom. */
export function partFurniture(pages: readonly TextLine[][]): Parted {
  const seen = new Map<string, Set<number>>();
  for (const lines of pages) {
    for (const line of edges(lines)) {
      for (const key of keys(line)) {
        const on = seen.get(key) ?? new Set();
        on.add(line.page);
        seen.set(key, on);
      }
    }
  }
  const enough = Math.max(2, Math.min(4, pages.length * 0.25));
  const repeats = (line: TextLine) => keys(line).some((key) => (seen.get(key)?.size ?? 0) >= enough);
  const body: TextLine[] = [];
  const furniture: TextLine[] = [];
  for (const lines of pages) {
    let from = 0;
    let to = lines.length;
    while (from < to && from < depth && (repeats(lines[from]!) || pageNumber(lines, from, -1))) from++;
    while (
      to > from &&
      lines.length - to < depth &&
      (repeats(lines[to - 1]!) || pageNumber(lines, to - 1, 1))
    )
      to--;
    lines.forEach((line, i) => {
      (i >= from && i < to ? body : furniture).push(line);
    });
  }
  return { body, furniture };
}

function edges(lines: readonly TextLine[]): TextLine[] {
  return lines.length <= 2 * depth ? [...lines] : [...lines.slice(0, depth), ...lines.slice(-depth)];
}

/** The line's text without digits at its height, to within a few points either way. */
function keys(line: TextLine): string[] {
  const text = line.text.replace(/[0-9\u0660-\u0669\u06F0-\u06F9]+/gu, '#').replace(/[^#\p{L}\p{M}]+/gu, '');
  const step = Math.floor(line.y / 4);
  return [`${text}|${step}`, `${text}|${step + 1}`];
}

/** A number alone on the outermost line, apart from the text. */
function pageNumber(lines: readonly TextLine[], at: number, side: 1 | -1): boolean {
  const line = lines[at]!;
  if (side < 0 ? at > 0 : at < lines.length - 1) return false;
  if (!/^[-–—\s([]*[0-9\u0660-\u0669\u06F0-\u06F9]{1,4}[-–—\s)\]]*$/u.test(line.text)) return false;
  const next = lines[at - side];
  return lines.length > 1 && next !== undefined && Math.abs(next.y - line.y) > 1.6 * line.size;
}
