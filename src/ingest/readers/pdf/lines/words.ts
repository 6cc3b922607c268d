/**
 * Where words end on a line: found from the gaps between glyphs, because spaces may be absent, have no width, or lie on
 * top of letters. Returns the line's pieces from left to right with one space unit between words.
 */
import { type Glyph, isMark, isSpace } from '../glyphs/glyph.ts';
import { lineThresholds } from './thresholds.ts';

/** A glyph's letters, or a space between words (`glyph` null). */
export interface Unit {
  s: string;
  glyph: Glyph | null;
  /** Width of the gap, on a space: in sizes of the glyphs next to it. */
  gap?: number;
  /** The space that was drawn in it, if any. */
  drawn?: Glyph | null;
}

const tatweels = /^ـ+$/u;

/** Takes a line's glyphs from left to right, with kashidas marked. */
export function toUnits(glyphs: readonly Glyph[]): Unit[] {
  const units: Unit[] = [];
  let end = Number.NEGATIVE_INFINITY;
  let space: Glyph | null = null;
  let last: Glyph | null = null;
  for (const g of glyphs) {
    const s = clean(g.s);
    if (s === '' && tatweels.test(g.s)) {
      // A kashida is not a letter, but takes up room.
      if (!last) continue;
      const gap = (g.x - end) / g.size;
      if (space && gap >= neededGap(last, space, g)) {
        insertSpace(units, gap, space);
        space = null;
      }
      end = Math.max(end, g.x + g.w);
      continue;
    }
    if (isSpace(s)) {
      if (s !== '') space = g;
      continue;
    }
    if (isMark(s)) {
      units.push({ s, glyph: g });
      // A mark with an actual text may be drawn on a piece of kashida, which takes up its room.
      if (g.actual && last) end = Math.max(end, g.x + g.w);
      continue;
    }
    if (last) {
      const gap = (g.x - end) / Math.max(g.size, last.size);
      const parts = gap >= neededGap(last, space, g);
      if (parts) insertSpace(units, gap, space);
    }
    units.push({ s, glyph: g });
    end = Math.max(last ? end : g.x, g.x + g.w);
    last = g;
    space = null;
  }
  if (last === null) {
    // A line drawn with nothing but kashidas is a rule that someone typed: it stays.
    return glyphs.filter((g) => tatweels.test(g.s)).map((glyph) => ({ s: glyph.s, glyph }));
  }
  return units;
}

/**
 * The gap that separates two words. A space that was drawn in one go with both letters, and whose width the pen
 * advanced, needs hardly any, because the tail of a letter may overlap it. So may the tail of ر ز و, under which
 * kerning draws it.
 */
function neededGap(left: Glyph, space: Glyph | null, right: Glyph): number {
  const { gapWithSpace, gapWithoutSpace, thinSpace, keptSpace, spaceStart } = lineThresholds;
  if (!space) return gapWithoutSpace;
  if (space.w <= thinSpace * space.size || space.run !== right.run) return gapWithSpace;
  const kept = space.run === left.run && right.x >= space.x + keptSpace * space.w;
  const under = 'رزو'.includes(right.s) && Math.abs(space.x - left.x - left.w) < spaceStart * space.size;
  return kept || under ? 0 : gapWithSpace;
}

/** Marks come left of their letter in the stream, so the space goes before them. */
function insertSpace(units: Unit[], gap: number, drawn: Glyph | null): void {
  let at = units.length;
  while (at > 0 && isMark(units[at - 1]!.s)) at--;
  // Marks at the end of `units` belong to the letter that comes next.
  units.splice(at, 0, { s: ' ', glyph: null, gap, drawn });
}

export function isLatinLetter(c: number): boolean {
  return (
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0x61 && c <= 0x7a) ||
    (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7)
  );
}

/**
 * Without invisible characters; NBSP and similar characters become ordinary white space. Controls, including line ends,
 * separate nothing: some writers draw one over the last letter.
 */
function clean(s: string): string {
  const c = s.charCodeAt(0);
  if (s.length === 1 && c > 0x20 && c < 0x7f) return s;
  return s.replace(
    /[\u0000-\u001F\u007F-\u009F\u00AD\u0640\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu,
    '',
  );
}
