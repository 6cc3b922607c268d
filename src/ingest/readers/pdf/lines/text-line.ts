/** One line as text in logical order, with what the later steps need to know of its layout; glyphs end here. */

import type { Span } from '../../../../report/index.ts';
import type { Glyph } from '../glyphs/glyph.ts';
import { isArabicLetter, isMark } from '../glyphs/glyph.ts';
import type { Region } from '../regions/region.ts';
import { type Cell, toLogical } from './bidi.ts';
import { classOf } from './bidi-class.ts';
import type { BracketVotes } from './brackets.ts';
import type { KashidaVotes } from './kashida.ts';
import type { VisualLine } from './lines.ts';
import { lineThresholds } from './thresholds.ts';
import { isLatinLetter, toUnits } from './words.ts';

/** A raised number inside a line, perhaps a footnote mark. Offsets into the line's text. */
export interface RaisedNumber {
  start: number;
  end: number;
  number: number;
  page: number;
}

/** The left and right edges of the page, in points. */
export interface Sheet {
  left: number;
  right: number;
}

export interface TextLine {
  text: string;
  raised: RaisedNumber[];
  page: number;
  /** Baseline, left and right end, in points; y downwards. */
  y: number;
  x0: number;
  x1: number;
  size: number;
  bold: boolean;
  rtl: boolean;
  /** Without any Arabic letter. */
  latin: boolean;
  /** Width of the first word: would it have fitted on the line before? */
  firstWord: number;
  /** Gap after the first word, in font sizes: a tab after a label is wide. */
  firstGap: number;
  /** Gaps as wide as those between columns, from and to in points; not the one after the first word. */
  gaps: readonly (readonly [number, number])[];
  /** null for text that is not upright. */
  sheet: Sheet | null;
  /** The region of the page that it is in: the same object for all lines of the region. */
  region: Region;
  /**
   * A range of numbers at its start (`2023-2024`), read from left to right because the line has no Arabic letter before
   * it: offsets into `text`.
   */
  firstRange?: Span;
  /** Words of uncertain reading: offsets into `text`. */
  doubts?: readonly Span[];
  /** A number at its start was recognised, but two readings of it differed. */
  unsureNumber?: boolean;
  /** Set if the line was made from the content of one tag. */
  tag?: LineTag | undefined;
}

/** The block of the structure tree that a line belongs to; `unmarked` or `artifact` if it is in none. */
export interface LineTag {
  block: number;
  /** Whether it is the block's label. */
  label: boolean;
}

/** A line between the passes: ordered, but kashidas and brackets wait for the document's votes. */
export interface OrderedLine extends VisualLine {
  page: number;
  sheet: Sheet | null;
  region: Region;
  /** Aligned to the left of its region, and not to the right. */
  aside: boolean;
  /** Continues a Latin line above it. */
  goesOn?: boolean;
  tag?: LineTag | undefined;
}

/** Cells of a line in logical order. */
export function cellsOf(line: OrderedLine, kashidas: KashidaVotes, rtlDocument: boolean): Cell[] {
  return toLogical(toUnits(kashidas.name(line.glyphs)), isRtl(line, rtlDocument));
}

/**
 * In an Arabic document, column or cell every line is, except those that are aligned to the left and mostly Latin;
 * elsewhere, the lines that are mostly Arabic.
 */
export function isRtl({ glyphs, region, aside, goesOn }: OrderedLine, rtlDocument: boolean): boolean {
  const { arabic, latin } = countLetters(glyphs);
  const { arabicLine, asideLetters } = lineThresholds;
  if (region.rtl ?? rtlDocument)
    return !(aside && (goesOn || latin >= asideLetters) && latin > arabicLine * arabic);
  return arabic > arabicLine * latin;
}

export function countLetters(glyphs: readonly Glyph[]): { arabic: number; latin: number } {
  let arabic = 0;
  let latin = 0;
  for (const g of glyphs) {
    const c = g.s.charCodeAt(0);
    if (isArabicLetter(c)) arabic++;
    else if (isLatinLetter(c)) latin++;
  }
  return { arabic, latin };
}

