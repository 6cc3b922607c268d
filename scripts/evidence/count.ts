/** Counts the evidence for repair in clean texts; `scripts/evidence.ts` describes the resulting file. */
import { words } from 'arabic-normalizer';
import { liftCharacter } from '../../src/ingest/repair/evidence-file.ts';
import { CLASS_COUNT, classOf } from '../../src/ingest/repair/word-class.ts';

const PER = 10_000_000;
const ARABIC = /^[\u0621-\u064A]+$/;
const FORM_FLOOR = 2.2;
const PAIR_FLOOR = 7.5;

/** @param sources the texts of one kind each; every source has the same weight, however long it is */
export function countEvidence(sources: readonly Iterable<string>[]): string {
  const forms = new Map<string, number>();
  const pairs = new Map<string, number>();
  const allPairs = new Map<string, number>();
  for (const source of sources) {
    const single = new Map<string, number>();
    const double = new Map<string, number>();
    let total = 0;
    for (const text of source) {
      for (const line of text.split('\n')) {
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
    // A word that occurs once in millions of words is as likely to be a typo.
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
  const followers = followersOf(pairs, rankOf);
  const body = kept.map(([form, f]) => {
    const after = followers.get(form);
    return `${form}\t${Math.max(1, Math.round(f))}${after ? `\t${after.join(' ')}` : ''}`;
  });
  return `# siyagha forms 2\n${body.join('\n')}\n# classes\n${classLines(allPairs, rankOf).join('\n')}\n`;
}

function followersOf(
  pairs: ReadonlyMap<string, number>,
  rankOf: ReadonlyMap<string, number>,
): Map<string, string[]> {
  const followers = new Map<string, string[]>();
  for (const [pair, frequency] of [...pairs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const [first = '', second = ''] = pair.split(' ');
    const rank = rankOf.get(second);
    if (frequency < PAIR_FLOOR || rank === undefined || !rankOf.has(first)) continue;
    const list = followers.get(first) ?? [];
    list.push(`${rank}:${Math.round(frequency)}`);
    followers.set(first, list);
  }
  return followers;
}

/** Ratio of observed to expected count for each pair of classes, both smoothed by a few occurrences. */
function classLines(allPairs: ReadonlyMap<string, number>, rankOf: ReadonlyMap<string, number>): string[] {
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
