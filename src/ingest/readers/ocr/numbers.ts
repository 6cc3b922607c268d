/**
 * Reads the numbers of a page again with the English model, allowing only digits: the Arabic model reads European
 * digits badly. Arabic-Indic digits are left to the model of the Arabic script.
 */
import { readArabicLabels } from './arabic-labels.ts';
import type { Grey } from './grey.ts';
import { isBare, isLabel } from './label.ts';
import type { OcrLine, OcrWord } from './page.ts';
import { readStrip, type StripOptions } from './strip.ts';
import { ocrThresholds } from './thresholds.ts';

/** A number with what is attached to it. */
const figure = /^[^\p{L}\p{N}]*[0-9\u0660-\u0669][0-9\u0660-\u0669.,:/()٪%\-–،]*[^\p{L}\p{N}]*$/u;
const digit = /[0-9\u0660-\u0669]/u;

export interface NumberOptions extends StripOptions {
  /** The model of the Arabic script, if it is installed: it knows Arabic-Indic digits. */
  script: string | null;
}

/**
 * Modifies the words of `lines`: what both readings agree on is certain, otherwise one of them is used and marked as
 * doubtful.
 */
export async function readNumbers(
  page: Grey,
  lines: readonly OcrLine[],
  { script, ...options }: NumberOptions,
): Promise<void> {
  const arabic = hasArabicDigits(lines) || (await readEuropean(page, lines, options));
  if (arabic && script !== null) await readArabicLabels(page, lines, { ...options, language: script });
}

/** Whether the paragraphs' numbers are in other digits than the European ones of the text. */
async function readEuropean(page: Grey, lines: readonly OcrLine[], options: StripOptions): Promise<boolean> {
  const asked: { word: OcrWord; line: OcrLine; label: boolean }[] = [];
  for (const line of lines) {
    for (const [i, word] of line.words.entries()) {
      const label = i === 0 && isLabel(line);
      if (label || figure.test(word.text)) asked.push({ word, line, label });
    }
  }
  const rows = await readStrip(
    page,
    asked.map(({ word }) => word),
    { ...options, letters: '0123456789-./,:()' },
  );
  const read = rows.map((row) => row?.words.map((one) => one.text).join('') ?? '');
  const labels = asked.flatMap(({ word, label }, i) =>
    label && (digit.test(word.text) || digit.test(read[i]!)) ? [rows[i]?.confidence ?? 0] : [],
  );
  const { sureLabel, foreignLabels } = ocrThresholds;
  const sure = labels.filter((confidence) => confidence >= sureLabel).length;
  const foreign = labels.length > 1 && sure < foreignLabels * labels.length;
  for (const [i, { word, line, label }] of asked.entries()) {
    const row = rows[i];
    const text = read[i]!;
    if (label && foreign) {
      // Neither model reads them.
      if (digit.test(word.text)) word.doubted = true;
      continue;
    }
    if (!row || !digit.test(text)) continue;
    settle(word, text, row.confidence, label);
    if (label) line.sureNumber = row.confidence >= ocrThresholds.sureLabel || !word.doubted;
  }
  // Where the Arabic model left out the number, its dash is left.
  return foreign || lines.filter(isBare).length > sure;
}

/** A number read twice. The Arabic model loses digits of labels: it reads `10-` as `0-`. */
function settle(word: OcrWord, text: string, confidence: number, label: boolean): void {
  const { sureStrip, sureLabel, sure } = ocrThresholds;
  const ours = digitsOf(word.text);
  const theirs = digitsOf(text);
  if (ours === theirs && confidence >= ocrThresholds.leastStrip) {
    // The Arabic model also loses the dash.
    const dashed = label && /-/u.test(text) && !/[-–—.]$/u.test(word.text);
    word.text = european(word.text) + (dashed ? '-' : '');
    word.doubted = false;
    return;
  }
  word.doubted = true;
  const sureOfOurs = label ? confidence < sureLabel : confidence < sureStrip || word.confidence >= sure;
  if (ours === theirs || (ours !== '' && sureOfOurs)) return;
  if (confidence < ocrThresholds.leastStrip) return;
  const behind = /[^\p{L}\p{N}]*$/u.exec(word.text)![0] || (label && /-/u.test(text) ? '-' : '');
  word.text = text.replace(/^[-.,:/]+|[-.,:/(]+$/gu, '') + behind;
}

const digitsOf = (text: string): string => european(text).replace(/[^0-9]/gu, '');

/** With European digits in place of Arabic-Indic ones. */
export const european = (text: string): string =>
  text.replace(/[\u0660-\u0669]/gu, (d) => String(d.charCodeAt(0) - 0x660));

/** Only numbers of several digits count: a single stroke can be read as either. */
function hasArabicDigits(lines: readonly OcrLine[]): boolean {
  const text = lines.flatMap((line) => line.words.map((word) => word.text)).join(' ');
  const count = (digits: RegExp) => (text.match(digits) ?? []).length;
  return count(/[\u0660-\u0669]{2,}/gu) > count(/[0-9]{2,}/gu);
}
