/**
 * The entire federal collection on a separate Meilisearch, compared with the embedded engine: how fast it is indexed,
 * how large the index is, and how long a search takes on either.
 *
 *     npm run bench:meilisearch      with `meilisearch` on PATH; three to ten minutes
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from 'meilisearch';
import { openIndexes } from '../src/phrases/index.ts';
import {
  embeddedEngine,
  meilisearchEngine,
  type SearchEngine,
  searchAnswer,
  searchTable,
} from '../src/search/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { ownServer, whyNoOwnServer } from '../test/search/meilisearch-server.ts';
import { federalStore } from './phrases/collection.ts';
import { generator, quantile } from './phrases/timing.ts';

const asked = 400;

const folder = join(tmpdir(), 'siyagha-bench');
const lexicon = loadLexicon();
const store = federalStore(folder, (line) => console.log(line), {
  name: 'store-search',
  derived: [searchTable(lexicon)],
});
if (whyNoOwnServer) {
  console.log(whyNoOwnServer);
  process.exit(0);
}

const settings = JSON.parse(
  readFileSync(new URL('../config/meilisearch.json', import.meta.url), 'utf8'),
) as Settings;
const server = await ownServer();
try {
  const engine = meilisearchEngine(store.storeId, { url: server.url, key: server.key, settings, lexicon });
  const began = performance.now();
  await engine.sync(store);
  const seconds = (performance.now() - began) / 1000;
  const paragraphs = store
    .snapshot()
    .countedReports()
    .reduce((sum, report) => sum + report.paragraphs, 0);
  const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  console.log(
    `Meilisearch ${server.version}: ${paragraphs} paragraphs fed in ${seconds.toFixed(0)} s, ` +
      `${Math.round(paragraphs / seconds)} documents/s; ${mb(sizeOf(server.data))} on disk, ` +
      `${mb(memoryOf(server.pid()))} proportional set size`,
  );
  const indexes = await openIndexes(store, { lexicon });
  const view = indexes.current();
  // Its segments may be merged while searches wait for the server.
  view.hold();
  const random = generator(7);
  const folded = view.byProfile('folded');
  const queries: string[] = [];
  while (queries.length < asked) {
    const tokens = folded.tokensOf(random(folded.table.count));
    if (tokens.length < 12) continue;
    const start = random(tokens.length - 11);
    const run = tokens.subarray(start, start + 12);
    const words = Array.from({ length: 1 + random(3) }, () => folded.word(run[random(12)]! - 1));
    queries.push(words.join(' '));
  }
  for (const one of [engine, embeddedEngine()]) console.log(await timed(one, queries));
  const problems = await engine.verify(store);
  console.log(problems.length === 0 ? 'every document equals that of the store' : JSON.stringify(problems));
  await indexes.close();

  async function timed(one: SearchEngine, all: readonly string[]): Promise<string> {
    const times: number[] = [];
    let stoodIn = 0;
    for (const q of all) {
      const start = performance.now();
      const { degraded } = await searchAnswer(view, one, { q });
      times.push(performance.now() - start);
      stoodIn += degraded ? 1 : 0;
    }
    const sorted = Float64Array.from(times).sort();
    const ms = (share: number) => `${quantile(sorted, share).toFixed(1)} ms`;
    return `${one.name}: search p50 ${ms(0.5)}, p99 ${ms(0.99)}; ${stoodIn} of ${all.length} ranked by the embedded engine`;
  }
} finally {
  await server.end();
  store.close();
}

function sizeOf(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).blocks * 512, 0);
}

/** Bytes, from Linux's own accounting. */
function memoryOf(pid: number): number {
  const line = execFileSync('grep', ['^Pss:', `/proc/${pid}/smaps_rollup`], { encoding: 'utf8' });
  return Number(/\d+/.exec(line)?.[0] ?? 0) * 1024;
}
