/**
 * Lam-alef repair: clean texts in which every lam-alef is swapped and repaired again, damaged texts, and clean texts,
 * which must not change. If the private texts are missing, constructed reports replace them, damaged in similar ways.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { words } from 'arabic-normalizer';
import { makeCorpus } from '../scripts/corpus/make.ts';
import { repairText } from '../src/ingest/repair/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { onConstructed, privateData } from './data.ts';
import { damage } from './repair-damage.ts';
import { cpuSeconds } from './repair-score.ts';

interface Text {
  name: string;
  text: string;
}

const swap = (text: string) => text.replace(/ل([اأإآ])/gu, '$1ل');
const read = (path: string) => readFileSync(privateData + path, 'utf8');
const filesOf = (folder: string): Text[] =>
  readdirSync(privateData + folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: read(`${folder}/${name}`) }));

/** `many`: of which every lam-alef is swapped. */
function privateTexts() {
  const decrees = filesOf('uae-decrees/text');
  const nations = { name: 'UNv1.0.devset.ar', text: read('un-unpc-devset/UNv1.0.devset.ar') };
  const folders = ['damage-pairs', 'un-instruments-ar', 'bank-al-maghrib-annual'];
  return {
    data: 'federal decrees, United Nations lines and texts as other programs extracted them',
    many: [...decrees.slice(0, 300), nations],
    clean: [...decrees, nations],
    damaged: folders.map((name): [string, Text[]] => [name, filesOf(name)]),
  };
}

function constructedTexts() {
  const made = [...makeCorpus({ words: 180_000, seed: 1 })].map(({ id, passages }) => ({
    name: id,
    lines: passages.map(({ text }) => text),
  }));
  const some = made.filter((_, i) => i % 10 === 0);
  const textOf = ({ name, lines }: { name: string; lines: string[] }): Text => ({
    name,
    text: lines.join('\n'),
  });
  const clean = made.map(textOf);
  return {
    data: `constructed corpus (${made.length} reports, seed 1)`,
    many: clean,
    clean,
    damaged: [
      [
        'every other line swapped',
        some.map(({ name, lines }) => ({
          name,
          text: lines.map((line, i) => (i % 2 ? line : swap(line))).join('\n'),
        })),
      ],
      [
        'in visual order',
        some.map(({ name, lines }, i) => ({ name, text: swap(damage(lines, { seed: i })) })),
      ],
      [
        'a font without a letter map',
        some
          .slice(0, 1)
          .map(({ name, lines }) => ({ name, text: lines.join('\n').replace(/\p{L}/gu, '\uFFFD') })),
      ],
    ] as [string, Text[]][],
  };
}

const {
  data,
  many,
  clean: cleanTexts,
  damaged: damagedTexts,
} = onConstructed ? constructedTexts() : privateTexts();
console.log(`data: ${data}`);
const lexicon = loadLexicon();
const clean = many
  .map(({ text }) => text)
  .join('\n')
  // Numbers that touch words are repaired too, which would change the number of words.
  .replace(/[0-9\u0660-\u0669]+/gu, ' ')
  .normalize('NFKC');

const damaged = swap(clean);
const start = process.cpuUsage();
const repaired = repairText(damaged, { lexicon });
const seconds = cpuSeconds(start);
const truth = words(clean);
const got = words(repaired.text);
const before = words(damaged);
let swapped = 0;
let left = 0;
let harmed = 0;
const wrong = new Map<string, number>();
truth.forEach((word, i) => {
  const hit = before[i] !== word;
  if (hit) swapped++;
  if (got[i] !== word) {
    if (hit) left++;
    else harmed++;
    const key = `${before[i]} → ${got[i]} (${word})`;
    wrong.set(key, (wrong.get(key) ?? 0) + 1);
  }
});
console.log(
  `swapped on purpose: ${swapped} words, ${left} left (${((100 * left) / swapped).toFixed(2)} %), ${harmed} other words changed, of ${truth.length}; lengths ${truth.length}/${got.length}; ${(Buffer.byteLength(damaged) / 1e6 / seconds).toFixed(1)} MB/s of processor time`,
);
if (process.argv.includes('--diff'))
  for (const [key, n] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(`  ${n} ${key}`);

let changed = 0;
let count = 0;
for (const { text } of cleanTexts) {
  count += words(text).length;
  const { text: after, repairs } = repairText(text, { lexicon });
  if (after === text) continue;
  changed++;
  if (process.argv.includes('--diff'))
    console.log(
      repairs
        .slice(0, 4)
        .map((r) => `${r.raw} ${r.kinds}`)
        .join(' | '),
    );
}
console.log(`clean: ${changed} of ${cleanTexts.length} texts changed, ${count} words`);

const impossible = /(?<![\u0621-\u064A])[وفبكل]{0,2}ا[اأإآ]ل[\u0621-\u064A]*/gu;
for (const [kind, texts] of damagedTexts) {
  let had = 0;
  let has = 0;
  const warnings: string[] = [];
  const shown = new Map<string, number>();
  for (const { name, text } of texts) {
    const { text: after, warnings: found } = repairText(text, { lexicon });
    had += text.match(impossible)?.length ?? 0;
    for (const [word] of after.matchAll(impossible)) {
      has++;
      shown.set(word, (shown.get(word) ?? 0) + 1);
    }
    warnings.push(...found.map((warning) => `${name}: ${warning.message}`));
  }
  console.log(`${kind}: impossible beginnings ${had} → ${has}`);
  for (const line of warnings) console.log(`  ${line}`);
  if (process.argv.includes('--diff'))
    console.log(
      [...shown]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 30)
        .join(' '),
    );
}
