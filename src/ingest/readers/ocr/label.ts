/** A paragraph's number at the beginning of a recognised line. */
import type { OcrLine } from './page.ts';
import { ocrThresholds } from './thresholds.ts';

const digit = /[0-9\u0660-\u0669]/u;
const dash = /^[-–—ـ._]+$/u;

/** Whether the first word is so short, with a dash or a gap after it, that it may be a paragraph's number. */
export function isLabel({ words, top, bottom }: OcrLine): boolean {
  const [first, next] = words;
  if (!first || !next) return false;
  const size = bottom - top;
  if (first.right - first.left > ocrThresholds.labelWidth * size || first.text.length > 5) return false;
  if (/\p{L}{2}/u.test(first.text) || /^[([«"]/u.test(first.text)) return false;
  return digit.test(first.text) || dash.test(next.text) || /[-–—.]$/u.test(first.text);
}

/** Where the text begins: after a paragraph's number and its dash. */
export function labelEnd(line: OcrLine): number {
  if (!isLabel(line)) return 0;
  return dash.test(line.words[1]!.text) ? 2 : 1;
}

/** Whether the line begins with the dash behind a number, the number itself having been left out. */
export const isBare = ({ words }: OcrLine): boolean => words.length > 1 && /^[-–—]$/u.test(words[0]!.text);
