/**
 * Suggestions from an index in a cluster equal those from the index in the folder. Here words are found by reading all
 * paragraphs; `test/search/opensearch/exact.test.ts` asks a real cluster.
 */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openCollection } from '../../../src/collection/index.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { amount } from '../../amount.ts';
import { temporaryFolder } from '../../store/make.ts';
import { collectionByReading } from './by-reading.ts';
import { answered, slipsIn } from './questions.ts';
import { similarReports } from './reports.ts';

const cleanups: (() => unknown)[] = [];
afterAll(async () => {
  for (const work of cleanups.reverse()) await work();
});

test('searches with slips', { timeout: 600_000 }, async () => {
  const seen = new Map<string, number>();
  const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const reports = similarReports(1);
  const data = temporaryFolder((work) => cleanups.push(work));
  const store = openStore(data);
  store.putAll(reports);
  store.close();
  const settings = { SIYAGHA_DATA: data, LOG_LEVEL: 'silent', SIYAGHA_ANSWER_SECONDS: '600' };
  const folder = await openCollection(loadSettings(settings));
  const narrowed = collectionByReading(openStore(data), 20_000);
  const limited = collectionByReading(openStore(data), 15);
  for (const one of [folder, narrowed, limited]) cleanups.push(() => one.close());
  for (const question of fc.sample(slipsIn(reports), { seed: 1, numRuns: amount(150, 1500) })) {
    const expected = await answered(folder, question);
    const about = JSON.stringify(question);
    expect(await answered(narrowed, question), about).toEqual(expected);
    const { suggestions, total } = Object(expected) as { suggestions?: string[]; total?: number };
    note(suggestions?.length ? `suggestions ${question.params.match}` : total === 0 ? 'none' : 'found');
    if (suggestions?.some((q) => /[\p{Lu}٠-٩]/u.test(q))) note('case or digits');
    if (suggestions?.length && ['kind', 'section'].some((name) => name in question.params)) note('place');
    if (suggestions?.length && /[*]/.test(String(question.params.q))) note('wildcard');
    // With little room, the answer is the same, or none.
    const other = await answered(limited, question);
    if (Object(other).code === 'too_much_work') note('too much work');
    else expect(other, about).toEqual(expected);
  }
  if (process.env.SHOW) console.log(Object.fromEntries(seen));
  const all = ['exact', 'folded', 'stem'].map((match) => `suggestions ${match}`);
  expect([...seen.keys()]).toEqual(
    expect.arrayContaining([...all, 'none', 'case or digits', 'place', 'wildcard', 'too much work']),
  );
});
