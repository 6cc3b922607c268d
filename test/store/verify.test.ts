/** The check finds damage done behind the store's back. */
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { searchTable } from '../../src/search/index.ts';
import { openStore } from '../../src/store/index.ts';
import { afterTest, makeReport, temporaryFolder } from './make.ts';

function damaged(sql: string) {
  const store = openStore(temporaryFolder());
  afterTest(() => store.close());
  const parsed = makeReport('X', ['الفقرة الأولى', { text: 'الثانية', parent: 'X:1' }, 'الثالثة']);
  parsed.repairs = [
    { ordinal: 2, start: 0, end: 7, text: 'الثانية', raw: 'ةيناثلا', kinds: ['run_order'], doubtful: false },
  ];
  parsed.paragraphs[0]!.references = [{ type: 'document', symbol: 'A', start: 0, end: 6 }];
  store.put(parsed);
  expect(store.verify()).toEqual([]);
  const db = new DatabaseSync(store.file, { enableForeignKeyConstraints: false });
  db.exec(sql);
  db.close();
  return store.verify().map(({ code }) => code);
}

describe('verify finds', () => {
  test.each([
    ['a paragraph that is gone', 'DELETE FROM paragraph WHERE ordinal = 3', 'paragraph_count'],
    ['a gap in the ordinals', 'UPDATE paragraph SET ordinal = 9 WHERE ordinal = 3', 'ordinal'],
    ['a count that is wrong', 'UPDATE report SET words = 1', 'word_count'],
    ['a reference outside its text', "UPDATE paragraph SET text = 'ا' WHERE ordinal = 1", 'offset'],
    ['a repair outside its text', "UPDATE paragraph SET text = 'ا' WHERE ordinal = 2", 'offset'],
    ['an unknown kind', "UPDATE paragraph SET kind = 'poem' WHERE ordinal = 1", 'kind'],
    ['a paragraph of no report', 'UPDATE paragraph SET report = 77 WHERE ordinal = 3', 'foreign_key'],
    ['a parent that is gone', 'UPDATE paragraph SET parent = 8 WHERE ordinal = 2', 'parent'],
    ['an epoch that was set back', "UPDATE meta SET value = 0 WHERE key = 'epoch'", 'change_log'],
    ['a report whose change is not recorded', 'DELETE FROM change', 'change_log'],
  ])('%s', (_, sql, code) => {
    expect(damaged(sql)).toContain(code);
  });
});

test('a derived table of another version is rebuilt when the store is opened, and reported if it is read-only', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  store.put(makeReport('X', ['الأسلحة الصغيرة']));
  store.close();
  const reader = openStore(folder, { readOnly: true, derived: [searchTable()] });
  expect(reader.verify().map(({ code }) => code)).toEqual(['derived']);
  reader.close();
  const again = openStore(folder, { derived: [searchTable()] });
  expect(again.verify()).toEqual([]);
  again.close();
  const other = openStore(folder, { derived: [searchTable(new Map([['سلاح', 1]]))] });
  afterTest(() => other.close());
  expect(other.verify()).toEqual([]);
  expect(other.epoch()).toBe(1);
});
