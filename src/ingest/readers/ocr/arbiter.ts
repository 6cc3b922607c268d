/**
 * Merges two readings of a page, made at two resolutions. Where they differ, the word in the lexicon wins, otherwise
 * the one with higher confidence. A word is doubtful if it is not both confident and known, if the other reading has
 * something else, or if either reading had low confidence.
 */
import type { HocrLine, HocrWord } from './hocr.ts';
import { missedLines, withMissed } from './missed.ts';
import type { OcrLine, OcrWord } from './page.ts';
import { ocrThresholds } from './thresholds.ts';

/** Both in pixels of one image. A line that only the second has is taken over. */
export function arbitrate(
  first: readonly HocrLine[],
  second: readonly HocrLine[],
  known: (word: string) => boolean,
): OcrLine[] {
  const others = second.flatMap((line) => line.words);
  const missed = new Set(missedLines(first, second));
  return withMissed(first, missed).map((line) =>
    toLine(
      line,
      line.words.map((word) =>
        settle(word, missed.has(line) ? [] : others.filter((other) => meets(word, other)), known),
      ),
    ),
  );
}

function toLine({ left, top, right, bottom, base, slope }: HocrLine, words: OcrWord[]): OcrLine {
  return { left, top, right, bottom, base: base + (slope * (right - left)) / 2, words };
}

/** Whether they are in the same place. */
function meets(a: HocrWord, b: HocrWord): boolean {
  const { sameWord } = ocrThresholds;
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return (
    across > sameWord * Math.max(a.right - a.left, b.right - b.left) &&
    down > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top)
  );
}

function settle(word: HocrWord, others: readonly HocrWord[], known: (word: string) => boolean): OcrWord {
  const { sure, unsure } = ocrThresholds;
  const mine = { ...word, text: withMarks(word.text, known) };
  const other = others.length === 1 ? { ...others[0]!, text: withMarks(others[0]!.text, known) } : null;
  const agreed = other !== null && core(other.text) === core(mine.text);
  let chosen: HocrWord = mine;
  if (other && !agreed) {
    const [a, b] = [known(mine.text), known(other.text)];
    if (b && !a) chosen = other;
    else if (a === b && other.confidence > mine.confidence) chosen = other;
  }
  const confidence = agreed ? Math.max(mine.confidence, other.confidence) : chosen.confidence;
  const least = Math.min(mine.confidence, other?.confidence ?? mine.confidence);
  const differ = other !== null ? !agreed || least < unsure : doubtedAlone(chosen.text);
  const doubted = !known(chosen.text) || confidence < sure || differ;
  const { left, top, right, bottom } = word;
  return { left, top, right, bottom, text: chosen.text, confidence, doubted };
}

/** For a number, only the other reading can confirm it. */
const doubtedAlone = (text: string): boolean => /\p{N}/u.test(text);

const core = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Tesseract's Arabic model does not know the Arabic comma and reads `»`, `ء` or something similar. */
function withMarks(text: string, known: (word: string) => boolean): string {
  const marked = text.replace(/(?<=[\p{L}\p{N}.)])»(?=['.]?$)/u, (mark) => (text.includes('«') ? mark : '،'));
  const word = /^(.*\p{L}{3})ءه?$/u.exec(marked)?.[1];
  return word !== undefined && !known(marked) && known(word) ? `${word}،` : marked;
}
