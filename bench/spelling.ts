/**
 * How near must a word be to be suggested for one that the collection lacks? Words of the samples with one or two
 * random slips, and real words that the samples do not contain (from the lexicon, with the article as often as in the
 * samples). For each length and distance: how
 * often the word that was meant is among the three most common words at the smallest distance, how often only others
 * are, and how often something is suggested for a real word, which is then another word.
 *
 *     npm run eval:spelling
 */
import { foldWord, tokenize } from 'arabic-normalizer';
import { editDistance, lengthOf, maxDistance } from '../src/search/spelling.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { sampleReports } from '../test/compare/texts.ts';
import { generator } from './phrases/timing.ts';

const asked = 4000;
const most = 2;
const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

const random = generator(1);
const counts = new Map<string, number>();
for (const { text } of sampleReports())
  for (const { text: paragraph } of text.paragraphs)
    for (const { text: word } of tokenize(paragraph, 'folded'))
      if (/^[ء-ي]{2,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
const vocabulary = [...counts.keys()];
const absent = [...loadLexicon().keys()]
  .map(foldWord)
  .filter((word) => /^[ء-ي]{2,}$/.test(word) && !counts.has(word));

function slip(word: string): string {
  const at = random(word.length);
  const letter = letters[random(letters.length)]!;
  const forms = [
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) +
      word
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      word.slice(at + 2),
  ];
  return forms[random(forms.length)]!;
}

function suggested(word: string): { distance: number; words: string[] } {
  const near = vocabulary
    .map((other) => ({ other, distance: editDistance(word, other, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || counts.get(b.other)! - counts.get(a.other)!);
  const nearest = near.filter(({ distance }) => distance === near[0]!.distance);
  return { distance: near[0]?.distance ?? 0, words: nearest.slice(0, 3).map(({ other }) => other) };
}

/** By length and distance. */
type Row = Record<'one right' | 'one wrong' | 'two right' | 'two wrong' | 'real', number>;
const rows = new Map<string, Row>();
function add(word: string, column: (words: string[]) => keyof Row): void {
  const { distance, words } = suggested(word);
  if (distance === 0) return;
  const key = `${Math.min(lengthOf(word), 10)} ${distance}`;
  const row = rows.get(key) ?? { 'one right': 0, 'one wrong': 0, 'two right': 0, 'two wrong': 0, real: 0 };
  row[column(words)] += 1;
  rows.set(key, row);
}

for (const [name, slips] of [
  ['one', 1],
  ['two', 2],
] as const) {
  for (let made = 0; made < asked; ) {
    const meant = vocabulary[random(vocabulary.length)]!;
    const typed = Array.from({ length: slips }).reduce<string>(slip, meant);
    if (typed.length < 2 || counts.has(typed)) continue;
    made += 1;
    add(typed, (words) => `${name} ${words.includes(meant) ? 'right' : 'wrong'}`);
  }
}
const withArticle = vocabulary.filter((word) => word.startsWith('ال')).length / vocabulary.length;
for (let made = 0; made < asked; ) {
  const bare = absent[random(absent.length)]!;
  const word = random(1000) < withArticle * 1000 ? `ال${bare}` : bare;
  if (counts.has(word)) continue;
  made += 1;
  add(word, () => 'real');
}

console.log(`${asked} words of each kind; ${vocabulary.length} words in the samples`);
console.log('letters: without the article\n');
console.log(
  '| letters | distance | one slip: right, wrong | two slips: right, wrong | real words | suggested |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | --- |');
for (let length = 2; length <= 10; length += 1)
  for (let distance = 1; distance <= most; distance += 1) {
    const row = rows.get(`${length} ${distance}`);
    if (!row) continue;
    const now = distance <= maxDistance('x'.repeat(length)) ? 'yes' : 'no';
    const name = length === 10 ? '10 or more' : length;
    console.log(
      `| ${name} | ${distance} | ${row['one right']}, ${row['one wrong']} | ${row['two right']}, ${row['two wrong']} | ${row.real} | ${now} |`,
    );
  }
