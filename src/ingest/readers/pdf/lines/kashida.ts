/**
 * Kashidas that are not encoded as such. Writers stretch Arabic words with a glyph that is often missing from the
 * font's ToUnicode map; it then comes out as its character code (a comma, a T, a control character), or, from Word, as
 * some letter or a space. It is recognised by its position between two joined letters without a gap, for each font and
 * code over the document.
 */
import { type Font, type Glyph, isArabicLetter, isMark, joinsForward } from '../glyphs/glyph.ts';
import { lineThresholds } from './thresholds.ts';

const tatweel = 0x640;

interface Count {
  /** Between two letters that join. */
  inside: number;
  outside: number;
  /** Of those inside, the ones with the same glyph right next to them. */
  repeated: number;
}

/** Kinds of suspects: a code that is its own letter, a narrow letter, a space. */
type Kind = 'code' | 'letter' | 'space';

/** No word is stretched with more glyphs than this. */
const farthest = 100;

export class KashidaVotes {
  private readonly fonts = new Map<Font, Map<number, Count>>();

  /** Counts the suspects among the glyphs of one line, left to right. */
  count(glyphs: readonly Glyph[]): void {
    for (let i = 0; i < glyphs.length; i++) {
      const g = glyphs[i]!;
      const kind = suspect(g);
      if (!kind) continue;
      let codes = this.fonts.get(g.font);
      if (!codes) {
        codes = new Map();
        this.fonts.set(g.font, codes);
      }
      let count = codes.get(g.code);
      if (!count) {
        count = { inside: 0, outside: 0, repeated: 0 };
        codes.set(g.code, count);
      }
      if (!between(glyphs, i)) count.outside++;
      else {
        count.inside++;
        if (same(glyphs[i - 1], g) || same(glyphs[i + 1], g)) count.repeated++;
      }
    }
  }

  /** Whether the glyph at `i` is a kashida, or another glyph that only fills the space between two joined letters. */
  is(glyphs: readonly Glyph[], i: number): boolean {
    const { kashidaRepeats, kashidaRepeated, kashidaInside } = lineThresholds;
    const g = glyphs[i]!;
    if (g.s.charCodeAt(0) === tatweel && g.s.length === 1) return true;
    const kind = suspect(g);
    const codes = kind && this.fonts.get(g.font);
    const count = codes?.get(g.code);
    if (!codes || !count || count.inside === 0) return false;
    if (kind === 'space') return this.strangeSpace(codes, g.code, count) && between(glyphs, i);
    if (kind === 'letter')
      return (
        count.repeated >= kashidaRepeats && count.repeated >= kashidaRepeated * (count.inside + count.outside)
      );
    if (count.inside >= kashidaInside * count.outside) return true;
    return between(glyphs, i) && count.inside >= count.outside;
  }

  /** The line with every kashida marked as one. */
  name(glyphs: readonly Glyph[]): Glyph[] {
    return glyphs.map((g, i) => (this.is(glyphs, i) ? { ...g, s: 'ـ' } : g));
  }

  /** A glyph mapped to a space in a font whose spaces have another code, and always inside words. */
  private strangeSpace(codes: ReadonlyMap<number, Count>, code: number, count: Count): boolean {
    if (count.outside > 0) return false;
    let usual = 0;
    for (const [other, c] of codes) if (other !== code && c.outside > 0) usual += c.inside + c.outside;
    return usual > lineThresholds.kashidaSpaces * count.inside;
  }
}

function suspect(g: Glyph): Kind | null {
  if (g.actual || g.s.length !== 1) return null;
  const c = g.s.charCodeAt(0);
  if (c === 0x20 || c === 0xa0) return 'space';
  if (isArabicLetter(c)) return g.w > 0 && g.w < lineThresholds.kashidaWidth * g.size ? 'letter' : null;
  return c === g.code || c === 0xfffd ? 'code' : null;
}

const same = (o: Glyph | undefined, g: Glyph): boolean =>
  o !== undefined && o.font === g.font && o.code === g.code;

/** Whether the glyph, with others of its kind, is between two letters that join, all touching. */
function between(glyphs: readonly Glyph[], i: number): boolean {
  const left = touchingLetter(glyphs, i, -1);
  const right = touchingLetter(glyphs, i, 1);
  if (isHead(glyphs, i)) return false;
  return joinsForward(right) && isArabicLetter(left) && left !== 0x621;
}

/** Whether it is the head of a س ش ص ض that is drawn in two parts, with its narrow tail on the left. */
function isHead(glyphs: readonly Glyph[], i: number): boolean {
  const tail = glyphs[i - 1];
  return (
    glyphs[i]!.s === '\uFFFD' &&
    tail !== undefined &&
    'سشصض'.includes(tail.s) &&
    tail.w < lineThresholds.kashidaWidth * tail.size
  );
}

/** The last letter of the next glyph on that side that is neither a mark nor the same glyph again; 0 after a gap. */
function touchingLetter(glyphs: readonly Glyph[], i: number, step: 1 | -1): number {
  const g = glyphs[i]!;
  let edge = g;
  for (let k = i + step; k >= 0 && k < glyphs.length && Math.abs(k - i) < farthest; k += step) {
    const o = glyphs[k]!;
    if (isMark(o.s)) continue;
    const gap = step > 0 ? o.x - (edge.x + edge.w) : edge.x - (o.x + o.w);
    if (gap > lineThresholds.kashidaGap * g.size) return 0;
    if (!same(o, g)) return o.s.charCodeAt(step > 0 ? o.s.length - 1 : 0);
    edge = o;
  }
  return 0;
}
