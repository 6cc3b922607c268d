/**
 * Speed of comparison. Times are medians over several warm runs in this process; the word diff and jsdiff take turns on
 * the same tokens.
 *
 *     npx tsx bench/compare.ts [FOLDER]     FOLDER keeps the unpacked texts and their store between runs
 */
import { diffArrays } from 'diff';
import { alignTokens } from '../src/compare/diff/align.ts';
import { collateReports, compareReports, wordingHistory } from '../src/compare/index.ts';
import { Vocabulary } from '../src/compare/vocabulary.ts';
import { reportOf, variantsBetween } from '../test/compare/texts.ts';
import { type CleanText, federalTexts, type Line, sampleTexts } from './compare/corpus.ts';
import { makePair } from './compare/generate.ts';
import { precedentTimes } from './compare/precedents.ts';
import { Random } from './compare/random.ts';
import { variantsPages } from './compare/variants.ts';

const texts: CleanText[] = [...federalTexts(60, 1), ...sampleTexts()];
const everything = texts.flatMap((text) => text.lines.filter((line) => line.text.length > 60));
const random = new Random(7);
const rows: Record<string, { milliseconds: string; goal: string }> = {};

/** Median of `times` runs after as many warm-up runs; a single run has no warm-up. */
function time(run: () => unknown, times: number): number {
  for (let n = 0; n < times && times > 1; n++) run();
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    run();
    taken.push(performance.now() - start);
  }
  return taken.sort((x, y) => x - y)[times >> 1] as number;
}

function put(name: string, milliseconds: number, goal: string): void {
  rows[name] = { milliseconds: milliseconds.toFixed(milliseconds < 10 ? 2 : 0), goal };
}

/** Two reports of about `count` paragraphs of body text. */
function pairOf(count: number) {
  const from = random.below(Math.max(1, everything.length - count));
  const lines: Line[] = [];
  while (lines.length < count) lines.push(everything[(from + lines.length) % everything.length] as Line);
  const pair = makePair({ name: 'bench', lines }, everything.slice(0, 500), random);
  return [reportOf('base', pair.base), reportOf('other', pair.other)] as const;
}

for (const [count, times, goal] of [
  [100, 61, '≤ 10'],
  [1000, 7, '≤ 300'],
] as const) {
  const [base, other] = pairOf(count);
  const words = base.paragraphs.reduce((sum, p) => sum + p.text.split(' ').length, 0);
  put(
    `compare, ${count} paragraphs (${words} words)`,
    time(() => compareReports(base, other), times),
    goal,
  );
}

const near = (side: string) =>
  reportOf(
    side,
    Array.from({ length: 5000 }, (_, i) => {
      const turn = (i * 37 + (side === 'base' ? 0 : 11)) % 50;
      return `وتقرر اللجنة أن تحيل المسألة رقم ${turn} إلى الفريق العامل ${turn % 7} لينظر فيها في دورته المقبلة`;
    }),
  );
put(
  'compare, 5000 similar paragraphs',
  time(() => compareReports(near('base'), near('other')), 1),
  '≤ 5000',
);
const varied = (side: string) => {
  const choose = new Random(side === 'base' ? 3 : 4);
  const words = 'وتقرر اللجنة أن تحيل المسألة إلى الفريق العامل لينظر فيها في دورته المقبلة'.split(' ');
  return reportOf(
    side,
    Array.from({ length: 5000 }, () =>
      words.map((word) => (choose.chance(0.2) ? choose.pick(words) : word)).join(' '),
    ),
  );
};
put(
  'compare, 5000 shuffles of one sentence',
  time(() => compareReports(varied('base'), varied('other')), 1),
  '≤ 5000',
);

const longWords = everything.flatMap((line) => line.text.split(' ')).slice(0, 8000);
const changed = longWords.map((word) => (random.chance(0.1) ? random.pick(longWords) : word));
const vocabulary = new Vocabulary();
const ids = (words: string[]) => Int32Array.from(words, (word) => vocabulary.id(word));
const [a, b] = [ids(longWords), ids(changed)];
const [ours, theirs]: [number[], number[]] = [[], []];
for (let n = 0; n < 5; n++) {
  ours.push(time(() => alignTokens(a, b, vocabulary), 1));
  theirs.push(time(() => diffArrays([...a], [...b]), 1));
}
const middle = (list: number[]) => list.sort((x, y) => x - y)[list.length >> 1] as number;
put('word diff, 8000 words, 10 % changed', middle(ours), `jsdiff: ${middle(theirs).toFixed(0)}`);

const series = Array.from({ length: 16 }, (_, n) => {
  const text = texts.filter((t) => t.lines.length >= 60)[0] as CleanText;
  const lines = [...text.lines, ...everything].slice(0, 100);
  const pair = makePair({ name: 'series', lines }, everything.slice(0, 500), new Random(n));
  return reportOf(`R${n}`, pair.other.slice(0, 100), 2000 + n);
});
put(
  'variants, 100 paragraphs × 15 reports, index included',
  time(() => variantsBetween(series[0]!, series.slice(1)), 7),
  '≤ 300',
);
const anchor = series[3]!.paragraphs.find((p) => p.text.length > 150) ?? series[3]!.paragraphs[0]!;
put(
  'wording history, 16 reports, a paragraph',
  time(() => wordingHistory({ paragraph: anchor }, series), 21),
  '≤ 50',
);
const phrase = anchor.text.split(' ').slice(2, 12).join(' ');
put(
  'wording history, 16 reports, a phrase',
  time(() => wordingHistory({ text: phrase }, series), 21),
  '≤ 50',
);
put(
  'collation, 16 reports',
  time(() => collateReports(series), 3),
  '',
);

const { paragraphs, median, slowest, nearest } = precedentTimes(process.argv[2]);
put(`precedents of a sentence, ${paragraphs} paragraphs, median`, median, '≤ 50');
put('the same, slowest of 60', slowest, '');
console.log(`nearest paragraph found for ${nearest[0]} of ${nearest[1]}`);

const { siblings, times, sizes } = await variantsPages(100, process.argv[2]);
put(`a page of variants, ${siblings} other reports, median`, times[50]!, '');
put('the same, second slowest of 100', times[98]!, '≤ 300');
const megabytes = (size: number) => (size / 1e6).toFixed(2);
console.log(
  `a page of variants has ${megabytes(sizes[50]!)} MB (median), ${megabytes(sizes[98]!)} MB (second largest)`,
);

console.table(rows);
