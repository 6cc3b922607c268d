/** The embedded engine fulfils the engine contract, and its table is checked against the text. */
import { expect, test } from 'vitest';
import { embeddedEngine, searchAnswer } from '../../src/search/index.ts';
import { makeReport } from '../store/make.ts';
import { engineContract } from './engine-contract.ts';
import { newStore, viewOf } from './world.ts';

engineContract({ name: 'embedded', make: () => embeddedEngine(), current: true });

test('a search table that lost or changed a paragraph is found by verify, and repaired by a rebuild', async () => {
  const store = newStore([makeReport('X', ['الأسلحة الصغيرة', 'نزع السلاح', 'تقرير'])]);
  const { database } = store.snapshot();
  expect(() => database.exec('DELETE FROM search WHERE rowid = 2')).toThrow();
  const { DatabaseSync } = await import('@photostructure/sqlite');
  const other = new DatabaseSync(store.file);
  other.exec('DELETE FROM search WHERE rowid = 2');
  other.exec('DELETE FROM search WHERE rowid = 3');
  other.exec("INSERT INTO search (rowid, folded, stem) VALUES (3, 'اخر', 'اخر'), (77, 'زائد', 'زائد')");
  other.close();
  expect(store.verify().map(({ message }) => message.split(':').slice(0, 2).join(':').slice(0, 40))).toEqual([
    'X:2',
    'X:3',
    'the search table holds 1 paragraph not i',
  ]);
  const before = await searchAnswer(viewOf(store), embeddedEngine(), { q: 'السلاح' });
  expect(before.hits.map((hit) => [hit.paragraph.id, hit.score])).toEqual([['X:2', 0]]);
  store.rebuildDerived();
  expect(store.verify()).toEqual([]);
  const after = await searchAnswer(viewOf(store), embeddedEngine(), { q: 'السلاح' });
  expect(after.hits[0]?.score).toBeGreaterThan(0);
});
