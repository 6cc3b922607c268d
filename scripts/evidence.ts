/**
 * Builds `config/lexicon/forms.tsv`, the evidence of repair: word forms with their clitics, which form follows which,
 * and which class follows which, counted over texts given on the command line (files, or folders of .txt; each is one
 * source, and every source weighs the same).
 *
 *     npx tsx scripts/evidence.ts OUT SOURCE…
 *
 * The file: a header, then one form a line in descending frequency, `form TAB frequency TAB followers`, where the
 * frequency is per ten million words and a follower is `rank:frequency`, the rank counted from 0. `#` is any number,
 * `.` the beginning and the end of a sentence. Then `# classes` and for each class of `word-class.ts` one line: how
 * many times likelier than chance each class is behind it, one character per class (see `liftCharacter`).
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from 'arabic-normalizer';
import { liftCharacter } from '../src/ingest/repair/evidence-file.ts';
import { CLASS_COUNT, classOf } from '../src/ingest/repair/word-class.ts';

const PER = 10_000_000;
const ARABIC = /^[\u0621-\u064A]+$/;
const FORM_FLOOR = 2.2;
const PAIR_FLOOR = 7.5;

const [out, ...sources] = process.argv.slice(2);
if (!out || sources.length === 0) throw new Error('usage: evidence.ts OUT SOURCE…');

const forms = new Map<string, number>();
const pairs = new Map<string, number>();
const allPairs = new Map<string, number>();
for (const source of sources) {
  const single = new Map<string, number>();
  const double = new Map<string, number>();
  let total = 0;
  for (const file of files(source)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      for (const sentence of line.split(/[.:؛!?؟](?=\s|$)/u)) {
        const kept = words(sentence).map((word) =>
          ARABIC.test(word) ? word : /^[0-9]+$/.test(word) ? '#' : '',
        );
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
  for (const [form, n] of single) if (n >= floor) add(forms, form, n * weight);
  for (const [pair, n] of double) {
    add(allPairs, pair, n * weight);
    if (n >= pairFloor) add(pairs, pair, n * weight);
  }
}

const kept = [...forms]
  .filter(([, f]) => f >= FORM_FLOOR)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const rankOf = new Map(kept.map(([form], rank) => [form, rank]));
const followers = new Map<string, string[]>();
for (const [pair, frequency] of [...pairs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
  const [first = '', second = ''] = pair.split(' ');
  const rank = rankOf.get(second);
  if (frequency < PAIR_FLOOR || rank === undefined || !rankOf.has(first)) continue;
  const list = followers.get(first) ?? [];
  list.push(`${rank}:${Math.round(frequency)}`);
  followers.set(first, list);
}
const body = kept.map(([form, f]) => {
  const after = followers.get(form);
  return `${form}\t${Math.max(1, Math.round(f))}${after ? `\t${after.join(' ')}` : ''}`;
});
writeFileSync(out, `# siyagha forms 2\n${body.join('\n')}\n# classes\n${classLines().join('\n')}\n`);
console.log(`${kept.length} forms, ${[...followers.values()].flat().length} pairs`);

/** Observed over expected count of each pair of classes, both smoothed by a few occurrences. */
function classLines(): string[] {
  const table = Array.from({ length: CLASS_COUNT }, () => new Float64Array(CLASS_COUNT));
  const first = new Float64Array(CLASS_COUNT);
  const second = new Float64Array(CLASS_COUNT);
  let total = 0;
  for (const [pair, n] of allPairs) {
    const [a = '', b = ''] = pair.split(' ');
    const from = classOf(a, rankOf.get(a) ?? -1);
    const to = classOf(b, rankOf.get(b) ?? -1);
    table[from]![to]! += n;
    first[from]! += n;
    second[to]! += n;
    total += n;
  }
  const smooth = 40;
  return table.map((row, from) =>
    [...row]
      .map((n, to) => liftCharacter((n + smooth) / ((first[from]! * second[to]!) / total + smooth)))
      .join(''),
  );
}

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
