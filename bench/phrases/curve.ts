/**
 * Growth curves: one line for each size, each in a process of its own.
 *
 *     npx tsx bench/phrases/curve.ts FOLDER [MILLIONS…]     FOLDER as bench/phrases.ts keeps it
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  noveltyAnswer,
  type PhraseView,
  phraseAnswer,
  recurringAnswer,
  scanCollection,
  wholeCollection,
} from '../../src/phrases/index.ts';
import {
  decodeProfile,
  decodeTable,
  encodeParagraphs,
  encodeProfile,
} from '../../src/phrases/persist/image.ts';
import { readIndexFile, writeIndexFile } from '../../src/phrases/persist/index-file.ts';
import { buildArrays } from '../../src/phrases/phrase-index.ts';
import { underProfile } from '../../src/phrases/token-stream.ts';
import { openStore } from '../../src/store/index.ts';
import { randomPhrases } from './lookups.ts';
import { collectionOfSize } from './synthetic.ts';
import { onProcessor, peakMb, quantile, timesOf } from './timing.ts';

const [, , folder = '.', ...sizes] = process.argv;
if (sizes[0] === 'one') measure(Number(sizes[1]));
else {
  console.log(
    '| million tokens | build | file | load | peak | count p50 | answer p50 / p99 | recurring p50 / p99 | novelty p50 / p99 |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const size of sizes.length > 0 ? sizes : ['0.5', '1', '2', '4', '8', '16', '32']) {
    const args = ['--import', 'tsx', fileURLToPath(import.meta.url), folder, 'one', size];
    process.stdout.write(execFileSync(process.execPath, args));
  }
}

function measure(millions: number): void {
  const store = openStore(join(folder, 'store'), { readOnly: true });
  const { table, exact } = collectionOfSize(scanCollection(store.snapshot()), millions * 1e6);
  store.close();
  const build = onProcessor(() => {
    const stream = underProfile(exact, 'folded');
    return { stream, arrays: buildArrays(stream, table) };
  });
  const origin = { storeId: '', epoch: 1, commit: '', rules: 0 };
  const paths = ['paragraphs', 'folded'].map((part) => join(folder, `curve-${millions}-${part}`)) as [
    string,
    string,
  ];
  const bytes = encodeProfile('folded', build.result.stream.words, build.result.arrays, origin);
  writeIndexFile(paths[0], encodeParagraphs(table, exact.tokenStart, origin));
  writeIndexFile(paths[1], bytes);
  const load = onProcessor(() => {
    const paragraphs = readIndexFile(paths[0]);
    return decodeProfile(
      'folded',
      paragraphs,
      readIndexFile(paths[1]),
      decodeTable(paragraphs, 1, table.reports),
    );
  });
  for (const path of paths) rmSync(path);
  const index = load.result;
  // Texts as the tokens say them: what reading them from a store costs does not grow.
  const view: PhraseView = {
    table,
    byProfile: () => index,
    reader: {
      textByRow: (row) =>
        Array.from(index.tokens.subarray(index.tokenStart[row]!, index.tokenStart[row + 1]! - 1), (token) =>
          index.word(token - 1),
        ).join(' '),
    },
  };
  const phrases = randomPhrases(index, 5000);
  const counts = timesOf(phrases, (words) => index.count(words));
  const answers = timesOf(
    phrases.slice(0, 1000),
    (words) => phraseAnswer(view, { q: words.join(' ') }),
    onProcessor,
  );
  const all = wholeCollection(table);
  const reports = table.reports
    .filter(({ words }) => words > 4500 && words < 5500)
    .slice(0, 40)
    .map(({ id }) => id);
  const recurring = timesOf(reports, (report) => recurringAnswer(view, { report }, all), onProcessor);
  const novelty = timesOf(reports, (report) => noveltyAnswer(view, { report }, all), onProcessor);
  const two = (times: Float64Array) =>
    `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.99).toFixed(1)} ms`;
  const cells = [
    millions,
    `${(build.ms / 1000).toFixed(2)} s`,
    `${(bytes.length / 2 ** 20).toFixed(0)} MB`,
    `${load.ms.toFixed(0)} ms`,
    `${peakMb()} MB`,
    `${(quantile(counts, 0.5) * 1000).toFixed(1)} µs`,
    two(answers),
    two(recurring),
    two(novelty),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
