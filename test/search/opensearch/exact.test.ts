/**
 * Answers of a collection whose index is in a cluster equal those of one whose index is in its folder, which the phrase
 * tests compare with slow, obvious references. Counts of phrases are compared with such a reference here too.
 */
import { type Profile, words } from 'arabic-normalizer';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Collection, openCollection } from '../../../src/collection/index.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { alphabet, collections } from '../../phrases/collections.ts';
import { makeReport, temporaryFolder } from '../../store/make.ts';
import { type TestCluster, testCluster } from './cluster.ts';
import { whyNoCluster } from './jars.ts';

const cleanups: (() => Promise<void>)[] = [];
const kinds = ['paragraph', 'heading', 'footnote', 'item'] as const;

/** Reports of a dozen random small collections in one. */
function reportsOf(seed: number) {
  return fc.sample(collections, { seed, numRuns: 12 }).flatMap((small, n) =>
    small.map(({ id, date, year, series, paragraphs }) =>
      makeReport(
        `${id}/${n}`,
        paragraphs.map((text, i) => ({
          text,
          words: words(text, 'exact').length,
          kind: kinds[(i + n) % kinds.length]!,
          path: i % 2 === 0 ? ['أولا - مسائل عامة'] : ['ثانيا - البند الأخير'],
        })),
        {
          series,
          year: year ?? (date ? Number(date.slice(0, 4)) : null),
          date: date ? { from: date, to: date } : null,
          body: n % 2 === 0 ? 'A' : 'B',
        },
      ),
    ),
  );
}

type Question = { name: Parameters<Collection['answer']>[0]['name']; params: Record<string, unknown> };

const word = fc.constantFrom(...alphabet);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const wildcards = fc
  .array(fc.oneof(word, fc.constantFrom('*', '...', 'ب*', 'ما|في', '63|بند', 'ش*')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => ['ما', ...list].join(' '));
const q = fc.oneof({ weight: 3, arbitrary: phrase }, { weight: 1, arbitrary: wildcards });
const few = fc.integer({ min: 1, max: 4 });

const filter = fc.record(
  {
    series: fc.constantFrom('S', 'T'),
    body: fc.constantFrom('A', 'B'),
    year_from: fc.constantFrom(2001, 2004),
    year_to: fc.constantFrom(2003, 2006),
    kind: fc.constantFrom(...kinds),
    section: fc.constantFrom('مسائل عامة', 'البند'),
    language: fc.constantFrom('ar', 'all'),
  },
  { requiredKeys: [] },
);

const questions = (ids: readonly string[]): fc.Arbitrary<Question> => {
  const id = fc.constantFrom(...ids);
  const around = fc.record(
    { with: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }) },
    { requiredKeys: [] },
  );
  const ofReport = fc
    .record({ id, min_words: few })
    .chain((own) => fc.tuple(filter, around).map(([one, other]) => ({ ...one, ...other, ...own })));
  const match = fc.constantFrom<Profile>('exact', 'folded', 'stem');
  return fc.oneof(
    fc
      .record({
        q,
        match,
        sort: fc.constantFrom('year', 'report', 'before2', 'after3'),
        limit: fc.constantFrom(3, 50),
        offset: fc.constantFrom(0, 2),
        width: few,
        neighbours: fc.constantFrom(0, 3, 20),
        order: fc.constantFrom('count', 'count', 'association'),
        filter,
      })
      .map(({ filter: narrow, order, ...params }): Question => {
        const { kind: _, section: __, ...ofReports } = narrow;
        // With kind or section, the cluster does not weight words.
        const scope = order === 'association' ? ofReports : narrow;
        return { name: 'phrases', params: { ...scope, ...params, order } };
      }),
    fc
      .record({ q: fc.array(q, { minLength: 1, maxLength: 3 }), match, filter })
      .map(
        ({ filter: narrow, ...params }): Question => ({ name: 'trends', params: { ...narrow, ...params } }),
      ),
    fc
      .record({
        own: ofReport,
        min_reports: few,
        view: fc.constantFrom('maximal', 'closed'),
        order: fc.constantFrom('longest', 'reports', 'distinctive', 'first'),
        returns: fc.boolean(),
        include: fc.constantFrom('', 'text', 'occurrences'),
      })
      .map(
        ({ own, include, ...params }): Question => ({
          name: 'recurring',
          params: { ...own, ...params, ...(include ? { include } : {}), limit: 1000 },
        }),
      ),
    fc
      .record({ own: ofReport, min_reports: few })
      .map(
        ({ own, ...params }): Question => ({ name: 'dropped', params: { ...own, ...params, limit: 1000 } }),
      ),
    ofReport.map((params): Question => ({ name: 'novelty', params })),
    fc
      .record({
        q: fc.array(
          fc.oneof(
            word,
            phrase.map((p) => `"${p}"`),
            fc.constantFrom('ما|في', 'ب*', '-بند', '"ما * في"'),
          ),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        match,
        filter,
        group: fc.constantFrom(undefined, 'text'),
        sections: fc.constantFrom('true', 'false'),
      })
      .map(
        ({ filter: narrow, q: terms, ...params }): Question => ({
          name: 'search',
          params: { ...narrow, ...params, q: terms.join(' '), limit: 1000 },
        }),
      ),
  );
};

