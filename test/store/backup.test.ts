/** Backups: one moment, complete or not there, and restored only if complete. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { openStore, restore, type Store } from '../../src/store/index.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

const bytesOf = (symbol: string) => new TextEncoder().encode(`${symbol} ${'نص التقرير '.repeat(200)}`);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function put(store: Store, ...symbols: string[]): void {
  for (const symbol of symbols) {
    const parsed = makeReport(symbol, [`الفقرة الأولى من ${symbol}`, 'الثانية']);
    parsed.report.source.sha256 = hashOf(bytesOf(symbol));
    store.put(parsed, { original: () => bytesOf(symbol) });
  }
}
const idsOf = (store: Store) => {
  const snapshot = store.snapshot();
  try {
    return snapshot.reports().map(({ id }) => id);
  } finally {
    snapshot.close();
  }
};

function filled(...symbols: string[]) {
  const folder = temporaryFolder();
  const store = openStore(folder);
  afterTest(() => store.close());
  put(store, ...symbols);
  return { folder, store, file: join(temporaryFolder(), 'collection.backup') };
}

test('is one moment of a collection in use, and restores reports, ids, history and originals', () => {
  const { folder, store, file } = filled('A', 'B');
  const done = store.backup(file);
  expect(done).toMatchObject({ reports: 2, originals: 2, epoch: 2, without_original: [] });
  put(store, 'C');
  store.remove('A');
  store.close();
  // In this process, the file is released only when the garbage collector has collected every statement on it.
  const free = join(temporaryFolder(), 'data');
  cpSync(folder, free, { recursive: true });
  const restored = restore(free, file);
  expect(restored).toMatchObject({ reports: 2, originals: 2, epoch: 2 });
  const again = openStore(free, { existing: true });
  afterTest(() => again.close());
  expect(idsOf(again)).toEqual(['A', 'B']);
  expect(again.verify()).toEqual([]);
  expect(readFileSync(again.originalPath(hashOf(bytesOf('A'))))).toEqual(Buffer.from(bytesOf('A')));
  const before = new DatabaseSync(restored.before!, { readOnly: true });
  expect(
    before
      .prepare('SELECT id FROM report ORDER BY id')
      .all()
      .map((row) => (row as { id: string }).id),
  ).toEqual(['B', 'C']);
  before.close();
  expect(readdirSync(free).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('can be restored into an empty folder too', () => {
  const { file, store } = filled('A');
  store.backup(file);
  const folder = join(temporaryFolder(), 'new');
  expect(restore(folder, file).before).toBeNull();
  const again = openStore(folder, { existing: true });
  afterTest(() => again.close());
  expect(again.verify()).toEqual([]);
});

test('does not overwrite a file, and leaves nothing half written', () => {
  const { store, file } = filled('A');
  writeFileSync(file, 'mine');
  expect(() => store.backup(file)).toThrow(/already exists/);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(() => store.backup(join(file, 'below'))).toThrow(/is a file|not a folder/);
});

test('of a damaged collection is refused, with the name of the report', () => {
  const { folder, store, file } = filled('A', 'B');
  const db = new DatabaseSync(join(folder, 'siyagha.db'));
  db.exec("UPDATE paragraph SET text = 'x' WHERE report = 2 AND ordinal = 1");
  db.close();
  expect(() => store.backup(file)).toThrow(/is damaged: B: its text/);
  expect(existsSync(file)).toBe(false);
});

test('says which original was missing, and includes the rest', () => {
  const { store, file } = filled('A', 'B');
  writeFileSync(store.originalPath(hashOf(bytesOf('A'))), 'x');
  expect(store.backup(file)).toMatchObject({ originals: 1, without_original: ['A'] });
});

describe('restore', () => {
  test('refuses while the collection is open, and nothing changes', () => {
    const { folder, store, file } = filled('A');
    store.backup(file);
    put(store, 'B');
    expect(() => restore(folder, file)).toThrow(/another process has it open/);
    expect(idsOf(store)).toEqual(['A', 'B']);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('not a backup'.repeat(1000))],
    ['flipped in a text', (bytes: Buffer) => flipped(bytes, 'الفقرة الأولى من B')],
    ['flipped in an original', (bytes: Buffer) => flipped(bytes, 'نص التقرير نص التقرير')],
  ])('refuses a backup that is %s, and the collection is unchanged', (_, spoil) => {
    const { folder, store, file } = filled('A', 'B');
    store.backup(file);
    put(store, 'C');
    store.close();
    writeFileSync(file, spoil(readFileSync(file)));
    expect(() => restore(folder, file)).toThrow(/collection\.backup/);
    const again = openStore(folder, { existing: true });
    afterTest(() => again.close());
    expect(idsOf(again)).toEqual(['A', 'B', 'C']);
    expect(again.verify()).toEqual([]);
  });

  test("refuses a collection's own file, which has no originals", () => {
    const { folder, store, file } = filled('A');
    store.close();
    writeFileSync(file, readFileSync(join(folder, 'siyagha.db')));
    expect(() => restore(temporaryFolder(), file)).toThrow(/not made by "siyagha backup"/);
  });

  test('replaces a collection that can no longer be opened', () => {
    const { folder, store, file } = filled('A');
    store.backup(file);
    store.close();
    writeFileSync(join(folder, 'siyagha.db'), 'broken');
    expect(restore(folder, file)).toMatchObject({ reports: 1 });
    const again = openStore(folder, { existing: true });
    afterTest(() => again.close());
    expect(again.verify()).toEqual([]);
  });
});

function flipped(bytes: Buffer, at: string): Buffer {
  const place = bytes.indexOf(Buffer.from(at));
  expect(place).toBeGreaterThan(0);
  bytes[place + 3] = bytes[place + 3]! ^ 2;
  return bytes;
}
