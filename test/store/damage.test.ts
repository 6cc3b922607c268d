/**
 * Damage that the disk did to the file: reported, repaired from the original, harmless to other reports, and never made
 * permanent.
 */
import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { cases, openCollection, salvage } from '../../src/collection/index.ts';
import { loadSettings } from '../../src/settings/index.ts';
import { openStore } from '../../src/store/index.ts';
import { askCollection } from '../collection/sample-collection.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

const symbols = ['A', 'B', 'C', 'D'];
/** Long enough for each report to have pages of its own. */
const lines = (symbol: string) =>
  Array.from(
    { length: 40 },
    (_, i) => `الفقرة ${i} من تقرير ${symbol} عن ${'الأسلحة الصغيرة والخفيفة '.repeat(6)}`,
  );
const original = (symbol: string) => makeReport(symbol, lines(symbol));

function filled(): string {
  const folder = temporaryFolder();
  const store = openStore(folder);
  store.putAll(symbols.map(original));
  store.close();
  return folder;
}

/** Overwrites the page of the file with this text. */
function spoilPage(folder: string, text: string, with_: (page: Buffer) => void): void {
  const file = join(folder, 'siyagha.db');
  const bytes = readFileSync(file);
  const size = bytes.readUInt16BE(16);
  const at = bytes.indexOf(Buffer.from(text));
  expect(at).toBeGreaterThan(size);
  const start = Math.floor(at / size) * size;
  const page = bytes.subarray(start, start + size);
  with_(page);
  const handle = openSync(file, 'r+');
  writeSync(handle, page, 0, size, start);
  closeSync(handle);
}

describe('a text that was changed outside the store', () => {
  test.each([
    [
      'a word',
      "UPDATE paragraph SET text = replace(text, 'الصغيرة', 'الكبيرة') WHERE report = 2 AND ordinal = 3",
    ],
    ['a title', "UPDATE report SET title = 'x' WHERE row = 2"],
    ['doubts', "UPDATE paragraph SET doubts = '[[0,3]]' WHERE report = 2 AND ordinal = 3"],
    [
      'a source that is not JSON',
      "DROP INDEX report_sha256; UPDATE report SET source = '{' WHERE row = 2; CREATE INDEX report_sha256 ON report (sha256)",
    ],
  ])('%s: verify names the report, the original repairs it', (_, sql) => {
    const folder = filled();
    const db = new DatabaseSync(join(folder, 'siyagha.db'));
    db.exec(sql);
    db.close();
    const store = openStore(folder);
    afterTest(() => store.close());
    const problems = store.verify();
    expect(problems.map(({ code }) => code)).toContain('damaged');
    expect(problems.every(({ message }) => message.startsWith('B'))).toBe(true);
    expect(store.damaged()).toHaveLength(1);
    expect(store.put(original('A')).outcome).toBe('unchanged');
    expect(store.put(original('B')).outcome).toBe('updated');
    expect(store.verify()).toEqual([]);
    expect(store.put(original('B')).outcome).toBe('unchanged');
  });

  test('reindex refuses to make it permanent, and says what to do', async () => {
    const folder = filled();
    const db = new DatabaseSync(join(folder, 'siyagha.db'));
    db.exec("UPDATE paragraph SET text = 'x' WHERE report = 2 AND ordinal = 3");
    db.close();
    const collection = await openCollection(loadSettings({ SIYAGHA_DATA: folder }));
    afterTest(() => void collection.close());
    await expect(collection.reindex()).rejects.toMatchObject({
      code: 'damaged',
      message: /B: its text.*restore.*ingest/s,
    });
    const { problems } = await collection.verify();
    expect(problems.map(({ code, message }) => `${code} ${message.slice(0, 2)}`)).toContain('damaged B:');
  });
});

