/**
 * How well doubt predicts errors: texts damaged on purpose and the two real layers are repaired; prints how many of the
 * wrong words and of the right words are marked, and what other thresholds would give.
 *
 *     npm run eval:doubt [-- --fit] # --fit: prints the weights fitted on the tuning texts
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseReport } from '../src/ingest/parse.ts';
import { findLayers } from '../src/ingest/readers/text/layers.ts';
import { chanceWrong, DOUBTED } from '../src/ingest/repair/doubt.ts';
import { looksVisual, repairDocument, repairVisualText } from '../src/ingest/repair/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { fitWeights } from './doubt/fit.ts';
import { type JudgedWord, judge } from './doubt/measure.ts';
import { type CleanText, cleanTexts, data } from './doubt/texts.ts';
import { damage } from './repair-damage.ts';

if (!existsSync(data)) {
  console.log('skipped: ../shared/data is missing');
  process.exit(0);
}
const lexicon = loadLexicon();
const samples = fileURLToPath(new URL('../samples/', import.meta.url));

/** The seeds of the two sets are far apart. */
const seeds = { tuned: 100, 'held-out': 7000 };

function damaged(texts: readonly CleanText[]): Map<string, JudgedWord[]> {
  const found = new Map<string, JudgedWord[]>();
  for (const { name, set, paragraphs, forms } of texts) {
    const kind = `${set}, ${name.split('/')[0]}${forms ? ', evidence without them' : ''}`;
    const repaired = repairVisualText(damage(paragraphs, { seed: seeds[set]++ }), {
      lexicon,
      ...(forms ? { forms } : {}),
    });
    const list = found.get(kind) ?? [];
    for (const word of judge(paragraphs, repaired)) list.push(word);
    found.set(kind, list);
  }
  return found;
}

const firstParagraph = (lines: readonly string[]) => lines.findIndex((line) => /^\s*[1١]\s*[-–]/u.test(line));

function seedReport(): JudgedWord[] {
  const text = readFileSync(`${data}seed-report/A-CONF.192-MGE-2011-1.ar.txt`, 'utf8');
  const { visual, logical } = findLayers(text.split('\n'), looksVisual);
  const repaired = repairVisualText(visual.join('\n'), { lexicon });
  const truth = logical.filter((line) => line.trim() !== '');
  const first = firstParagraph(repaired.blocks.map((block) => block.text));
  return judge(truth.slice(firstParagraph(truth)), repaired, first);
}

async function sampleReport(): Promise<JudgedWord[]> {
  const name = 'SRO-C.7-2012-9.txt';
  const siblings: string[] = [];
  for (const file of readdirSync(`${samples}reports`).filter((file) => file !== name)) {
    const { paragraphs } = await parseReport(readFileSync(`${samples}reports/${file}`), { file, lexicon });
    siblings.push(...paragraphs.map(({ text }) => text));
  }
  const repaired = repairVisualText(readFileSync(`${samples}reports/${name}`, 'utf8'), { lexicon, siblings });
  const truth = readFileSync(`${samples}clean/${name}`, 'utf8').split('\n');
  // The truth has the footnote after its paragraph, the layer at the foot of the page.
  const isNote = (text: string) => text.includes('أثر ضار ذو شأن');
  const kept = repaired.blocks.flatMap(({ text }, i) => (isNote(text) ? [] : [i]));
  const body = {
    blocks: kept.map((i) => repaired.blocks[i]!),
    readings: kept.map((i) => repaired.readings[i]!),
  };
  return judge(
    truth.filter((line) => !isNote(line)),
    body,
  );
}

/** Lam-alefs, or other ligatures too, stored in drawing order. */
const swapped: Record<string, (text: string) => string> = {
  'lam-alef': (text) => text.replace(/ل([اأإآ])/gu, '$1ل'),
  'lam-alef and ligatures': (text) => text.replace(/ل([اأإآ])/gu, '$1ل').replace(/ل([محجخ])/gu, '$1ل'),
};

