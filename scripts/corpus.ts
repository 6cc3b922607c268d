/**
 * Writes a corpus that may be redistributed, for repeating the figures of `bench/` and for trying things out:
 *
 *     npx tsx scripts/corpus.ts FOLDER [--words 3000000] [--seed 1]
 *
 * `text/SERIES/ID.txt` are the reports, one paragraph per line; `manifest.csv` is for `siyagha ingest --manifest`;
 * `truth.jsonl` says for every paragraph which statement it is and what was done to it. The text is made from the
 * sample series and the bundled lexicon: it has the form of reports and no meaning.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCorpus } from './corpus/make.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { words: { type: 'string', default: '3000000' }, seed: { type: 'string', default: '1' } },
});
const [folder] = positionals;
if (!folder || positionals.length > 1 || !(Number(values.words) > 0)) {
  process.stderr.write('usage: npx tsx scripts/corpus.ts FOLDER [--words 3000000] [--seed 1]\n');
  process.exit(2);
}

rmSync(join(folder, 'text'), { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const manifest = ['file,symbol,title,date,series,language'];
const truth = join(folder, 'truth.jsonl');
writeFileSync(truth, '');
const hash = createHash('sha256');
let [reports, words] = [0, 0];
for (const { id, series, date, title, passages } of makeCorpus({
  words: Number(values.words),
  seed: Number(values.seed),
})) {
  mkdirSync(join(folder, 'text', series), { recursive: true });
  const text = `${passages.map((passage) => passage.text).join('\n')}\n`;
  writeFileSync(join(folder, 'text', series, `${id}.txt`), text);
  manifest.push([join('text', series, `${id}.txt`), id, title, date, series, 'ar'].join(','));
  const lines = passages.map(({ key, fate }, i) =>
    JSON.stringify({ paragraph: `${id}:${i + 1}`, key, fate }),
  );
  appendFileSync(truth, `${lines.join('\n')}\n`);
  hash.update(text);
  reports += 1;
  words += text.split(/\s+/).length - 1;
}
writeFileSync(join(folder, 'manifest.csv'), `${manifest.join('\n')}\n`);
console.log(`${reports} reports, ${words} words, sha256 of the texts ${hash.digest('hex')}`);
