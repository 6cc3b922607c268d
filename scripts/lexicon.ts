/**
 * Builds config/lexicon/words.tsv: words in folded form and their counts, for the `stem` profile and for the repair of
 * damaged text. Only words and counts are taken from the sources.
 *
 *     npx tsx scripts/lexicon.ts [../shared/data]
 *
 * The sources, all in the given folder, are uae-federal-all.tar.gz, un-unpc-devset, un-escwa-titles, and those words of
 * un-instruments-ar that extraction cannot have damaged. The seed report is left out, because the result is measured on
 * it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseWords } from './lexicon/decide.ts';
import { count, filesOfFolder, filesOfTar, isUndamaged } from './lexicon/sources.ts';

/** Minimum count of a word: rarer ones are often typos. The well-edited UN texts need no minimum. */
const LEAST = 3;

const data = process.argv[2] ?? '../shared/data';
const target = 'config/lexicon/words.tsv';
if (!existsSync(join(data, 'uae-federal-all.tar.gz'))) {
  console.error(`${data}: no uae-federal-all.tar.gz there; give the folder of the source texts`);
  process.exit(1);
}

const wellKept = new Map<string, number>();
for (const file of filesOfFolder(join(data, 'un-unpc-devset'), '.ar')) count(file.text, wellKept);
const all = new Map(wellKept);
for (const file of filesOfFolder(join(data, 'un-escwa-titles'), '.tsv')) count(file.text, all);
for (const file of filesOfFolder(join(data, 'un-instruments-ar'), '.txt')) count(file.text, all, isUndamaged);
for (const file of filesOfTar(join(data, 'uae-federal-all.tar.gz'))) count(file.text, all);

const bases = baseWords(all);
const kept = [...bases]
  .filter(([word, n]) => n >= LEAST || wellKept.has(word) || wellKept.has(`ال${word}`))
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

mkdirSync('config/lexicon', { recursive: true });
const lines = [
  '# arabic-normalizer lexicon 1',
  '# Words in folded form, and how often each stands alone or with an article; made by scripts/lexicon.ts.',
  ...kept.map(([word, n]) => `${word}\t${n}`),
];
writeFileSync(target, `${lines.join('\n')}\n`);
const total = [...all.values()].reduce((a, b) => a + b, 0);
console.log(
  `${total} words counted, ${all.size} forms, ${bases.size} of them words, ${kept.length} kept in ${target}`,
);
