/** OpenSearch fulfils the engine contract; run against real nodes, and skipped with a reason without them. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedEngine, followStore, searchAnswer } from '../../../src/search/index.ts';
import { copiesMade } from '../../../src/search/opensearch/copies.ts';
import { type OpenSearchOptions, openSearchEngine } from '../../../src/search/opensearch/engine.ts';
import { Cluster } from '../../../src/search/opensearch/server.ts';
import { editDistance } from '../../../src/search/spelling.ts';
import type { Store } from '../../../src/store/index.ts';
import { makeReport } from '../../store/make.ts';
import { engineContract } from '../engine-contract.ts';
import { lexicon, newStore, viewOf } from '../world.ts';
import { type TestCluster, testCluster } from './cluster.ts';
import { whyNoCluster } from './jars.ts';
import { at, handsOnTo, isOpenSearch, json } from './wrong-clusters.ts';

const settings = JSON.parse(
  readFileSync(new URL('../../../config/opensearch.json', import.meta.url), 'utf8'),
) as object;

let cluster: TestCluster;
const cleanups: (() => Promise<void>)[] = [];

function engineFor(store: Store, options: Partial<OpenSearchOptions> = {}) {
  return openSearchEngine(store.storeId, { urls: cluster.urls, settings, lexicon, pause: 100, ...options });
}

const indexesOf = async (store: Store) =>
  Object.keys(await cluster.ask<object>(`/siyagha-${store.storeId}*`));

if (whyNoCluster) console.log(`OpenSearch contract suite ${whyNoCluster}`);

describe.skipIf(whyNoCluster !== null)('a real OpenSearch', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    cluster = await testCluster(1, (work) => cleanups.push(work));
  }, 240_000);
  afterAll(async () => {
    for (const work of cleanups) await work();
  });

  engineContract({ name: 'opensearch', make: (store) => engineFor(store) });

  test('one index for each language, and a new one for a new language', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة'])]);
    const engine = engineFor(store);
    await engine.sync(store);
    expect(await indexesOf(store)).toEqual([expect.stringMatching(/-ar-/)]);
    store.put(makeReport('X', ['Small arms'], { language: 'en' }));
    await engine.sync(store);
    expect((await indexesOf(store)).map((name) => name.split('-').at(-2)).sort()).toEqual(['ar', 'en']);
    const found = await searchAnswer(viewOf(store), engine, { q: 'arms' });
    expect(found).toMatchObject({ total: 1, degraded: false });
    expect(found.hits[0]!.score).toBeGreaterThan(0);
    expect(await engine.verify(store)).toEqual([]);
    await engine.close();
  });

  test('documents of replaced reports are removed when nobody needs them', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة', 'نزع السلاح'])]);
    const engine = engineFor(store);
    await engine.sync(store);
    store.put(makeReport('X', ['الأسلحة']));
    await engine.sync(store);
    const count = async () => {
      const path = `/siyagha-${store.storeId}/_count?q=_exists_:row`;
      return (await cluster.ask<{ count: number }>(path)).count;
    };
    expect(await count()).toBe(3);
    await engine.sync(store);
    expect(await count()).toBe(1);
    expect(await engine.verify(store)).toEqual([]);
    await engine.close();
  });

  test('a lost index is rebuilt; one that lost documents is found by verify', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة', 'نزع السلاح'])]);
    const engine = engineFor(store);
    await engine.sync(store);
    for (const index of await indexesOf(store)) await cluster.ask(`/${index}`, 'DELETE');
    const lost = await searchAnswer(viewOf(store), engine, { q: 'السلاح' });
    expect(lost).toMatchObject({ total: 1, degraded: true, engine: 'embedded' });
    expect(await engine.health()).toMatchObject({ ok: false, message: /has no index/ });
    await engine.sync(store);
    expect(await engine.verify(store)).toEqual([]);
    const [index] = await indexesOf(store);
    await cluster.ask(`/${index}/_doc/p1?routing=X&refresh=true`, 'DELETE');
    expect(await engine.verify(store)).toMatchObject([{ message: /1 paragraph missing/ }]);
    await engine.rebuild(store);
    expect(await engine.verify(store)).toEqual([]);
    expect(await indexesOf(store)).toHaveLength(1);
    await engine.close();
  });

  test('made by other rules, changed by hand, or from another copy of the store: rebuilt, with one line that says so', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة'])]);
    const told: string[] = [];
    const notice = (line: string) => told.push(line);
    await engineFor(store).sync(store);
    const other = engineFor(store, { settings: { ...settings, number_of_shards: 1 }, notice });
    expect((await other.health()).ok).toBe(false);
    await other.sync(store);
    expect(told.splice(0)).toEqual([expect.stringContaining('was made by other rules; rebuilt')]);
    expect(await other.health()).toMatchObject({ ok: true, epoch: 1 });

    const [index] = await indexesOf(store);
    await cluster.ask(`/${index}/_mapping`, 'PUT', { properties: { mine: { type: 'keyword' } } });
    expect((await other.health()).ok).toBe(false);
    await other.sync(store);
    expect(told.splice(0)).toEqual([expect.stringContaining('was changed by hand; rebuilt')]);

    const [fresh] = await indexesOf(store);
    await cluster.ask(`/${fresh}/_close`, 'POST');
    expect((await other.health()).ok).toBe(false);
    expect(await searchAnswer(viewOf(store), other, { q: 'الأسلحة' })).toMatchObject({ degraded: true });
    await cluster.ask(`/${fresh}/_open`, 'POST');
    await other.sync(store);
    expect(await other.verify(store)).toEqual([]);
    await other.close();
  });

  test('an index that was filled has the settings that it was given', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة'])]);
    const given = [
      settings,
      { index: { number_of_shards: 1, translog: { durability: 'async' } }, 'index.refresh_interval': '9s' },
    ];
    const found: unknown[] = [];
    for (const each of given) {
      const engine = engineFor(store, { settings: each });
      await engine.sync(store);
      expect(await engine.verify(store)).toEqual([]);
      const [index] = await indexesOf(store);
      const path = `/${index}/_settings?flat_settings=true`;
      const asked = await cluster.ask<Record<string, { settings: Record<string, unknown> }>>(path);
      const { settings: all } = asked[index!]!;
      found.push(
        ['number_of_replicas', 'auto_expand_replicas', 'refresh_interval', 'translog.durability'].map(
          (name) => all[`index.${name}`] ?? null,
        ),
      );
      await engine.close();
    }
    expect(found).toEqual([
      ['1', null, '-1', null],
      ['1', null, '9s', 'async'],
    ]);
  });

  test('copies that stand still: nothing is said to be done, the old index answers, and it is tried again', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة'])]);
    let isStuck = false;
    const onward = handsOnTo(cluster.urls[0]!);
    const front = await at((incoming, response) => {
      if (!isStuck || !incoming.url!.startsWith('/_cluster/health/')) return onward(incoming, response);
      const busy = { initializing_shards: 1, number_of_in_flight_fetch: 0, number_of_pending_tasks: 0 };
      return json(200, busy)(incoming, response);
    });
    const engine = engineFor(store, { urls: [front], standstill: 1000 });
    await engine.sync(store);
    const [old] = await indexesOf(store);
    isStuck = true;
    const says = new RegExp(
      `copies of siyagha-${store.storeId}-ar-.* for 1 s: /_cat/recovery/siyagha-.*made again`,
    );
    const stuck = { name: 'EngineError', code: 'failed', message: expect.stringMatching(says) };
    await expect(engine.rebuild(store)).rejects.toMatchObject(stuck);
    const aliased = Object.keys(await cluster.ask<object>(`/siyagha-${store.storeId}`));
    expect(aliased).toEqual([old]);
    const answer = await searchAnswer(viewOf(store), engine, { q: 'الأسلحة' });
    expect(answer).toMatchObject({ total: 1, degraded: false });
    isStuck = false;
    await engine.rebuild(store);
    const [fresh, ...others] = await indexesOf(store);
    expect([fresh === old, others]).toEqual([false, []]);
    expect(await engine.verify(store)).toEqual([]);
    await engine.close();
  });

  test('copies that grow are waited for, however long they take', async () => {
    let looks = 0;
    const growing = await at((incoming, response) => {
      const { url = '' } = incoming;
      if (url.startsWith('/_cluster/health/')) looks += 1;
      const shard = { id: 0, stage: 'INDEX', target: { id: 'n' }, translog: { recovered: 0 } };
      const shards = [{ ...shard, index: { size: { recovered_in_bytes: looks } } }];
      const health = {
        initializing_shards: looks < 10 ? 1 : 0,
        number_of_in_flight_fetch: 0,
        // Another's tasks are not waited for forever.
        number_of_pending_tasks: 1,
      };
      const answer = url.startsWith('/_cluster') ? health : url === '/' ? isOpenSearch : { one: { shards } };
      json(200, answer)(incoming, response);
    });
    const front = new Cluster({ urls: [growing] });
    await copiesMade(front, 'one', 1000);
    // It grew for longer than it may stand still.
    expect(looks).toBeGreaterThanOrEqual(10);
    await front.close();
  });

  test('hits are ranked by BM25', async () => {
    const texts = [
      'الأسلحة الصغيرة في الأسلحة الخفيفة من هذا التقرير الأسلحة',
      'نزع السلاح في المنطقة وفي كل المناطق الأخرى من العالم العربي',
      'الأسلحة في تقرير طويل عن نزع السلاح وعن التعاون بين الدول العربية كلها',
    ];
    const store = newStore([makeReport('X', texts)]);
    const engine = engineFor(store);
    await engine.sync(store);
    const { hits } = await searchAnswer(viewOf(store), engine, { q: 'الأسلحة' });
    const tokens = texts.map((text) => text.split(' '));
    const mean = tokens.flat().length / texts.length;
    const idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    const expected = [tokens[0]!, tokens[2]!].map((all) => {
      const frequency = all.filter((word) => word === 'الأسلحة').length;
      return (2.2 * idf * frequency) / (frequency + 1.2 * (0.25 + (0.75 * all.length) / mean));
    });
    expect(hits.map(({ score }) => score)).toEqual(expected.map((score) => expect.closeTo(score, 4)));
    await engine.close();
  });

  test('an index made by the rules of another version counts nothing', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة'])]);
    const reader = store.snapshot();
    const reports = reader.countedReports();
    const asked = [{ profile: 'folded' as const, words: ['الاسلحه'] }];
    const [own, newer] = [engineFor(store), engineFor(store, { lexicon: new Map([['سلاح', 1]]) })];
    await own.sync(store);
    expect(await own.narrowing(reader, reports).counts(asked)).toEqual([new Map([[0, 1]])]);
    // At the same commit, before the one or the other has looked what the cluster holds.
    await newer.sync(store);
    await expect(own.narrowing(reader, reports).counts(asked)).rejects.toMatchObject({ code: 'behind' });
    expect(await newer.narrowing(reader, reports).counts(asked)).toEqual([new Map([[0, 1]])]);
    reader.close();
    await Promise.all([own.close(), newer.close()]);
  });

  test('words near a word, and spellings, however many paragraphs have them', async () => {
    const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
    const word = 'مستشفيات';
    // At one or two edits: the first letter, the last, both; a letter more, less, and two swapped.
    const near = [
      ...letters.flatMap((letter) => [`${letter}${word.slice(1)}`, `${letter}${word}`, `${word}${letter}`]),
      ...letters.map((letter) => `${letter}${word.slice(1, -1)}ن`),
      ...[word.slice(1), word.slice(2), `سم${word.slice(2)}`, `سم${word.slice(2, -1)}`, `اب${word}`],
    ].filter((other) => other !== word);
    const far = [word.slice(3), `ابت${word}`, `ا${word.slice(1, -2)}بج`];
    const spellings = ['مستشفياتْ', 'مُستشفيات', 'مستشفیات', word];
    // The common ones fill many pages, and the rare ones stand behind them.
    const common = Array.from({ length: 350 }, (_, i) => `${near[i % 3]} ${spellings[i % 2]} ${i}`);
    const rare = [...near, ...far, ...spellings].map((other) => `${near[0]} ${other} ${spellings[0]}`);
    const store = newStore([makeReport('X', common), makeReport('Y', ['شمستشفيات', 'مستشفياتٌ'])]);
    const engine = engineFor(store);
    await engine.sync(store);
    store.putAll([makeReport('Y', ['في']), makeReport('Z', rare)]);
    await engine.sync(store);
    const reader = store.snapshot();
    const words = engine.narrowing(reader, reader.countedReports());
    const [two, one] = await words.near([
      { word, distance: 2 },
      { word, distance: 1 },
    ]);
    expect(two!.sort()).toEqual([...new Set(near)].sort());
    expect(one!.sort()).toEqual(
      [...new Set(near)].filter((other) => editDistance(word, other, 1) < 2).sort(),
    );
    const found = await words.spellings([word, 'في', 'غائب']);
    expect(found.map((forms) => forms.sort())).toEqual([spellings.toSorted(), ['في'], []]);
    reader.close();
    await engine.close();
  });

  test('more similar words than one answer may use: refused', async () => {
    const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
    const similar = letters.flatMap((one) => letters.map((two) => `${one}ستشفيا${two}`));
    const store = newStore([makeReport('X', similar)]);
    const engine = engineFor(store);
    await engine.sync(store);
    const reader = store.snapshot();
    const words = engine.narrowing(reader, reader.countedReports());
    const refused = { name: 'TooMany', message: 'more than 400 similar words' };
    await expect(words.near([{ word: 'مستشفيات', distance: 2 }])).rejects.toMatchObject(refused);
    // So many that the cluster cannot look for them.
    store.put(
      makeReport(
        'Y',
        similar.flatMap((word) => [`${word.slice(0, 3)}ط${word.slice(4)}`, `${word}ط`]),
      ),
    );
    reader.close();
    await engine.sync(store);
    const newer = store.snapshot();
    const more = engine.narrowing(newer, newer.countedReports());
    await expect(more.near([{ word: 'مستشفيات', distance: 2 }])).rejects.toMatchObject(refused);
    newer.close();
    await engine.close();
  });

  test('two processes feed from the same store: one that is behind does no harm', async () => {
    const store = newStore([makeReport('X', ['الأسلحة الصغيرة'])]);
    const [one, two] = [engineFor(store), engineFor(store)];
    await one.sync(store);
    for (let n = 0; n < 4; n += 1) {
      store.put(makeReport(`X${n}`, ['الأسلحة', `الأسلحة ${n}`]));
      const ways = await Promise.allSettled([one.sync(store), two.sync(store), one.sync(store)]);
      expect(ways.some(({ status }) => status === 'fulfilled')).toBe(true);
    }
    await two.sync(store);
    expect(await two.verify(store)).toEqual([]);
    expect((await one.health()).epoch).toBe(store.epoch());
    await Promise.all([one.close(), two.close()]);
  });

  test('words of any length and script, and empty paragraphs', async () => {
    const long = 'ا'.repeat(18_000);
    const texts = [long, `${long}ب`, '…', 'كلمة 𐤀𐤁 ९९', 'ﷺ'];
    const store = newStore([makeReport('X', texts)]);
    const engine = engineFor(store);
    await engine.sync(store);
    const view = viewOf(store);
    for (const q of [long, `${long.slice(0, 5000)}*`, '𐤀𐤁', 'ﷺ']) {
      const answer = await searchAnswer(view, engine, { q });
      const expected = await searchAnswer(view, embeddedEngine(), { q });
      expect(answer.total).toBe(expected.total);
      expect(answer.degraded, q.slice(0, 20)).toBe(false);
      for (const { score } of answer.hits) expect(score).toBeGreaterThan(0);
    }
    expect(await engine.verify(store)).toEqual([]);
    await engine.close();
  });

  test('killed in the middle of feeding and started again: nothing is lost and it catches up', async () => {
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
    await cluster.nodes[0]!.kill();
    await feeding;
    const view = viewOf(store);
    const away = await searchAnswer(view, engine, { q: 'الأسلحة', limit: 5 });
    expect(away).toMatchObject({ total: 5200, degraded: true, engine: 'embedded' });
    expect((await engine.health()).message).toBe('the search cluster does not answer');
    await cluster.nodes[0]!.start();
    for (let tries = 0; tries < 300 && (await engine.health()).epoch !== store.epoch(); tries += 1) {
      await new Promise((done) => setTimeout(done, 100));
    }
    await follower.stop();
    expect(events.at(-1)).toBe('back');
    const back = await searchAnswer(view, engine, { q: 'الأسلحة', limit: 5 });
    expect(back).toMatchObject({ total: 5200, degraded: false, engine: 'opensearch' });
    expect(await engine.verify(store)).toEqual([]);
    await engine.close();
  });

  test('killed in the middle of a rebuild: the old index answers, and the next rebuild replaces both', async () => {
    const lines = Array.from({ length: 6000 }, (_, i) => `الأسلحة الصغيرة رقم ${i}`);
    const store = newStore([makeReport('X', lines)]);
    const engine = engineFor(store, { batch: 100 });
    await engine.sync(store);
    const rebuilding = engine.rebuild(store).then(
      () => 'done',
      () => 'failed',
    );
    while ((await indexesOf(store)).length < 2) await new Promise((done) => setTimeout(done, 10));
    await cluster.nodes[0]!.kill();
    expect(await rebuilding).toBe('failed');
    await cluster.nodes[0]!.start();
    await cluster.healthy('yellow');
    expect(await indexesOf(store)).toHaveLength(2);
    expect(await engine.verify(store)).toEqual([]);
    await engine.rebuild(store);
    expect(await indexesOf(store)).toHaveLength(1);
    expect(await engine.verify(store)).toEqual([]);
    await engine.close();
  });
});
