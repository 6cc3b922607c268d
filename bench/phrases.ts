/**
 * Phrases on the federal collection, each figure beside its goal and its baseline in the same run.
 *
 *     npm run bench:phrases [-- FOLDER]     FOLDER keeps the unpacked texts and their store between runs
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openIndexes } from '../src/phrases/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { addedRow, partOf } from './phrases/added.ts';
import { federalStore } from './phrases/collection.ts';
import { httpRows } from './phrases/http.ts';
import { ingestRows } from './phrases/ingest.ts';
import { lookupRows, type Row } from './phrases/lookups.ts';
import { meilisearchCounts } from './phrases/meilisearch.ts';

const folder = process.argv[2] ?? join(tmpdir(), 'siyagha-bench-phrases');
const store = federalStore(folder, (line) => console.error(line));
if (!store) {
  console.log('skipped: ../shared/data/uae-federal-all.tar.gz is absent');
  process.exit(0);
}
const rows: Row[] = [];
const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;

const child = <T>(mode: string): T => {
  const script = fileURLToPath(new URL('./phrases/build.ts', import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', script, mode, store.folder]).toString(),
  ) as T;
};
const built = child<{
  tokens: number;
  scan_ms: number;
  profiles: { profile: string; ms: number }[];
}>('profiles');
const doubling = child<{ induced_ms: number; doubling_ms: number; same: boolean }>('doubling');
rows.push(['collection read and tokenised', '', seconds(built.scan_ms), '', `${built.tokens} tokens`]);
for (const { profile, ms } of built.profiles) {
  rows.push([`index built, ${profile}`, '≤ 6 s', seconds(ms), '', '']);
}
const factor = (doubling.doubling_ms / doubling.induced_ms).toFixed(1);
rows.push([
  'of which the suffix array (folded)',
  '',
  seconds(doubling.induced_ms),
  '',
  `prefix doubling ${seconds(doubling.doubling_ms)}, ${factor} times, ${doubling.same ? 'the same array' : 'ANOTHER ARRAY'}`,
]);

rmSync(join(store.folder, 'phrases'), { recursive: true, force: true });
const whole = child<{ open_ms: number; peak_mb: number }>('open');
const lexicon = loadLexicon();
const opened = performance.now();
await (await openIndexes(store, { lexicon })).close();
const openMs = performance.now() - opened;
const indexes = await openIndexes(store, { lexicon });
rows.push(['all profiles built, worker and all', '', seconds(whole.open_ms), '', '']);
rows.push(['peak memory of that process', '≤ 1.2 GB', `${whole.peak_mb} MB`, '', '']);
rows.push(['the same, and written to the folder', '', seconds(openMs), '', '']);

const fts5 = join(folder, 'fts5.db');
rows.push(...lookupRows(indexes.current(), fts5));
const meilisearch = await meilisearchCounts(indexes.current().byProfile('folded'));
rows.push(['the same counts by Meilisearch', '', '', '', meilisearch ?? 'skipped: no MEILI_URL is set']);
rows.push(...(await httpRows(indexes.current().byProfile('folded'), store.folder, fts5)));
rmSync(fts5);

await indexes.close();

rows.push(...(await ingestRows(join(folder, 'text'), join(folder, 'ingested'))));
rows.push(await addedRow(store, '≤ 25 s'));
const part = partOf(store, folder, 7, 1_000_000);
rows.push(await addedRow(part, '≤ 0.5 s'));
part.close();
store.close();

console.log('| work | goal | p50 | p99 | baseline in the same run |\n|---|---|---|---|---|');
for (const row of rows) console.log(`| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
