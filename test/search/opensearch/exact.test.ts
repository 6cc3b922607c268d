/**
 * Answers of a collection whose index is in a cluster equal those of one whose index is in its folder, which the phrase
 * tests compare with slow, obvious references. Counts of phrases are compared with such a reference here too.
 */
import { type Profile, words } from 'arabic-normalizer';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Collection, openCollection } from '../../../src/collection/index.ts';
import { caseNamed } from '../../../src/collection/names-of-cases.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { openStore } from '../../../src/store/index.ts';
import {
  answered,
  type Question,
  questionsAbout,
  slipsIn,
  word,
} from '../../collection/cluster/questions.ts';
import { changingReports, denseReports, lineOf, similarReports } from '../../collection/cluster/reports.ts';
import { makeReport, temporaryFolder } from '../../store/make.ts';
import { type TestCluster, testCluster } from './cluster.ts';
import { whyNoCluster } from './jars.ts';

const cleanups: (() => unknown)[] = [];

if (whyNoCluster) console.log(`Exact answers from a cluster ${whyNoCluster}`);

describe.skipIf(whyNoCluster !== null)('exact answers from a cluster', { timeout: 240_000 }, () => {
  let cluster: TestCluster;
  const dense = denseReports(20);

  beforeAll(async () => {
    cluster = await testCluster(1, (work) => cleanups.push(work));
  }, 240_000);

  afterAll(async () => {
    for (const work of cleanups.reverse()) await work();
  });

  /** The same reports with an index in the folder and in the cluster. */
  async function opened(
    reports: typeof dense,
  ): Promise<{ folder: Collection; far: Collection; data: string }> {
    const data = temporaryFolder((work) => cleanups.push(work));
    const store = openStore(data);
    store.putAll(reports);
    store.close();
    // On a busy machine, a long text takes long.
    const shared = { SIYAGHA_DATA: data, LOG_LEVEL: 'silent', SIYAGHA_ANSWER_SECONDS: '600' };
    const folder = await openCollection(loadSettings(shared), { follow: true });
    cleanups.push(() => folder.close());
    const settings = {
      SIYAGHA_ENGINE: 'opensearch',
      SIYAGHA_INDEX: 'cluster',
      OPENSEARCH_URL: cluster.urls.join(),
    };
    const far = await openCollection(loadSettings({ ...shared, ...settings }), { follow: true });
    cleanups.push(() => far.close());
    return { folder, far, data };
  }

  async function epochOf(collection: Collection): Promise<number> {
    const params = caseNamed('phrases').params.parse({ q: 'في' });
    return (await collection.answer({ name: 'phrases', params, form: 'json' })).epoch;
  }

  test.each([
    ['dense', dense],
    ['changing', changingReports(20)],
  ])('over a hundred random questions to %s reports', async (_, reports) => {
    const { folder, far } = await opened(reports);
    const seen = new Map<string, number>();
    const numRuns = Number(process.env.RUNS ?? 150);
    for (const question of fc.sample(questionsAbout(reports), { seed: 7, numRuns })) {
      const expected = await answered(folder, question);
      expect(await answered(far, question), JSON.stringify(question)).toEqual(expected);
      const kind = 'code' in Object(expected) ? 'refused' : question.name;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    console.log(Object.fromEntries(seen));
  });

  test('suggestions for searches with slips, while reports are replaced', async () => {
    const reports = similarReports(2);
    const { folder, far, data } = await opened(reports);
    const store = openStore(data);
    cleanups.push(() => store.close());
    let suggested = 0;
    const numRuns = Number(process.env.RUNS ?? 60);
    const questions = fc.sample(slipsIn(reports), { seed: 7, numRuns });
    for (const [i, question] of questions.entries()) {
      // Words of replaced reports stay in the cluster until they are cleaned up.
      if (i % 10 === 0) {
        store.put(similarReports(100 + i)[i % reports.length]!);
        for (const one of [folder, far]) await expect.poll(() => epochOf(one)).toBe(store.epoch());
      }
      const expected = await answered(folder, question);
      expect(await answered(far, question), JSON.stringify(question)).toEqual(expected);
      const { suggestions } = Object(expected) as { suggestions?: string[] };
      if (suggestions?.length) suggested += 1;
    }
    console.log(suggested, 'of', numRuns, 'with suggestions');
    expect(suggested).toBeGreaterThan(numRuns / 4);
  });

  test('long texts, and words that hundreds of paragraphs have', async () => {
    const nth = (n: number) => `كلمة${[...String(n)].map((digit) => 'بتثجحخدذرز'[Number(digit)]).join('')}`;
    const run = (from: number, length: number) => Array.from({ length }, (_, i) => nth(from + i)).join(' ');
    // Paragraphs with one, two or three of a few words, the more the fewer; and some of more than 1,024 words.
    const short = (n: number) =>
      Array.from(
        { length: 300 },
        (_, i) => `${nth(i % 7)} ${i % 5 === 0 ? nth(8) : ''} ${nth(i % 3)} ${n}${i}`,
      );
    const long = (n: number) => [run(n * 10, 1200), `${run(500, 1200)} ${n}`, run(3000 + n, 900)];
    const reports = [1, 2, 3, 4].map((n) =>
      makeReport(`L/${n}`, [...short(n), ...long(n)].map(lineOf(n)), { series: 'L', year: 2000 + n }),
    );
    const { folder, far } = await opened(reports);
    const absent = [`${nth(8)} غائب ${nth(6)}`, `${nth(0)} ${nth(1)} ${nth(2)} غائب`, `غائب ${nth(8)}`];
    const questions: Question[] = [
      ...absent
        .flatMap((q) => [{ q }, { q, kind: 'footnote' }, { q, section: 'مسائل' }, { q, year_to: 2002 }])
        .map((params): Question => ({ name: 'threads', params })),
      ...[run(505, 1100), `${run(0, 500)} ${run(3010, 600)}`].map(
        (text): Question => ({ name: 'similarText', params: { text, min_similarity: 0.1 } }),
      ),
      { name: 'wording', params: { q: run(505, 1100) } },
      { name: 'wording', params: { paragraph: 'L-1:301' } },
      { name: 'similar', params: { id: 'L-2:302' } },
      { name: 'variants', params: { id: 'L-2', offset: 290, limit: 13, min_similarity: 0.5 } },
    ];
    for (const question of questions) {
      const expected = await answered(folder, question);
      const { code } = Object(expected);
      expect(code, JSON.stringify(question).slice(0, 200)).toBeUndefined();
      expect(await answered(far, question), JSON.stringify(question).slice(0, 200)).toEqual(expected);
    }
  });

  test('occurrences by report equal those found by reading every paragraph', async () => {
    const { far } = await opened(dense);
    for (const phrase of fc.sample(fc.array(word, { minLength: 1, maxLength: 5 }), {
      seed: 3,
      numRuns: 40,
    })) {
      for (const match of ['exact', 'folded', 'stem'] as const) {
        const wanted = phrase.flatMap((each) => words(each, match));
        const expected: Record<string, number> = {};
        for (const { report, paragraphs } of dense) {
          let count = 0;
          for (const { text } of paragraphs) {
            const tokens = words(text, match);
            for (let at = 0; at < tokens.length; at += 1)
              if (wanted.every((each, i) => tokens[at + i] === each)) count += 1;
          }
          if (count > 0) expected[report.id] = count;
        }
        const params = { q: phrase.join(' '), match, language: 'all' };
        const answer = JSON.parse((await answered(far, { name: 'phrases', params })) as string) as {
          by_report: { report: string; occurrences: number }[];
          also: Record<Profile, number>;
        };
        const given = answer.by_report.map(({ report, occurrences }) => [report, occurrences]);
        expect(Object.fromEntries(given)).toEqual(expected);
        const total = Object.values(expected).reduce((sum, count) => sum + count, 0);
        expect(answer.also[match]).toBe(total);
      }
    }
  });
});
