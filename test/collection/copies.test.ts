/** A store restored from a copy, or without its log: no index of another state answers, and what is lost is named. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { type Collection, cases, openCollection } from '../../src/collection/index.ts';
import { loadSettings } from '../../src/settings/index.ts';
import { afterTest, temporaryFolder } from '../store/make.ts';
import { askCollection } from './sample-collection.ts';

const folder = () => temporaryFolder();

/** Opened as the server does, with every line that it logs. */
async function open(data: string) {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line).msg) });
  const collection = await openCollection(loadSettings({ SIYAGHA_DATA: data }), { log, follow: true });
  return { collection, lines };
}

async function ingest(collection: Collection, files: string, texts: Record<string, string>): Promise<void> {
  for (const [symbol, text] of Object.entries(texts)) {
    const file = join(files, `${symbol}.txt`);
    writeFileSync(file, `${symbol}\n1 - ${text}\n`);
    const { failed } = await collection.intake.files([file], {});
    expect(failed).toEqual([]);
  }
}

async function count(collection: Collection, q: string): Promise<number> {
  return (await askCollection<{ occurrences: number }>(collection, cases.phrases, { q })).occurrences;
}

test('an older copy of the file: indexes are rebuilt before the first answer; start and verify report it', async () => {
  const data = join(folder(), 'data');
  const files = folder();
  let { collection } = await open(data);
  await ingest(collection, files, { 'A-1': 'الأسلحة الصغيرة' });
  await collection.close();
  cpSync(join(data, 'siyagha.db'), join(files, 'copy.db'));
  ({ collection } = await open(data));
  await ingest(collection, files, { 'A-2': 'الأسلحة الخفيفة' });
  await collection.close();
  cpSync(join(files, 'copy.db'), join(data, 'siyagha.db'));

  const again = await open(data);
  expect(again.lines).toHaveLength(1);
  expect(again.lines[0]).toMatch(/epoch 2, the store of epoch 1.*lost.*rebuilt/);
  expect(await count(again.collection, 'الأسلحة')).toBe(1);
  expect((await again.collection.verify()).problems.map(({ code }) => code)).toEqual(['store_older']);
  await again.collection.close();

  // Still reported long after the index was rebuilt, until the loss is accepted.
  const later = await open(data);
  expect(later.lines).toEqual([]);
  expect((await later.collection.verify()).problems.map(({ code }) => code)).toEqual(['store_older']);
  await later.collection.reindex();
  expect((await later.collection.verify()).problems).toEqual([]);
  await later.collection.close();
});

test('a copy that diverged to the same epoch: its index is not mistaken for ours', async () => {
  const data = join(folder(), 'data');
  const other = join(folder(), 'data');
  const files = folder();
  const first = await open(data);
  await ingest(first.collection, files, { 'A-1': 'الأسلحة الصغيرة' });
  await first.collection.close();
  cpSync(data, other, { recursive: true });
  for (const [where, text] of [
    [data, 'الأسلحة الخفيفة'],
    [other, 'نزع السلاح'],
  ] as const) {
    const { collection } = await open(where);
    await ingest(collection, files, { 'A-2': text });
    await collection.close();
  }
  rmSync(join(data, 'phrases'), { recursive: true });
  cpSync(join(other, 'phrases'), join(data, 'phrases'), { recursive: true });
  const { collection, lines } = await open(data);
  afterTest(() => void collection.close());
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/another copy of the store; rebuilt/);
  expect(await count(collection, 'الأسلحة الخفيفة')).toBe(1);
  expect(await count(collection, 'نزع السلاح')).toBe(0);
  expect((await collection.verify()).problems).toEqual([]);
});
