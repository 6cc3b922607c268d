/** Scans prepared for recognition. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blackOnWhite,
  cleaned,
  median,
  noiseOf,
  withoutBackground,
} from '../../../src/ingest/readers/ocr/clean.ts';
import { blankGrey, type Grey, scaled, turned } from '../../../src/ingest/readers/ocr/grey.ts';
import { parseHocr } from '../../../src/ingest/readers/ocr/hocr.ts';
import { skewOf } from '../../../src/ingest/readers/ocr/skew.ts';
import { hocrOf } from './fake-tesseract.ts';

const made = (width: number, height: number, shade: (x: number, y: number) => number): Grey => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => shade(i % width, Math.floor(i / width))),
});

/** Approximate lines of text: rows of dashes. */
const written = (x: number, y: number) => y % 40 < 8 && x > 60 && x < 740 && x % 13 < 9;
const page = made(800, 600, (x, y) => (written(x, y) ? 0 : 255));

test('a page that is black on white is unchanged', () => {
  expect(cleaned(page)).toBe(page);
});

test('ink on unevenly shaded paper becomes black on white', () => {
  const paper = (x: number) => 120 + x / 8;
  const scan = made(800, 600, (x, y) => (written(x, y) ? 0.4 * paper(x) : paper(x)));
  expect(noiseOf(withoutBackground(scan))).toBeLessThan(3);
  const wrong = cleaned(scan).data.filter((shade, i) => shade !== page.data[i]).length;
  expect(wrong).toBeLessThan(0.001 * page.data.length);
});

test('noise is distinguished from writing, and removed', () => {
  let state = 1;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const scan = made(800, 600, (x, y) => (written(x, y) ? 60 : 200) + 50 * (random() - 0.5));
  expect(noiseOf(scan)).toBeGreaterThan(9);
  const wrong = cleaned(scan).data.filter((shade, i) => shade !== page.data[i]).length;
  expect(wrong).toBeLessThan(0.02 * page.data.length);
});

test('each pixel is judged by the definition', () => {
  const cases = fc.record({
    width: fc.integer({ min: 1, max: 24 }),
    height: fc.integer({ min: 1, max: 24 }),
    seed: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 576, maxLength: 576 }),
  });
  fc.assert(
    fc.property(cases, ({ width, height, seed }) => {
      const from = made(width, height, (x, y) => seed[y * 24 + x]!);
      const judged = blackOnWhite(from);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const near: number[] = [];
          for (let v = Math.max(0, y - 7); v <= Math.min(height - 1, y + 7); v++)
            for (let u = Math.max(0, x - 7); u <= Math.min(width - 1, x + 7); u++)
              near.push(from.data[v * width + u]!);
          const mean = near.reduce((sum, value) => sum + value, 0) / near.length;
          const variance = near.reduce((sum, value) => sum + value * value, 0) / near.length - mean * mean;
          const limit = mean * (1 + 0.3 * (Math.sqrt(Math.max(0, variance)) / 128 - 1));
          const shade = from.data[y * width + x]!;
          // If both are equal to the last bit, either answer is right.
          if (Math.abs(shade - limit) < 1e-6) continue;
          expect(judged.data[y * width + x]).toBe(shade < limit ? 0 : 255);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('the median of nine pixels', () => {
  const from = made(3, 3, (x, y) => [9, 1, 8, 2, 7, 3, 6, 4, 5][3 * y + x]!);
  expect(median(from).data[4]).toBe(5);
});

test.each([-2.4, -0.7, 0, 0.4, 1.5, 2.8])('a page skewed by %d degrees is straightened', (degrees) => {
  expect(skewOf(turned(page, -degrees))).toBeCloseTo(degrees, 0.7);
});

test('an empty page has no skew', () => {
  expect(skewOf(blankGrey(500, 500))).toBe(0);
});

test('scaled down by averaging', () => {
  const from = made(4, 2, (x) => [0, 100, 200, 255][x]!);
  expect([...scaled(from, 0.5).data]).toEqual([50, 228]);
  expect(scaled(from, 1)).toBe(from);
});

test('hOCR: lines, words, confidence', () => {
  const [line] = parseHocr(hocrOf(['قرار|91 رقم|40 &amp;5']))!;
  expect(line!.words.map(({ text, confidence }) => [text, confidence])).toEqual([
    ['قرار', 91],
    ['رقم', 40],
    ['&5', 95],
  ]);
  expect(line).toMatchObject({ top: 200, bottom: 260, base: 245, slope: 0 });
});

test('invalid hOCR is reported, and nonsense in it does no harm', () => {
  expect(parseHocr('Segmentation fault')).toBeNull();
  const odd = `<div class='ocr_page' title=''><span class='ocr_line' title="bbox 9 9 1 1"><span class='ocrx_word' title='bbox 0 0 0 0'>x</span></span>`;
  expect(parseHocr(odd)).toEqual([]);
  fc.assert(fc.property(fc.string(), (text) => void parseHocr(`<div class='ocr_page'>${text}`)));
});
