/**
 * How the phrase index grows: the built program and its index for collections of several sizes, each in a separate
 * process.
 *
 *     npm run build && npx tsx bench/phrases/growth.ts FOLDER MILLION…
 *
 * FOLDER keeps the unpacked texts, their store and the enlarged ones: 30 MB and 0.1 GB of index per million words.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openIndexes, type PhraseSnapshot } from '../../src/phrases/index.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import { openStore } from '../../src/store/index.ts';
import { timesOfAdding } from './added.ts';
import { federalStore } from './collection.ts';
import { storeOfSize } from './grow.ts';
import { load } from './load.ts';
import { type Lookups, randomPhrases } from './lookups.ts';
import { ended, startProgram } from './service.ts';
import { type Built, build, memoryAfter, mixedRequests, sizeOfSet, startUntilReady } from './serving.ts';
import { quantile } from './timing.ts';

export interface Grown {
  millions: number;
  built: Built | null;
  segments: number;
  bytes: number;
  start: number;
  megabytes: number;
  failed: number;
  lookups: Lookups;
  added: Float64Array;
  rate: number;
  httpP99: number;
}

/** @param rebuild false: an existing index is used */
export async function grown(data: string, millions: number, rebuild: boolean): Promise<Grown> {
  const say = (what: string) => console.error(`${millions} M tokens: ${what}`);
  const built = rebuild ? await build(data) : null;
  if (built) say(JSON.stringify(built));
  const { phrases, reports } = await drawn(data);
  const paths = phrases.map((words) => `/v1/phrases?q=${encodeURIComponent(words.join(' '))}`);
  const start = await startUntilReady(data, paths[0]!);
  say(`ready after ${start.toFixed(0)} ms`);
  const { megabytes, failed } = await memoryAfter(data, mixedRequests(phrases, reports));
  say(`${megabytes.toFixed(0)} MB after mixed requests, ${failed} failed`);
  const lookups = lookupsOf(data, 64);
  say(JSON.stringify(lookups));
  const added = await timesOfAdding(data);
  say(`one more report ${added.join(' ')} ms`);
  const service = await startProgram(data);
  await load(service.base, paths.slice(20_000), 64);
  const http = await load(service.base, paths.slice(0, 20_000), 64);
  await ended(service);
  say('asked over HTTP');
  const { segments, bytes } = sizeOfSet(data);
  const httpP99 = quantile(http.times, 0.99);
  return {
    millions,
    built,
    segments,
    bytes,
    start,
    megabytes,
    failed,
    lookups,
    added,
    rate: http.rate,
    httpP99,
  };
}

export function lookupsOf(data: string, megabytes: number): Lookups {
  const script = fileURLToPath(new URL('./answers.ts', import.meta.url));
  const args = ['--import', 'tsx', script, data, String(megabytes)];
  return JSON.parse(execFileSync(process.execPath, args).toString()) as Lookups;
}

/** Phrases that occur in a collection, and reports of it. */
async function drawn(data: string): Promise<{ phrases: string[][]; reports: string[] }> {
  const store = openStore(data);
  const indexes = await openIndexes(store, { lexicon: loadLexicon() });
  const view: PhraseSnapshot = indexes.current();
  const phrases = randomPhrases(view.byProfile('folded'), 21_000);
  const reports = view.table.reports.filter(({ words }) => words < 10_000).map(({ id }) => id);
  await indexes.close();
  store.close();
  const step = Math.max(1, Math.floor(reports.length / 200));
  return { phrases, reports: reports.filter((_, i) => i % step === 0) };
}

export const headings = [
  'million tokens',
  'built / merged',
  'peak',
  'segments, bytes per token',
  'ready',
  'memory',
  'count p50 / p99',
  'answer p99; of the most frequent',
  'recurring / novelty / dropped p99',
  'one more report, median / slowest',
  'HTTP, p99',
];

export function rowOf(grown: Grown): string[] {
  const { built, lookups, added } = grown;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
  const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);
  const us = (value: number) => (value * 1000).toFixed(value < 0.01 ? 1 : 0);
  return [
    String(grown.millions),
    built ? `${seconds(built.ready)} / ${seconds(built.settled)}` : '–',
    built ? `${built.peak.toFixed(0)} MB` : '–',
    `${grown.segments}, ${(grown.bytes / grown.millions / 1e6).toFixed(0)}`,
    seconds(grown.start),
    `${grown.megabytes.toFixed(0)} MB${grown.failed > 0 ? `, ${grown.failed} FAILED` : ''}`,
    `${us(lookups.count[0])} / ${us(lookups.count[1])} µs`,
    `${ms(lookups.answer[1])}; ${ms(lookups.frequent[1])} ms (${lookups.hits} hits)`,
    `${ms(lookups.recurring[1])} / ${ms(lookups.novelty[1])} / ${ms(lookups.dropped[1])} ms`,
    `${seconds(added[Math.floor(added.length / 2)]!)} / ${seconds(added.at(-1)!)}`,
    `${grown.rate.toFixed(0)}/s, ${ms(grown.httpP99)} ms`,
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, ...rest] = process.argv.slice(2);
  const kept = rest.includes('--kept');
  const source = federalStore(folder!, console.error);
  console.log(`| ${headings.join(' | ')} |\n|${'---|'.repeat(headings.length)}`);
  for (const size of rest.filter((arg) => arg !== '--kept')) {
    const data = storeOfSize(source, join(folder!), Number(size));
    console.log(`| ${rowOf(await grown(data, Number(size), !kept)).join(' | ')} |`);
  }
  source.close();
}
