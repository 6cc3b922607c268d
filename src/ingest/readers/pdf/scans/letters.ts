/** Letters of a recognised line by script. */
import { isArabicLetter } from '../glyphs/glyph.ts';
import { isLatinLetter } from '../lines/words.ts';

export function countArabic(text: string): { arabic: number; latin: number } {
  let arabic = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isArabicLetter(c)) arabic++;
    else if (isLatinLetter(c)) latin++;
  }
  return { arabic, latin };
}
