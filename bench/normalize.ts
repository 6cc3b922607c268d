/**
 * Speed of the normaliser, compared with a plain chain of regular expressions in the same run.
 *
 *     npx tsx bench/normalize.ts [rounds]
 *
 * Texts: federal decrees and United Nations lines, or constructed reports if these private texts are missing. Each round
 * times every contestant once, one after the other, so that a busy machine slows them all equally; look at the ratio. The
 * cold rate is the first pass, with nothing compiled and nothing cached.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLexicon, tokenize, words } from 'arabic-normalizer';
import { makeCorpus } from '../scripts/corpus/make.ts';
import { onConstructed, privateData } from './data.ts';

const rounds = Number(process.argv[2] ?? 25);
/** About as many as the decrees and lines have. */
const constructed = { words: 430_000, seed: 1 };
const data = onConstructed
  ? `constructed corpus (${constructed.words} words, seed ${constructed.seed})`
  : 'federal decrees and United Nations lines';

function paragraphs(): string[] {
  if (onConstructed)
    return [...makeCorpus(constructed)].flatMap(({ passages }) => passages.map(({ text }) => text));
  const folder = join(privateData, 'uae-decrees/text');
  const files = readdirSync(folder).map((name) => join(folder, name));
  return [...files, join(privateData, 'un-unpc-devset/UNv1.0.devset.ar')]
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');
}

/** What one would write without this package: the same words for these texts, but no ranges. */
function plainChain(text: string): string[] {
  const folded = text
    .normalize('NFKC')
    .replace(/[\u0640\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .toLowerCase()
    .replace(/[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/[ؤئ]/g, 'ء')
    .replace(/ي+ء(?![\p{L}\p{M}\p{N}])/gu, 'ء');
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const lexicon = parseLexicon(readFileSync('config/lexicon/words.tsv', 'utf8'));
const contestants: Record<string, (text: string) => unknown[]> = {
  'plain chain': plainChain,
  'words, folded': (text) => words(text),
  'tokenize, folded': (text) => tokenize(text),
  'tokenize, exact': (text) => tokenize(text, 'exact'),
  'tokenize, stem': (text) => tokenize(text, 'stem', { lexicon }),
};

const lines = paragraphs();
const chars = lines.reduce((sum, line) => sum + line.length, 0);
const differing = lines.filter((line) => plainChain(line).join(' ') !== words(line).join(' ')).length;
console.log(`data: ${data}`);
console.log(`${lines.length} paragraphs, ${(chars / 1e6).toFixed(2)} M characters, node ${process.version}`);
console.log(`the plain chain gives different words in ${differing} paragraphs`);

const first = new Map<string, number>();
const times = new Map<string, number[]>(Object.keys(contestants).map((name) => [name, []]));
let tokens = 0;
for (let round = -3; round < rounds; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    const from = performance.now();
    tokens = 0;
    for (const line of lines) tokens += run(line).length;
    if (!first.has(name)) first.set(name, performance.now() - from);
    if (round >= 0) times.get(name)!.push(performance.now() - from);
  }
}

const at = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)]!;
const base = at(
  times.get('plain chain')!.sort((a, b) => a - b),
  0.5,
);
console.log(
  `${tokens} tokens, ${rounds} rounds; M characters/s at the median, 10th and 90th percentile of times, and cold`,
);
for (const [name, list] of times) {
  const sorted = list.sort((a, b) => a - b);
  const rate = (share: number) => (chars / at(sorted, share) / 1000).toFixed(1).padStart(7);
  const ratio = (base / at(sorted, 0.5)).toFixed(1).padStart(6);
  const cold = (chars / first.get(name)! / 1000).toFixed(1).padStart(7);
  console.log(`${name.padEnd(18)}${rate(0.5)}${rate(0.1)}${rate(0.9)}${cold}   × ${ratio}`);
}
