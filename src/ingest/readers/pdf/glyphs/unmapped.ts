/**
 * Glyphs whose letters the file does not tell: without an entry in the font's map pdf.js gives the character code in
 * their place, which looks like letters of some other script, like signs, or like nothing.
 */
import { type Glyph, isSpace } from './glyph.ts';
import { glyphThresholds } from './thresholds.ts';

/** What stands in the text for such a letter. */
export const unnamed = '\uFFFD';

/** Where a font names no space, a code that looks like nothing is most likely that. */
export function isUnnamed(g: Glyph): boolean {
  if (g.actual || g.font.names(g.code)) return false;
  const nothing = g.s.length === 1 && (g.s <= ' ' || (g.s >= '\u007F' && g.s <= '\u00A0'));
  return g.font.namesSpace || !nothing;
}

export class Unmapped {
  private all = 0;
  private unmapped = 0;

  count(glyphs: readonly Glyph[]): void {
    for (const g of glyphs) {
      if (isSpace(g.s) || g.actual) continue;
      this.all++;
      if (g.s === unnamed || (g.s >= '\uE000' && g.s <= '\uF8FF')) this.unmapped++;
    }
  }

  share(): number {
    return this.all < glyphThresholds.unmappedGlyphs ? 0 : this.unmapped / this.all;
  }
}
