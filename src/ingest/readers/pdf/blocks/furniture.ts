/**
 * Running headers, footers and page numbers: lines at the edge of the page that recur on other pages at the same
 * height, ignoring digits.
 */
import { middle } from '../../middle.ts';
import { type TextLine, toNumber } from '../lines/text-line.ts';
import type { PageTable } from '../regions/region.ts';
import { blockThresholds } from './thresholds.ts';

export interface Parted {
  body: TextLine[];
  furniture: TextLine[];
}

/** Separates furniture from the lines of a document, page by page in reading order. */
export function partFurniture(inOrder: readonly (readonly TextLine[])[]): Parted {
  const pages = inOrder.map(fromTheTop);
  const { edgeLines, textToFurniture } = blockThresholds;
  const seen = new Map<string, TextLine[]>();
  for (const lines of pages) {
    for (const line of edges(lines)) {
      for (const key of keys(line)) {
        const same = seen.get(key);
        if (same) same.push(line);
        else seen.set(key, [line]);
      }
    }
  }
  const running = new Set<TextLine>();
  for (const same of seen.values()) {
    for (const line of sameButPageNumber(same, pages.length)) running.add(line);
  }
  if (pages.length === 1) for (const line of alone(pages[0]!)) running.add(line);
  for (const line of fromBody(pages, running)) running.delete(line);
  for (const line of headsOfTables(inOrder, running)) running.delete(line);
  for (const line of paragraphsOf(pages, running)) running.delete(line);
  const repeats = (line: TextLine) => running.has(line);
  const body: TextLine[] = [];
  const furniture: TextLine[] = [];
  pages.forEach((lines, p) => {
    let from = 0;
    let to = lines.length;
    while (from < to && from < edgeLines && repeats(lines[from]!)) from++;
    while (to > from && lines.length - to < edgeLines && repeats(lines[to - 1]!)) to--;
    const out = new Set([...lines.slice(0, from), ...lines.slice(to)]);
    for (const line of inOrder[p]!) (out.has(line) ? furniture : body).push(line);
  });
  // If that would remove most of the text, the pages are merely alike and these lines are the text.
  return letters(body) < textToFurniture * letters(furniture)
    ? { body: inOrder.flat(), furniture: [] }
    : { body, furniture };
}

/** The lines of a page by height, if it is divided into columns or cells. */
function fromTheTop(lines: readonly TextLine[]): readonly TextLine[] {
  const divided = lines.some(({ region }) => region.column);
  return divided ? [...lines].sort((a, b) => a.y - b.y) : lines;
}

/** Running lines in a table with other lines: its header, which is repeated on each page. */
function headsOfTables(
  pages: readonly (readonly TextLine[])[],
  running: ReadonlySet<TextLine>,
): readonly TextLine[] {
  const tables = new Set<PageTable>();
  for (const line of pages.flat()) {
    if (line.region.cell && !running.has(line)) tables.add(line.region.cell.table);
  }
  return [...running].filter(({ region }) => region.cell && tables.has(region.cell.table));
}

/**
 * Running lines that belong to a paragraph: one is as wide as the text and in its type, and the next one follows it as
 * in the text.
 */
function paragraphsOf(
  pages: readonly (readonly TextLine[])[],
  running: ReadonlySet<TextLine>,
): readonly TextLine[] {
  const { fullColumn, mostLeading, sameSize } = blockThresholds;
  return pages.flatMap((lines) => {
    const body = lines.filter((line) => !running.has(line));
    const width = Math.max(...body.map((line) => line.x1 - line.x0));
    const size = middle(body.map((line) => line.size));
    const full = (line: TextLine) =>
      line.x1 - line.x0 >= fullColumn * width && Math.abs(line.size - size) <= sameSize * size;
    return lines.filter((line, i) => {
      if (body.length === 0 || !running.has(line)) return false;
      const near = (other: TextLine | undefined) =>
        other !== undefined && running.has(other) && Math.abs(other.y - line.y) < mostLeading * size;
      const [before, next] = [lines[i - 1], lines[i + 1]];
      return (full(line) && (near(before) || near(next))) || (near(before) && full(before!));
    });
  });
}

