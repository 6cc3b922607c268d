/** What the dashboard writes and finds without a browser: citations, CSV, counted nouns, lists searched by typing. */
import { expect, test } from 'vitest';
import { bibtex, type Cited, plainCitation, ris } from '../../src/web/citation.ts';
import { csv } from '../../src/web/csv.ts';
import { findable, found } from '../../src/web/find.ts';
import { nouns } from '../../src/web/strings/nouns.ts';
import { problems } from '../../src/web/strings/problems.ts';

const cited: Cited = {
  report: {
    id: 'A-CONF.192-MGE-2011-1',
    symbol: 'A/CONF.192/MGE/2011/1',
    title: 'تقرير اجتماع {الخبراء} 100%',
    body: 'A/CONF.192',
    year: 2011,
    date: { from: '2011-05-09', to: '2011-05-13' },
    language: 'ar',
  },
  place: 'الفقرة 12',
  link: 'http://localhost/?page=report&id=A-CONF.192-MGE-2011-1&number=12',
};

test('a citation in plain text names the body only if the symbol does not', () => {
  expect(plainCitation(cited, '،')).toBe(
    'تقرير اجتماع {الخبراء} 100%، A/CONF.192/MGE/2011/1، 2011، الفقرة 12. http://localhost/?page=report&id=A-CONF.192-MGE-2011-1&number=12',
  );
  const other = { ...cited, report: { ...cited.report, body: 'اللجنة', symbol: 'تقرير 7' } };
  expect(plainCitation(other, '،')).toContain('، اللجنة، تقرير 7، ');
});

test('BibTeX: one balanced entry under an ASCII key, with special characters escaped', () => {
  const entry = bibtex(cited);
  expect(entry).toMatch(/^@techreport\{A-CONF\.192-MGE-2011-1-12,\n/);
  expect(entry).toContain('100\\%');
  let depth = 0;
  for (const letter of entry) {
    depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  const arabic = bibtex({ ...cited, report: { ...cited.report, id: 'تقرير' } });
  expect(arabic).toMatch(/^@techreport\{[A-Za-z0-9.-]+,/);
});

test('RIS: the type first, the end last, one field per line', () => {
  const lines = ris(cited).split('\r\n');
  expect(lines[0]).toBe('TY  - RPRT');
  expect(lines.slice(-2)).toEqual(['ER  - ', '']);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  expect(ris(cited)).toContain('SN  - A/CONF.192/MGE/2011/1');
});

test('typing finds a report by the beginning of its year, symbol or title, in any spelling', () => {
  const list = findable(
    [
      '2011 · تقرير اجتماع الخبراء المعني بالأسلحة · A/CONF.192/MGE/2011/1',
      '2012 · مؤتمر الاستعراض · A/CONF.192/2012/RC/4',
    ],
    (text) => text,
  );
  const count = (typed: string) => found(list, typed).length;
  expect(count('')).toBe(2);
  expect(count('2011 تقر')).toBe(1);
  expect(count('mge')).toBe(1);
  expect(count('خبرا')).toBe(1);
  expect(count('ألأسلحه')).toBe(0);
  expect(count('الاستعراض')).toBe(1);
  expect(count('conf.192')).toBe(2);
  expect(count('لا شيء')).toBe(0);
});

test('every counted noun has its Arabic forms, and every problem has both languages', () => {
  for (const [name, { ar, en }] of Object.entries(nouns)) {
    expect(
      Object.values(ar).every((form) => /\p{Script=Arabic}/u.test(form)),
      name,
    ).toBe(true);
    expect(en.one, name).not.toBe('');
  }
  for (const [code, [ar, en]] of Object.entries(problems)) {
    expect(ar, code).toMatch(/\p{Script=Arabic}/u);
    expect(en, code).not.toMatch(/\p{Script=Arabic}/u);
  }
});

test('CSV: marked as UTF-8, quoted if needed, and nothing that a spreadsheet would execute', () => {
  expect(
    csv([
      ['السنة', 'نص, "كذا"'],
      [2011, null],
      ['=1+1', '-x'],
      [-1, 'أ\nب'],
    ]),
  ).toBe('\uFEFFالسنة,"نص, ""كذا"""\r\n2011,\r\n\'=1+1,\'-x\r\n-1,"أ\nب"\r\n');
});
