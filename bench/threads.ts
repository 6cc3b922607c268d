/**
 * Threads on the federal collection, each figure next to its goal and a baseline that compares everything with
 * everything.
 *
 *     npm run bench:threads [-- FOLDER]     FOLDER keeps the unpacked texts and their store between runs
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { phraseThreads, type ThreadsView } from '../src/compare/index.ts';
import { openIndexes, wholeCollection } from '../src/phrases/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { dataName, federalStore } from './phrases/collection.ts';
import { generator, onProcessor, quantile, timed } from './phrases/timing.ts';
import { plainThreads } from './threads/plain.ts';

const store = federalStore(process.argv[2] ?? join(tmpdir(), 'siyagha-bench-phrases'), console.error);
const lexicon = loadLexicon();
const indexes = await openIndexes(store, { lexicon });
const snapshot = indexes.current();
const { table, reader } = snapshot;
const view: ThreadsView = { table, reader, lexicon, byProfile: (profile) => snapshot.byProfile(profile) };
const scope = wholeCollection(table);
const random = generator(5);

/** Phrases of two or three words that occur this often, chosen at random from all of them. */
function phrasesBetween(least: number, most: number, count: number): string[] {
  const index = view.byProfile('folded');
  const [{ index: part } = { index: null }] = index.parts;
  if (!part) return [];
  const found: string[] = [];
  for (let rank = 0; rank < part.suffixes.length; ) {
    const start = part.suffixes.at(rank);
    const run = [0, 1, 2].map((i) => part.tokens.at(start + i));
    if (run[1] === 0) {
      rank += 1;
      continue;
    }
    const words = run.slice(0, run[2] ? 3 : 2).map((token) => part.words.word(token - 1));
    const { end } = part.rangeOf(Uint32Array.from(run.slice(0, 2)));
    for (const phrase of [words.slice(0, 2), words]) {
      const occurrences = index.count(phrase);
      if (occurrences >= least && occurrences <= most) found.push(phrase.join(' '));
    }
    rank = end;
  }
  const distinct = [...new Set(found)];
  return Array.from(
    { length: Math.min(count, distinct.length) },
    () => distinct.splice(random(distinct.length), 1)[0]!,
  );
}

const ask = (q: string, limit = 20) =>
  phraseThreads(view, { q, match: 'folded', limit, offset: 0, gaps: true }, scope);
const ms = (value: number) => `${value.toFixed(0)} ms`;
const rows: string[][] = [];

for (const [least, most, count, goal] of [
  [100, 2000, 60, 500],
  [4000, 5000, 20, 1500],
] as const) {
  const phrases = phrasesBetween(least, most, count);
  if (phrases.length === 0) {
    rows.push([`threads of phrases of ${least} to ${most} occurrences`, '', '', '', '', 'there are none']);
    continue;
  }
  for (const q of phrases.slice(0, 5)) ask(q);
  const wall = new Float64Array(phrases.length);
  const processor = new Float64Array(phrases.length);
  let [threads, gaps, instead] = [0, 0, 0];
  for (const [i, q] of phrases.entries()) {
    const { ms: used, result } = onProcessor(() => timed(() => ask(q)));
    wall[i] = result.ms;
    processor[i] = used;
    for (const thread of result.result.threads) {
      threads++;
      gaps += thread.gaps.length;
      instead += thread.gaps.filter((gap) => gap.instead).length;
    }
  }
  wall.sort();
  processor.sort();
  rows.push([
    `threads of ${phrases.length} phrases of ${least} to ${most} occurrences, first page, each asked once`,
    `p99 ≤ ${goal} ms`,
    ms(quantile(wall, 0.5)),
    ms(quantile(wall, 0.99)),
    `${ms(quantile(processor, 0.5))} / ${ms(quantile(processor, 0.99))}`,
    `${threads} threads, ${gaps} gaps, ${instead} of them with another text instead`,
  ]);
}

const [few, some] = phrasesBetween(300, 600, 2) as [string, string];
for (const q of [few, some]) {
  ask(q, 2);
  const { ms: ours, result } = timed(() => ask(q, 2));
  const { ms: theirs, result: plain } = timed(() => plainThreads(view, q, 2));
  const same =
    JSON.stringify(plain) ===
    JSON.stringify(
      result.threads.map(({ versions, gaps }) => ({
        versions: versions.map(({ paragraph, similarity }) => ({ paragraph, similarity })),
        gaps: gaps.map(({ report, instead }) => ({
          report,
          instead: instead && { paragraph: instead.paragraph, similarity: instead.similarity },
        })),
      })),
    );
  rows.push([
    `two threads of a phrase of ${result.occurrences} occurrences`,
    '',
    ms(ours),
    '',
    '',
    `everything compared: ${ms(theirs)}, ${(theirs / ours).toFixed(0)} times, ${same ? 'the same answer' : 'ANOTHER ANSWER'}`,
  ]);
}

await indexes.close();
store.close();
console.log(`data: ${dataName}`);
console.log(
  '| work | goal | p50 | p99 | of which processor p50 / p99 | baseline |\n|---|---|---|---|---|---|',
);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
