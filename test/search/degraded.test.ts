/** If Meilisearch is down or wrong, only the order of an answer suffers. */
import { describe, expect, test } from 'vitest';
import { embeddedEngine, followStore, meilisearchEngine, searchAnswer } from '../../src/search/index.ts';
import type { Store } from '../../src/store/index.ts';
import { makeReport } from '../store/make.ts';
import { fakeServer, faults } from './fake-server.ts';
import { freePort } from './meilisearch-server.ts';
import { newStore, viewOf } from './world.ts';

const reports = () => [makeReport('X', ['الأسلحة الصغيرة', 'نزع السلاح', 'الأسلحة'])];

/** Only a server that never answers needs a short timeout: on a busy machine, the others may take long to answer. */
function engineAt(store: Store, url: string, timeout = 30_000) {
  return meilisearchEngine(store.storeId, {
    url,
    settings: {},
    searchTimeout: timeout,
    requestTimeout: timeout,
    pause: 50,
  });
}

async function expectDegraded(store: Store, url: string, timeout?: number) {
  const view = viewOf(store);
  const engine = engineAt(store, url, timeout);
  const answer = await searchAnswer(view, engine, { q: 'الأسلحة' });
  const embedded = await searchAnswer(view, embeddedEngine(), { q: 'الأسلحة' });
  expect({ ...answer, took_ms: 0 }).toEqual({ ...embedded, degraded: true, took_ms: 0 });
  const health = await engine.health();
  expect(health.ok).toBe(false);
  return { engine, message: health.message ?? '' };
}

describe('searches fall back to the embedded engine and say so', () => {
  test('nothing listens there', async () => {
    const store = newStore(reports());
    const { engine, message } = await expectDegraded(store, `http://127.0.0.1:${await freePort()}`);
    // Messages for strangers contain no address; the operator's do.
    expect(message).toBe('the search server does not answer');
    await expect(engine.sync(store)).rejects.toMatchObject({
      name: 'EngineError',
      code: 'unreachable',
      message: expect.stringMatching(/does not answer.*MEILI_URL/),
    });
  });

  test.each([
    ['unauthorized', 'unauthorized', /MEILI_KEY/],
    ['broken', 'failed', /500/],
    ['silent', 'unreachable', /does not answer/],
    ['hangsUp', 'unreachable', /does not answer/],
    ['notMeilisearch', 'failed', /MEILI_URL/],
  ] as const)('a server that is %s', async (fault, code, says) => {
    const store = newStore(reports());
    const server = await fakeServer(faults[fault]);
    const timeout = fault === 'silent' ? 300 : undefined;
    const { engine, message } = await expectDegraded(store, server.url, timeout);
    expect(message).toMatch(/^the search server [a-z ]+$/);
    const toOperator = { name: 'EngineError', code, message: expect.stringMatching(says) };
    await expect(engine.sync(store)).rejects.toMatchObject(toOperator);
    await expect(engine.rebuild(store)).rejects.toMatchObject({ name: 'EngineError', code });
    expect(await engine.verify(store)).toMatchObject([{ code: 'meilisearch' }]);
    expect(store.verify()).toEqual([]);
    await engine.close();
  });

  test('a failed task of the server is an error with its reason', async () => {
    const store = newStore(reports());
    const server = await fakeServer(faults.failsTasks);
    const { engine } = await expectDegraded(store, server.url);
    await expect(engine.sync(store)).rejects.toThrow(/no space left/);
  });
});

test('a server that does not answer is left alone for a while', async () => {
  const store = newStore(reports());
  const server = await fakeServer(faults.silent);
  const engine = meilisearchEngine(store.storeId, {
    url: server.url,
    settings: {},
    searchTimeout: 300,
    pause: 60_000,
  });
  const view = viewOf(store);
  const search = async () => (await searchAnswer(view, engine, { q: 'الأسلحة' })).degraded;
  expect(await search()).toBe(true);
  // None if the machine is so busy that the time is up before the request is sent.
  const asked = server.asked();
  expect(asked).toBeLessThanOrEqual(1);
  for (let i = 0; i < 4; i += 1) expect(await search()).toBe(true);
  expect(server.asked()).toBe(asked);
});

test('a follower reports once that the engine is down, keeps trying, and stops on request', async () => {
  const store = newStore(reports());
  const server = await fakeServer(faults.broken);
  const events: string[] = [];
  const follower = followStore(engineAt(store, server.url), store, {
    interval: 5,
    longest: 10,
    onAway: (error) => events.push(error.code),
  });
  expect(await follower.now()).toBe(false);
  expect(await follower.now()).toBe(false);
  const asked = server.asked();
  while (server.asked() < asked + 3) await new Promise((done) => setTimeout(done, 5));
  await follower.stop();
  expect(events).toEqual(['failed']);
});
