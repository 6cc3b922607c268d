/**
 * Tesseract's output in hOCR (an HTML microformat: https://kba.github.io/hocr-spec): lines with their baseline and
 * words with their boxes and confidence.
 */
import type { Rect } from './grey.ts';

export interface HocrWord extends Rect {
  text: string;
  /** 0 to 100. */
  confidence: number;
}

export interface HocrLine extends Rect {
  /** Baseline at the left end, and its slope per pixel to the right. */
  base: number;
  slope: number;
  /** In reading order. */
  words: HocrWord[];
}

const element = /<(?:div|p|span)\s[^>]*?class=['"](ocr\w*)['"][^>]*?title=(?:"([^"]*)"|'([^']*)')[^>]*>/gu;
const lineClasses = new Set(['ocr_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat']);
const invisible = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** null if the text is not hOCR. Impossible boxes are left out. */
export function parseHocr(text: string): HocrLine[] | null {
  if (!/class=['"]ocr_page['"]/u.test(text)) return null;
  const lines: HocrLine[] = [];
  for (const match of text.matchAll(element)) {
    const [, kind, double, single] = match;
    const title = double ?? single ?? '';
    const box = boxOf(title);
    if (!box) continue;
    if (lineClasses.has(kind!)) {
      const [, slope, below] = /baseline (-?[\d.]+) (-?[\d.]+)/u.exec(title) ?? [];
      lines.push({
        ...box,
        slope: Number(slope ?? 0) || 0,
        base: box.bottom + (Number(below ?? 0) || 0),
        words: [],
      });
    } else if (kind === 'ocrx_word') {
      const line = lines.at(-1);
      const from = match.index + match[0].length;
      const end = text.indexOf('</span>', from);
      if (!line || end < 0) continue;
      const word = plain(text.slice(from, end));
      const confidence = Number(/x_wconf (-?[\d.]+)/u.exec(title)?.[1] ?? 0);
      if (word !== '') line.words.push({ ...box, text: word, confidence });
    }
  }
  return lines.filter((line) => line.words.length > 0);
}

/** As in an image `by` times as large. */
export function resized(line: HocrLine, by: number): HocrLine {
  const box = <T extends Rect>(rect: T): T => ({
    ...rect,
    left: rect.left * by,
    top: rect.top * by,
    right: rect.right * by,
    bottom: rect.bottom * by,
  });
  return { ...box(line), base: line.base * by, words: line.words.map(box) };
}

function boxOf(title: string): Rect | null {
  const found = /bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)/u.exec(title);
  if (!found) return null;
  const [left, top, right, bottom] = found.slice(1).map(Number) as [number, number, number, number];
  return right > left && bottom > top ? { left, top, right, bottom } : null;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (all, decimal, hex, name) => {
      if (name) return entities[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
