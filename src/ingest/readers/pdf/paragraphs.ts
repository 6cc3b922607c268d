/**
 * Lines → paragraphs, across pages. A paragraph ends where the leading widens, where the type changes, or where
 * the next word would still have fitted on the line.
 */
import { type TextLine, toNumber } from './text-line.ts';

export interface Style {
  /** Size of most of the text. */
  size: number;
  /** Usual distance of base lines inside a paragraph, in sizes. */
  leading: number;
}

export interface Column {
  left: number;
  right: number;
}

/** Groups of lines, one for each paragraph. `lines` in reading order, without furniture and footnotes. */
export function toParagraphs(lines: readonly TextLine[], style: Style): TextLine[][] {
  const columns = columnsOf(lines);
  const out: TextLine[][] = [];
  let open: TextLine[] = [];
  for (const line of lines) {
    const last = open.at(-1);
    if (last && continues(last, line, open, columns, style)) open.push(line);
    else {
      open = [line];
      out.push(open);
    }
  }
  return out;
}

/** Type of the document's text: sizes weighed by their letters, leading by its commonest value. */
export function styleOf(lines: readonly TextLine[]): Style {
  const sizes = new Map<number, number>();
  for (const l of lines) {
    const key = Math.round(l.size * 2) / 2;
    sizes.set(key, (sizes.get(key) ?? 0) + l.text.length);
  }
  const size = commonest(sizes) ?? 12;
  const leadings = new Map<number, number>();
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1]!;
    const b = lines[i]!;
    if (a.page !== b.page || Math.abs(a.size - size) > 0.6 || Math.abs(b.size - size) > 0.6) continue;
    const dy = (b.y - a.y) / size;
    if (dy < 0.6 || dy > 4) continue;
    // A line that a long one follows closely weighs most: that is inside a paragraph.
    const key = Math.round(dy * 20) / 20;
    leadings.set(key, (leadings.get(key) ?? 0) + (a.x1 - a.x0) / dy ** 2);
  }
  return { size, leading: commonest(leadings) ?? 1.5 };
}

function commonest(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [key, n] of counts) {
    if (n > most) {
      most = n;
      best = key;
    }
  }
  return best;
}

/** The text column of each page, from its wider lines; a page without any takes the document's. */
function columnsOf(lines: readonly TextLine[]): (page: number) => Column {
  const widest = Math.max(...sample(lines.map((l) => l.x1 - l.x0)));
  const pages = new Map<number, Column>();
  const all: Column = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
  for (const l of lines) {
    let column = pages.get(l.page);
    if (!column) {
      column = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
      pages.set(l.page, column);
    }
    if (l.x1 - l.x0 < 0.6 * widest) continue;
    for (const c of [column, all]) {
      c.left = Math.min(c.left, l.x0);
      c.right = Math.max(c.right, l.x1);
    }
  }
  return (page) => {
    const own = pages.get(page);
    return own && own.left < own.right ? own : all;
  };
}

/** At most some thousands of values, so that they can be spread into a call. */
function sample(values: number[]): number[] {
  const step = Math.ceil(values.length / 5000);
  return step <= 1 ? values : values.filter((_, i) => i % step === 0);
}

function continues(
  last: TextLine,
  line: TextLine,
  open: readonly TextLine[],
  columns: (page: number) => Column,
  style: Style,
): boolean {
  if (last.bold !== line.bold || Math.abs(last.size - line.size) > 0.08 * style.size) return false;
  const size = line.size;
  if (line.page === last.page) {
    const dy = (line.y - last.y) / size;
    if (dy < 0.3) return false;
    const before = open.length > 1 && open.at(-2)!.page === last.page ? (last.y - open.at(-2)!.y) / size : 0;
    const usual = before || Math.max(style.leading, 0.8);
    if (dy > usual * 1.14 + 0.02) return false;
  }
  else if (opensByNumber(line, open[0]!)) return false;
  return !hasRoom(last, line, columns(last.page));
}

const label = /^[([]?([0-9\u0660-\u0669\u06F0-\u06F9]{1,3})\s*[-–—.)\]]/u;

/** Does the line begin with the number after that of the open paragraph? */
function opensByNumber(line: TextLine, first: TextLine): boolean {
  const now = label.exec(line.text);
  const before = label.exec(first.text);
  return now !== null && before !== null && toNumber(now[1]!) === toNumber(before[1]!) + 1;
}

/** Would the first word of `line` have fitted behind `last`? Then the break was meant. */
function hasRoom(last: TextLine, line: TextLine, column: Column): boolean {
  const width = column.right - column.left;
  const before = last.rtl ? column.right - last.x1 : last.x0 - column.left;
  const behind = last.rtl ? last.x0 - column.left : column.right - last.x1;
  // Set to the far side or centred: what is free on the near side counts too.
  const free = behind > 0.5 * before && before > 0.02 * width ? before + behind : behind;
  const far = before > 0.25 * width ? before : 0;
  return Math.max(free, far) > line.firstWord + 0.35 * line.size;
}
