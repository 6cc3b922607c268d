/**
 * Corrects paragraph numbers that were not read, or whose two readings differ, from those before and after them: if
 * these count up by as many as there are labels between them, only one number fits.
 */
import { digitRange } from '../../number-format.ts';
import { isBare, isLabel } from '../../ocr/label.ts';
import { european } from '../../ocr/numbers.ts';
import type { OcrLine } from '../../ocr/page.ts';
import { scanThresholds } from './thresholds.ts';

const arabicDigit = /[\u0660-\u0669]/u;

/** Changes the first words of `lines`, which are those of all pages in order. */
export function countLabels(lines: readonly OcrLine[]): void {
  const labels = lines.filter((line) => isLabel(line) || isBare(line));
  const withDigits = (digits: RegExp) => labels.filter(({ words }) => digits.test(words[0]!.text));
  const [inArabic, inEuropean] = [withDigits(arabicDigit), withDigits(/[0-9]/u)];
  const arabic = inArabic.length > inEuropean.length;
  // One document has one kind of digits; ٥ is read as 0, and ٦ as 1.
  for (const line of arabic ? inEuropean : inArabic) line.sureNumber = false;
  const foreign = new Set(arabic ? inEuropean : inArabic);
  const values = labels.map((line) => (foreign.has(line) ? null : numberOf(line)));
  /** How far a label is ahead of its place: the same for all labels of one count. */
  const ahead = values.map((value, i) => (value === null ? null : value - i));
  for (const [i, line] of labels.entries()) {
    const before = nearest(ahead, i, -1);
    const fits = before !== null && [1, 2].some((skip) => nearest(ahead, i, 1, skip) === before);
    if (!fits) continue;
    const value = before + i;
    if (value === values[i]) line.sureNumber = true;
    if (value === values[i] || value < 1) continue;
    set(line, value, arabic);
  }
}

/** The `nth` label read as a number in this direction. */
function nearest(ahead: readonly (number | null)[], from: number, step: 1 | -1, nth = 1): number | null {
  for (let i = from + step, seen = 0; i >= 0 && i < ahead.length; i += step) {
    if (Math.abs(i - from) > scanThresholds.unreadLabels) return null;
    if (ahead[i] === null || ++seen < nth) continue;
    return ahead[i]!;
  }
  return null;
}

function numberOf({ words }: OcrLine): number | null {
  const digits = /^([0-9\u0660-\u0669]{1,3})[-–—.ـ]*$/u.exec(words[0]!.text)?.[1];
  if (!digits) return null;
  return Number(european(digits));
}

function set(line: OcrLine, value: number, arabic: boolean): void {
  const written = arabic ? digitRange(value, 0x660) : String(value);
  const first = line.words[0]!;
  const number = { ...first, text: written, doubted: true };
  if (isBare(line)) line.words.unshift(number);
  else {
    const behind = /[-–—.]+$/u.exec(first.text)?.[0] ?? '';
    line.words[0] = { ...number, text: written + behind };
  }
  line.sureNumber = true;
}
