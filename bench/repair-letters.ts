/**
 * Lam-alef repair: clean texts in which every lam-alef is swapped and repaired again, the real damaged texts, and clean
 * texts, which must not change.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import { repairText } from '../src/ingest/repair/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { cpuSeconds } from './repair-score.ts';

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));
if (!existsSync(data)) {
  console.log('skipped: ../shared/data is missing');
  process.exit(0);
}
const lexicon = loadLexicon();
const read = (path: string) => readFileSync(data + path, 'utf8');
const decrees = readdirSync(`${data}uae-decrees/text`).sort();
const clean = `${decrees
  .slice(0, 300)
  .map((name) => read(`uae-decrees/text/${name}`))
  .join('\n')}\n${read('un-unpc-devset/UNv1.0.devset.ar')}`
  // Numbers that touch words are repaired too, which would change the number of words.
  .replace(/[0-9\u0660-\u0669]+/gu, ' ')
  .normalize('NFKC');

const swap = (text: string) => text.replace(/ل([اأإآ])/gu, '$1ل');
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
for (const name of decrees) {
  const text = read(`uae-decrees/text/${name}`);
  count += words(text).length;
  const { text: after } = repairText(text, { lexicon });
  if (after !== text) {
    changed++;
    if (process.argv.includes('--diff'))
      console.log(
        repairText(text, { lexicon })
          .repairs.slice(0, 4)
          .map((r) => `${r.raw} ${r.kinds}`)
          .join(' | '),
      );
  }
}
const un = read('un-unpc-devset/UNv1.0.devset.ar');
count += words(un).length;
if (repairText(un, { lexicon }).text !== un) changed++;
console.log(`clean: ${changed} of ${decrees.length + 1} texts changed, ${count} words`);

const impossible = /(?<![\u0621-\u064A])[وفبكل]{0,2}ا[اأإآ]ل[\u0621-\u064A]*/gu;
for (const folder of ['damage-pairs', 'un-instruments-ar', 'bank-al-maghrib-annual']) {
  let had = 0;
  let has = 0;
  const warnings: string[] = [];
  const shown = new Map<string, number>();
  for (const name of readdirSync(data + folder).filter((file) => file.endsWith('.txt'))) {
    const text = read(`${folder}/${name}`);
    const { text: after, warnings: found } = repairText(text, { lexicon });
    had += text.match(impossible)?.length ?? 0;
    for (const [word] of after.matchAll(impossible)) {
      has++;
      shown.set(word, (shown.get(word) ?? 0) + 1);
    }
    warnings.push(...found.map((warning) => `${name}: ${warning.message}`));
  }
  console.log(`${folder}: impossible beginnings ${had} → ${has}`);
  for (const line of warnings) console.log(`  ${line}`);
  if (process.argv.includes('--diff'))
    console.log(
      [...shown]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 30)
        .join(' '),
    );
}
