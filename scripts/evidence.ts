/**
 * Builds `config/lexicon/forms.tsv`, the evidence of repair: word forms with their clitics and which word follows
 * which, counted over texts given on the command line (files or folders of .txt; a folder is one source, and every
 * source weighs the same).
 *
 *     npx tsx scripts/evidence.ts OUT SOURCE…
 *
 * The file: a header, then one form a line in descending frequency, `form TAB frequency TAB followers`, where the
 * frequency is per ten million words and a follower is `line:frequency` with the line counted from 0.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from 'arabic-normalizer';

const PER = 10_000_000;
/**
 * Every number counts as one form, `#`: what stands beside numbers is evidence, which number it was is not. `.` is
 * the beginning and the end of a sentence.
 */
const ARABIC = /^[\u0621-\u064A]+$/;
const FORM_FLOOR = 3;
const PAIR_FLOOR = 6;

const [out, ...sources] = process.argv.slice(2);
if (!out || sources.length === 0) throw new Error('usage: evidence.ts OUT SOURCE…');

const forms = new Map<string, number>();
const pairs = new Map<string, number>();
for (const source of sources) {
  const single = new Map<string, number>();
  const double = new Map<string, number>();
  let total = 0;
  for (const file of files(source)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      for (const sentence of line.split(/[.:؛!?؟](?=\s|$)/u)) {
        const kept = words(sentence).map((word) => (ARABIC.test(word) ? word : /^[0-9]+$/.test(word) ? '#' : ''));
        if (kept.length < 3) continue;
        total += kept.length;
        count(single, double, ['.', ...kept, '.']);
      }
    }
  }
  // A word seen once in millions is as often a slip of the pen as a word.
  const floor = total > 1_000_000 ? 3 : 1;
  const pairFloor = total > 1_000_000 ? 5 : 1;
  const weight = PER / total / sources.length;
  for (const [form, count] of single) if (count >= floor) add(forms, form, count * weight);
  for (const [pair, count] of double) if (count >= pairFloor) add(pairs, pair, count * weight);
}

const kept = [...forms]
  .filter(([, f]) => f >= FORM_FLOOR / 2)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const lineOf = new Map(kept.map(([form], index) => [form, index]));
const followers = new Map<string, string[]>();
for (const [pair, frequency] of [...pairs].sort((a, b) => b[1] - a[1])) {
  const [first = '', second = ''] = pair.split(' ');
  const line = lineOf.get(second);
  if (frequency < PAIR_FLOOR || line === undefined || !lineOf.has(first)) continue;
  const list = followers.get(first) ?? [];
  list.push(`${line}:${Math.round(frequency)}`);
  followers.set(first, list);
}
const body = kept.map(([form, f]) => {
  const after = followers.get(form);
  return `${form}\t${Math.max(1, Math.round(f))}${after ? `\t${after.join(' ')}` : ''}`;
});
writeFileSync(out, `# siyagha forms 1\n${body.join('\n')}\n`);
console.log(`${kept.length} forms, ${[...followers.values()].flat().length} pairs`);

function count(single: Map<string, number>, double: Map<string, number>, row: readonly string[]): void {
  row.forEach((word, i) => {
    const before = row[i - 1];
    if (word && i > 0) add(single, word, 1);
    if (word && before) add(double, `${before} ${word}`, 1);
  });
}

function add(map: Map<string, number>, key: string, amount: number): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}

function* files(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    const inner = join(path, name);
    if (statSync(inner).isDirectory() || name.endsWith('.txt')) yield* files(inner);
  }
}
