/**
 * Boxes of words by their ink. Tesseract gives many words the height of their entire line, or more, but font sizes are
 * found from the heights of words.
 */
import type { Grey, Rect } from './grey.ts';
import type { OcrLine } from './page.ts';

/** The line with its words' boxes as high as the ink in them. */
export function withInkBoxes(page: Grey, line: OcrLine): OcrLine {
  const { top, bottom } = line;
  return {
    ...line,
    words: line.words.map((word) => ({ ...word, ...inkWithin(page, { ...word, top, bottom }) })),
  };
}

/** Top and bottom of the ink in the box; of the box itself if there is none. */
export function inkWithin(page: Grey, box: Rect): Pick<Rect, 'top' | 'bottom'> {
  const left = Math.max(0, Math.floor(box.left));
  const right = Math.min(page.width, Math.ceil(box.right));
  const isInk = (y: number) => {
    for (let x = left; x < right; x++) if (page.data[y * page.width + x]! < 128) return true;
    return false;
  };
  let top = Math.max(0, Math.floor(box.top));
  let bottom = Math.min(page.height, Math.ceil(box.bottom));
  while (top < bottom && !isInk(top)) top++;
  while (bottom > top && !isInk(bottom - 1)) bottom--;
  return top < bottom ? { top, bottom } : { top: box.top, bottom: box.bottom };
}
