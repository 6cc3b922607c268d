/**
 * The server while its heaviest questions are asked continuously: how long `/healthz` and a phrase count take, compared
 * with the same without that load; how the heavy questions end; memory.
 *
 *     npm run build && npm run bench:pool [-- FOLDER [SECONDS]]     FOLDER keeps the texts and their store between runs
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIndexes } from '../src/phrases/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { dataName, federalStore } from './phrases/collection.ts';
import { randomPhrases } from './phrases/lookups.ts';
import { ended, startProgram } from './phrases/service.ts';
import { quantile } from './phrases/timing.ts';
import { askOften, type Heavy, keepAsking } from './pool/asking.ts';
import { heaviest } from './pool/heaviest.ts';
import { megabytesOf } from './processes.ts';

const folder = process.argv[2] ?? join(tmpdir(), 'siyagha-bench-phrases');
const seconds = Number(process.argv[3] ?? 60);
const store = federalStore(folder, (line) => console.error(line));
const indexes = await openIndexes(store, { lexicon: loadLexicon() });
const counts = randomPhrases(indexes.current().byProfile('folded'), 20_000).map(
  (phrase) => `/v1/phrases?q=${encodeURIComponent(phrase.join(' '))}&limit=1`,
);
const asked = heaviest(indexes.current().table.reports);
await indexes.close();
store.close();

const service = await startProgram(store.folder);
const told = (times: Float64Array) =>
  `p50 ${quantile(times, 0.5).toFixed(1)}, p99 ${quantile(times, 0.99).toFixed(1)}, max ${quantile(times, 1).toFixed(0)} ms`;
const light = async (path: () => string, milliseconds: number) =>
  askOften(service.base, path, { every: 20, milliseconds });

let next = 0;
const count = () => counts[next++ % counts.length]!;
const health = () => '/healthz';
const quiet = {
  health: await light(health, 5000),
  count: await light(count, 5000),
};
const started = Math.round(megabytesOf(service.process.pid!));
const stop = new AbortController();
const heavy: Promise<Heavy>[] = asked.map(({ paths }) => keepAsking(service.base, paths, stop.signal));
const [healthTimes, countTimes] = await Promise.all([
  light(health, seconds * 1000),
  light(count, seconds * 1000),
]);
const loaded = Math.round(megabytesOf(service.process.pid!));
stop.abort();
const ends = await Promise.all(heavy);
await ended(service);

console.log(`data: ${dataName}`);
console.log('| work | goal | with 8 of the heaviest asked continuously | without |\n|---|---|---|---|');
console.log(`| \`/healthz\` | p99 ≤ 100 ms | ${told(healthTimes)} | ${told(quiet.health)} |`);
console.log(`| a phrase count | p99 ≤ 100 ms | ${told(countTimes)} | ${told(quiet.count)} |`);
console.log(`| memory of the server, proportional | ≤ 300 MB | ${loaded} MB | ${started} MB |`);
console.log(
  '\n| asked continuously | answered | too much work | busy | other | longest |\n|---|---|---|---|---|---|',
);
for (const [i, { name }] of asked.entries()) {
  const { answered, tooMuch, busy, other, longest } = ends[i]!;
  console.log(
    `| ${name} | ${answered} | ${tooMuch} | ${busy} | ${other} | ${(longest / 1000).toFixed(1)} s |`,
  );
}