/** Running lines whose words occur as often inside the pages: a sentence that the text repeats. */
function fromBody(pages: readonly (readonly TextLine[])[], running: ReadonlySet<TextLine>): TextLine[] {
  const { edgeLines } = blockThresholds;
  const letters = (line: TextLine) => line.text.replace(number, '');
  const counts = new Map<string, { inside: number; running: TextLine[] }>();
  for (const line of running) {
    const same = counts.get(letters(line));
    if (same) same.running.push(line);
    else counts.set(letters(line), { inside: 0, running: [line] });
  }
  for (const lines of pages) {
    for (const line of lines.slice(edgeLines, -edgeLines)) {
      const same = counts.get(letters(line));
      if (same && /\p{L}/u.test(line.text)) same.inside++;
    }
  }
  return [...counts.values()].flatMap((same) => (same.inside >= same.running.length ? same.running : []));
}

/** On a single page: a symbol in small type at the top, and a line with the page number in small type at the bottom. */
function alone(lines: readonly TextLine[]): TextLine[] {
  const t = blockThresholds;
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last || lines.length < 3) return [];
  const size = Math.max(...lines.slice(1, -1).map((l) => l.size));
  const small = (l: TextLine) => l.size < t.singlePageSize * size;
  const out: TextLine[] = [];
  if (small(first) && /^[A-Z][A-Z0-9]*(?:[/.][A-Za-z0-9.()-]+)+$/u.test(first.text)) out.push(first);
  const numbers = (last.text.match(number) ?? []).map(toNumber);
  const apart = last.y - lines.at(-2)!.y > t.singlePageGap * last.size;
  if (small(last) && apart && last.text.length < t.singlePageLetters && numbers.includes(last.page))
    out.push(last);
  return out;
}

function letters(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

/**
 * Whether these pages (ascending) are enough for a running line: most pages of the document, or most of a stretch of
 * pages; every second page counts too, because left and right pages differ.
 */
function runs(pages: readonly number[], all: number): boolean {
  const { runningPages, stretchPages, stretchShare } = blockThresholds;
  if (pages.length < 2) return false;
  if (pages.length >= runningPages * all) return true;
  const stretch = pages.at(-1)! - pages[0]! + 1;
  return pages.length >= stretchPages && pages.length >= stretchShare * stretch;
}

const number = /[0-9\u0660-\u0669\u06F0-\u06F9]+/gu;

/** Of lines with the same letters, those whose numbers stay the same or count the pages; a bare number must count. */
function sameButPageNumber(lines: readonly TextLine[], pages: number): TextLine[] {
  if (lines.length < 2) return [];
  const groups = new Map<string, TextLine[]>();
  for (const line of lines) {
    const found = (line.text.match(number) ?? []).map(toNumber);
    // Each number either as it is or as its distance from the page's own: all combinations for the first few
    // numbers.
    const ways = found
      .slice(0, 4)
      .reduce<string[]>(
        (all, n) => all.flatMap((way) => [`${way} ${n}`, `${way} p${n - line.page}`]),
        [found.slice(4).join(' ')],
      );
    const bare = !/\p{L}/u.test(line.text);
    for (const way of ways) {
      if (bare && !way.includes('p')) continue;
      const group = groups.get(way);
      if (group) group.push(line);
      else groups.set(way, [line]);
    }
  }
  const out = new Set<TextLine>();
  for (const group of groups.values()) {
    const on = [...new Set(group.map((l) => l.page))].sort((a, b) => a - b);
    if (runs(on, pages)) for (const line of group) out.add(line);
  }
  return out.size >= lines.length * blockThresholds.countingLines ? [...out] : [];
}

function edges(lines: readonly TextLine[]): TextLine[] {
  const { edgeLines } = blockThresholds;
  if (lines.length <= 2 * edgeLines) return [...lines];
  return [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)];
}

/** The line's text without digits, with its height, to within a few points either way. */
function keys(line: TextLine): string[] {
  const text = line.text.replace(/[0-9\u0660-\u0669\u06F0-\u06F9]+/gu, '#').replace(/[^#\p{L}\p{M}]+/gu, '');
  const step = Math.floor(line.y / blockThresholds.runningHeight);
  return [`${text}|${step}`, `${text}|${step + 1}`];
}
