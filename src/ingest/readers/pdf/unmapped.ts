/**
 * Glyphs whose letters the file does not tell: without a ToUnicode entry pdf.js gives the character code in their
 * place, which looks like letters of some other script.
 */
import { type Glyph, isSpace } from './glyph.ts';

/** Fewer glyphs say nothing. */
const fewest = 20;

export class Unmapped {
  private all = 0;
  private unmapped = 0;

  count(glyphs: readonly Glyph[]): void {
    for (const g of glyphs) {
      if (isSpace(g.s) || g.actual) continue;
      this.all++;
      const c = g.s.charCodeAt(0);
      const own = g.s.length === 1 && c === g.code && c > 0xff;
      if (own || c < 0x20 || c === 0xfffd || (c >= 0xe000 && c <= 0xf8ff)) this.unmapped++;
    }
  }

  share(): number {
    return this.all < fewest ? 0 : this.unmapped / this.all;
  }
}
