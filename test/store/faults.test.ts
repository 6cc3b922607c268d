/** Folders, files and disks that cannot be used: a clear error, and nothing stored is lost. */
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { storeError } from '../../src/store/errors.ts';
import { type DerivedTable, openStore, StoreError } from '../../src/store/index.ts';
import { amount } from '../amount.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

function errorOf(work: () => unknown): { code: string; message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** An empty derived table that does what a test wants inside the store's transaction. */
function hook(add: DerivedTable['add']): DerivedTable {
  return { name: 'hook', version: '1', create() {}, drop() {}, add, remove() {}, verify: () => [] };
}

describe('opening', () => {
  test('a missing folder is created, with those above it', () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    const store = openStore(folder);
    store.close();
    expect(existsSync(store.file)).toBe(true);
  });

  test('a file where the folder should be, or above it', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'data'), 'x');
    for (const path of [join(folder, 'data'), join(folder, 'data', 'below')]) {
      const error = errorOf(() => openStore(path));
      expect(error.code).toBe('not_a_folder');
      expect(error.message).toMatch(/SIYAGHA_DATA/);
    }
  });

  test.skipIf(!existsSync('/proc'))('a place where no folder can be created', () => {
    const error = errorOf(() => openStore('/proc/siyagha/data'));
    expect(error.code).toBe('not_writable');
    expect(error.message).toMatch(/permission.*SIYAGHA_DATA/);
  });

  test.skipIf(process.getuid?.() === 0)('a folder without write permission', () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder, { mode: 0o555 });
    afterTest(() => chmodSync(folder, 0o755));
    expect(errorOf(() => openStore(folder)).code).toBe('not_writable');
  });

  test.each(['this is not a database'.repeat(100), 'short', '\0'.repeat(5000)])(
    'a file that is not a database is refused and left alone',
    (content) => {
      const folder = temporaryFolder();
      const file = join(folder, 'siyagha.db');
      writeFileSync(file, content);
      const error = errorOf(() => openStore(folder));
      expect(error.code).toBe('not_a_database');
      expect(readFileSync(file, 'utf8')).toBe(content);
    },
  );

  test("another program's database is refused and left alone", () => {
    const folder = temporaryFolder();
    const other = new DatabaseSync(join(folder, 'siyagha.db'));
    other.exec('CREATE TABLE theirs (x)');
    other.close();
    expect(errorOf(() => openStore(folder)).code).toBe('not_a_database');
  });

  test('a file of a newer version is refused, with what to do', () => {
    const folder = temporaryFolder();
    const { file } = openStore(folder);
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    for (const readOnly of [true, false]) {
      const error = errorOf(() => openStore(folder, { readOnly }));
      expect(error.code).toBe('newer_version');
      expect(error.message).toMatch(/format 99.*install the newer version/);
    }
  });

  test('read-only: refuses changes, needs a store, sees what others write', () => {
    const folder = temporaryFolder();
    expect(errorOf(() => openStore(folder, { readOnly: true })).code).toBe('no_store');
    expect(existsSync(join(folder, 'siyagha.db'))).toBe(false);
    const writer = openStore(folder);
    afterTest(() => writer.close());
    const reader = openStore(folder, { readOnly: true });
    afterTest(() => reader.close());
    writer.put(makeReport('X', ['أ']));
    expect(reader.epoch()).toBe(1);
    expect(reader.snapshot().reports()).toHaveLength(1);
    expect(errorOf(() => reader.put(makeReport('Y', ['أ']))).code).toBe('read_only');
    expect(errorOf(() => reader.remove('X')).code).toBe('read_only');
    expect(errorOf(() => reader.setNote('a', 'b')).code).toBe('read_only');
    expect(reader.verify()).toEqual([]);
  });

  test('a closed store says so', () => {
    const store = openStore(temporaryFolder());
    store.close();
    store.close();
    expect(errorOf(() => store.epoch()).code).toBe('closed');
  });
});

describe('writing', () => {
  test('a failure in the middle of a put leaves the report as it was', () => {
    const folder = temporaryFolder();
    let fail = false;
    const failing = hook(() => {
      if (fail) throw new Error('injected');
    });
    const store = openStore(folder, { derived: [failing] });
    afterTest(() => store.close());
    store.put(makeReport('X', ['أ', 'ب']));
    fail = true;
    expect(() => store.put(makeReport('X', ['ج']))).toThrow('injected');
    expect(() => store.put(makeReport('Y', ['ج']))).toThrow('injected');
    expect(store.epoch()).toBe(1);
    expect([...store.snapshot().scan()].map(({ text }) => text)).toEqual(['أ', 'ب']);
    expect(store.changesSince(0)).toEqual([{ epoch: 1, report: 'X', op: 'put' }]);
    fail = false;
    expect(store.put(makeReport('X', ['ج'])).outcome).toBe('updated');
    expect(store.verify()).toEqual([]);
  });

  test('a full disk is reported, what was stored before is kept, and writing continues when there is space', () => {
    let pages = 0;
    const limiting = hook((db) => db.exec(`PRAGMA max_page_count = ${pages}`));
    const store = openStore(temporaryFolder(), { derived: [limiting] });
    afterTest(() => store.close());
    pages = 60;
    store.put(makeReport('X', ['أ']));
    const large = makeReport(
      'Y',
      Array.from({ length: 500 }, (_, i) => `${'نص طويل '.repeat(50)}${i}`),
    );
    const error = errorOf(() => store.put(large));
    expect(error.code).toBe('disk_full');
    expect(error.message).toMatch(/make room/);
    expect(
      store
        .snapshot()
        .reports()
        .map(({ id }) => id),
    ).toEqual(['X']);
    expect(store.verify()).toEqual([]);
    pages = 1_000_000;
    store.put(makeReport('Z', ['أ']));
    expect(store.put(large).outcome).toBe('added');
    expect(store.verify()).toEqual([]);
  });

  test.each([
    [{ errcode: 10 }, 'failed'],
    [{ errcode: 8 | (1 << 8) }, 'not_writable'],
    [{ errcode: 11 }, 'corrupt'],
    [{ errcode: 5 }, 'busy'],
    [{ code: 'ENOSPC' }, 'disk_full'],
    [{ code: 'EACCES' }, 'not_writable'],
    [{ code: 'EROFS' }, 'not_writable'],
  ])('%j is %s', (raw, code) => {
    expect(storeError(Object.assign(new Error('x'), raw), '/data')).toMatchObject({ code });
  });
});

describe('the log', () => {
  test('does not grow without bound although there is always an open snapshot', () => {
    const store = openStore(temporaryFolder());
    afterTest(() => store.close());
    let held = store.snapshot();
    let largest = 0;
    const round = (n: number) => {
      const lines = Array.from({ length: 200 }, (_, i) => `${'كلمات كثيرة في فقرة '.repeat(20)}${n} ${i}`);
      store.put(makeReport('X', lines));
      const next = store.snapshot();
      expect(next.paragraph('X:1')?.text).toContain(`${n} 0`);
      held.close();
      held = next;
      expect(held.paragraph('X:200')?.text).toContain(`${n} 199`);
      largest = Math.max(largest, statSync(`${store.file}-wal`).size);
    };
    let afterTen = 0;
    for (let n = 0; n < amount(30, 60); n += 1) {
      round(n);
      if (n === 9) afterTen = largest;
    }
    expect(afterTen).toBeGreaterThan(1_000_000);
    expect(largest).toBeLessThan(12_000_000);
    expect(store.verify()).toEqual([]);
  });
});