async function answered(collection: Collection, question: Question): Promise<unknown> {
  const { caseNamed } = await import('../../../src/collection/names-of-cases.ts');
  try {
    const params = caseNamed(question.name).params.parse(question.params);
    const { bytes } = await collection.answer({ name: question.name, params, form: 'json' });
    const body = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    return question.name === 'search' ? unranked(body) : body;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { code, message };
  }
}

/** Engines order what they find in their own ways, and take their own time. */
function unranked({ engine, took_ms, hits, suggestions, ...body }: Record<string, unknown>): object {
  const found = (hits as { paragraph: { id: string }; places?: { paragraph: string }[] }[]).map((hit) => {
    const { score, paragraph, highlights, ...rest } = hit as typeof hit & {
      score: number;
      highlights: unknown;
    };
    // Of equal texts, the best one represents all.
    return rest.places ? rest : { ...rest, paragraph, highlights };
  });
  const texts = found.map((hit) => JSON.stringify(hit)).sort();
  return { ...body, hits: texts };
}

if (whyNoCluster) console.log(`Exact answers from a cluster ${whyNoCluster}`);

describe.skipIf(whyNoCluster !== null)('exact answers from a cluster', { timeout: 240_000 }, () => {
  let cluster: TestCluster;
  let store: Store;
  let folder: Collection;
  let far: Collection;
  const reports = reportsOf(20);
  const ids = reports.map(({ report }) => report.id);

  beforeAll(async () => {
    cluster = await testCluster(1, (work) => cleanups.push(work));
    const data = temporaryFolder((work) => cleanups.push(async () => work()));
    store = openStore(data);
    store.putAll(reports);
    const shared = { SIYAGHA_DATA: data, LOG_LEVEL: 'silent' };
    folder = await openCollection(loadSettings(shared));
    const settings = {
      SIYAGHA_ENGINE: 'opensearch',
      SIYAGHA_INDEX: 'cluster',
      OPENSEARCH_URL: cluster.urls.join(),
    };
    far = await openCollection(loadSettings({ ...shared, ...settings }), { follow: true });
  }, 240_000);

  afterAll(async () => {
    await far.close();
    await folder.close();
    store.close();
    for (const work of cleanups) await work();
  });

  test('over a hundred random questions', async () => {
    const asked = fc.sample(questions(ids), { seed: 7, numRuns: Number(process.env.RUNS ?? 150) });
    const seen = new Map<string, number>();
    for (const question of asked) {
      const expected = await answered(folder, question);
      expect(await answered(far, question), JSON.stringify(question)).toEqual(expected);
      const kind = 'code' in (expected as object) ? 'refused' : question.name;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    console.log(Object.fromEntries(seen));
  });

  test('occurrences by report equal those found by reading every paragraph', async () => {
    for (const phrase of fc.sample(fc.array(word, { minLength: 1, maxLength: 5 }), {
      seed: 3,
      numRuns: 40,
    })) {
      for (const match of ['exact', 'folded', 'stem'] as const) {
        const wanted = phrase.flatMap((each) => words(each, match));
        const expected: Record<string, number> = {};
        for (const { report, paragraphs } of reports) {
          let count = 0;
          for (const { text } of paragraphs) {
            const tokens = words(text, match);
            for (let at = 0; at < tokens.length; at += 1)
              if (wanted.every((each, i) => tokens[at + i] === each)) count += 1;
          }
          if (count > 0) expected[report.id] = count;
        }
        const params = { q: phrase.join(' '), match, language: 'all' };
        const answer = (await answered(far, { name: 'phrases', params })) as {
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
