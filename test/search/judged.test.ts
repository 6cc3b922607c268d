/** Ranking judged by hand: every engine puts what was asked for first. Prints nDCG@10 of each. */
import { readFileSync } from 'node:fs';
import type { Settings } from 'meilisearch';
import { afterAll, describe, expect, it } from 'vitest';
import {
  embeddedEngine,
  meilisearchEngine,
  type SearchEngine,
  searchAnswer,
} from '../../src/search/index.ts';
import { openSearchEngine } from '../../src/search/opensearch/engine.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import type { Store } from '../../src/store/index.ts';
import { decrees, type JudgedCollection, samples } from './judged/collections.ts';
import { ndcg } from './judged/ndcg.ts';
import { realServer, whyNoServer } from './meilisearch-server.ts';
import { type TestCluster, testCluster } from './opensearch/cluster.ts';
import { whyNoCluster } from './opensearch/jars.ts';
import { newStore, viewOf } from './world.ts';

const least = 0.85;
const settings = JSON.parse(
  readFileSync(new URL('../../config/meilisearch.json', import.meta.url), 'utf8'),
) as Settings;
const lexicon = loadLexicon();

let cluster: Promise<TestCluster> | undefined;
const cleanups: (() => void | Promise<void>)[] = [];
afterAll(async () => {
  for (const work of cleanups) await work();
});

/** Mean nDCG@10 over the questions; every one finds something that was judged. */
async function judge(
  engine: SearchEngine,
  store: Store,
  { name, questions }: JudgedCollection,
): Promise<void> {
  const view = viewOf(store, lexicon);
  const values: { q: string; value: number }[] = [];
  const nothing: string[] = [];
  for (const { q, match, grade } of questions) {
    const { hits, engine: ranked } = await searchAnswer(view, engine, { q, match, limit: 1000 });
    const found = hits.map(({ paragraph }) => grade(paragraph));
    if (!found.some((one) => one > 0)) nothing.push(q);
    else expect(ranked).toBe(engine.name);
    values.push({ q, value: ndcg(found, found) });
  }
  expect(nothing, 'questions that find nothing that was judged').toEqual([]);
  const mean = values.reduce((sum, { value }) => sum + value, 0) / values.length;
  const worse = values.filter(({ value }) => value < least).map(({ q, value }) => `${q} ${value.toFixed(2)}`);
  console.log(
    [`${engine.name}, ${name}: nDCG@10 ${mean.toFixed(3)} over ${values.length} questions`, ...worse].join(
      '\n  ',
    ),
  );
  expect(mean).toBeGreaterThanOrEqual(least);
}

const withoutDecrees = 'skipped: ../shared/data is missing';
const known: [string, JudgedCollection | null][] = [
  ['the samples', samples()],
  ['the decrees', decrees()],
];
if (known.some(([, collection]) => collection === null)) console.log(`skipped: ${withoutDecrees}`);

describe.each(known)('%s: what was asked for comes first', (_, collection) => {
  const store = collection && newStore(collection.reports, (work) => cleanups.unshift(work), lexicon);

  it.skipIf(!collection)('with the embedded engine', () => judge(embeddedEngine(), store!, collection!));

  it.skipIf(!collection || whyNoServer !== null)(
    `with Meilisearch${whyNoServer ? ` (${whyNoServer})` : ''}`,
    async () => {
      const { url, key } = await realServer((work) => cleanups.push(work));
      const engine = meilisearchEngine(store!.storeId, { url, key, settings, lexicon });
      await engine.sync(store!);
      await judge(engine, store!, collection!);
    },
  );

  it.skipIf(!collection || whyNoCluster !== null)(
    `with OpenSearch${whyNoCluster ? ` (${whyNoCluster})` : ''}`,
    { timeout: 240_000 },
    async () => {
      cluster ??= testCluster(1, (work) => cleanups.push(work));
      const { urls } = await cluster;
      const shards = JSON.parse(
        readFileSync(new URL('../../config/opensearch.json', import.meta.url), 'utf8'),
      ) as object;
      const engine = openSearchEngine(store!.storeId, {
        urls,
        settings: shards,
        lexicon,
        searchTimeout: 60_000,
      });
      cleanups.unshift(() => engine.close());
      await engine.sync(store!);
      await judge(engine, store!, collection!);
    },
  );
});
