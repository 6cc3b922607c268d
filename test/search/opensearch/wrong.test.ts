/**
 * A collection whose index is in a cluster, and the cluster is not as it should be: an answer is right or refused with
 * the reason; what needs no index is answered; and when the cluster is right again, so are all answers.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Collection, openCollection } from '../../../src/collection/index.ts';
import { caseNamed } from '../../../src/collection/names-of-cases.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { makeReport, temporaryFolder } from '../../store/make.ts';
import { freePort } from '../meilisearch-server.ts';
import { type TestCluster, testCluster } from './cluster.ts';
import { whyNoCluster } from './jars.ts';
import { at, fault, handsOnTo, wrongClusters } from './wrong-clusters.ts';

interface Opened {
  collection: Collection;
  store: Store;
}

async function opened(url: string, environment: Record<string, string> = {}): Promise<Opened> {
  const data = temporaryFolder();
  const store = openStore(data);
  onTestFinished(() => store.close());
  store.put(makeReport('X', ['الأسلحة الصغيرة والأسلحة', 'نزع السلاح', 'الأسلحة']));
  const collection = await openCollection(
    loadSettings({
      SIYAGHA_DATA: data,
      LOG_LEVEL: 'silent',
      SIYAGHA_ENGINE: 'opensearch',
      SIYAGHA_INDEX: 'cluster',
      OPENSEARCH_URL: url,
      ...environment,
    }),
    { follow: true },
  );
  onTestFinished(() => collection.close());
  return { collection, store };
}

async function ask(collection: Collection, name: Parameters<typeof caseNamed>[0], params: object) {
  const question = { name, params: caseNamed(name).params.parse(params), form: 'json' as const };
  const { bytes } = await collection.answer(question);
  return JSON.parse(new TextDecoder().decode(bytes)) as { occurrences?: number; items?: object[] };
}

const counted = async ({ collection }: Opened) =>
  (await ask(collection, 'phrases', { q: 'الأسلحة' })).occurrences;

describe('answers are refused with the reason, and reports are still listed', () => {
  // A cluster that is silent only takes longer.
  test.each(wrongClusters.filter(([name]) => name !== 'silent'))(
    'a cluster that %s',
    async (name, code, says) => {
      const { collection } = await opened(await at(fault[name]));
      const about: [Parameters<typeof caseNamed>[0], object][] = [
        ['phrases', { q: 'الأسلحة' }],
        ['trends', { q: ['الأسلحة'] }],
        ['search', { q: 'الأسلحة' }],
        ['threads', { q: 'الأسلحة' }],
        ['wording', { q: 'الأسلحة الصغيرة' }],
        ['similarText', { text: 'الأسلحة الصغيرة' }],
        ['recurring', { id: 'X' }],
      ];
      for (const [useCase, params] of about) {
        const refusal = { code, status: 503, message: expect.stringMatching(says) };
        await expect(ask(collection, useCase, params), useCase).rejects.toMatchObject(refusal);
      }
      expect((await ask(collection, 'reports', {})).items).toHaveLength(1);
      expect((await collection.state()).engine.ok).toBe(false);
    },
  );

  test('nothing listens there', async () => {
    const { collection } = await opened(`http://127.0.0.1:${await freePort()}`);
    const refusal = { code: 'unreachable', status: 503, message: expect.stringMatching(/OPENSEARCH_URL/) };
    await expect(ask(collection, 'phrases', { q: 'الأسلحة' })).rejects.toMatchObject(refusal);
    expect((await ask(collection, 'reports', {})).items).toHaveLength(1);
  });
});

if (whyNoCluster) console.log(`A cluster that is not as it should be ${whyNoCluster}`);

describe.skipIf(whyNoCluster !== null)('with a real cluster', { timeout: 120_000 }, () => {
  let cluster: TestCluster;
  const cleanups: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    cluster = await testCluster(1, (work) => cleanups.push(work));
  }, 240_000);
  afterAll(async () => {
    for (const work of cleanups) await work();
  });
  const indexesOf = async ({ store }: Opened) =>
    Object.keys(await cluster.ask<object>(`/siyagha-${store.storeId}*`));

  /** Until the count is this one; meanwhile any other count is an error. */
  async function comesBack(one: Opened, expected: number): Promise<void> {
    await expect
      .poll(() => counted(one).catch(({ status }) => (status === 503 ? 'refused' : status)))
      .toBe(expected);
  }

  test('a password: the right one, and a wrong one', async () => {
    const [user, password] = ['siyagha', 'كلمة السر'];
    const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const front = await at((incoming, response) => {
      if (incoming.headers.authorization !== wanted) return fault.refuses(incoming, response);
      handsOnTo(cluster.urls[0]!)(incoming, response);
    });
    const right = await opened(front, { OPENSEARCH_USER: user, OPENSEARCH_PASSWORD: password });
    expect(await counted(right)).toBe(2);
    const wrong = await opened(front, { OPENSEARCH_USER: user, OPENSEARCH_PASSWORD: 'أخرى' });
    await expect(counted(wrong)).rejects.toMatchObject({ code: 'unauthorized', status: 503 });
  });

  test('yellow: everything is answered, and its state says that a copy is missing', async () => {
    // One node cannot hold two copies.
    const one = await opened(cluster.urls[0]!);
    expect(await counted(one)).toBe(2);
    const { engine } = await one.collection.state();
    expect(engine).toMatchObject({ ok: true, message: expect.stringMatching(/no second copy/) });
  });

  test('red: a shard on no node', async () => {
    const one = await opened(cluster.urls[0]!);
    expect(await counted(one)).toBe(2);
    const [index] = await indexesOf(one);
    const allocate = (enable: 'none' | null) =>
      cluster.ask('/_cluster/settings', 'PUT', {
        transient: { 'cluster.routing.allocation.enable': enable },
      });
    await allocate('none');
    try {
      const cancel = { index, shard: 0, node: cluster.nodes[0]!.name, allow_primary: true };
      await cluster.ask('/_cluster/reroute', 'POST', { commands: [{ cancel }] });
      const { status } = await cluster.ask<{ status: string }>(`/_cluster/health/${index}`);
      expect(status).toBe('red');
      const given = await counted(one).catch((error) => (error as { status: number }).status);
      // The shard may be back already.
      expect([2, 503]).toContain(given);
    } finally {
      await allocate(null);
    }
    await comesBack(one, 2);
  });

  test('an index that was deleted, closed or changed by hand is made again', async () => {
    const one = await opened(cluster.urls[0]!);
    const change: ((index: string) => Promise<unknown>)[] = [
      (index) => cluster.ask(`/${index}`, 'DELETE'),
      (index) => cluster.ask(`/${index}/_close`, 'POST'),
      (index) => cluster.ask(`/${index}/_mapping`, 'PUT', { properties: { mine: { type: 'keyword' } } }),
    ];
    for (const [n, happen] of change.entries()) {
      expect(await counted(one), `before change ${n}`).toBe(2);
      const before = await indexesOf(one);
      for (const index of before) await happen(index);
      await comesBack(one, 2);
      const left = async () => (await indexesOf(one)).filter((index) => before.includes(index));
      await expect.poll(left, { message: `after change ${n}` }).toEqual([]);
    }
  });
});
