/** Original files put in place ahead of the transaction that stores their report. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

const bytesOf = (symbol: string) => new TextEncoder().encode(`نص التقرير ${symbol}`);
const hashOf = (symbol: string) => createHash('sha256').update(bytesOf(symbol)).digest('hex');

function newStore() {
  const folder = temporaryFolder();
  const store = openStore(folder);
  afterTest(() => store.close());
  const original = vi.fn(({ symbol }: { symbol: string }) => bytesOf(symbol));
  const put = (symbol: string) => {
    const parsed = makeReport(symbol, ['نص']);
    parsed.report.source.sha256 = hashOf(symbol);
    return store.put(parsed, { original });
  };
  const pathOf = (symbol: string) => store.originalPath(hashOf(symbol));
  return { folder, store, original, put, pathOf };
}

test('many at once: each is the original of the report that is stored with it, and is not read again', async () => {
  const { store, original, put, pathOf } = newStore();
  const symbols = Array.from({ length: 40 }, (_, i) => `A/${i}`);
  await Promise.all(
    [...symbols, ...symbols].map((symbol) => store.stageOriginal(hashOf(symbol), bytesOf(symbol))),
  );
  for (const symbol of symbols) put(symbol);
  expect(original).not.toHaveBeenCalled();
  for (const symbol of symbols) expect(readFileSync(pathOf(symbol))).toEqual(Buffer.from(bytesOf(symbol)));
  expect(store.verify()).toEqual([]);
});

test('one that was swept before its report was stored is kept by the transaction', async () => {
  const { store, put, pathOf } = newStore();
  await store.stageOriginal(hashOf('A'), bytesOf('A'));
  store.sweepOriginals();
  expect(existsSync(pathOf('A'))).toBe(false);
  put('A');
  expect(readFileSync(pathOf('A'))).toEqual(Buffer.from(bytesOf('A')));
});

test('one whose report is never stored is removed by the next sweep', async () => {
  const { folder, store, put } = newStore();
  put('A');
  await store.stageOriginal(hashOf('B'), bytesOf('B'));
  store.sweepOriginals();
  const kept = readdirSync(join(folder, 'originals'), { recursive: true, withFileTypes: true });
  expect(kept.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([hashOf('A')]);
});

test('a damaged file that is already there is replaced by the transaction', async () => {
  const { store, put, pathOf } = newStore();
  mkdirSync(dirname(pathOf('A')), { recursive: true });
  writeFileSync(pathOf('A'), Buffer.from(bytesOf('A')).fill(0x2a));
  await store.stageOriginal(hashOf('A'), bytesOf('A'));
  put('A');
  expect(readFileSync(pathOf('A'))).toEqual(Buffer.from(bytesOf('A')));
});

test('if the folder cannot be written, staging is silent and the put says why', async () => {
  const { folder, store, put } = newStore();
  writeFileSync(join(folder, 'originals'), 'a file');
  await store.stageOriginal(hashOf('A'), bytesOf('A'));
  expect(() => put('A')).toThrow(/originals/);
  rmSync(join(folder, 'originals'));
  expect(put('A').outcome).toBe('added');
});
