/**
 * How well scans are read: `npm run eval:scans`. Pages of the rendered pairs become images at 200 and 300 dpi, clean
 * and with scanner noise, and are read by Tesseract; the text pages are the truth. `--show` prints the wrong words that
 * are not marked; `--others` measures three other documents of each font, on which the two readings were chosen. Needs
 * tesseract-ocr, tesseract-ocr-ara and poppler-utils.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenize } from 'arabic-normalizer';
import { diffArrays } from 'diff';
import { parseReport } from '../src/ingest/index.ts';
import type { Grey } from '../src/ingest/readers/ocr/grey.ts';
import { checkTesseract } from '../src/ingest/readers/ocr/tesseract.ts';
import type { Paragraph } from '../src/report/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { fullPage, grey, picturePdf } from '../test/ingest/scans/picture-pdf.ts';
import { asScanned } from './fidelity/noise.ts';
import { renderedPairs } from './fidelity/pairs.ts';
import { wordErrors } from './fidelity/score.ts';

const print = process.argv.includes('--print');
const show = process.argv.includes('--show');
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
/** Documents of each font, and their pages that are read. */
const documents = 3;
const from = process.argv.includes('--others') ? documents : 0;
const pages = [2, 3];
const lexicon = loadLexicon();

interface Score {
  errors: number;
  words: number;
  /** Words read that are not in the truth, and those of them that are doubted; the same for correct words. */
  wrong: number;
  wrongDoubted: number;
  right: number;
  rightDoubted: number;
  numbers: number;
  numbersRight: number;
  numbersFalse: number;
}
const none = (): Score => ({
  errors: 0,
  words: 0,
  wrong: 0,
  wrongDoubted: 0,
  right: 0,
  rightDoubted: 0,
  numbers: 0,
  numbersRight: 0,
  numbersFalse: 0,
});

function readPgm(file: string): Grey {
  const bytes = readFileSync(file);
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 60))!;
  return { width: Number(width), height: Number(height), data: new Uint8Array(bytes.subarray(head.length)) };
}

/** Words with the range of each, and whether a doubt touches it. */
function wordsOf(paragraphs: readonly Paragraph[]): { text: string; doubted: boolean }[] {
  return paragraphs.flatMap(({ text, doubts }) =>
    tokenize(text, 'folded').map((token) => ({
      text: token.text,
      doubted: doubts.some(([start, end]) => token.start < end && start < token.end),
    })),
  );
}

async function scoreDocument(id: string, dpi: number, noisy: boolean, folder: string): Promise<Score> {
  const file = pairs.file(id, 'pdf')!;
  const parts = pages.map((n) => join(folder, `${id}-${n}.pdf`));
  for (const [i, n] of pages.entries()) {
    execFileSync('pdfseparate', ['-f', String(n), '-l', String(n), file, parts[i]!]);
  }
  const united = join(folder, `${id}.pdf`);
  execFileSync('pdfunite', [...parts, united]);
  const truth = await parseReport(readFileSync(united), { file: 'truth.pdf', lexicon });
  const pictures = pages.map((n) => {
    const name = join(folder, `${id}-${n}`);
    execFileSync('pdftoppm', [
      '-r',
      String(dpi),
      '-gray',
      '-singlefile',
      '-f',
      String(n),
      '-l',
      String(n),
      file,
      name,
    ]);
    const page = readPgm(`${name}.pgm`);
    const { width, height, data } = noisy ? asScanned(page, n + 100 * id.length) : page;
    return fullPage(grey(width, height, data), (width * 72) / dpi, (height * 72) / dpi);
  });
  const read = await parseReport(picturePdf(pictures), { file: 'scan.pdf', lexicon, ocr: 'tesseract' });
  // Marks of notes are not recognised, so notes are in another place.
  for (const { paragraphs } of [truth, read]) {
    paragraphs.sort((a, b) => Number(a.kind === 'footnote') - Number(b.kind === 'footnote'));
  }
  if (print) {
    for (const { kind, number, label, text } of read.paragraphs) console.log(kind, number, label, text);
    console.log(
      'TRUTH',
      truth.paragraphs.map(({ number, label, text }) => `${number}/${label} ${text.slice(0, 30)}`),
    );
  }
  const score = none();
  const joined = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ text }) => text).join('\n');
  Object.assign(score, wordErrors(joined(truth.paragraphs), joined(read.paragraphs)));
  const words = wordsOf(read.paragraphs);
  let at = 0;
  for (const { value, added, removed } of diffArrays(
    wordsOf(truth.paragraphs).map(({ text }) => text),
    words.map(({ text }) => text),
  )) {
    if (removed) {
      if (show) console.log(`  ${id} missing: ${value.join(' ')}`);
      continue;
    }
    for (const { text, doubted } of words.slice(at, at + value.length)) {
      if (added) {
        score.wrong++;
        if (doubted) score.wrongDoubted++;
        else if (show) console.log(`  ${id} ${dpi}${noisy ? ' noisy' : ''}: ${text}`);
      } else {
        score.right++;
        if (doubted) score.rightDoubted++;
      }
    }
    at += value.length;
  }
  const numbers = (paragraphs: readonly Paragraph[]) =>
    paragraphs.filter(({ kind }) => kind !== 'footnote').flatMap(({ number }) => number ?? []);
  const own = numbers(truth.paragraphs);
  score.numbers = own.length;
  score.numbersRight = numbers(read.paragraphs).filter((n) => own.includes(n)).length;
  score.numbersFalse = numbers(read.paragraphs).length - score.numbersRight;
  return score;
}

function add(sum: Score, one: Score): void {
  for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += one[key];
}

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const line = (name: string, s: Score) =>
  [
    name.padEnd(36),
    `wrong ${s.errors} of ${s.words} (${share(s.errors, s.words)})`,
    `doubted: wrong ${share(s.wrongDoubted, s.wrong)} of ${s.wrong}, right ${share(s.rightDoubted, s.right)}`,
    `numbers ${s.numbersRight} of ${s.numbers}, ${s.numbersFalse} false`,
  ].join('   ');

async function scoreAll(): Promise<void> {
  const { version, script } = await checkTesseract();
  console.log(`Tesseract ${version}, ${script === null ? 'without' : 'with'} the model of the Arabic script`);
  const folder = mkdtempSync(join(tmpdir(), 'scans-'));
  const all = none();
  try {
    for (const font of ['Noto Naskh Arabic', 'Amiri']) {
      for (const dpi of [300, 200]) {
        for (const noisy of [false, true]) {
          const name = `${font} ${dpi} ${noisy ? 'noisy' : 'clean'}`;
          if (asked.length > 0 && !asked.every((word) => name.toLowerCase().includes(word))) continue;
          const sum = none();
          for (const { id } of pairs.all.filter((one) => one.font === font).slice(from, from + documents)) {
            add(sum, await scoreDocument(id, dpi, noisy, folder));
          }
          add(all, sum);
          console.log(line(name, sum));
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(line('all', all));
}

const pairs = await renderedPairs();
const missing = ['tesseract', 'pdftoppm', 'pdfseparate', 'pdfunite'].filter(
  (program) => spawnSync(program, ['-v']).error,
);
if (missing.length > 0) console.log(`skipped: not installed: ${missing.join(', ')}`);
else if (pairs.files('pdf').length === 0)
  console.log('skipped: the pages need LibreOffice, which is not installed');
else {
  console.log(`data: ${pairs.data}`);
  await scoreAll();
}
