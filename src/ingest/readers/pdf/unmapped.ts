/**
 * Glyphs whose letters the file does not tell: without a ToUnicode entry pdf.js gives the character code in their
 * place, which looks like letters of some other script.
 */
import type { Warning } from '../../../report/index.ts';
import { type Glyph, isSpace } from './glyph.ts';

/** From this share on the text is of no use. */
const tooMany = 0.35;
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

  warning(): Warning | null {
    const share = this.unmapped / Math.max(1, this.all);
    if (this.all < fewest || share < tooMany) return null;
    return {
      code: 'unreadable_text',
      message: `${Math.round(share * 100)} % of the letters cannot be read: the fonts do not say which they are; take another copy of the file or recognise its pages`,
    };
  }
}
