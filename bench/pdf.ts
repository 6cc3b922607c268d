/**
 * How fast PDFs are read, lines, columns, tables and tags included, compared with extracting the plain text of the same
 * pages with pdf.js in the same run; and the peak memory for a file of a thousand pages.
 *
 *     npm run bench:pdf [rounds]
 *
 * Speed is in pages per second of processor time, which other work on the machine affects less than wall time. Each
 * round reads every file once with either, one after the other, in one process on one thread. Memory needs `npm run
 * build`.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { middle } from '../src/ingest/readers/middle.ts';
import { withoutSideEffects } from '../src/ingest/readers/pdf/open/side-effects.ts';
import { readers } from '../src/ingest/readers/registry.ts';
import { onConstructed, privateData, skipped } from './data.ts';
import { manyPages } from './fidelity/many-pages.ts';
import { renderedPairs } from './fidelity/pairs.ts';
import { runWatched } from './processes.ts';

const rounds = Number(process.argv[2] ?? 5);
const root = fileURLToPath(new URL('..', import.meta.url));
const own = join(root, 'test/ingest/pdf/files');

const pdfsOf = (folder: string, name = /\.pdf$/u): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => name.test(file))
        .map((file) => join(folder, file))
    : [];
const pairs = await renderedPairs();
const ofOthers = (folder: string) => (onConstructed ? [] : pdfsOf(join(privateData, folder)));
const sets: Record<string, string[]> = {
  'one column, LibreOffice': pairs.files('pdf'),
  'one column, Chromium, tagged': pairs.files('chrome.pdf'),
  'gazettes and budgets': ofOthers('egypt-gazette'),
  'a law, tagged by Word': ofOthers('pdfs/uae-law-pdf'),
  'columns, tables, two languages': pdfsOf(join(own, 'layouts')),
  'four files of one page': pdfsOf(own, /^(?:naskh|scheherazade)\./u),
};

// Imported as the program does it: pdf.js otherwise slows down built-in functions, for both contestants.
const { plainText } = await withoutSideEffects(() => import('./pdf/plain.mjs'));
type Read = (bytes: Uint8Array) => Promise<unknown>;
const contestants: Record<string, Read> = {
  plain: plainText,
  siyagha: (bytes) => readers.pdf(bytes, { layer: 'auto', file: 'bench.pdf' }),
};

async function speed(name: string, files: readonly string[]): Promise<void> {
  const bytes = files.map((file) => readFileSync(file));
  let pages = 0;
  for (const own of bytes) pages += (await plainText(new Uint8Array(own))).pages;
  const seconds = new Map<string, number[]>(Object.keys(contestants).map((reader) => [reader, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [reader, read] of Object.entries(contestants)) {
      const before = process.cpuUsage();
      // pdf.js takes over the bytes that it is given.
      for (const own of bytes) await read(new Uint8Array(own));
      const { user, system } = process.cpuUsage(before);
      // The first round compiles.
      if (round >= 0) seconds.get(reader)!.push((user + system) / 1e6);
    }
  }
  const [plain, ours] = ['plain', 'siyagha'].map((reader) => middle(seconds.get(reader)!)) as [
    number,
    number,
  ];
  const rate = (time: number) => (pages / time).toFixed(0).padStart(5);
  console.log(
    `${name.padEnd(32)} ${String(pages).padStart(4)} pages   pdf.js ${rate(plain)} pages/s   siyagha ${rate(ours)} pages/s   time ×${(ours / plain).toFixed(2)}`,
  );
}

async function memory(source: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'siyagha-pdf-'));
  try {
    for (const pages of [100, 1000]) {
      const file = join(scratch, `${pages}.pdf`);
      writeFileSync(file, manyPages(readFileSync(source), pages));
      const ways: [string, string[]][] = [
        ['pdf.js', [join(root, 'bench/pdf/plain.mjs'), file]],
        ['siyagha', [join(root, 'bin/siyagha'), 'ingest', '--dry-run', file]],
      ];
      for (const [name, args] of ways) {
        const ran = await runWatched(args, { SIYAGHA_DATA: join(scratch, 'data') });
        if (ran.status !== 0) throw new Error(`${name} failed over ${pages} pages: ${ran.stderr}`);
        console.log(
          `${String(pages).padStart(4)} pages, ${name.padEnd(8)} at most ${ran.largest.toFixed(0)} MB in one process, ${ran.together.toFixed(0)} MB in all; ${(pages / (ran.processor / 1000)).toFixed(0)} pages per second of processor time, start-up included`,
        );
      }
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

console.log(`data, one column: ${pairs.data}`);
for (const [name, files] of Object.entries(sets)) {
  if (files.length > 0) await speed(name, files);
  else if (name.startsWith('one column')) console.log(`${name}: skipped: it is not installed`);
  else skipped(name);
}
const [long] = sets['one column, LibreOffice']!.toSorted((a, b) => statSync(b).size - statSync(a).size);
if (long && existsSync(join(root, 'dist/siyagha.js'))) await memory(long);
else if (long) console.log('memory: skipped: it needs `npm run build`');