describe('a page that cannot be read', () => {
  const zeros = (page: Buffer) => void page.fill(0);
  const noise = (page: Buffer) => void page.fill(0xa5);

  test.each([
    ['zeros', zeros],
    ['noise', noise],
  ])('%s: that report is named, the others answer', async (_, spoil) => {
    const folder = filled();
    spoilPage(folder, 'الفقرة 20 من تقرير B', spoil);
    const lines: string[] = [];
    const log = { warn: (line: string) => lines.push(line), error() {}, info() {} };
    const collection = await openCollection(loadSettings({ SIYAGHA_DATA: folder }), { log: log as never });
    afterTest(() => void collection.close());
    const found = await askCollection<{
      reports: number;
      by_report: { report: string }[];
      scope: { unreadable: string[] };
    }>(collection, cases.phrases, { q: 'الأسلحة الصغيرة' });
    expect(found.by_report.map(({ report }) => report)).toEqual(['A', 'C', 'D']);
    expect(found.scope.unreadable).toEqual(['B']);
    expect(lines.join()).toMatch(/report B cannot be read/);
    const { items } = await askCollection<{ items: { id: string; warnings: { code: string }[] }[] }>(
      collection,
      cases.reports,
      {},
    );
    expect(items.map(({ id, warnings }) => [id, warnings.map(({ code }) => code)])).toEqual([
      ['A', []],
      ['B', ['damaged_text']],
      ['C', []],
      ['D', []],
    ]);
    const { problems } = await collection.verify();
    expect(
      problems.some(({ code, message }) => code === 'damaged' && message.startsWith('B: cannot be read')),
    ).toBe(true);
  });

  test('noticed only when it is asked for, because the indexes were intact: the same', async () => {
    const folder = filled();
    const settings = loadSettings({ SIYAGHA_DATA: folder });
    const first = await openCollection(settings);
    await askCollection(first, cases.phrases, { q: 'الأسلحة' });
    await first.close();
    spoilPage(folder, 'الفقرة 20 من تقرير B', noise);
    const collection = await openCollection(settings);
    afterTest(() => void collection.close());
    const { by_report } = await askCollection<{ by_report: { report: string }[] }>(
      collection,
      cases.phrases,
      {
        q: 'الأسلحة الصغيرة',
        limit: '1000',
      },
    );
    expect(by_report.map(({ report }) => report)).toEqual(['A', 'C', 'D']);
  });

  test('of the list of reports: the lost ids are named, the others are there', () => {
    const folder = filled();
    spoilPage(folder, 'تقرير B', (page) => page.fill(0xa5));
    const store = openStore(folder, { readOnly: true });
    afterTest(() => store.close());
    const ids = store
      .snapshot()
      .reports()
      .map(({ id }) => id);
    expect(ids.toSorted()).toEqual(symbols);
    expect(store.verify().filter(({ code }) => code === 'damaged').length).toBeGreaterThan(0);
  });

  test.each([
    ['zeros', zeros],
    ['noise', noise],
  ])('salvage gives the rest, and says what is lost: %s', (_, spoil) => {
    const folder = filled();
    spoilPage(folder, 'الفقرة 20 من تقرير B', spoil);
    const all = [...salvage(folder)];
    expect(all.map(({ report }) => report.id)).toEqual(symbols);
    const [a, b] = all;
    expect(a!.lost).toBeNull();
    expect(a!.paragraphs.map(({ text }) => text)).toEqual(lines('A'));
    expect(b!.lost).toMatch(/^B: .*here are \d+ of 40 paragraphs/);
    expect(b!.paragraphs.length).toBeGreaterThan(20);
    expect(b!.paragraphs.length).toBeLessThan(40);
    for (const { ordinal, text } of b!.paragraphs) expect(text).toBe(lines('B')[ordinal - 1]);
  });

  test('a truncated file: what is left of it is returned', () => {
    const folder = filled();
    const file = join(folder, 'siyagha.db');
    writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2 / 4096) * 4096));
    const all = [...salvage(folder)];
    expect(all.map(({ report }) => report.id)).toEqual(symbols);
    expect(all.some(({ lost }) => lost !== null)).toBe(true);
  });
});
