/**
 * Phrases on the federal collection: what each operation costs, next to its goal, its cost when the entire index was
 * arrays in memory, and a baseline in the same run. Memory is the proportional set size of the process and its
 * children.
 *
 *     npm run build && npm run bench:phrases [-- FOLDER [MILLION…]]
 *
 * FOLDER keeps the texts and their store between runs; collections enlarged to that many million words are measured
 * too.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openIndexes } from '../src/phrases/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { timesOfAdding } from './phrases/added.ts';
import { dataName, federalStore, textsFolder } from './phrases/collection.ts';
import { storeOfSize } from './phrases/grow.ts';
import { type Grown, grown, lookupsOf } from './phrases/growth.ts';
import { fts5Http } from './phrases/http.ts';
import { ingestRows } from './phrases/ingest.ts';
import { bruteForceSeconds, fts5Counts, ms, otherRows, type Row, randomPhrases } from './phrases/lookups.ts';
import { meilisearchCounts } from './phrases/meilisearch.ts';
import { ended, startProgram } from './phrases/service.ts';
import { underLoad } from './pool/under-load.ts';

const folder = process.argv[2] ?? join(tmpdir(), 'siyagha-bench-phrases');
const larger = process.argv.slice(3).map(Number);
const store = federalStore(folder, (line) => console.error(line));
const rows: Row[] = [];
const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;
const both = ([p50, p99]: [number, number]) =>
  p99 < 1 ? `${(p50 * 1000).toFixed(1)} / ${(p99 * 1000).toFixed(1)} µs` : `${ms(p50)} / ${ms(p99)}`;
const added = (times: Float64Array) =>
  `${seconds(times[Math.floor(times.length / 2)]!)}, slowest ${seconds(times.at(-1)!)}`;

// Makes the table for ranked search, which is not part of the index.
await ended(await startProgram(store.folder));
const tokens = store
  .snapshot()
  .reports()
  .reduce((sum, { words }) => sum + words, 0);
const millions = Math.round(tokens / 1e5) / 10;
const whole = await grown(store.folder, millions, true);
const { lookups } = whole;
const inMemory = lookupsOf(store.folder, 4096);
const indexes = await openIndexes(store, { lexicon: loadLexicon() });
await indexes.settled();
const view = indexes.current();
const index = view.byProfile('folded');
const fts5 = join(folder, 'fts5.db');
const theirs = fts5Counts(index, fts5);
const brute = `brute force ≈ ${bruteForceSeconds(view).toFixed(0)} s (from 1 % of the reports)`;
const paths = randomPhrases(index, 2200).map(
  (words) => `/v1/phrases?q=${encodeURIComponent(words.join(' '))}`,
);
const theirRate = await fts5Http(paths, fts5);
rmSync(fts5);
const meilisearch = (await meilisearchCounts(index)) ?? 'Meilisearch: no MEILI_URL is set';
const others = otherRows(view);
const { reports } = view.table;
await indexes.close();
const loaded = await underLoad(store.folder, reports, paths, 20);
const part = storeOfSize(store, folder, 1);

const doubling = JSON.parse(
  execFileSync(process.execPath, [
    '--import',
    'tsx',
    fileURLToPath(new URL('./phrases/build.ts', import.meta.url)),
    store.folder,
  ]).toString(),
) as { induced_ms: number; doubling_ms: number; same: boolean };

rows.push(
  ['serve after 1,000 mixed requests of all profiles', '650 MB', '≤ 300 MB', memory(whole), ''],
  ['start until the first phrase is answered', '1.2 s', '≤ 0.6 s', seconds(whole.start), ''],
  ['count, 2–12 words', '2.6 / 4.7 µs', '≤ 40 / 150 µs', both(lookups.count), `FTS5 ${both(theirs)}`],
  ['the same, memory for everything', '2.6 / 4.7 µs', '± 20 %', both(inMemory.count), meilisearch],
  ['full answer', 'p99 1.4 ms', 'p99 ≤ 4 ms', both(lookups.answer), ''],
  [`full answer, ${lookups.hits} hits`, 'p99 6.1 ms', 'p99 ≤ 10 ms', both(lookups.frequent), ''],
  [
    `recurring, ${lookups.reports} reports of 5,000 words`,
    'p99 12 ms',
    'p99 ≤ 30 ms',
    both(lookups.recurring),
    brute,
  ],
  ['novelty', 'p99 4.4 ms', 'p99 ≤ 30 ms', both(lookups.novelty), brute],
  ['dropped', 'p99 19 ms', 'p99 ≤ 30 ms', both(lookups.dropped), brute],
  ['one more report, 1 M tokens', '0.4 s', '≤ 0.4 s', added(await timesOfAdding(part)), ''],
  [`one more report, ${millions} M tokens`, '2.3 s', '≤ 0.4 s', added(whole.added), ''],
  ...(await ingestRows(textsFolder(folder), join(folder, 'ingested'))),
  [
    'HTTP /v1/phrases, 64 connections, 20,000 phrases once',
    '3,274/s',
    '≥ 2,500/s, p99 ≤ 60 ms',
    http(whole),
    theirRate,
  ],
  [
    '`/healthz` while 8 of the heaviest questions run',
    '30 s and more',
    'p99 ≤ 100 ms',
    both(loaded.health),
    `alone ${both(loaded.quietHealth)}`,
  ],
  [
    'a phrase count during that',
    '30 s and more',
    'p99 ≤ 100 ms',
    both(loaded.count),
    `alone ${both(loaded.quietCount)}`,
  ],
  [
    'index built; fully merged; peak memory',
    '',
    '',
    `${seconds(whole.built!.ready)}; ${seconds(whole.built!.settled)}; ${whole.built!.peak.toFixed(0)} MB`,
    '',
  ],
  [
    'suffix array of it, folded',
    '',
    '',
    seconds(doubling.induced_ms),
    `prefix doubling ${seconds(doubling.doubling_ms)}${doubling.same ? '' : ', ANOTHER ARRAY'}`,
  ],
  ...others,
);
for (const size of larger) {
  const at = await grown(storeOfSize(store, folder, size), size, true);
  rows.push(
    [`${size} M tokens: serve`, '–', size >= 128 ? '≤ 400 MB' : '', memory(at), ''],
    ['count', '–', size >= 128 ? 'p99 ≤ 0.3 ms' : '', both(at.lookups.count), ''],
    ['one more report', '–', '≤ 0.4 s', added(at.added), ''],
  );
}
store.close();

console.log(`data: ${dataName}; "before" and the goals are for the federal texts, 7.5 M tokens`);
console.log('| work | before | goal | now, p50 / p99 | baseline in the same run |\n|---|---|---|---|---|');
for (const row of rows) console.log(`| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);

function memory({ megabytes, failed }: Grown): string {
  return `${megabytes.toFixed(0)} MB${failed > 0 ? `, ${failed} requests FAILED` : ''}`;
}

function http({ rate, httpP99 }: Grown): string {
  return `${rate.toFixed(0)}/s, p99 ${httpP99.toFixed(0)} ms`;
}
