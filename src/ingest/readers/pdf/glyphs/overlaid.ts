/**
 * Glyphs drawn on top of a letter that are not letters themselves. Some fonts draw أ إ آ ؤ ئ as the bare letter and a
 * hamza without width, which their map calls by the composed letter; some give their marks private codes.
 */
import { type Glyph, isArabicLetter } from './glyph.ts';
import { glyphThresholds } from './thresholds.ts';

const bare = new Map([
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ؤ', 'و'],
  ['ئ', 'يىٮ'],
]);

function isPrivate(s: string): boolean {
  const c = s.charCodeAt(0);
  return c >= 0xe000 && c <= 0xf8ff && s.length === 1;
}

/**
 * Glyphs of a page in stream order: each such hamza is merged into the letter drawn right before or after it, and a
 * mark with a private code is left out, because nothing says which mark it is.
 */
export function withoutOverlaid(glyphs: Glyph[]): Glyph[] {
  const { flat: flatWidth, hamzaReach, privateMarkReach } = glyphThresholds;
  const taken = new Set<Glyph>();
  glyphs.forEach((g, i) => {
    const flat = g.w <= flatWidth * g.size;
    if (!flat && !isPrivate(g.s)) return;
    const neighbours = [glyphs[i + 1], glyphs[i - 1]];
    const under = flat ? bare.get(g.s) : undefined;
    if (under !== undefined) {
      const letter = neighbours.find(
        (o) => o && o.s !== '' && under.includes(o.s) && apart(o, g) < hamzaReach,
      );
      if (!letter) return;
      letter.s = g.s;
      taken.add(g);
    } else if (isPrivate(g.s)) {
      if (neighbours.some((o) => o && isArabicLetter(o.s.charCodeAt(0)) && apart(o, g) < privateMarkReach))
        taken.add(g);
    }
  });
  return taken.size === 0 ? glyphs : glyphs.filter((g) => !taken.has(g));
}

/** Distance between the beginnings of two glyphs, in font sizes; infinite for different directions. */
const apart = (a: Glyph, b: Glyph): number =>
  a.angle === b.angle ? Math.hypot(a.x - b.x, a.y - b.y) / b.size : Number.POSITIVE_INFINITY;
