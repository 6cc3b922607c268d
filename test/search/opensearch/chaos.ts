/**
 * Something happens to a cluster while reports are added and replaced and questions asked: every answer is the one that
 * the index in the folder gives for the commit that it names, or refused. Afterwards all are answered again, without
 * help.
 */
import { words } from 'arabic-normalizer';
import { expect } from 'vitest';
import { type Collection, openCollection } from '../../../src/collection/index.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { answeredAt, type Question } from '../../collection/cluster/questions.ts';
import { makeReport, temporaryFolder } from '../../store/make.ts';
import type { TestCluster } from './cluster.ts';

export const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

const phrases = ['الأسلحة الصغيرة', 'نزع السلاح', 'ما ما', 'التعاون الدولي في نزع السلاح'];
/** Each kind of question to an index; a phrase is counted by the cluster alone and from paragraphs. */
const asked: Question[] = [
  ...phrases.map((q): Question => ({ name: 'phrases', params: { q, limit: 50 } })),
  { name: 'trends', params: { q: phrases } },
  { name: 'search', params: { q: '"نزع السلاح" -سنوي', limit: 1000 } },
  // Misspelt: there is no hit, but suggestions.
  { name: 'search', params: { q: 'التعاون الدوليي', limit: 1000 } },
  { name: 'threads', params: { q: 'يقرر المؤتمر' } },
  { name: 'recurring', params: { id: 'X-3', min_words: 3, include: 'occurrences' } },
  { name: 'novelty', params: { id: 'X-19', min_words: 3 } },
  { name: 'variants', params: { id: 'X-5', limit: 3 } },
];

/** Number of reports; once there are so many, they are replaced. */
const most = 40;

/** Each report contains every phrase a few times, including overlapping occurrences. */
function reportOf(n: number) {
  const lines = Array.from({ length: 12 }, (_, i) =>
    [
      `${'الأسلحة الصغيرة '.repeat((n + i) % 4)}رقم ${n}`,
      `التعاون الدولي في نزع السلاح ${i}`,
      `ما ما ما ${'ما '.repeat(n % 3)}`,
    ].join(' '),
  );
  const how = ['سنوي', 'استثنائي', 'مشترك'][n % 3];
  lines.push(`يقرر المؤتمر أن يعقد اجتماعا ${how ?? ''} في المدينة ${n % 7}.`);
  const paragraphs = lines.map((text) => ({ text, words: words(text, 'exact').length }));
  return makeReport(`X/${n % most}`, paragraphs, { series: 'X', year: 2000 + (n % 20) });
}

/** Whatever ranked the hits of a search: an engine that is down says so. */
function comparable(body: unknown): unknown {
  if (typeof body === 'string') return body;
  const { degraded: _, ...rest } = body as Record<string, unknown>;
  return rest;
}

async function ask(collection: Collection, question: Question): Promise<{ epoch: number; body: unknown }> {
  const { epoch, body } = await answeredAt(collection, question);
  return { epoch, body: comparable(body) };
}

export interface Trouble {
  name: string;
  happen(cluster: TestCluster): Promise<void>;
  /** The state that the cluster reaches afterwards by itself. */
  after?: 'yellow';
}

/** @param cleanups are run first to last */
export async function underTrouble(
  cluster: TestCluster,
  troubles: readonly Trouble[],
  cleanups: (() => Promise<void>)[],
): Promise<void> {
  const data = temporaryFolder((work) => cleanups.push(async () => work()));
  const store = openStore(data);
  cleanups.unshift(async () => store.close());
  const shared = { SIYAGHA_DATA: data, LOG_LEVEL: 'silent' };
  const folder = await openCollection(loadSettings(shared), { follow: true });
  cleanups.unshift(() => folder.close());
  /** By epoch, for each question. */
  const expected = new Map<number, unknown[]>();
  let next = 0;
  const put = async () => {
    store.put(reportOf(next));
    next += 1;
    if (next < 20) return;
    await caughtUp(folder, () => store.epoch());
    const bodies: unknown[] = [];
    for (const question of asked) bodies.push((await ask(folder, question)).body);
    expected.set(store.epoch(), bodies);
  };
  for (let i = 0; i < 20; i += 1) await put();
  const collection = await openCollection(
    loadSettings({
      ...shared,
      SIYAGHA_ENGINE: 'opensearch',
      SIYAGHA_INDEX: 'cluster',
      OPENSEARCH_URL: cluster.urls.join(),
    }),
    { follow: true },
  );
  cleanups.unshift(() => collection.close());

  const told = { right: new Map<string, number>(), refused: new Map<string, number>() };
  const count = (of: Map<string, number>, what: string) => of.set(what, (of.get(what) ?? 0) + 1);
  const allRight = () => [...told.right.values()].reduce((sum, each) => sum + each, 0);
  let isOver = false;
  const asking = (async () => {
    for (let i = 0; !isOver; i += 1) {
      const nth = i % asked.length;
      try {
        const { epoch, body } = await ask(collection, asked[nth]!);
        expect(body, `epoch ${epoch}: ${JSON.stringify(asked[nth])}`).toEqual(expected.get(epoch)![nth]);
        count(told.right, asked[nth]!.name);
      } catch (error) {
        const { code } = error as { code?: string };
        if (!['unreachable', 'behind', 'failed', 'too_much_work'].includes(code ?? '')) throw error;
        count(told.refused, code!);
        await wait(50);
      }
      if (i % 10 === 0) await put();
    }
  })();
  // If one fails, its error is reported at the end.
  asking.catch(() => {});

  for (const { name, happen, after = 'green' } of troubles) {
    await happen(cluster);
    await cluster.healthy(after, 3);
    // It is fed again: reports that were added meanwhile are in the answers.
    await caughtUp(collection, () => store.epoch() - 1);
    console.log(`${name}: ${allRight()} right so far`);
  }
  isOver = true;
  await asking;
  console.log('right:', Object.fromEntries(told.right), 'refused:', Object.fromEntries(told.refused));
  for (const { name } of asked) expect(told.right.get(name), name).toBeGreaterThan(0);
  // Everything, once the cluster is complete.
  await caughtUp(collection, () => store.epoch());
  for (const [nth, question] of asked.entries())
    expect((await ask(collection, question)).body).toEqual(expected.get(store.epoch())![nth]);
}

/** Until answers are of this commit or a newer one. */
async function caughtUp(collection: Collection, epoch: () => number): Promise<void> {
  const least = epoch();
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await ask(collection, asked[0]!).catch(() => null);
    if (answer && answer.epoch >= least) return;
    await wait(100);
  }
  throw new Error('the answers did not catch up');
}
