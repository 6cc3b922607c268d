/** Ids of every script, former ids, copies of a file under another symbol, and stores with the older ids. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { type ParsedReport, reportId, usableSymbol } from '../../src/report/index.ts';
import { openStore } from '../../src/store/index.ts';
import { migrations } from '../../src/store/schema.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

function newStore() {
  const store = openStore(temporaryFolder());
  afterTest(() => store.close());
  return store;
}

/** A report from one file: the same `bytes`, the same hash. */
function of(symbol: string, bytes: string, symbolGiven: boolean): ParsedReport {
  const parsed = makeReport(symbol, [bytes]);
  return {
    ...parsed,
    symbolGiven,
    report: { ...parsed.report, source: { ...parsed.report.source, sha256: bytes } },
  };
}

describe('an id', () => {
  test.each([
    ['A/CONF.192/MGE/2011/1', 'ar', 'A-CONF.192-MGE-2011-1'],
    ['تقرير 7', 'ar', 'تقرير-7'],
    ['تقرير ٧', 'ar', 'تقرير-٧'],
    ['تَقْرِيــر', 'ar', 'تقرير'],
    ['محاضر', 'ar', 'محاضر'],
    ['A/1', 'en', 'A-1.en'],
    [' Отчёт № 3 ', 'ru', 'Отчёт---3.ru'],
    ['e\u0301t\u00e9', 'fr', '\u00e9t\u00e9.fr'],
    ['𞤀𞤁', 'ff', '𞤀𞤁.ff'],
  ])('%s in %s is %s', (symbol, language, id) => expect(reportId(symbol, language)).toBe(id));

  test.each(['', ' ', '...', '/-/', 'ـَ', '\u200f', 'ا'.repeat(201)])('cannot be made of %j', (symbol) =>
    expect(usableSymbol(symbol)).toBe(false),
  );
});

describe('two symbols with one id', () => {
  test('the second is refused, with the first named, in the same run or a later one, and nothing is replaced', () => {
    const store = newStore();
    const [first, second] = [of('A/1', 'x', true), of('A-1', 'y', true)];
    expect(store.putAll([first, second])).toEqual([
      { outcome: 'added', renamed: [] },
      expect.objectContaining({ code: 'id_taken', message: expect.stringContaining('"A/1"') }),
    ]);
    expect(() => store.put(second)).toThrow(expect.objectContaining({ code: 'id_taken' }));
    expect(store.snapshot().report('A-1')?.symbol).toBe('A/1');
    expect(store.snapshot().paragraphs('A-1')[0]?.text).toBe('x');
  });

  test('the same file with another spelling of its symbol is an update', () => {
    const store = newStore();
    store.put(of('A-1', 'x', false));
    expect(store.put(of('A/1', 'x', true))).toEqual({ outcome: 'updated', renamed: [] });
    expect(store.snapshot().report('A-1')?.symbol).toBe('A/1');
  });
});

describe('the same bytes under another symbol', () => {
  test('a given symbol after an inferred one: the stored report is corrected, and its old id leads to the new one', () => {
    const store = newStore();
    store.put(of('scan', 'x', false));
    expect(store.put(of('A/1', 'x', true))).toEqual({ outcome: 'updated', renamed: ['scan'] });
    const reader = store.snapshot();
    expect(reader.reports().map(({ id }) => id)).toEqual(['A-1']);
    expect(reader.report('A-1')?.duplicate_of).toEqual([]);
    expect([reader.currentId('scan'), reader.currentId('A-1'), reader.currentId('B')]).toEqual([
      'A-1',
      'A-1',
      null,
    ]);
    expect(store.verify()).toEqual([]);
  });

  test('corrected twice: every former id leads to the current one, and is removed with the report', () => {
    const store = newStore();
    store.put(of('one', 'x', false));
    expect(store.put(of('A/1', 'x', true)).renamed).toEqual(['one']);
    expect(store.put(of('A/1', 'x', true))).toEqual({ outcome: 'unchanged', renamed: [] });
    store.remove('A-1');
    expect(store.snapshot().aliases()).toEqual([]);
  });

  test('copies kept on purpose: the oldest is corrected, the others stay and say so', () => {
    const store = newStore();
    store.put(of('one', 'x', false));
    store.put(of('two', 'x', false), { allowDuplicates: true });
    expect(store.put(of('A/1', 'x', true)).renamed).toEqual(['one']);
    expect(store.put(of('A/1', 'x', true)).renamed).toEqual([]);
    expect(store.snapshot().report('two')?.duplicate_of).toEqual(['A-1']);
  });

  test('a former id is not inferred from the name of another file; a person may give it', () => {
    const store = newStore();
    store.put(of('scan', 'x', false));
    store.put(of('A/1', 'x', true));
    expect(() => store.put(of('scan', 'y', false))).toThrow(
      expect.objectContaining({ code: 'id_taken', message: expect.stringContaining('A-1') }),
    );
    expect(store.snapshot().currentId('scan')).toBe('A-1');
    store.put(of('scan', 'y', true));
    expect(store.snapshot().currentId('scan')).toBe('scan');
    expect(store.snapshot().aliases()).toEqual([]);
  });

  test('both given: both are kept and name each other', () => {
    const store = newStore();
    store.put(of('A/1', 'x', true));
    expect(store.put(of('A/2', 'x', true))).toEqual({ outcome: 'added', renamed: [] });
    const reader = store.snapshot();
    expect(reader.reports().map(({ id, duplicate_of }) => [id, duplicate_of])).toEqual([
      ['A-1', ['A-2']],
      ['A-2', ['A-1']],
    ]);
    expect(reader.report('A-1')?.duplicate_of).toEqual(['A-2']);
  });

  test('inferred: refused, naming the report that has the bytes, unless both are wanted', () => {
    const store = newStore();
    store.put(of('A/1', 'x', true));
    const again = of('scan', 'x', false);
    expect(() => store.put(again)).toThrow(
      expect.objectContaining({ code: 'duplicate_file', message: expect.stringContaining('A-1') }),
    );
    expect(store.snapshot().reports()).toHaveLength(1);
    expect(store.put(again, { allowDuplicates: true }).outcome).toBe('added');
    expect(store.put(again).outcome).toBe('unchanged');
  });

  test('a correction that cannot be stored changes nothing', () => {
    const store = newStore();
    store.put(of('A/1', 'y', true));
    store.put(of('scan', 'x', false));
    const epoch = store.epoch();
    expect(() => store.put(of('A-1', 'x', true))).toThrow(expect.objectContaining({ code: 'id_taken' }));
    expect(store.epoch()).toBe(epoch);
    expect(store.snapshot().report('scan')).not.toBeNull();
  });
});

