/**
 * Several reports in one transaction: the same as one after the other, and one that fails does not affect the others.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { searchTable } from '../../src/search/embedded/table.ts';
import { type DerivedTable, openStore, type PutResult, StoreError } from '../../src/store/index.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

/** The outcome of each, with errors as they are. */
const outcomes = (answers: readonly (PutResult | Error)[]) =>
  answers.map((answer) => (answer instanceof Error ? answer : answer.outcome));

function newStore(...derived: DerivedTable[]) {
  const store = openStore(temporaryFolder(), { derived: [searchTable(), ...derived] });
  afterTest(() => store.close());
  return store;
}

const reports = ['A', 'B', 'C', 'D'].map((symbol) =>
  makeReport(symbol, [{ text: 'أولا', kind: 'heading' }, { text: `نص ${symbol}`, path: ['أولا'] }, 'نص']),
);
const idsOf = (store: ReturnType<typeof newStore>) =>
  store
    .snapshot()
    .reports()
    .map(({ id }) => id);

describe('several reports at once', () => {
  test('give the same rows, epochs and changes as one after the other', () => {
    const [one, all] = [newStore(), newStore()];
    expect(all.putAll(reports)).toEqual(reports.map((report) => one.put(report)));
    expect(all.epoch()).toBe(4);
    expect(all.changesSince(1)).toEqual(one.changesSince(1));
    expect([...all.snapshot().scan()]).toEqual([...one.snapshot().scan()]);
    expect(all.verify()).toEqual([]);
  });

  test('distinguish added, updated and unchanged, also for a report that occurs twice', () => {
    const store = newStore();
    store.put(reports[0]!);
    const other = makeReport('B', ['آخر']);
    expect(outcomes(store.putAll([reports[0]!, reports[1]!, other, other]))).toEqual([
      'unchanged',
      'added',
      'updated',
      'unchanged',
    ]);
    expect(store.epoch()).toBe(3);
    expect(store.verify()).toEqual([]);
    expect(store.putAll([])).toEqual([]);
  });

  test('are one transaction: another process sees all of them or none', () => {
    const store = newStore();
    const other = new DatabaseSync(store.file);
    afterTest(() => other.close());
    const seen: unknown[] = [];
    const watching: DerivedTable = {
      name: 'watching',
      version: '1',
      create() {},
      drop() {},
      add: () => seen.push(other.prepare('SELECT count(*) AS n FROM report').get()),
      remove() {},
      verify: () => [],
    };
    const watched = openStore(store.folder, { derived: [searchTable(), watching] });
    afterTest(() => watched.close());
    watched.putAll(reports);
    expect(seen).toEqual(Array(4).fill({ n: 0 }));
    expect(other.prepare('SELECT count(*) AS n FROM report').get()).toEqual({ n: 4 });
  });
});

describe('one that fails', () => {
  test('has its error in its place, and the others are stored', () => {
    const broken = makeReport('X', ['نص']);
    broken.report.words = 99;
    const store = newStore();
    const answers = store.putAll([reports[0]!, broken, reports[1]!]);
    expect(outcomes(answers)).toEqual(['added', expect.any(StoreError), 'added']);
    expect(answers[1]).toMatchObject({ code: 'invalid_report' });
    expect(idsOf(store)).toEqual(['A', 'B']);
    expect(store.verify()).toEqual([]);
  });

  test('in the middle of the transaction leaves nothing of itself', () => {
    const failing: DerivedTable = {
      name: 'failing',
      version: '1',
      create() {},
      drop() {},
      add(_, paragraphs) {
        if (paragraphs[0]?.report === 'C') throw new Error('injected');
      },
      remove() {},
      verify: () => [],
    };
    const store = newStore(failing);
    expect(outcomes(store.putAll(reports))).toEqual(['added', 'added', new Error('injected'), 'added']);
    expect(idsOf(store)).toEqual(['A', 'B', 'D']);
    expect(store.epoch()).toBe(3);
    expect(store.verify()).toEqual([]);
  });

  test('a full disk loses only those that no longer fit', () => {
    let pages = 1_000_000;
    const limiting: DerivedTable = {
      name: 'limiting',
      version: '1',
      create() {},
      drop() {},
      add: (db) => db.exec(`PRAGMA max_page_count = ${pages}`),
      remove() {},
      verify: () => [],
    };
    const store = newStore(limiting);
    store.put(reports[0]!);
    pages = 80;
    const lines = Array.from({ length: 500 }, (_, i) => `${'نص طويل '.repeat(50)}${i}`);
    const answers = store.putAll([reports[1]!, makeReport('L', lines), reports[2]!]);
    expect(outcomes(answers)).toEqual(['added', expect.objectContaining({ code: 'disk_full' }), 'added']);
    expect(idsOf(store)).toEqual(['A', 'B', 'C']);
    expect(store.verify()).toEqual([]);
  });
});
