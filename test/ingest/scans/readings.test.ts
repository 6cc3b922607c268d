/** Merges two readings of a page into one: lines that one of them lacks, and boxes that are only approximate. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsOf } from '../../../src/ingest/readers/ocr/arabic-labels.ts';
import { arbitrate } from '../../../src/ingest/readers/ocr/arbiter.ts';
import { blankGrey, type Rect, thickened } from '../../../src/ingest/readers/ocr/grey.ts';
import { parseHocr, resized } from '../../../src/ingest/readers/ocr/hocr.ts';
import { inkWithin, withInkBoxes } from '../../../src/ingest/readers/ocr/ink.ts';
import { hocrOf } from './fake-tesseract.ts';

const known = (word: string) => !/ث|بء/u.test(word);
/** Lines at the positions of `lines`; an empty one is a line that was not read. */
const reading = (lines: readonly string[]) =>
  parseHocr(hocrOf(lines))!.filter(({ words }) => words[0]!.text !== '_');
const shown = (first: readonly string[], second: readonly string[]) =>
  arbitrate(reading(first), reading(second), known).map(({ words }) =>
    words.map(({ text, doubted }) => `${doubted ? '?' : ''}${text}`).join(' '),
  );

test.each([
  ['both equal', ['كتاب جديد'], ['كتاب جديد'], ['كتاب جديد']],
  ['the known word', ['كتاث جديد'], ['كتاب جديد'], ['?كتاب جديد']],
  ['a line that only the first has', ['كتاب', 'جديد'], ['كتاب', '_'], ['كتاب', 'جديد']],
  ['one that only the second has', ['كتاب', '_', 'هنا'], ['كتاب', 'جديد', 'هنا'], ['كتاب', 'جديد', 'هنا']],
  ['the last', ['كتاب', '_'], ['كتاب', 'جديد'], ['كتاب', 'جديد']],
  ['a number in it is not confirmed', ['كتاب', '_'], ['كتاب', 'صفحة 12'], ['كتاب', 'صفحة ?12']],
  ['a comma, read as a letter', ['كتابء جديد'], ['كتابءه جديد'], ['كتاب، جديد']],
  ['no comma: without the letter it would be no word', ['كثابء'], ['كثابء'], ['?كثابء']],
])('two readings: %s', (_, first, second, expected) => {
  expect(shown(first, second)).toEqual(expected);
});

test('a reading of a smaller image, in pixels of the larger one', () => {
  const [line] = reading(['كتاب جديد']);
  const small = resized(line!, 0.5);
  expect(small).toMatchObject({ top: line!.top / 2, base: line!.base / 2, slope: line!.slope });
  expect(resized(small, 2)).toEqual(line);
});

test.each([
  ['١٢', '١٢'],
  ['۱۲', '١٢'],
  ['1٠ -', '١٠'],
  ['۲o', '٢٥'],
  ['ه٠', '٥٠'],
  ['-', null],
  ['١٢٣٤', null],
  ['أ٢', null],
])('the model of the Arabic script reads %j: number %j', (read, expected) => {
  expect(digitsOf(read)).toBe(expected);
});

const pageWith = (ink: readonly Rect[]) => {
  const page = blankGrey(60, 40);
  for (const { left, top, right, bottom } of ink)
    for (let y = top; y < bottom; y++) page.data.fill(0, y * 60 + left, y * 60 + right);
  return page;
};

test('a word is as high as its ink, whatever the height of its box', () => {
  const ink = { left: 10, top: 12, right: 20, bottom: 19 };
  const page = pageWith([ink, { left: 30, top: 8, right: 40, bottom: 25 }]);
  const word = { text: 'كتاب', confidence: 90, doubted: false, left: 8, right: 22 };
  const line = { left: 8, top: 8, right: 40, bottom: 25, base: 19, words: [] };
  const boxes = [
    { top: 0, bottom: 40 },
    { top: 14, bottom: 16 },
  ].map((box) => withInkBoxes(page, { ...line, words: [{ ...word, ...box }] }).words[0]);
  for (const box of boxes) expect(box).toEqual({ ...word, top: 12, bottom: 19 });
  const none = { left: 50, top: 3, right: 55, bottom: 9 };
  expect(inkWithin(page, none)).toEqual({ top: 3, bottom: 9 });
});

test('thicker strokes: a pixel is ink if it, or the one to the left or above, was', () => {
  const side = fc.integer({ min: 1, max: 12 });
  const pixels = fc.array(fc.constantFrom(0, 90, 255), { minLength: 144, maxLength: 144 });
  fc.assert(
    fc.property(side, side, pixels, (width, height, shades) => {
      const page = { width, height, data: Uint8Array.from(shades.slice(0, width * height)) };
      const at = (x: number, y: number) => (x < 0 || y < 0 ? 255 : page.data[y * width + x]!);
      const { data } = thickened(page);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          expect(data[y * width + x]).toBe(Math.min(at(x, y), at(x - 1, y), at(x, y - 1)));
        }
      }
    }),
  );
});
