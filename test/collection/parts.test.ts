/** The collection's small parts: parameters, rows, pages, sections. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CollectionError, checkParameters, csvOf } from '../../src/collection/index.ts';
import { jsonBytes } from '../../src/collection/json.ts';
import { page } from '../../src/collection/page.ts';
import { flag, several, whole, wholeOr } from '../../src/collection/parameters.ts';
import { underSection } from '../../src/collection/scope.ts';

describe('whole numbers', () => {
  const schema = z.strictObject({ n: wholeOr(20, 1, 1000) });
  it.each(['', ' ', '1.5', '1e3', '-1', '+1', '0x10', '٣', 'abc', '1 ', '99999999999', '0', '1001'])(
    '%j is refused and named',
    (n) => {
      expect(() => checkParameters(schema, { n })).toThrow(CollectionError);
      expect(() => checkParameters(schema, { n })).toThrow(/^n /);
    },
  );
  it('in digits are read as such; if none is given, the default is used', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (n) => {
        expect(checkParameters(schema, { n: String(n) })).toEqual({ n });
        expect(checkParameters(schema, { n })).toEqual({ n });
      }),
    );
    expect(checkParameters(schema, {})).toEqual({ n: 20 });
    expect(checkParameters(schema, { n: undefined })).toEqual({ n: 20 });
    expect(checkParameters(schema, { n: '007' })).toEqual({ n: 7 });
  });
});

describe('parameters', () => {
  const schema = z.strictObject({
    list: several().optional(),
    on: flag.optional(),
    n: whole(0, 5).optional(),
  });
  it.each([
    [{ list: 'a' }, { list: ['a'] }],
    [{ list: ['a', 'b'] }, { list: ['a', 'b'] }],
    [{ on: 'true' }, { on: true }],
    [{ on: '0' }, { on: false }],
  ])('%j becomes %j', (given, wanted) => expect(checkParameters(schema, given)).toEqual(wanted));

  it.each([
    [{ list: '' }, 'list', 'must not be empty'],
    [{ list: ['a', ''] }, 'list.1', 'must not be empty'],
    [{ list: Array.from({ length: 201 }, () => 'a') }, 'list', 'takes at most 200 values'],
    [{ on: 'yes' }, 'on', 'must be true or false'],
    [{ n: ['1', '2'] }, 'n', 'may be given only once'],
    [{ m: '1' }, 'm', 'is not a parameter of this request'],
  ])('%j is refused: %s %s', (given, path, message) => {
    try {
      checkParameters(schema, given);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(CollectionError);
      const { code, status, errors } = error as CollectionError;
      expect({ code, status }).toEqual({ code: 'invalid_parameters', status: 400 });
      expect(errors).toEqual([{ path, message }]);
    }
  });
});

describe('CSV', () => {
  const back = (csv: string) => parse(csv, { bom: true }) as string[][];

  it('has a column for each name, in the order of appearance', () => {
    const csv = csvOf([
      { a: 1, 'b.c': 'x' },
      { a: null, d: true, 'b.c': 'سطر\nوسطر "ثان"، وفاصلة, هنا' },
    ]);
    expect(csv.startsWith('\ufeffa,b.c,d\r\n')).toBe(true);
    expect(back(csv)).toEqual([
      ['a', 'b.c', 'd'],
      ['1', 'x', ''],
      ['', 'سطر\nوسطر "ثان"، وفاصلة, هنا', 'true'],
    ]);
    expect(csvOf([])).toBe('\ufeff');
  });

  it('cannot make a spreadsheet execute anything, and keeps numbers', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
      expect(back(csvOf([{ [`${start}1`]: `${start}cmd|' /C calc'!A0` }]))).toEqual([
        [`'${start}1`],
        [`'${start}cmd|' /C calc'!A0`],
      ]);
    expect(back(csvOf([{ a: -1.5, b: '- بند', c: 'أ-ب', d: "'=" }]))[1]).toEqual([
      '-1.5',
      "'- بند",
      'أ-ب',
      "'=",
    ]);
  });

  it('gives every text back, except for the apostrophe', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ا=+-@\t\r\n",;\' 7'.split(''), '\ufeff') });
    fc.assert(
      fc.property(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), (rows) => {
        const table = back(csvOf(rows)).slice(1);
        expect(table.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, '')))).toEqual(
          rows.map(({ a, b }) => [a, b].map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, ''))),
        );
        for (const cell of table.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

it('a page is a slice, and the pages together are the entire list', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (all, limit) => {
      const pages = Array.from({ length: Math.ceil(all.length / limit) + 1 }, (_, i) =>
        page(all, limit, i * limit),
      );
      expect(pages.flatMap(({ items }) => items)).toEqual(all);
      for (const { total, items } of pages) {
        expect(total).toBe(all.length);
        expect(items.length).toBeLessThanOrEqual(limit);
      }
    }),
  );
});

describe('a section is named by words of a heading above it', () => {
  const path = ['ثانيا - المسائل التنظيمية', 'انتخاب أعضاء المكتب'];
  it.each([
    ['المسائل التنظيمية', true],
    ['المسائل التنظيميه', true],
    ['الْمَسَائِل', true],
    ['انتخاب أعضاء', true],
    ['المسائل', true],
    ['المسا', false],
    ['التنظيمية المسائل', false],
    ['التنظيمية انتخاب', false],
    ['؟', false],
  ])('%s: %s', (section, found) => expect(underSection(section)(path)).toBe(found));
});

describe('the JSON of a body', () => {
  const written = (body: object, texts?: Parameters<typeof jsonBytes>[1]) =>
    Buffer.from(jsonBytes(body, texts)).toString();
  it('is that of JSON.stringify, whoever writes the entries of its lists', () => {
    const entries = fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), n: fc.double() }));
    const member = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), member), entries, (others, list) => {
        const body = { ...others, list };
        expect(written(body)).toBe(JSON.stringify(body));
        expect(written(body, { list: (entry) => JSON.stringify(entry) })).toBe(JSON.stringify(body));
      }),
    );
  });
  it('has memory of its own, to be transferred', () => {
    const bytes = jsonBytes({ a: 'ب', list: [1] }, { list: String });
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });
});
