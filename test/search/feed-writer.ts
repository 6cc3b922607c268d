/**
 * Run by the feeding test in a separate process until it is killed: brings a server's index up to date with a store.
 */
import { readFileSync } from 'node:fs';
import { meilisearchEngine, searchTable } from '../../src/search/index.ts';
import { openStore } from '../../src/store/index.ts';

const [folder, url, key, batch] = process.argv.slice(2);
const settings = JSON.parse(
  readFileSync(new URL('../../config/meilisearch.json', import.meta.url), 'utf8'),
) as Parameters<typeof meilisearchEngine>[1]['settings'];
const store = openStore(folder!, { derived: [searchTable()], existing: true });
const engine = meilisearchEngine(store.storeId, {
  url: url!,
  key,
  settings,
  batch: Number(batch),
  notice: (message) => process.stdout.write(`${message}\n`),
});
process.stdout.write('begun\n');
await engine.sync(store);
process.stdout.write('done\n');
store.close();
