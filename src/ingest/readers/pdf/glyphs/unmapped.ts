/**
 * Glyphs whose letters the file does not give: without an entry in the font's map, pdf.js returns the character code
 * instead, which looks like a letter of some other script, a sign, or nothing.
 */
import { type Glyph, isSpace } from './glyph.ts';
import { glyphThresholds } from './thresholds.ts';

/** What the text has in place of such a letter. */
export const unnamed = '\uFFFD';

/** If a font maps no space, a code that looks like nothing is most likely one. */
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
