/**
 * Tagged PDFs, read by their tags and, as if they had none, by layout: correct blocks of the rendered pairs as tagged
 * by LibreOffice and Chromium, and of pages with columns, lists, tables, notes and running lines made from their texts.
 * `npx tsx bench/fidelity-tagged.ts [--show]`; what is not installed is skipped.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseReport } from '../src/ingest/index.ts';
import { findChromium, launch } from '../test/browser/chromium.ts';
import { convert, hasOffice, pdf } from './fidelity/office.ts';
import { renderedPairs } from './fidelity/pairs.ts';
import { tagged } from './fidelity/print.ts';
import { blockScore, readBlocks, type TruthBlock } from './fidelity/score.ts';
import { madePages } from './fidelity/tagged-pages.ts';

const show = process.argv.includes('--show');

/** A file that does not say that it is tagged: Acrobat and this program then ignore the tags. */
const untagged = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(/\/Marked true/gu, '/Marked null'), 'latin1');

interface Sample {
  file: string;
  truth: TruthBlock[];
  /** Whether kinds and numbers are compared as well; otherwise words and whether a block is in a table. */
  kinds: boolean;
}

async function score(name: string, samples: readonly Sample[]): Promise<void> {
  const out: string[] = [];
  for (const way of ['tags', 'layout'] as const) {
    let right = 0;
    let total = 0;
    let used = 0;
    for (const { file, truth, kinds } of samples) {
      const bytes = readFileSync(file);
      const parsed = await parseReport(way === 'tags' ? bytes : untagged(bytes), {
        file: file.split('/').at(-1)!,
      });
      if (parsed.report.source.structure === 'tags') used++;
      const blocks = kinds
        ? readBlocks(parsed)
        : parsed.paragraphs.filter(({ kind }) => kind !== 'title').map(loose);
      const found = blockScore(truth, blocks);
      right += found.right;
      total += found.total;
      if (show) for (const block of found.wrong) console.log(way, file, block.kind, block.text.slice(0, 90));
    }
    out.push(`by ${way} ${right} of ${total} (${((100 * right) / total).toFixed(2)} %)`);
    if (way === 'tags') out.push(`tags used in ${used} of ${samples.length}`);
  }
  console.log(`${name.padEnd(28)} ${out.join('   ')}`);
}

const loose = ({ kind, text }: { kind: string; text: string }): TruthBlock => ({
  kind: kind === 'table' ? 'table' : kind === 'footnote' ? 'footnote' : 'text',
  number: null,
  text,
});

const pairs = await renderedPairs();
console.log(`data: ${pairs.data}`);
const made = pairs.all.flatMap(({ id, title, blocks }) => {
  // Paragraphs with a typed number or label would become items.
  const own = blocks
    .filter(
      ({ kind, text }) =>
        kind === 'paragraph' && text.length > 60 && !/^[\p{N}([]|^.{1,2}\s*[-–ـ]/u.test(text),
    )
    .map(({ text }) => text);
  return own.length < 30 ? [] : [{ id, ...madePages(title, own) }];
});
const scratch = mkdtempSync(join(tmpdir(), 'siyagha-tagged-'));
const ofPairs = (path: (id: string) => string): Sample[] =>
  pairs.all.map(({ id, blocks }) => ({ file: path(id), truth: blocks, kinds: true }));
const ofMade = (end: string): Sample[] =>
  made.map(({ id, blocks }) => ({
    file: join(scratch, `${id}.${end}`),
    truth: blocks.map((block) => loose(block)),
    kinds: false,
  }));

async function byChromium(executable: string): Promise<void> {
  await score(
    'pairs, Chromium',
    ofPairs((id) => pairs.file(id, 'chrome.pdf')!),
  );
  const browser = await launch(executable);
  try {
    const tab = await browser.newPage();
    for (const { id, html } of made) {
      await tab.setContent(html);
      await tab.pdf({ ...tagged, path: join(scratch, `${id}.chrome.pdf`) });
    }
  } finally {
    await browser.close();
  }
  await score('made, Chromium', ofMade('chrome.pdf'));
}

async function byOffice(): Promise<void> {
  for (const extension of ['docx', 'odt']) {
    const sources = pairs.all.map(({ id }) => {
      const copy = join(scratch, `${id}.${extension}`);
      copyFileSync(pairs.file(id, extension)!, copy);
      return copy;
    });
    convert(sources, pdf(true), scratch);
    await score(
      `pairs, LibreOffice, .${extension}`,
      ofPairs((id) => join(scratch, `${id}.pdf`)),
    );
  }
  for (const { id, docx } of made) writeFileSync(join(scratch, `${id}.made.docx`), await docx);
  convert(
    made.map(({ id }) => join(scratch, `${id}.made.docx`)),
    pdf(true),
    scratch,
  );
  await score('made, LibreOffice', ofMade('made.pdf'));
}

try {
  const chromium = findChromium();
  if (chromium) await byChromium(chromium);
  else console.log('skipped: Chromium is not installed');
  if (hasOffice()) await byOffice();
  else console.log('skipped: LibreOffice is not installed');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
