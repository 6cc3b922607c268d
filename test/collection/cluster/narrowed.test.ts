/**
 * Answers made of the paragraphs that a cluster finds equal those from the index in the folder, byte for byte. Here the
 * paragraphs are found by reading all of them; `test/search/opensearch/exact.test.ts` asks a real cluster.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Collection, openCollection } from '../../../src/collection/index.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { amount } from '../../amount.ts';
import { makeReport, temporaryFolder } from '../../store/make.ts';
import { collectionByReading } from './by-reading.ts';
import { answered, type Question, questionsByKind } from './questions.ts';
import { changingReports, denseReports, lineOf } from './reports.ts';

const cleanups: (() => unknown)[] = [];
afterAll(async () => {
  for (const work of cleanups.reverse()) await work();
});

/** What answers hold, so that none of it goes untested. */
const contents = {
  'versions of a thread': /"threads":\[\{/,
  'a sentence in a gap': /"instead":\{/,
  'sentences near a phrase': /"near":\[\{/,
  variants: /"nearest":\[\{/,
  precedents: /"verbatim":.*"hits":\[\{/,
  'a verbatim precedent': /"verbatim":\{"occurrences":[1-9]/,
  'versions of a wording': /"template":\[\{/,
};

test('a neighbour is printed as it is most common in the collection, whatever the scope', async () => {
  const make = (id: string, series: string, lines: string[]) =>
    makeReport(id, lines.map(lineOf(0)), { series, year: 2000 });
  const data = temporaryFolder((work) => cleanups.push(work));
  const store = openStore(data);
  store.putAll([make('A', 'S', ['في فيه', 'فيه في', 'كلمة فيه']), make('B', 'T', ['في كلمة', 'في كلمة'])]);
  store.close();
  const folder = await openCollection(loadSettings({ SIYAGHA_DATA: data, LOG_LEVEL: 'silent' }));
  const narrowed = collectionByReading(openStore(data), 20_000);
  for (const one of [folder, narrowed]) cleanups.push(() => one.close());
  const question: Question = { name: 'phrases', params: { q: 'في', match: 'stem', series: 'S' } };
  const expected = await answered(folder, question);
  expect(JSON.parse(String(expected)).after).toEqual([{ word: 'في', count: 2 }]);
  expect(await answered(narrowed, question)).toEqual(expected);
});

describe.each([
  ['dense', denseReports],
  ['changing', changingReports],
] as const)('%s reports', (name, make) => {
  test('random questions', { timeout: 600_000 }, async () => {
    const seen = new Map<string, number>();
    const note = (kind: string) => seen.set(kind, (seen.get(kind) ?? 0) + 1);
    for (let seed = 1; seed <= amount(1, 5); seed += 1) {
      const reports = make(seed);
      const data = temporaryFolder((work) => cleanups.push(work));
      const store = openStore(data);
      store.putAll(reports);
      store.close();
      const settings = { SIYAGHA_DATA: data, LOG_LEVEL: 'silent', SIYAGHA_ANSWER_SECONDS: '600' };
      const folder: Collection = await openCollection(loadSettings(settings));
      const narrowed = collectionByReading(openStore(data), 20_000);
      const limited = collectionByReading(openStore(data), 15);
      for (const one of [folder, narrowed, limited]) cleanups.push(() => one.close());
      const kinds: fc.Arbitrary<Question>[] = Object.values(questionsByKind(reports));
      const numRuns = amount(10, Number(process.env.RUNS ?? 20));
      for (const question of kinds.flatMap((kind) => fc.sample(kind, { seed, numRuns }))) {
        const expected = await answered(folder, question);
        const about = JSON.stringify(question);
        expect(await answered(narrowed, question), about).toEqual(expected);
        note(`code` in Object(expected) ? 'refused' : question.name);
        for (const [content, pattern] of Object.entries(contents))
          if (pattern.test(String(expected))) note(content);
        // With little room, the answer is the same, or none.
        const other = await answered(limited, question);
        if (Object(other).code === 'too_much_work') note('too much work');
        else expect(other, about).toEqual(expected);
      }
    }
    if (process.env.SHOW) console.log(name, Object.fromEntries(seen));
    if (name === 'changing') expect([...seen.keys()]).toEqual(expect.arrayContaining(Object.keys(contents)));
    expect(seen.get('too much work')).toBeGreaterThan(0);
  });
});
