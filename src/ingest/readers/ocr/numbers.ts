/**
 * Numbers of a page read once more: cut out, put one under the other on a strip, and read by the model for English with
 * digits as its only letters. The Arabic model reads European digits badly. Where the page's own digits are Arabic-Indic
 * it has nothing to say.
 */
import { blankGrey, cut, type Grey, scaled } from './grey.ts';
import type { OcrLine, OcrWord } from './page.ts';
import { recognise } from './tesseract.ts';
import { ocrThresholds } from './thresholds.ts';

/** A number with what is written beside it. */
const figure = /^[^\p{L}\p{N}]*[0-9\u0660-\u0669][0-9\u0660-\u0669.,:/()٪%\-–،]*[^\p{L}\p{N}]*$/u;
const digit = /[0-9\u0660-\u0669]/u;
const dash = /^[-–—ـ._]+$/u;

/** Changes the words of `lines`: what both readings have alike is sure, else the strip's reading stands, in doubt. */
export async function readNumbers(
  page: Grey,
  dpi: number,
  lines: readonly OcrLine[],
  deadline: number,
): Promise<void> {
  if (hasArabicDigits(lines)) return;
  const asked: { word: OcrWord; line: OcrLine; label: boolean }[] = [];
  for (const line of lines) {
    for (const [i, word] of line.words.entries()) {
      const label = i === 0 && isLabel(line);
      if (label || figure.test(word.text)) asked.push({ word, line, label });
    }
  }
  if (asked.length === 0) return;
  const { strip, tops } = stripOf(
    page,
    dpi,
    asked.map(({ word }) => word),
  );
  const read = await recognise(
    strip,
    { language: 'eng', psm: 6, dpi: 300, letters: '0123456789-./,:()' },
    deadline,
  );
  const rows = new Map<number, { text: string; confidence: number }>();
  for (const { words } of read) {
    for (const { text, top, bottom, confidence } of words) {
      const row = tops.findLastIndex((start) => start <= (top + bottom) / 2);
      const before = rows.get(row);
      rows.set(row, {
        text: (before?.text ?? '') + text,
        confidence: Math.min(before?.confidence ?? 100, confidence),
      });
    }
  }
  for (const [i, { word, line, label }] of asked.entries()) {
    const row = rows.get(i);
    if (!row || !digit.test(row.text)) continue;
    settle(word, row, label);
    if (label) line.sureNumber = !word.doubted;
  }
}

function settle(word: OcrWord, row: { text: string; confidence: number }, label: boolean): void {
  const { sureStrip } = ocrThresholds;
  const ours = european(word.text).replace(/[^0-9]/gu, '');
  const theirs = row.text.replace(/[^0-9]/gu, '');
  if (ours === theirs) {
    word.text = european(word.text);
    word.doubted = false;
    return;
  }
  if (row.confidence < sureStrip) {
    word.doubted = true;
    return;
  }
  const trimmed = row.text.replace(/^[-.,:/]+|[-,:/(]+$/gu, '');
  const behind = /[-–—.]+$/u.exec(word.text)?.[0] ?? '';
  word.text = label ? theirs + behind : trimmed;
  word.doubted = !label || row.confidence < 90;
}

const european = (text: string): string =>
  text.replace(/[\u0660-\u0669]/gu, (d) => String(d.charCodeAt(0) - 0x660));

/** Numbers of several digits tell: a lone stroke is read as either one. */
function hasArabicDigits(lines: readonly OcrLine[]): boolean {
  const text = lines.flatMap((line) => line.words.map((word) => word.text)).join(' ');
  const count = (digits: RegExp) => (text.match(digits) ?? []).length;
  return count(/[\u0660-\u0669]{2,}/gu) > count(/[0-9]{2,}/gu);
}

/** Is the first word so short, with a dash or a gap behind it, that it may be a paragraph's number? */
function isLabel({ words, top, bottom }: OcrLine): boolean {
  const [first, next] = words;
  if (!first || !next) return false;
  const { labelWidth } = ocrThresholds;
  const size = bottom - top;
  if (first.right - first.left > labelWidth * size || first.text.length > 5) return false;
  if (/\p{L}{2}/u.test(first.text) || /^[([«"]/u.test(first.text)) return false;
  return digit.test(first.text) || dash.test(next.text) || /[-–—.]$/u.test(first.text);
}

/** The words' boxes one under the other, all as high as each other. */
function stripOf(page: Grey, dpi: number, words: readonly OcrWord[]): { strip: Grey; tops: number[] } {
  const { stripHeight, stripGap } = ocrThresholds;
  const edge = dpi / 50;
  const pieces = words.map((word) => {
    const { left, top, right, bottom } = word;
    const piece = cut(page, {
      left: left - edge,
      top: top - edge,
      right: right + edge,
      bottom: bottom + edge,
    });
    // Digits come to the same height, so that one line is not taken for a raised mark.
    const height = Math.max(bottom - top, 1);
    return scaled(piece, Math.min(3, stripHeight / Math.max(height, stripHeight / 2)));
  });
  const width = Math.max(...pieces.map((piece) => piece.width)) + 2 * stripGap;
  const tops: number[] = [];
  let y = stripGap;
  for (const piece of pieces) {
    tops.push(y - stripGap / 2);
    y += piece.height + stripGap;
  }
  const strip = blankGrey(width, y);
  let at = stripGap;
  for (const piece of pieces) {
    for (let row = 0; row < piece.height; row++) {
      const from = row * piece.width;
      strip.data.set(piece.data.subarray(from, from + piece.width), (at + row) * width + stripGap);
    }
    at += piece.height + stripGap;
  }
  return { strip, tops };
}
