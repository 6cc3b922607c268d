/**
 * An entire collection is fed to a real Meilisearch, with either side killed on the way: feeding continues where it
 * was, and searches never see a part of an index.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Settings } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followStore, meilisearchEngine, searchAnswer, searchTable } from '../../src/search/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { type OwnServer, ownServer, whyNoOwnServer } from '../search/meilisearch-server.ts';
import { viewOf } from '../search/world.ts';
import { makeReport, temporaryFolder } from '../store/make.ts';
import { full, randomFrom, seed } from './extent.ts';

const kills = full ? 20 : 3;
const reports = full ? 400 : 120;
const batch = 100;
const all = reports * 50;
const settings = JSON.parse(
  readFileSync(new URL('../../config/meilisearch.json', import.meta.url), 'utf8'),
) as Settings;
const none: ReadonlyMap<string, number> = new Map();

function text(n: number, version = 0): string[] {
  return Array.from(
    { length: 50 },
    (_, i) => `الفقرة ${i} من التقرير ${n} عن الأسلحة الصغيرة، الصيغة ${version}`,
  );
}

let server: OwnServer;
if (whyNoOwnServer) console.log(`feeding Meilisearch ${whyNoOwnServer}`);

describe.skipIf(whyNoOwnServer !== null)('a collection fed to Meilisearch', () => {
  beforeAll(async () => {
    server = await ownServer();
  });
  afterAll(() => server?.end());

  function newStore(): { store: Store; folder: string } {
    const folder = temporaryFolder();
    const store = openStore(folder, { derived: [searchTable()] });
    store.putAll(Array.from({ length: reports }, (_, n) => makeReport(`R${n}`, text(n))));
    return { store, folder };
  }
  /** Documents of the index that is being built; 0 if there is none yet. */
  async function fed({ storeId }: Store): Promise<number> {
    const response = await fetch(`${server.url}/indexes/siyagha-${storeId}-new/stats`, {
      headers: { authorization: `Bearer ${server.key}` },
    });
    return response.ok ? ((await response.json()) as { numberOfDocuments: number }).numberOfDocuments : 0;
  }
  /** Waits until this many have arrived, or there is nothing left to wait for. */
  async function until(store: Store, documents: number, over: () => boolean): Promise<void> {
    while (!over() && (await fed(store)) < documents) await wait(10);
  }
  const engineFor = (store: Store, more: Partial<Parameters<typeof meilisearchEngine>[1]> = {}) =>
    meilisearchEngine(store.storeId, {
      url: server.url,
      key: server.key,
      settings,
      batch,
      pause: 50,
      ...more,
    });

  test(`${kills} kills of the server: what it had is kept, and reports changed in the meantime are right`, async () => {
    const { store } = newStore();
    const random = randomFrom(seed);
    const told: string[] = [];
    const engine = engineFor(store, { notice: (message) => told.push(message), taskTimeout: 60_000 });
    for (let kill = 0; kill < kills; kill += 1) {
      let over = false;
      const feeding = engine
        .sync(store)
        .catch((error: { code: string }) => error.code)
        .finally(() => {
          over = true;
        });
      await until(store, all * (0.3 + (0.6 * (kill + random())) / kills), () => over);
      await server.stop();
      expect([undefined, 'unreachable']).toContain(await feeding);
      // Some before the position it had reached, some after it; one is gone.
      for (const n of [1, 2, 3].map(() => Math.floor(random() * reports))) {
        store.put(makeReport(`R${n}`, text(n, kill + 1)));
      }
      store.remove(`R${Math.floor(random() * reports)}`);
      await server.start();
    }
    await engine.sync(store);
    expect(await engine.verify(store)).toEqual([]);
    expect(told.filter((line) => line.includes('goes on after')).length).toBeGreaterThan(0);
    store.close();
  }, 1_200_000);

  test(`${kills} kills of the feeding process: the next one continues`, async () => {
    const { store, folder } = newStore();
    const random = randomFrom(seed + 1);
    const writer = fileURLToPath(new URL('../search/feed-writer.ts', import.meta.url));
    let said = '';
    for (let kill = 0; kill < kills; kill += 1) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', writer, folder, server.url, server.key, String(batch)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const ended = once(child, 'exit');
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      await until(store, all * (0.3 + (0.6 * (kill + random())) / kills), () => child.exitCode !== null);
      child.kill('SIGKILL');
      await ended;
      const n = Math.floor(random() * reports);
      store.put(makeReport(`R${n}`, text(n, kill + 1)));
    }
    const engine = engineFor(store);
    await engine.sync(store);
    expect(await engine.verify(store)).toEqual([]);
    expect(said).toContain('goes on after');
    store.close();
  }, 1_200_000);

  test('searches during a rebuild and a change of settings rank everything or say that they do not', async () => {
    const { store } = newStore();
    const engine = engineFor(store);
    await engine.sync(store);
    const view = viewOf(store, none);
    const few = '"الفقرة 7"';

    /**
     * Ranks until the work is over: never only a part. @returns how many were ranked by the server, and how many by the
     * embedded engine
     */
    async function during(work: Promise<unknown>, ranker: ReturnType<typeof engineFor>) {
      const count = { server: 0, standIn: 0 };
      let over = false;
      const ended = work.finally(() => {
        over = true;
      });
      while (!over) {
        const found = await searchAnswer(view, ranker, { q: few, limit: 1000 });
        expect(found.total).toBe(reports);
        if (found.degraded) count.standIn += 1;
        else {
          count.server += 1;
          // A paragraph that the server leaves out is appended without a score of its own.
          expect(found.hits.filter(({ score }) => score > 0)).toHaveLength(reports);
        }
        await wait(20);
      }
      await ended;
      return count;
    }
    const rebuilt = await during(engine.rebuild(store), engine);
    expect(rebuilt.server).toBeGreaterThan(0);
    expect(rebuilt.standIn).toBe(0);

    // Another settings file, as after an upgrade: it takes effect by itself.
    const other = engineFor(store, { settings: { ...settings, stopWords: ['من'] } });
    expect((await other.health()).ok).toBe(false);
    const follower = followStore(other, store, { interval: 50 });
    const changed = await during(
      (async () => {
        while (!(await other.health()).ok) await wait(50);
      })(),
      other,
    );
    await follower.stop();
    expect(changed.standIn).toBeGreaterThan(0);
    expect((await searchAnswer(view, other, { q: few })).degraded).toBe(false);
    const index = `${server.url}/indexes/siyagha-${store.storeId}/settings/stop-words`;
    const now = await fetch(index, { headers: { authorization: `Bearer ${server.key}` } });
    expect(await now.json()).toEqual(['من']);
    expect(await other.verify(store)).toEqual([]);
    store.close();
  }, 600_000);
});
