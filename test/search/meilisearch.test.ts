/** Meilisearch fulfils the engine contract; run against a real server, and skipped with a reason without one. */
import { readFileSync } from 'node:fs';
import type { Settings } from 'meilisearch';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type EngineHealth,
  followStore,
  meilisearchEngine,
  meilisearchKeys,
  searchAnswer,
} from '../../src/search/index.ts';
import type { Store } from '../../src/store/index.ts';
import { makeReport } from '../store/make.ts';
import { engineContract } from './engine-contract.ts';
import { type RealServer, realServer, whyNoServer } from './meilisearch-server.ts';
import { lexicon, newStore, viewOf } from './world.ts';

const settings = JSON.parse(
  readFileSync(new URL('../../config/meilisearch.json', import.meta.url), 'utf8'),
) as Settings;

let server: RealServer;
const used = new Set<string>();

function engineFor(store: Store, options: Partial<Parameters<typeof meilisearchEngine>[1]> = {}) {
  used.add(`siyagha-${store.storeId}`);
  return meilisearchEngine(store.storeId, {
    url: server.url,
    key: server.key,
    settings,
    lexicon,
    pause: 100,
    ...options,
  });
}

if (whyNoServer) console.log(`Meilisearch contract suite ${whyNoServer}`);

describe.skipIf(whyNoServer !== null)('a real Meilisearch', () => {
  beforeAll(async () => {
    const last: (() => Promise<void>)[] = [];
    server = await realServer((work) => last.push(work));
    console.log(`Meilisearch ${server.version}`);
    afterAllWork = last;
  });
  let afterAllWork: (() => Promise<void>)[] = [];
  afterAll(async () => {
    const client = new Meilisearch({ host: server.url, ...(server.key ? { apiKey: server.key } : {}) });
    for (const index of used) await client.deleteIndex(index).waitTask();
    for (const work of afterAllWork) await work();
  });

  engineContract({ name: 'meilisearch', make: (store) => engineFor(store) });

  test('an index that is shared or lost is rebuilt', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة', 'نزع السلاح'])]);
    const engine = engineFor(store);
    await engine.sync(store);
    const client = new Meilisearch({ host: server.url, ...(server.key ? { apiKey: server.key } : {}) });
    await client.deleteIndex(`siyagha-${store.storeId}`).waitTask();
    const lost = await searchAnswer(viewOf(store), engine, { q: 'السلاح' });
    expect(lost).toMatchObject({ total: 1, degraded: true, engine: 'embedded' });
    expect((await engine.health()).ok).toBe(false);
    expect(await engine.verify(store)).toMatchObject([{ code: 'meilisearch' }]);
    await engine.sync(store);
    const back = await searchAnswer(viewOf(store), engine, { q: 'السلاح' });
    expect(back).toMatchObject({ total: 1, degraded: false, engine: 'meilisearch' });
    await client.index(`siyagha-${store.storeId}`).deleteDocument('p1').waitTask();
    expect((await engine.verify(store)).map(({ message }) => message)).toEqual([
      expect.stringContaining('1 paragraph missing'),
    ]);
    await engine.rebuild(store);
    expect(await engine.verify(store)).toEqual([]);
  });

  test('changed index settings require a rebuild; so does an index ahead of the store', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة'])]);
    await engineFor(store).sync(store);
    const other = engineFor(store, { settings: { ...settings, stopWords: ['في'] } });
    expect((await other.health()).ok).toBe(false);
    await other.sync(store);
    expect(await other.health()).toEqual({ ok: true, epoch: 1 } satisfies EngineHealth);
    const client = new Meilisearch({ host: server.url, ...(server.key ? { apiKey: server.key } : {}) });
    const index = client.index<{ id: string; epoch: number }>(`siyagha-${store.storeId}`);
    await index.updateDocuments([{ id: 'state', epoch: 99 }]).waitTask();
    await other.sync(store);
    expect((await other.health()).epoch).toBe(1);
    expect(await other.verify(store)).toEqual([]);
  });

  test('a wrong key: searches fall back, and the message says what to set', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة'])]);
    const engine = engineFor(store, { key: 'not-the-key' });
    if (server.key === undefined) return;
    await expect(engine.sync(store)).rejects.toMatchObject({ code: 'unauthorized', message: /MEILI_KEY/ });
    const answer = await searchAnswer(viewOf(store), engine, { q: 'الأسلحة' });
    expect(answer).toMatchObject({ total: 1, degraded: true });
    expect((await engine.health()).message).toBe('the search server refused the key');
    used.delete(`siyagha-${store.storeId}`);
  });

  test('stopped in the middle of feeding and started again: nothing is lost and it catches up', async () => {
    if (!server.stop || !server.start) return;
    const lines = (n: number) => Array.from({ length: 400 }, (_, i) => `الأسلحة الصغيرة ${n} ${i}`);
    const store = newStore([makeReport('X', lines(0))]);
    const engine = engineFor(store);
    await engine.sync(store);
    const events: string[] = [];
    const follower = followStore(engine, store, {
      interval: 50,
      longest: 200,
      onAway: (error) => events.push(error.code),
      onBack: () => events.push('back'),
    });
    for (let n = 1; n <= 12; n += 1) store.put(makeReport(`X${n}`, lines(n)));
    const feeding = follower.now();
    await server.stop();
    await feeding;
    const view = viewOf(store);
    const away = await searchAnswer(view, engine, { q: 'الأسلحة', limit: 5 });
    expect(away).toMatchObject({ total: 5200, degraded: true, engine: 'embedded' });
    expect((await engine.health()).message).toBe('the search server does not answer');
    await server.start();
    for (let tries = 0; tries < 300 && (await engine.health()).epoch !== store.epoch(); tries += 1) {
      await new Promise((done) => setTimeout(done, 100));
    }
    await follower.stop();
    expect(events).toEqual(['unreachable', 'back']);
    const back = await searchAnswer(view, engine, { q: 'الأسلحة', limit: 5 });
    expect(back).toMatchObject({ total: 5200, degraded: false, engine: 'meilisearch' });
    expect(await engine.verify(store)).toEqual([]);
  });

  test('keys with minimal rights: one feeds and searches, the other only searches, neither sees other indexes', async () => {
    if (server.key === undefined) return;
    const { search, feed } = await meilisearchKeys(server.url, server.key);
    expect(await meilisearchKeys(server.url, server.key)).toEqual({ search, feed });
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة', 'نزع السلاح'])]);
    const engine = engineFor(store, { key: feed, searchKey: search });
    await engine.sync(store);
    await engine.rebuild(store);
    store.put(makeReport('Y', ['الأسلحة الخفيفة']));
    store.remove('X');
    await engine.sync(store);
    expect(await engine.verify(store)).toEqual([]);
    const found = await searchAnswer(viewOf(store), engine, { q: 'الأسلحة' });
    expect(found).toMatchObject({ total: 1, degraded: false, engine: 'meilisearch' });

    const refused = expect.objectContaining({ code: 'unauthorized' });
    await expect(engineFor(store, { key: search }).rebuild(store)).rejects.toThrow(refused);
    await expect(meilisearchKeys(server.url, feed)).rejects.toThrow(refused);
    const other = new Meilisearch({ host: server.url, apiKey: feed });
    await expect(other.createIndex('of-another-program').waitTask()).rejects.toThrow(
      /invalid|permission|authoriz/i,
    );
  });
});
