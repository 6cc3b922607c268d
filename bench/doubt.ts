/**
 * How well doubt predicts errors: texts damaged on purpose and two damaged reports are repaired; prints how many of the
 * wrong words and of the right words are marked, and what other thresholds would give.
 *
 *     npm run eval:doubt [-- --fit]      # --fit: prints the weights fitted on the tuning texts
 */
import { chanceWrong, DOUBTED } from '../src/ingest/repair/doubt.ts';
import { repairDocument, repairVisualText } from '../src/ingest/repair/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { type DamagedReport, damagedReport, sampleOf2012 } from './damaged-report.ts';
import { fitWeights } from './doubt/fit.ts';
import { type JudgedWord, judge } from './doubt/measure.ts';
import { type CleanText, cleanTexts, dataOfTexts } from './doubt/texts.ts';
import { damage } from './repair-damage.ts';

const lexicon = loadLexicon();

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

/** Read alone, or with the reports of its series. */
function ofReport(report: DamagedReport, siblings?: readonly string[]): JudgedWord[] {
  const { cleanLines, damagedLines, isNote, coverInOrder } = report;
  const { blocks, readings } = repairVisualText(damagedLines.join('\n'), { lexicon, siblings });
  const kept = blocks.flatMap(({ text }, i) => (isNote(text) ? [] : [i]));
  const body = { blocks: kept.map((i) => blocks[i]!), readings: kept.map((i) => readings[i]!) };
  const truth = cleanLines.filter((line) => line.trim() !== '' && !isNote(line));
  if (coverInOrder) return judge(truth, body);
  const first = firstParagraph(body.blocks.map((block) => block.text));
  return judge(truth.slice(firstParagraph(truth)), body, first);
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
console.log(`data: ${dataOfTexts}`);
const known = texts.flatMap(({ forms, ...text }) => (forms ? [text] : []));
const groups = new Map([...damaged(texts), ...damaged(known)]);
for (const [kind, judged] of groups) console.log(line(kind, judged));
const all = (set: string) => [...groups].flatMap(([kind, judged]) => (kind.startsWith(set) ? judged : []));
const tuned = all('tuned');
const heldOut = all('held-out');
const alone = damagedReport();
const sample = sampleOf2012();
const real: [string, JudgedWord[]][] = [
  [`${alone.name} alone`, ofReport(alone)],
  ['sample of 2012 with its siblings', ofReport(sample, await sample.siblings())],
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
