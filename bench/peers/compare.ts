/**
 * Gives two texts to several comparison tools: for entire reports, which paragraph became which; for passages with a
 * single edit, which words stayed. The constructed corpus has the truth. Every tool runs in a separate process. If a
 * tool compares words or letters, two paragraphs count as a pair if they share most of what it calls equal.
 *
 *     npm run bench:peers
 *
 * diff-match-patch: `npm install --no-save diff-match-patch`, or set DIFF_MATCH_PATCH to its file. CollateX: `pip
 * install collatex python-Levenshtein`; PYTHON names the interpreter.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from '../../scripts/corpus/make.ts';
import type { MadeReport, Passage } from '../../scripts/corpus/series.ts';
import { runWatched } from '../processes.ts';
import { type Answer, type Kept, keptOf, type Link, linksOf, textsOf } from './compare/answer.ts';

/** Seconds that a tool has for a task. */
const limit = Number(process.env.SIYAGHA_PEERS_SECONDS ?? 240);
const passagesAsked = 200;
const here = (name: string) => fileURLToPath(new URL(`./compare/${name}`, import.meta.url));
const node = (name: string) => ({
  command: process.execPath,
  args: ['--import', 'tsx', here('tool.ts'), name],
});
const tools: Record<string, { command: string; args: string[]; missing?: string }> = {
  siyagha: node('siyagha'),
  'jsdiff, lines': node('lines'),
  'jsdiff, words': node('words'),
  'jsdiff, words of Intl.Segmenter': node('segmented'),
  'diff-match-patch': { ...node('diff-match-patch'), missing: 'npm install --no-save diff-match-patch' },
  'CollateX (Python)': {
    command: process.env.PYTHON ?? 'python3',
    args: [here('collatex_parts.py')],
    missing: 'pip install collatex python-Levenshtein',
  },
};

const reports: [MadeReport, MadeReport][] = [];
const passages: [Passage, Passage][] = [];
let before: MadeReport | null = null;
for (const report of makeCorpus({ words: 200_000, seed: 7 })) {
  if (before?.series === report.series) {
    if (report.year % 3 === 1) reports.push([before, report]);
    passages.push(...editedOnce(before, report));
  }
  before = report;
}
reports.splice(4);
passages.splice(passagesAsked);

const folder = mkdtempSync(join(tmpdir(), 'siyagha-peers-'));
const rows: Record<string, Record<string, string>> = {};
const missing = new Set<string>();
console.log(`constructed corpus, seed 7; a tool has ${limit} s for each task; times are processor time`);
const ofReports = await task(
  'reports.json',
  reports.map((pair) => pair.map(({ passages: all }) => all.map(({ text }) => text))),
);
for (const [name, { answers, memory }] of Object.entries(ofReports))
  rows[name] = { ...linksScore(answers), 'median time': median(answers), memory };
console.log('\nentire reports: which paragraph became which?');
console.table(rows);

const ofPassages = await task(
  'passages.json',
  passages.map((pair) => pair.map(({ text }) => [text])),
);
const passageRows: Record<string, Record<string, string>> = {};
for (const [name, { answers, memory }] of Object.entries(ofPassages)) {
  const right = answers.filter((answer, i) => staysRight(answer, passages[i]!)).length;
  passageRows[name] = {
    passages: String(answers.length),
    'nothing else called changed': `${right} of ${answers.length}`,
    'median time': median(answers),
    memory,
  };
}
console.log('passages with one edit: which words stayed?');
console.table(passageRows);
rmSync(folder, { recursive: true, force: true });

async function task(file: string, pairs: string[][][]) {
  const input = join(folder, file);
  writeFileSync(input, JSON.stringify(pairs));
  const done: Record<string, { answers: Answer[]; memory: string }> = {};
  for (const [name, tool] of Object.entries(tools)) {
    if (missing.has(name)) continue;
    const ran = await runWatched([...tool.args, input], {}, { command: tool.command, limit: limit * 1000 });
    // A tool that was stopped may have stopped in the middle of a line.
    const lines = ran.stdout.split('\n').slice(0, -1);
    if (ran.status !== 0 && ran.status !== null) {
      console.log(
        `${name}: not measured (${tool.missing ?? 'it failed'}): ${ran.stderr.trim().split('\n').at(-1)}`,
      );
      missing.add(name);
      continue;
    }
    if (lines.length < pairs.length)
      console.log(`${name}: ${lines.length} of ${pairs.length} answered in ${limit} s (${file})`);
    done[name] = {
      answers: lines.map((line) => JSON.parse(line) as Answer),
      memory: `${ran.together.toFixed(0)} MB`,
    };
  }
  return done;
}

