/**
 * How well repair reads the damaged layer of the seed report or of a sample: word error rate against its clean text.
 *
 *     npx tsx bench/repair.ts [--diff]
 */
import { words } from 'arabic-normalizer';
import { repairVisualText } from '../src/ingest/repair/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { damagedReport } from './damaged-report.ts';
import { alignWords, cpuSeconds } from './repair-score.ts';

const report = damagedReport();
const { name, cleanLines, damagedLines, isNote } = report;
const siblings = await report.siblings();
console.log(`data: ${name}`);
const visual = damagedLines.join('\n');
const lexicon = loadLexicon();
const timed = () => {
  const start = process.cpuUsage();
  const result = repairVisualText(visual, { lexicon, siblings });
  return { result, seconds: cpuSeconds(start) };
};
const { result: repaired, seconds: first } = timed();
const again = Array.from({ length: 5 }, timed).map(({ seconds }) => seconds);
const rate = (seconds: number) => (Buffer.byteLength(visual) / 1e6 / seconds).toFixed(2);
const lines = repaired.blocks.map((block) => block.text).filter((line) => !isNote(line));
const truth = cleanLines.filter((line) => line.trim() !== '' && !isNote(line));
const from = (all: string[]) =>
  all.slice(
    Math.max(
      0,
      all.findIndex((line) => /^\s*[1١]\s*[-–]/u.test(line)),
    ),
  );
const expected = from(truth).flatMap((line) => words(line));
const got = from(lines).flatMap((line) => words(line));
const { errors, edits } = alignWords(expected, got);
const numbered = lines.filter((line) => /^[0-9٠-٩]{1,2} -/u.test(line)).length;
console.log(
  `words ${expected.length}, errors ${errors}, WER ${((100 * errors) / expected.length).toFixed(2)} %`,
);
console.log(
  `blocks ${lines.length} (truth ${truth.length}), numbered ${numbered}, repaired words ${repaired.words}`,
);
console.log(
  `line order: ${rate(Math.min(...again))} MB/s of processor time, ${rate(first)} the first time, including loading the evidence`,
);
console.log(`furniture ${JSON.stringify(repaired.furniture)}`);
if (process.argv.includes('--diff')) for (const edit of edits) console.log(edit);
if (process.argv.includes('--text')) console.log(lines.join('\n'));
