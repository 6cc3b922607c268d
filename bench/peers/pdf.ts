/**
 * Gives Arabic PDFs to several readers: how many words differ from what was typed? Four files of sentences written for
 * this test, saved by LibreOffice and Chromium in two fonts, without damage: the simple case.
 *
 *     npm run bench:peers
 *
 * pdftotext is part of poppler-utils; PyMuPDF: `pip install pymupdf`, PYTHON names the interpreter.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { words as wordsOf } from 'arabic-normalizer';
import { readPdf } from '../../src/ingest/readers/pdf/index.ts';
import { files, typed } from '../../test/ingest/pdf/typed.ts';
import { wordErrors } from '../fidelity/score.ts';

const python = process.env.PYTHON ?? 'python3';
const fileOf = (name: string) =>
  fileURLToPath(new URL(`../../test/ingest/pdf/files/${name}`, import.meta.url));

type Reader = (file: string) => Promise<string>;
const said = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr || `${command} is missing`);
  return stdout;
};
const readers: Record<string, Reader> = {
  siyagha: async (file) => {
    const bytes = new Uint8Array(readFileSync(file));
    const { blocks } = await readPdf(bytes, { layer: 'auto', file: 'report.pdf' });
    return blocks.map(({ text }) => text).join('\n');
  },
  pdftotext: async (file) => said('pdftotext', '-enc', 'UTF-8', file, '-'),
  PyMuPDF: async (file) =>
    said(
      python,
      '-c',
      'import sys, pymupdf\nfor page in pymupdf.open(sys.argv[1]): print(page.get_text())',
      file,
    ),
};

/** Words that were typed and are missing, in any position. */
function missing(text: string): number {
  const found = new Map<string, number>();
  for (const word of wordsOf(text)) found.set(word, (found.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of wordsOf(typed.join('\n'))) {
    const left = found.get(word) ?? 0;
    if (left === 0) count += 1;
    else found.set(word, left - 1);
  }
  return count;
}

const rows: Record<string, Record<string, string>> = {};
for (const [name, read] of Object.entries(readers)) {
  try {
    rows[name] = {};
    for (const file of files) {
      const text = await read(fileOf(file));
      const { errors, words } = wordErrors(typed.join('\n'), text);
      const share = (count: number) => `${((100 * count) / words).toFixed(1)} %`;
      rows[name][file] = `${share(missing(text))} / ${share(errors)}`;
    }
  } catch (error) {
    delete rows[name];
    console.log(`${name}: not measured: ${(error as Error).message.trim().split('\n').at(-1)}`);
  }
}
console.log(
  'words missing / out of order (the latter counts the positions of footnotes and page numbers), of those typed',
);
console.table(rows);
