/**
 * From one image of a page to lines of words with their positions and doubts. The page is cleaned and deskewed, read at
 * two resolutions, and its numbers are read again separately.
 */
import { arbitrate } from './arbiter.ts';
import { cleaned } from './clean.ts';
import { type Grey, type Rect, scaled, thickened } from './grey.ts';
import { resized } from './hocr.ts';
import { withInkBoxes } from './ink.ts';
import { readLatin } from './latin.ts';
import { readNumbers } from './numbers.ts';
import { skewOf, straightened } from './skew.ts';
import { recognise } from './tesseract.ts';
import { ocrThresholds } from './thresholds.ts';

export interface OcrWord extends Rect {
  text: string;
  /** 0 to 100. */
  confidence: number;
  doubted: boolean;
}

export interface OcrLine extends Rect {
  /** Height of the baseline in the middle of the line. */
  base: number;
  /** In reading order. */
  words: OcrWord[];
  /** The digits of its first word were read the same twice. */
  sureNumber?: boolean;
}

export interface OcrPage {
  lines: OcrLine[];
  /** Share of the words that are known and confident, 0 to 1. */
  readable: number;
  /** Number of words with a letter. */
  words: number;
}

export interface OcrTools {
  /** Whether it is a word of the language. */
  known: (word: string) => boolean;
  /** Tesseract's model of the Arabic script, null if it is not installed. */
  script: string | null;
  /** Deadline in milliseconds of `performance.now()`. */
  deadline: number;
}

/** `dpi`: pixels of the image per inch. @throws OcrError */
export async function readPicture(
  picture: Grey,
  dpi: number,
  { known, script, deadline }: OcrTools,
): Promise<OcrPage> {
  const clean = cleaned(picture);
  const page = straightened(clean, skewOf(clean));
  const { second } = ocrThresholds;
  const first = await recognise(thickened(page), { language: 'ara', psm: 3, dpi }, deadline);
  if (first.length === 0) return { lines: [], readable: 1, words: 0 };
  const smaller = scaled(page, second);
  const again = await recognise(smaller, { language: 'ara', psm: 3, dpi: dpi * second }, deadline);
  const lines = arbitrate(
    first,
    again.map((line) => resized(line, 1 / second)),
    known,
  ).map((line) => withInkBoxes(page, line));
  await readLatin(page, lines, known, { dpi, deadline });
  await readNumbers(page, lines, { dpi, script, deadline });
  return { lines, ...judged(lines, known) };
}

const letters = /\p{L}{2}/u;

function judged(lines: readonly OcrLine[], known: OcrTools['known']): Pick<OcrPage, 'readable' | 'words'> {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => letters.test(text));
  const read = words.filter(
    ({ text, confidence }) => confidence >= ocrThresholds.readWord && known(text),
  ).length;
  return { readable: words.length === 0 ? 1 : read / words.length, words: words.length };
}
