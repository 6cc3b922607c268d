/**
 * Accuracy of reading each format: `npm run eval:fidelity`. Reads the rendered pairs and prints, for each format, word
 * errors and blocks of the right kind and number. `--show` prints the wrong blocks.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IngestError, parseReport } from '../src/ingest/index.ts';
import type { ParsedReport } from '../src/report/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { blockScore, readBlocks, type TruthBlock, wordErrors } from './fidelity/score.ts';

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const show = process.argv.includes('--show');

interface Truth {
  title: string;
  symbol: string;
  blocks: TruthBlock[];
}

const inBody = (blocks: readonly TruthBlock[]) =>
  blocks
    .filter((block) => block.kind !== 'footnote')
    .map((block) => block.text)
    .join('\n');
const inNotes = (blocks: readonly TruthBlock[]) =>
  blocks
    .filter((block) => block.kind === 'footnote')
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map((block) => block.text)
    .join('\n');

async function scoreFormat(extension: string): Promise<void> {
  const folder = `${data}rendered-pairs/`;
  let errors = 0;
  let count = 0;
  let right = 0;
  let total = 0;
  let symbols = 0;
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.truth.json'))
    .map((name) => name.slice(0, -11));
  for (const id of ids) {
    const truth = JSON.parse(readFileSync(`${folder}${id}.truth.json`, 'utf8')) as Truth;
    const file = `${id}.${extension}`;
    const parsed = await parseReport(readFileSync(folder + file), { file });
    const blocks = readBlocks(parsed);
    for (const part of [inBody, inNotes]) {
      const score = wordErrors(part(truth.blocks), part(blocks));
      errors += score.errors;
      count += score.words;
    }
    const score = blockScore(truth.blocks, blocks);
    right += score.right;
    total += score.total;
    if (parsed.report.symbol === truth.symbol) symbols++;
    if (show)
      for (const block of score.wrong) console.log(file, block.kind, block.number, block.text.slice(0, 90));
  }
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)} %`;
  console.log(
    [
      extension.padEnd(12),
      `word errors ${errors} of ${count} (${share(errors, count)})`,
      `blocks right ${right} of ${total} (${share(right, total)})`,
      `symbols ${symbols} of ${ids.length}`,
    ].join('   '),
  );
}

/** The seed report's damaged layer against its clean one, from paragraph 1 on, labels included. */
async function scoreSeed(): Promise<void> {
  const file = 'A-CONF.192-MGE-2011-1.ar.txt';
  const bytes = readFileSync(`${data}seed-report/${file}`);
  const lexicon = loadLexicon();
  const [clean, mended] = await Promise.all(
    (['logical', 'visual'] as const).map((layer) => parseReport(bytes, { file, layer, lexicon })),
  );
  const body = ({ paragraphs }: ParsedReport) =>
    paragraphs
      .slice(paragraphs.findIndex((paragraph) => paragraph.number === 1))
      .map(({ label, text }) => (label === null ? text : `${label} ${text}`))
      .join('\n');
  const numbers = mended!.paragraphs.filter((paragraph) => paragraph.number !== null).length;
  const { errors, words } = wordErrors(body(clean!), body(mended!));
  const share = ((100 * errors) / words).toFixed(3);
  console.log(
    `seed visual    word errors ${errors} of ${words} (${share} %)   numbered paragraphs ${numbers} of 39`,
  );
}

if (existsSync(`${data}seed-report`)) await scoreSeed();
if (!existsSync(`${data}rendered-pairs`)) {
  console.log('skipped: ../shared/data/rendered-pairs is missing');
} else {
  const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  for (const extension of asked.length > 0 ? asked : ['html', 'docx', 'odt', 'doc', 'pdf', 'chrome.pdf']) {
    try {
      await scoreFormat(extension);
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      console.log(`${extension.padEnd(12)}   ${error.code}: ${error.message}`);
    }
  }
}