/** The number of words stays the same: each word is compared with the one that it replaced. */
function letters(texts: readonly CleanText[], swap: (text: string) => string): JudgedWord[] {
  return texts.flatMap(({ paragraphs, forms }) => {
    const clean = paragraphs.map((text) =>
      text
        .normalize('NFKC')
        .replace(/[\u064B-\u065F\u0670]/gu, '')
        .replace(/[^\u0621-\u064A]+/gu, ' ')
        .trim(),
    );
    const blocks = clean.map((text) => ({ text: swap(text) }));
    const { blocks: read } = repairDocument(
      { format: 'txt', layer: 'logical', damage: 'letters', blocks, furniture: [], warnings: [] },
      { lexicon, ...(forms ? { forms } : {}) },
    );
    return read.flatMap(({ text, repairs = [], doubts = [] }, i) => {
      const truth = clean[i]!.split(' ');
      const doubted = new Set([
        ...repairs.filter(({ doubtful }) => doubtful).map(({ start }) => start),
        ...doubts.map(([start]) => start),
      ]);
      let at = 0;
      return text.split(' ').map((word, k): JudgedWord => {
        const start = at;
        at += word.length + 1;
        return { wrong: word !== truth[k], doubted: doubted.has(start), signals: null };
      });
    });
  });
}

const share = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;

function line(kind: string, judged: readonly JudgedWord[]): string {
  const wrong = judged.filter((word) => word.wrong);
  const right = judged.filter((word) => !word.wrong);
  const doubted = (words: readonly JudgedWord[]) => words.filter((word) => word.doubted).length;
  return [
    kind.padEnd(48),
    `${judged.length} words, ${wrong.length} wrong (${share(wrong.length, judged.length)})`.padEnd(34),
    `doubted: ${share(doubted(wrong), wrong.length)} of the wrong, ${share(doubted(right), right.length)} of the right`,
  ].join(' ');
}

const texts = cleanTexts();
const known = texts.flatMap(({ forms, ...text }) => (forms ? [text] : []));
const groups = new Map([...damaged(texts), ...damaged(known)]);
for (const [kind, judged] of groups) console.log(line(kind, judged));
const all = (set: string) => [...groups].flatMap(([kind, judged]) => (kind.startsWith(set) ? judged : []));
const tuned = all('tuned');
const heldOut = all('held-out');
const real: [string, JudgedWord[]][] = [
  ['seed report', seedReport()],
  ['sample of 2012 with its siblings', await sampleReport()],
];
for (const [kind, judged] of real) console.log(line(kind, judged));
console.log(line('all tuning texts', tuned));
console.log(line('all held-out texts', heldOut));
for (const [kind, swap] of Object.entries(swapped)) {
  const heldOutTexts = texts.filter(({ set }) => set === 'held-out');
  console.log(line(`letters, held-out, ${kind}`, letters(heldOutTexts, swap)));
}
if (process.argv.includes('--fit')) console.log(fitWeights(tuned));

console.log('\nprobability from   wrong words doubted   right words doubted   doubted words that are wrong');
const chances = heldOut.map((word) => ({
  wrong: word.wrong,
  chance: word.signals ? chanceWrong(word.signals) : 0,
}));
const count = (wrong: boolean, from: number) =>
  chances.filter((word) => word.wrong === wrong && word.chance >= from).length;
for (const from of [0.5, 0.3, 0.2, 0.15, 0.12, 0.1, 0.08, DOUBTED, 0.05, 0.04, 0.03, 0.02, 0.01, 0.005]) {
  const [wrong, right] = [count(true, from), count(false, from)];
  console.log(
    [
      `${from}`.padEnd(18),
      share(wrong, count(true, 0)).padEnd(21),
      share(right, count(false, 0)).padEnd(21),
      share(wrong, wrong + right) + (from === DOUBTED ? '   ← chosen' : ''),
    ].join(' '),
  );
}
