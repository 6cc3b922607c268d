/** A program named `tesseract` that behaves as a test requires, first on the path. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ocrThresholds } from '../../../src/ingest/readers/ocr/thresholds.ts';

export interface FakeOptions {
  /** Shell commands that answer for an image. */
  answer: string;
  languages?: readonly string[];
}

/** For the running test. Returns the folder that it is in. */
export function fakeTesseract({ answer, languages = ['ara', 'eng'] }: FakeOptions): string {
  const folder = mkdtempSync(join(tmpdir(), 'tesseract-'));
  const script = `#!/bin/sh
case "$1" in
  --version) echo 'tesseract 5.9.9' ;;
  --list-langs) printf '%s\\n' 'List:' ${languages.join(' ')} ;;
  *) ${answer} ;;
esac
`;
  writeFileSync(join(folder, 'tesseract'), script);
  chmodSync(join(folder, 'tesseract'), 0o755);
  const before = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${before}`;
  onTestFinished(() => {
    process.env.PATH = before;
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** No program of that name on the path. */
export function withoutTesseract(): void {
  const before = process.env.PATH;
  process.env.PATH = mkdtempSync(join(tmpdir(), 'empty-'));
  onTestFinished(() => {
    process.env.PATH = before;
  });
}

/** hOCR of lines of words, each with its confidence: `كلمة/95`. */
export function hocrOf(lines: readonly string[]): string {
  const spans = lines.map((line, i) => {
    const top = 200 + 90 * i;
    let right = 2000;
    const words = line.split(' ').map((entry) => {
      const [text, confidence = '95'] = entry.split('|');
      const width = 40 * text!.length;
      const box = `${right - width} ${top} ${right} ${top + 60}`;
      right -= width + 30;
      return `<span class='ocrx_word' title='bbox ${box}; x_wconf ${confidence}'>${text}</span>`;
    });
    return `<span class='ocr_line' title="bbox ${right} ${top} 2000 ${top + 60}; baseline 0 -15; x_size 60">${words.join(' ')}</span>`;
  });
  return `<html><body><div class='ocr_page' title='bbox 0 0 2500 3333'><div class='ocr_carea' title="bbox 0 0 2500 3333"><p class='ocr_par'>${spans.join('\n')}</p></div></div></body></html>`;
}

const nothing = "<html><div class='ocr_page' title='bbox 0 0 2500 3333'></div></html>";

/** For an image `by` times as large. */
const resized = (hocr: string, by: number): string =>
  hocr.replace(
    /bbox ([-\d ]+)/gu,
    (_, box: string) =>
      `bbox ${box
        .split(' ')
        .map((n) => Math.round(by * Number(n)))
        .join(' ')}`,
  );

/** hOCR of a strip: a word in each of its rows, as `hocrOf` writes them. */
export function stripHocr(rows: readonly string[]): string {
  const lines = rows.map((entry, i) => {
    const [text, confidence = '95'] = entry.split('|');
    const box = `bbox 30 ${40 + 77 * i} 150 ${70 + 77 * i}`;
    return `<span class='ocr_line' title='${box}'><span class='ocrx_word' title='${box}; x_wconf ${confidence}'>${text}</span></span>`;
  });
  return nothing.replace('</div>', `${lines.join('\n')}</div>`);
}

/**
 * Answers with this hOCR for a page at 300 dpi, with the same for a smaller image, and with those of `strip` and `script`
 * for a strip: to the English model and to that of the Arabic script.
 */
export function answering(page: string, { strip = nothing, script = nothing } = {}): string {
  const say = (hocr: string) => `cat <<'HOCR'\n${hocr}\nHOCR\n`;
  return `cat > /dev/null
if [ "$4" = eng ]; then ${say(strip)}elif [ "$4" != ara ]; then ${say(script)}elif [ "$8" -ge 200 ]; then ${say(page)}else ${say(resized(page, ocrThresholds.second))}fi`;
}
