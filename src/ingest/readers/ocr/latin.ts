/**
 * Symbols and other Latin words: the Arabic model turns them into low-confidence nonsense. Runs of such words are read
 * again by the English model, whose reading is used if it is confident of Latin.
 */
import type { Grey, Rect } from './grey.ts';
import { labelEnd } from './label.ts';
import type { OcrLine, OcrWord } from './page.ts';
import { readStrip, type StripOptions, type StripWord } from './strip.ts';
import { ocrThresholds } from './thresholds.ts';

interface Run {
  line: OcrLine;
  from: number;
  to: number;
}

/** Modifies the words of `lines`. */
export async function readLatin(
  page: Grey,
  lines: readonly OcrLine[],
  known: (word: string) => boolean,
  options: StripOptions,
): Promise<void> {
  const runs = lines.flatMap((line) => runsOf(line, known));
  const rows = await readStrip(page, runs.map(boxOf), options);
  // From the end, so that indexes of earlier runs stay valid.
  for (let i = runs.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (!row) continue;
    const read = withoutMarks(row.words);
    if (!isLatin(read)) continue;
    const { line, from, to } = runs[i]!;
    const box = boxOf(runs[i]!);
    const wide = box.right - box.left;
    const words = read.map(
      (word): OcrWord => ({
        ...box,
        left: box.left + wide * Math.max(0, word.left),
        right: box.left + wide * Math.min(1, word.right),
        text: word.text,
        confidence: word.confidence,
        doubted: word.confidence < ocrThresholds.sureLatinWord,
      }),
    );
    line.words.splice(from, to - from, ...words);
  }
}

/** Without what surrounds it: a dash, or the Arabic comma, which the English model reads as a letter or a sign. */
function withoutMarks(words: readonly StripWord[]): StripWord[] {
  const isMark = ({ text }: StripWord) => !/[A-Za-z0-9]/u.test(text);
  const from = words.findIndex((word) => !isMark(word));
  const to = words.findLastIndex((word) => !isMark(word)) + 1;
  return words
    .slice(Math.max(0, from), to)
    .map((word, i) => (i === 0 ? { ...word, text: word.text.replace(beforeSymbol, '') } : word));
}

const beforeSymbol = /^[^A-Z0-9]{1,2}(?=[A-Z]+\/)/u;
const symbol = /\b[A-Z]+(?:\/[A-Z0-9.-]+)+/u;

/** A symbol counts at any confidence: only Latin text is read as one. */
function isLatin(words: readonly StripWord[]): boolean {
  const text = words.map((word) => word.text).join(' ');
  if (!/^[\x20-\x7E–—‘’“”]*$/u.test(text) || (text.match(/[A-Za-z]/gu) ?? []).length < 2) return false;
  if (symbol.test(text)) return true;
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const sum = words.reduce((all, word) => all + word.text.length * word.confidence, 0);
  return sum >= ocrThresholds.sureLatin * letters;
}

function runsOf(line: OcrLine, known: (word: string) => boolean): Run[] {
  const { foreign, mostlyForeign } = ocrThresholds;
  const isForeign = ({ text, confidence }: OcrWord) =>
    /[A-Za-z]{2}/u.test(text) || (confidence < foreign && (!known(text) || /[A-Za-z0-9/]/u.test(text)));
  const first = labelEnd(line);
  const words = line.words.slice(first);
  const foreignWords = words.filter(isForeign).length;
  if (foreignWords === 0) return [];
  // In a foreign line the Arabic model also gets the order wrong. Numbers and dashes may be of either.
  const arabic = words.filter((word) => !isForeign(word) && /\p{Script=Arabic}/u.test(word.text)).length;
  if (foreignWords > mostlyForeign * (foreignWords + arabic))
    return [{ line, from: first, to: line.words.length }];
  const runs: Run[] = [];
  line.words.forEach((word, i) => {
    if (i < first || !isForeign(word)) return;
    const last = runs.at(-1);
    const between = last && line.words.slice(last.to, i);
    if (between?.every(({ text }) => !/\p{Script=Arabic}/u.test(text))) last!.to = i + 1;
    else runs.push({ line, from: i, to: i + 1 });
  });
  return runs.map((run, k) => widened(run, runs[k - 1]?.to ?? first, runs[k + 1]?.from ?? line.words.length));
}

/** Includes neighbouring low-confidence words without an Arabic letter: pieces of the same symbol. */
function widened({ line, from, to }: Run, first: number, last: number): Run {
  const belongs = ({ text, confidence }: OcrWord) =>
    confidence < ocrThresholds.sure && !/\p{Script=Arabic}{2}/u.test(text) && /[0-9/-]/u.test(text);
  while (from > first && belongs(line.words[from - 1]!)) from--;
  while (to < last && belongs(line.words[to]!)) to++;
  return { line, from, to };
}

function boxOf({ line, from, to }: Run): Rect {
  const words = line.words.slice(from, to);
  return {
    left: Math.min(...words.map((word) => word.left)),
    top: Math.min(...words.map((word) => word.top)),
    right: Math.max(...words.map((word) => word.right)),
    bottom: Math.max(...words.map((word) => word.bottom)),
  };
}
