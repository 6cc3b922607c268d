/**
 * Nodes are killed, paused, started again and replaced, including the cluster manager, while reports are added and
 * questions asked: every answer is right for the commit that it names, or refused. Afterwards all are answered again.
 */
import { type Profile, words } from 'arabic-normalizer';
import { afterAll, describe, expect, test } from 'vitest';
import { type Collection, openCollection } from '../../../src/collection/index.ts';
import { caseNamed } from '../../../src/collection/names-of-cases.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { makeReport, temporaryFolder } from '../../store/make.ts';
import { type TestCluster, testCluster } from './cluster.ts';
import { whyNoCluster } from './jars.ts';

/** Minutes for each round, so only if all faults are requested (`npm run test:faults`). */
const isFull = process.env.SIYAGHA_FAULTS === 'full';
const rounds = Number(process.env.ROUNDS ?? 3);
const cleanups: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const work of cleanups) await work();
});

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

const asked = ['الأسلحة الصغيرة', 'نزع السلاح', 'ما ما', 'التعاون الدولي في نزع السلاح'];

/** Each report contains every phrase a few times, including overlapping occurrences. */
function reportOf(n: number) {
  const lines = Array.from({ length: 12 }, (_, i) =>
    [
      `${'الأسلحة الصغيرة '.repeat((n + i) % 4)}رقم ${n}`,
      `التعاون الدولي في نزع السلاح ${i}`,
      `ما ما ما ${'ما '.repeat(n % 3)}`,
    ].join(' '),
  );
  const paragraphs = lines.map((text) => ({ text, words: words(text, 'exact').length }));
  return makeReport(`X/${n}`, paragraphs, { year: 2000 + (n % 20) });
}

function occurrences(text: string, phrase: string): number {
  const [tokens, wanted] = [words(text), words(phrase)];
  return tokens.filter((_, at) => wanted.every((word, i) => tokens[at + i] === word)).length;
}

async function ask(
  collection: Collection,
  q: string,
): Promise<{ epoch: number; counted: number; listed: number }> {
  const params = caseNamed('phrases').params.parse({ q, limit: 1000 });
  const { bytes, epoch } = await collection.answer({ name: 'phrases', params, form: 'json' });
  const body = JSON.parse(new TextDecoder().decode(bytes)) as {
    occurrences: number;
    also: Record<Profile, number>;
    by_report: { occurrences: number }[];
  };
  const listed = body.by_report.reduce((sum, each) => sum + each.occurrences, 0);
  // Counted from paragraphs, and by the cluster only.
  expect(listed).toBe(body.occurrences);
  return { epoch, counted: body.also.stem, listed };
}

const why = whyNoCluster ?? (isFull ? null : 'skipped: takes minutes; SIYAGHA_FAULTS=full runs it');
if (why) console.log(`A cluster that loses nodes ${why}`);

describe.skipIf(why !== null)('a cluster that loses nodes', () => {
  test('answers are right for their commit, or refused', { timeout: rounds * 900_000 }, async () => {
    const cluster = await testCluster(3, (work) => cleanups.push(work));
    await cluster.healthy('green');
    const data = temporaryFolder((work) => cleanups.push(async () => work()));
    const store = openStore(data);
    cleanups.unshift(async () => store.close());
    /** By epoch, for each phrase. */
    const expected = new Map<number, number[]>();
    let texts: string[] = [];
    let next = 0;
    const put = () => {
      const report = reportOf(next);
      next += 1;
      store.put(report);
      texts = [...texts, ...report.paragraphs.map(({ text }) => text)];
      const counts = asked.map((q) => texts.reduce((sum, text) => sum + occurrences(text, q), 0));
      expected.set(store.epoch(), counts);
    };
    for (let i = 0; i < 20; i += 1) put();
    const collection = await openCollection(
      loadSettings({
        SIYAGHA_DATA: data,
        SIYAGHA_ENGINE: 'opensearch',
        SIYAGHA_INDEX: 'cluster',
        OPENSEARCH_URL: cluster.urls.join(),
        LOG_LEVEL: 'silent',
      }),
      { follow: true },
    );
    cleanups.unshift(() => collection.close());

    const told = { right: 0, refused: new Map<string, number>() };
    let isOver = false;
    const asking = (async () => {
      for (let i = 0; !isOver; i += 1) {
        const nth = i % asked.length;
        try {
          const { epoch, counted, listed } = await ask(collection, asked[nth]!);
          // No word here becomes another one under stem.
          expect([listed, counted], `epoch ${epoch}: ${asked[nth]}`).toEqual([
            expected.get(epoch)![nth],
            expected.get(epoch)![nth],
          ]);
          told.right += 1;
        } catch (error) {
          const { code } = error as { code?: string };
          if (!['unreachable', 'behind', 'failed', 'too_much_work'].includes(code ?? '')) throw error;
          told.refused.set(code!, (told.refused.get(code!) ?? 0) + 1);
          await wait(50);
        }
        if (i % 10 === 0) put();
      }
    })();
    // If one fails, its error is reported at the end.
    asking.catch(() => {});

    for (let round = 0; round < rounds; round += 1) {
      for (const trouble of troubles) {
        await trouble(cluster);
        console.log(`round ${round + 1}: ${told.right} right so far`);
        await cluster.healthy('green', 3);
      }
    }
    isOver = true;
    await asking;
    console.log(told.right, 'right; refused:', Object.fromEntries(told.refused));
    expect(told.right).toBeGreaterThan(20);

    // Everything, once the cluster is complete.
    for (let tries = 0; ; tries += 1) {
      const answers = await Promise.all(asked.map((q) => ask(collection, q).catch(() => null)));
      if (answers.every((answer) => answer?.epoch === store.epoch())) {
        expect(answers.map((answer) => answer!.listed)).toEqual(expected.get(store.epoch()));
        break;
      }
      if (tries === 100) throw new Error('the cluster did not catch up');
      await wait(300);
    }
  });
});

async function managerOf(cluster: TestCluster) {
  const [{ node }] = (await cluster.ask<[{ node: string }]>('/_cat/cluster_manager?format=json')) as [
    { node: string },
  ];
  return cluster.nodes.find(({ name }) => name === node)!;
}

const troubles: ((cluster: TestCluster) => Promise<void>)[] = [
  // A node is killed and started again.
  async ({ nodes }) => {
    await nodes[0]!.kill();
    await wait(4000);
    await nodes[0]!.start();
  },
  // One is paused without notice: the others continue without it, and it comes back with what it had.
  async ({ nodes }) => {
    nodes[1]!.pause();
    await wait(10_000);
    nodes[1]!.resume();
  },
  // The manager is killed.
  async (cluster) => {
    const manager = await managerOf(cluster);
    await manager.kill();
    await wait(4000);
    await manager.start();
  },
  // The manager is paused without notice, and wakes in a cluster that has another one.
  async (cluster) => {
    const manager = await managerOf(cluster);
    manager.pause();
    await wait(10_000);
    manager.resume();
  },
  // A node is replaced by an empty one.
  async ({ nodes }) => {
    await nodes[2]!.kill();
    nodes[2]!.wipe();
    await wait(2000);
    await nodes[2]!.start();
  },
];
