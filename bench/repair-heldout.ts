/**
 * Repair of texts damaged like the seed report: held-out documents, with the shipped evidence replaced by evidence
 * counted without them.
 *
 *     npx tsx bench/repair-heldout.ts FORMS.tsv TEXT.txt… [--diff]
 */
import { readFileSync } from 'node:fs';
import { words } from 'arabic-normalizer';
import { parseForms } from '../src/ingest/repair/evidence-file.ts';
import { repairVisualText } from '../src/ingest/repair/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { damage } from './repair-damage.ts';
import { alignWords, cpuSeconds } from './repair-score.ts';

const [formsFile, ...rest] = process.argv.slice(2);
const files = rest.filter((arg) => !arg.startsWith('--'));
const diff = rest.includes('--diff');
const forms = parseForms(readFileSync(formsFile!, 'utf8'));
const lexicon = loadLexicon();
let all = 0;
let wrong = 0;
let before = 0;
let bytes = 0;
let seconds = 0;
files.forEach((file, n) => {
  const truth = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\u0621-\u064A]{2}/u.test(line))
    .slice(0, 90);
  const damaged = damage(truth, { seed: n + 1 });
  const start = process.cpuUsage();
  const repaired = repairVisualText(damaged, { forms, lexicon });
  seconds += cpuSeconds(start);
  bytes += Buffer.byteLength(damaged);
  const expected = truth.flatMap((line) => words(line));
  const got = repaired.blocks.flatMap((block) => words(block.text));
  const { errors, edits } = alignWords(expected, got);
  all += expected.length;
  wrong += errors;
  before += alignWords(expected, words(damaged)).errors;
  console.log(
    `${((100 * errors) / expected.length).toFixed(2)} % of ${expected.length} words, blocks ${repaired.blocks.length}/${truth.length} ${file.split('/').at(-1)}`,
  );
  if (diff) for (const edit of edits) console.log(`   ${edit}`);
});
console.log(
  `all: ${((100 * wrong) / all).toFixed(2)} % of ${all} words (untouched ${((100 * before) / all).toFixed(1)} %), ${(bytes / 1e6 / seconds).toFixed(2)} MB/s of processor time`,
);