function median(answers: readonly Answer[]): string {
  const times = answers.map(({ ms }) => ms).sort((x, y) => x - y);
  if (times.length === 0) return '-';
  const ms = times[times.length >> 1]!;
  return `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

function linksScore(answers: readonly Answer[]): Record<string, string> {
  let [right, answered, wanted, hardRight, hardWanted] = [0, 0, 0, 0, 0];
  answers.forEach((answer, i) => {
    const [base, other] = reports[i]!.map(({ passages: all }) => all.map(({ text }) => text)) as [
      string[],
      string[],
    ];
    const links = 'links' in answer ? answer.links : linksOf(answer.parts, base, other);
    const found = new Set(links.map((link) => link.join()));
    const truth = truthOf(reports[i]!);
    answered += found.size;
    wanted += truth.length;
    for (const { link, hard } of truth) {
      const has = found.has(link.join()) ? 1 : 0;
      right += has;
      if (hard) {
        hardWanted += 1;
        hardRight += has;
      }
    }
  });
  const percent = (share: number) => (Number.isNaN(share) ? '-' : `${(share * 100).toFixed(1)} %`);
  return {
    'pairs of reports': `${answers.length} of ${reports.length}`,
    'links found': percent(right / wanted),
    'links right': percent(right / answered),
    'moved or split': percent(hardRight / hardWanted),
  };
}

/** Every true link, and those of passages that were moved or split. */
function truthOf([base, other]: readonly [MadeReport, MadeReport]) {
  const links: { link: Link; hard: boolean }[] = [];
  base.passages.forEach(({ key }, i) => {
    other.passages.forEach((passage, j) => {
      if (passage.key === key)
        links.push({ link: [i, j], hard: passage.fate === 'moved' || passage.fate === 'split' });
    });
  });
  return links;
}

/** Passages of a report of which some words, in one place, were replaced in the next one. */
function editedOnce(base: MadeReport, other: MadeReport): [Passage, Passage][] {
  const only = (report: MadeReport, key: string) => {
    const found = report.passages.filter((passage) => passage.key === key);
    return found.length === 1 ? found[0] : undefined;
  };
  return other.passages.flatMap((passage): [Passage, Passage][] => {
    const was = only(base, passage.key);
    const edited = passage.fate === 'details' || passage.fate === 'reworded';
    if (!was || !edited || !only(other, passage.key) || was.text === passage.text) return [];
    return [[was, passage]];
  });
}

/**
 * Whether at least as many words are called equal as there are before and after the edit, and nothing is lost. Which
 * ones does not matter: if the new words are like their neighbours, there are several correct answers.
 */
function staysRight(answer: Answer, pair: readonly [Passage, Passage]): boolean {
  const [base, other] = pair.map(({ text }) => text) as [string, string];
  if ('parts' in answer) {
    const [left, right] = textsOf(answer.parts);
    if (left !== `${base}\n` || right !== `${other}\n`) return false;
  }
  const kept: Kept | null = 'parts' in answer ? keptOf(answer.parts) : answer.kept;
  if (!kept) return false;
  const [one, two] = [base.split(' '), other.split(' ')];
  const shorter = Math.min(one.length, two.length);
  let head = 0;
  while (head < shorter && one[head] === two[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === two.at(-1 - tail)) tail += 1;
  return Math.min(wordsIn(base, kept.base), wordsIn(other, kept.other)) >= head + tail;
}

/** Words whose letters are all in the ranges; marks do not count. */
function wordsIn(text: string, ranges: Kept['base']): number {
  const stayed = new Uint8Array(text.length);
  for (const [start, end] of ranges) stayed.fill(1, start, end);
  return [...text.matchAll(/\S+/gu)].filter(({ 0: word, index }) =>
    [...word].every((letter, k) => !/[\p{L}\p{N}]/u.test(letter) || stayed[index + k] === 1),
  ).length;
}
