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

/** Stands the glyph, with others of its kind, between two letters that join, all touching? */
function between(glyphs: readonly Glyph[], i: number): boolean {
  const left = touchingLetter(glyphs, i, -1);
  const right = touchingLetter(glyphs, i, 1);
  return joinsForward(right) && isArabicLetter(left) && left !== 0x621;
}

/** The last letter of the next glyph on that side that is neither a mark nor the same glyph again; 0 behind a gap. */
function touchingLetter(glyphs: readonly Glyph[], i: number, step: 1 | -1): number {
  const g = glyphs[i]!;
  let edge = g;
  for (let k = i + step; k >= 0 && k < glyphs.length; k += step) {
    const o = glyphs[k]!;
    if (isMark(o.s)) continue;
    const gap = step > 0 ? o.x - (edge.x + edge.w) : edge.x - (o.x + o.w);
    if (gap > 0.15 * g.size) return 0;
    if (o.font !== g.font || o.code !== g.code) return o.s.charCodeAt(step > 0 ? o.s.length - 1 : 0);
    edge = o;
  }
  return 0;
}
