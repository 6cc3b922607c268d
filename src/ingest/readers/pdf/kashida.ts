/**
 * Kashidas that do not say what they are. Writers stretch Arabic words with a glyph that is often missing from the
 * font's ToUnicode map; it then comes out as its character code (a comma, a T, a control character), or as some
 * letter. It is known by its place, between two joined letters without a gap, by font and code over the document.
 */
import { type Font, type Glyph, isArabicLetter, isMark, joinsForward } from './glyph.ts';

const tatweel = 0x640;

interface Count {
  inside: number;
  outside: number;
}

export class KashidaVotes {
  private readonly fonts = new Map<Font, Map<number, Count>>();

  /** Counts the suspects among the glyphs of one line, left to right. */
  count(glyphs: readonly Glyph[]): void {
    for (let i = 0; i < glyphs.length; i++) {
      const g = glyphs[i]!;
      if (!suspect(g)) continue;
      let codes = this.fonts.get(g.font);
      if (!codes) {
        codes = new Map();
        this.fonts.set(g.font, codes);
      }
      let count = codes.get(g.code);
      if (!count) {
        count = { inside: 0, outside: 0 };
        codes.set(g.code, count);
      }
      if (between(glyphs, i)) count.inside++;
      else count.outside++;
    }
  }

  /** Is the glyph at `i` a kashida? */
  is(glyphs: readonly Glyph[], i: number): boolean {
    const g = glyphs[i]!;
    if (g.s.charCodeAt(0) === tatweel && g.s.length === 1) return true;
    if (!suspect(g)) return false;
    const count = this.fonts.get(g.font)?.get(g.code);
    if (!count || count.inside === 0) return false;
    if (count.inside >= 4 * count.outside) return true;
    return between(glyphs, i) && count.inside >= count.outside;
  }

  /** The line with every kashida named as such. */
  name(glyphs: readonly Glyph[]): Glyph[] {
    return glyphs.map((g, i) => (this.is(glyphs, i) ? { ...g, s: 'ـ' } : g));
  }
}

/** A glyph whose letter is its own code: the font's map does not name it. */
function suspect(g: Glyph): boolean {
  if (g.actual || g.s.length !== 1) return false;
  const c = g.s.charCodeAt(0);
  return c === g.code && c !== 0x20 && !isArabicLetter(c);
}

/** Stands the glyph between two letters that join, touching both? */
function between(glyphs: readonly Glyph[], i: number): boolean {
  const g = glyphs[i]!;
  const left = neighbour(glyphs, i, -1);
  const right = neighbour(glyphs, i, 1);
  if (!left || !right) return false;
  const l = left.s.charCodeAt(left.s.length - 1);
  const r = right.s.charCodeAt(right.s.length - 1);
  if (!joinsForward(r) || !isArabicLetter(l) || l === 0x621) return false;
  return right.x - (g.x + g.w) < 0.15 * g.size && g.x - (left.x + left.w) < 0.15 * g.size;
}

/** The next glyph on that side that is neither a mark nor the same glyph again. */
function neighbour(glyphs: readonly Glyph[], i: number, step: 1 | -1): Glyph | undefined {
  const g = glyphs[i]!;
  for (let k = i + step; k >= 0 && k < glyphs.length; k += step) {
    const o = glyphs[k]!;
    if (o.font === g.font && o.code === g.code) continue;
    if (!isMark(o.s)) return o;
  }
  return undefined;
}
