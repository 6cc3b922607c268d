/**
 * Tagged PDFs, read by their tags and, as if they had none, by layout: correct blocks of the rendered pairs as tagged
 * by LibreOffice and Chromium, and of pages with columns, lists, tables, notes and running lines made from their texts.
 * `npx tsx bench/fidelity-tagged.ts [--show]`; what is not installed is skipped.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseReport } from '../src/ingest/index.ts';
import { convert, hasOffice, pdf } from './fidelity/office.ts';
import { blockScore, readBlocks, type TruthBlock } from './fidelity/score.ts';
import { madePages } from './fidelity/tagged-pages.ts';

const folder = fileURLToPath(new URL('../../shared/data/rendered-pairs/', import.meta.url));
const show = process.argv.includes('--show');

const installed = (program: string) => spawnSync(program, ['--version']).status === 0;

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

if (!existsSync(folder)) console.log('skipped: ../shared/data/rendered-pairs is missing');
else {
  const scratch = mkdtempSync(join(tmpdir(), 'siyagha-tagged-'));
  try {
    const ids = readdirSync(folder).filter((name) => name.endsWith('.truth.json'));
    const texts = new Map(
      ids.map((name) => [
        name.slice(0, -11),
        JSON.parse(readFileSync(folder + name, 'utf8')) as { title: string; blocks: TruthBlock[] },
      ]),
    );
    const pairs = (path: (id: string) => string): Sample[] =>
      [...texts].map(([id, { blocks }]) => ({ file: path(id), truth: blocks, kinds: true }));
    await score(
      'pairs, Chromium',
      pairs((id) => `${folder}${id}.chrome.pdf`),
    );
    const made = [...texts].flatMap(([id, { title, blocks }]) => {
      // Paragraphs with a typed number or label would become items.
      const own = blocks.filter(
        ({ kind, text }) =>
          kind === 'paragraph' && text.length > 60 && !/^[\p{N}([]|^.{1,2}\s*[-–ـ]/u.test(text),
      );
      return own.length < 30
        ? []
        : [
            {
              id,
              ...madePages(
                title,
                own.map(({ text }) => text),
              ),
            },
          ];
    });
    const samples = (end: string): Sample[] =>
      made.map(({ id, blocks }) => ({
        file: join(scratch, `${id}.${end}`),
        truth: blocks.map((block) => loose(block)),
        kinds: false,
      }));
    if (installed('chromium')) {
      for (const { id, html } of made) {
        writeFileSync(join(scratch, `${id}.html`), html);
        const print = `--print-to-pdf=${join(scratch, `${id}.chrome.pdf`)}`;
        const options = [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--no-pdf-header-footer',
          `--user-data-dir=${scratch}/chromium`,
        ];
        execFileSync('chromium', [...options, print, `file://${join(scratch, `${id}.html`)}`], {
          stdio: 'ignore',
        });
      }
      await score('made, Chromium', samples('chrome.pdf'));
    }
    if (hasOffice()) {
      for (const extension of ['docx', 'odt']) {
        const sources = [...texts.keys()].map((id) => {
          copyFileSync(`${folder}${id}.${extension}`, join(scratch, `${id}.${extension}`));
          return join(scratch, `${id}.${extension}`);
        });
        convert(sources, pdf(true), scratch);
        await score(
          `pairs, LibreOffice, .${extension}`,
          pairs((id) => join(scratch, `${id}.pdf`)),
        );
      }
      for (const { id, docx } of made) writeFileSync(join(scratch, `${id}.made.docx`), await docx);
      convert(
        made.map(({ id }) => join(scratch, `${id}.made.docx`)),
        pdf(true),
        scratch,
      );
      await score('made, LibreOffice', samples('made.pdf'));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
