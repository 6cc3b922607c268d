/**
 * Accuracy of reading each format: `npm run eval:fidelity`. Reads the rendered pairs and prints, for each format, word
 * errors and blocks of the right kind and number. `--show` prints the wrong blocks.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { IngestError, parseReport } from '../src/ingest/index.ts';
import type { ParsedReport } from '../src/report/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { damagedReport } from './damaged-report.ts';
import { pairFormats, renderedPairs } from './fidelity/pairs.ts';
import { blockScore, readBlocks, type TruthBlock, wordErrors } from './fidelity/score.ts';

const pairs = await renderedPairs();
const show = process.argv.includes('--show');

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
  let errors = 0;
  let count = 0;
  let right = 0;
  let total = 0;
  let symbols = 0;
  let files = 0;
  for (const truth of pairs.all) {
    const path = pairs.file(truth.id, extension);
    if (!path) continue;
    files++;
    const file = basename(path);
    const parsed = await parseReport(readFileSync(path), { file });
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
  if (files === 0) {
    console.log(`${extension.padEnd(12)} skipped: the program that writes it is not installed`);
    return;
  }
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)} %`;
  console.log(
    [
      extension.padEnd(12),
      `word errors ${errors} of ${count} (${share(errors, count)})`,
      `blocks right ${right} of ${total} (${share(right, total)})`,
      `symbols ${symbols} of ${files}`,
    ].join('   '),
  );
}

/** A report's damaged layer against its clean text, from paragraph 1 on, labels included. */
async function scoreDamaged(): Promise<void> {
  const report = damagedReport();
  const { name, file } = report;
  const lexicon = loadLexicon();
  const siblings = await report.siblings();
  const [clean, mended] = (await Promise.all([
    parseReport(report.clean, { file, layer: 'logical', lexicon }),
    parseReport(report.damaged, { file, layer: 'visual', lexicon, siblings }),
  ])) as [ParsedReport, ParsedReport];
  const body = ({ paragraphs }: ParsedReport) =>
    paragraphs
      .slice(paragraphs.findIndex((paragraph) => paragraph.number === 1))
      .map(({ label, text }) => (label === null ? text : `${label} ${text}`))
      .join('\n');
  const numbered = ({ paragraphs }: ParsedReport) =>
    paragraphs.filter(({ number }) => number !== null).length;
  const { errors, words } = wordErrors(body(clean), body(mended));
  const share = ((100 * errors) / words).toFixed(3);
  console.log(
    `${name}, damaged: word errors ${errors} of ${words} (${share} %)   numbered paragraphs ${numbered(mended)} of ${numbered(clean)}`,
  );
}

console.log(`data: ${pairs.data}`);
await scoreDamaged();
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const extension of asked.length > 0 ? asked : pairFormats) {
  try {
    await scoreFormat(extension);
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    console.log(`${extension.padEnd(12)}   ${error.code}: ${error.message}`);
  }
}
