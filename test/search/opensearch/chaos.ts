/**
 * Something happens to a cluster while reports are added and questions asked: every answer is right for the commit that
 * it names, or refused. Afterwards all are answered again, without help.
 */
import { type Profile, words } from 'arabic-normalizer';
import { expect } from 'vitest';
import { type Collection, openCollection } from '../../../src/collection/index.ts';
import { caseNamed } from '../../../src/collection/names-of-cases.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { makeReport, temporaryFolder } from '../../store/make.ts';
import type { TestCluster } from './cluster.ts';

export const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

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

  for (const { name, happen, after = 'green' } of troubles) {
    await happen(cluster);
    await cluster.healthy(after, 3);
    // It is fed again: reports that were added meanwhile are in the answers.
    await caughtUp(collection, () => store.epoch() - 1);
    console.log(`${name}: ${told.right} right so far`);
  }
  isOver = true;
  await asking;
  console.log(told.right, 'right; refused:', Object.fromEntries(told.refused));
  expect(told.right).toBeGreaterThan(20);
  // Everything, once the cluster is complete.
  await caughtUp(collection, () => store.epoch());
  const answers = await Promise.all(asked.map((q) => ask(collection, q)));
  expect(answers.map((answer) => answer.listed)).toEqual(expected.get(store.epoch()));
}

/** Until answers are of this commit or a newer one. */
async function caughtUp(collection: Collection, epoch: () => number): Promise<void> {
  const least = epoch();
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await ask(collection, asked[0]!).catch(() => null);
    if (answer && answer.epoch >= least) return;
    await wait(300);
  }
  throw new Error('the cluster did not catch up');
}
