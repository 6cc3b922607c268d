/**
 * PDFs: pages per second, word errors of those with a text from another source, and the share of known words in those
 * without one. Gazettes and budgets are compared with the federal collection, constructed reports with their own texts.
 * `npx tsx bench/fidelity-pdf-words.ts [--unknown]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { words } from 'arabic-normalizer';
import { readers } from '../src/ingest/readers/registry.ts';
import { onConstructed, privateData, skipped } from './data.ts';
import { renderedPairs } from './fidelity/pairs.ts';
import { wordErrors } from './fidelity/score.ts';

const pairs = await renderedPairs();
const showUnknown = process.argv.includes('--unknown');

/** Words of all files of a tar archive. */
function vocabulary(archive: string): Set<string> {
  const tar = gunzipSync(readFileSync(archive));
  const known = new Set<string>();
  for (let at = 0; at + 512 <= tar.length; ) {
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    const text = tar.toString('utf8', at + 512, at + 512 + size);
    if (size > 0) for (const word of words(text)) known.add(word);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return known;
}

const read = async (file: string) => readers.pdf(new Uint8Array(readFileSync(file)), { layer: 'auto', file });
const textsOf = (blocks: readonly { text: string }[]) => blocks.map(({ text }) => text);
const textOf = (doc: Awaited<ReturnType<typeof read>>) => textsOf(doc.blocks).join('\n');

async function knownWords(files: readonly string[], known: ReadonlySet<string>): Promise<void> {
  for (const file of files) {
    const doc = await read(file);
    // Numbers say nothing about letters.
    const found = words(textOf(doc)).filter((w) => /^[\u0621-\u064A]{2,}$/u.test(w));
    const unknown = found.filter((w) => !known.has(w));
    const share = (100 * (1 - unknown.length / Math.max(1, found.length))).toFixed(2);
    const codes = doc.warnings.map((w) => w.code).join(' ');
    console.log(
      `${basename(file).slice(-44)}: ${found.length} words, ${share} % known, ${doc.blocks.length} blocks ${codes}`,
    );
    if (!showUnknown) continue;
    const counts = new Map<string, number>();
    for (const w of unknown) counts.set(w, (counts.get(w) ?? 0) + 1);
    const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 60);
    console.log('   ', common.map(([w, n]) => `${w}:${n}`).join(' '));
  }
}

async function lawWithText(): Promise<void> {
  const folder = join(privateData, 'pdfs/uae-law-pdf');
  const clean = readFileSync(join(folder, 'fdl-39-2022.clean-html.txt'), 'utf8');
  const articles = (text: string) =>
    text.slice(text.search(/في تطبيق أحكام هذا المرسوم/u)).split(/صدر عنا|صدر هذا|محمد بن زايد/u)[0]!;
  const doc = await read(join(folder, 'fdl-39-2022.pdf'));
  const score = wordErrors(articles(clean), articles(textOf(doc)));
  console.log(`uae-law-pdf, articles: ${score.errors} word errors of ${score.words}`);
}

/** The first against its Markdown; the second's fonts map no letters, which must be reported. */
async function docling(): Promise<void> {
  const folder = join(privateData, 'pdfs/docling');
  const doc = await read(join(folder, 'right_to_left_01.pdf'));
  const score = wordErrors(readFileSync(join(folder, 'right_to_left_01.md'), 'utf8'), textOf(doc));
  console.log(`docling 01: ${score.errors} word errors of ${score.words}`);
  const { warnings } = await read(join(folder, 'right_to_left_02.pdf'));
  console.log(`docling 02: ${warnings.map(({ code, message }) => `${code}: ${message}`).join(' ')}`);
}

/** The first round includes loading the libraries and compiling; the second shows the speed of a batch. */
async function speed(round: string): Promise<void> {
  let pages = 0;
  const files = pairs.all.flatMap(({ id }) =>
    ['pdf', 'chrome.pdf'].flatMap((ending) => pairs.file(id, ending) ?? []),
  );
  const start = process.cpuUsage();
  const from = performance.now();
  for (const file of files) {
    const doc = await read(file);
    pages += Math.max(...doc.blocks.map((b) => b.page ?? 0));
  }
  const cpu = process.cpuUsage(start);
  const seconds = (performance.now() - from) / 1000;
  const busy = (cpu.user + cpu.system) / 1e6;
  console.log(
    `speed, ${round}: ${pages} pages, ${(pages / seconds).toFixed(0)} per second, ${(pages / busy).toFixed(0)} per second of processor time`,
  );
}

console.log(`data: ${pairs.data}`);
await speed('first round');
await speed('second round');
if (onConstructed) {
  skipped('PDFs with a text from another source');
  const known = new Set(
    pairs.all.flatMap(({ title, blocks }) => words([title, ...textsOf(blocks)].join('\n'))),
  );
  await knownWords(pairs.files('pdf'), known);
} else {
  await lawWithText();
  await docling();
  const folder = join(privateData, 'egypt-gazette');
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  await knownWords(
    files.map((name) => join(folder, name)),
    vocabulary(join(privateData, 'uae-federal-all.tar.gz')),
  );
}