describe('the same file under another name', () => {
  test('is unchanged, whatever name comes first', () => {
    const store = newStore();
    const named = (file: string) => {
      const parsed = of('A/1', 'x', true);
      parsed.report.source.file = file;
      return parsed;
    };
    store.put(named('a.txt'));
    expect(store.put(named('a.TXT')).outcome).toBe('unchanged');
    expect(store.put(named('a.txt')).outcome).toBe('unchanged');
    expect(store.epoch()).toBe(1);
  });
});

describe('an unreadable report', () => {
  test('is listed and shown, but not in any scan', () => {
    const store = newStore();
    const parsed = makeReport('A/1', ['نص'], { readable: 0.3, unreadable: true });
    store.put(parsed);
    store.put(makeReport('A/2', ['نص آخر']));
    const reader = store.snapshot();
    expect(reader.reports().map(({ id }) => id)).toEqual(['A-1', 'A-2']);
    expect(reader.countedReports().map(({ id }) => id)).toEqual(['A-2']);
    expect([...reader.scan()].map(({ report }) => report)).toEqual(['A-2']);
    expect(reader.paragraphs('A-1')).toHaveLength(1);
    expect(store.verify()).toEqual([]);
  });
});

describe('a store with the older ids', () => {
  test('gets the new ones, accepts the old ones, and keeps texts, doubts and copies', () => {
    const folder = join(temporaryFolder(), 'old');
    mkdirSync(folder);
    const db = new DatabaseSync(join(folder, 'siyagha.db'));
    for (const sql of migrations.slice(0, 2)) db.exec(sql);
    db.exec("INSERT INTO meta VALUES ('id', 'abc'); UPDATE meta SET value = 3 WHERE key = 'epoch'");
    db.exec('PRAGMA application_id = 0x73697961; PRAGMA user_version = 2');
    const insert = db.prepare(
      `INSERT INTO report (id, symbol, title, language, paragraphs, words, source, repaired_words, warnings, ingested_at,
         content) VALUES (?, ?, '', 'ar', 1, 2, ?, 1, ?, '', '')`,
    );
    const old = [
      ['-----', 'تقرير', '[{"code":"symbol_from_file_name","message":""}]'],
      ['A-1', 'A/1', '[]'],
      ['A---', 'A/ب1', '[]'],
    ] as const;
    db.exec(`INSERT INTO path (headings) VALUES ('[]')`);
    for (const [i, [id, symbol, warnings]] of old.entries()) {
      insert.run(
        id,
        symbol,
        JSON.stringify({ file: id, format: 'txt', sha256: 'x', layer: 'logical' }),
        warnings,
      );
      db.exec(`INSERT INTO paragraph (report, ordinal, kind, part, path, text, words, citations)
        VALUES (${i + 1}, 1, 'paragraph', 'main', 1, 'نص ${symbol}', 2, '[]')`);
      db.exec(`INSERT INTO repair VALUES (${i + 1}, 0, 1, 0, 2, 'نص', 'صن', '[]', ${i % 2})`);
      db.exec(`INSERT INTO change VALUES ('${id}', ${i + 1}, 'put')`);
    }
    db.close();

    const store = openStore(folder);
    afterTest(() => store.close());
    const reader = store.snapshot();
    expect(reader.reports().map(({ id, symbol }) => [id, symbol])).toEqual([
      ['A-1', 'A/1'],
      ['A-ب1', 'A/ب1'],
      ['تقرير', 'تقرير'],
    ]);
    expect(reader.currentId('-----')).toBe('تقرير');
    expect(reader.currentId('A---')).toBe('A-ب1');
    expect(reader.report('تقرير')).toMatchObject({
      duplicate_of: ['A-1', 'A-ب1'],
      readable: 1,
      unreadable: false,
      source: { reader: 0 },
    });
    expect(reader.paragraph('A-1:1')).toMatchObject({ text: 'نص A/1', doubts: [[0, 2]], page: null });
    expect(reader.report('A-1')?.repairs).toEqual({ words: 1, doubtful: 1 });
    expect(store.changesSince(3).map(({ report, op }) => [report, op])).toEqual([
      ['-----', 'remove'],
      ['تقرير', 'put'],
      ['A---', 'remove'],
      ['A-ب1', 'put'],
    ]);
    expect(store.verify()).toEqual([]);
    // The symbol of the first was inferred: reading the file again with a given one corrects it.
    expect(store.put(of('B/1', 'x', true)).renamed).toEqual(['تقرير']);
    expect(store.snapshot().currentId('-----')).toBe('B-1');
  });
});
