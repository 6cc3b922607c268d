/**
 * Paragraph numbers in Arabic-Indic digits, read by Tesseract's model of the Arabic script if it is installed: the one of
 * the Arabic language does not know these digits, and leaves many of them out.
 */
import type { Grey, Rect } from './grey.ts';
import { isBare, isLabel } from './label.ts';
import type { OcrLine } from './page.ts';
import { readStrip, type StripOptions } from './strip.ts';
import { ocrThresholds } from './thresholds.ts';

/** Modifies the words of `lines`. */
export async function readArabicLabels(
  page: Grey,
  lines: readonly OcrLine[],
  options: StripOptions & { language: string },
): Promise<void> {
  const asked = lines.filter((line) => isLabel(line) || isBare(line));
  const rows = await readStrip(page, asked.map(boxOf), options);
  for (const [i, line] of asked.entries()) {
    const row = rows[i];
    const digits = row && digitsOf(row.words.map(({ text }) => text).join(''));
    if (!digits) continue;
    // Read once, and ٥ often as ٠: only the numbers before and after it can confirm it.
    const word = { ...boxOf(line), text: digits, confidence: row.confidence, doubted: true };
    if (isBare(line)) line.words.unshift(word);
    else line.words[0] = { ...word, text: digits + (/[-–—]$/u.exec(line.words[0]!.text)?.[0] ?? '') };
    line.sureNumber = false;
  }
}

/** Where its number is: its first word, or in front of its dash; what was left out stands to the right. */
function boxOf(line: OcrLine): Rect {
  const { top, bottom } = line;
  const { left, right } = line.words[0]!;
  const reach = ocrThresholds.labelWidth * (bottom - top);
  return isBare(line)
    ? { top, bottom, left: right, right: right + reach }
    : { top, bottom, left, right: right + reach / 2 };
}

/** In Arabic-Indic digits; the model takes some of them for others of the same shape. null if it is no number. */
export function digitsOf(read: string): string | null {
  const text = read
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[oOه]/gu, '٥')
    .replace(/[0-9]/gu, (digit) => String.fromCharCode(0x660 + Number(digit)))
    .replace(/[\u06F0-\u06F9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x90));
  return /^[\u0660-\u0669]{1,3}$/u.test(text) ? text : null;
}