const rangeOfNumbers =
  /^([^\p{L}\p{N}]*)([0-9]+(?:[.,:/][0-9]+)*(?:[-+\u2212][0-9]+(?:[.,:/][0-9]+)*)+)(?![\p{L}\p{N}])/u;

/** Where a right-to-left line without raised numbers begins with a range of European numbers. */
function firstRangeOf(text: string): Span | null {
  const found = rangeOfNumbers.exec(text);
  return found && [found[1]!.length, found[0].length];
}

const digits = /^[0-9\u0660-\u0669\u06F0-\u06F9]$/u;

/** Null for a line without letters. */
export function toTextLine(
  line: OrderedLine,
  cells: readonly Cell[],
  brackets: BracketVotes,
  rtl: boolean,
): TextLine | null {
  const { raisedSize, raisedHeight, boldShare } = lineThresholds;
  let text = '';
  const raised: RaisedNumber[] = [];
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let firstLeft = 0;
  let firstRight = 0;
  let firstGap = 0;
  // Digits and Latin letters may come from another font than the text, with another weight.
  const arabic = cells.some((c) => isArabicLetter(c.s.charCodeAt(0)));
  let boldWidth = 0;
  let width = 0;
  let open: RaisedNumber | null = null;
  for (const cell of cells) {
    const start = text.length;
    const g = cell.unit.glyph;
    if (!g) {
      if (firstRight === 0 && text !== '') {
        firstLeft = x0;
        firstRight = x1;
        firstGap = cell.unit.gap ?? 0;
      }
      text += ' ';
      open = null;
      continue;
    }
    text += brackets.text(cell);
    x0 = Math.min(x0, g.x);
    x1 = Math.max(x1, g.x + g.w);
    if (arabic ? isArabicLetter(cell.s.charCodeAt(0)) : !isMark(cell.s)) {
      width += g.w;
      if (g.bold) boldWidth += g.w;
    }
    const up = (line.y - g.y) / line.size;
    if (digits.test(cell.s) && g.size < raisedSize * line.size && up > raisedHeight) {
      if (open) open.end = text.length;
      else {
        open = { start, end: text.length, number: 0, page: line.page };
        raised.push(open);
      }
    } else open = null;
  }
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const lead = text.length - text.trimStart().length;
  for (const r of raised) {
    r.start -= lead;
    r.end -= lead;
    r.number = toNumber(trimmed.slice(r.start, r.end));
  }
  if (firstRight === 0) {
    firstLeft = x0;
    firstRight = x1;
  }
  const firstRange = rtl && raised.length === 0 ? firstRangeOf(trimmed) : null;
  return {
    text: trimmed,
    ...(firstRange && { firstRange }),
    raised,
    page: line.page,
    y: line.y,
    x0,
    x1,
    size: line.size,
    bold: boldWidth > boldShare * width,
    rtl,
    latin: !arabic,
    firstWord: firstRight - firstLeft,
    firstGap,
    gaps: gapsOf(cells),
    sheet: line.sheet,
    region: line.region,
    tag: line.tag,
  };
}

function gapsOf(cells: readonly Cell[]): [number, number][] {
  const found: [number, number][] = [];
  const words = cells.findIndex((c) => c.unit.glyph === null);
  cells.forEach(({ unit }, i) => {
    if (i === words || unit.glyph || classOf(unit) !== 'S') return;
    const before = cells[i - 1]?.unit.glyph;
    const after = cells[i + 1]?.unit.glyph;
    if (!before || !after) return;
    const [left, right] = before.x < after.x ? [before, after] : [after, before];
    found.push([left.x + left.w, right.x]);
  });
  return found;
}

/** Value of European or Arabic-Indic digits. */
export function toNumber(s: string): number {
  return Number(
    s.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (d) => String(((d.charCodeAt(0) - 0x660) % 0x90) % 10)),
  );
}
