/**
 * One table, written by LibreOffice in each format and printed by it and by Chromium, with and without tags: the same
 * paragraphs, rows and columns. What is not installed is skipped, with a message.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert, hasOffice, pdf } from '../../bench/fidelity/office.ts';
import { parseReport } from '../../src/ingest/index.ts';
import { findChromium, launch } from '../browser/chromium.ts';
import { asHtml, asOpenDocument, type Cell, placesOf, type Table } from './one-table.ts';

const sentences = [
  'تشرف البلدية على الآبار القديمة وتضع جدولا شهريا يبين ما يفحص منها وما يحتاج إلى ترميم.',
  'تقسم المياه بين القرى بالتساوي، وتزاد حصة القرى البعيدة في أشهر الصيف الأولى.',
  'للبلدية أن تستشير مهندسين من خارجها متى كان العمل يحتاج إلى معدات خاصة.',
];
const [before, after] = [sentences[2]!, sentences[1]!];
const cell = (...text: string[]): Cell => ({ text });
const across = (count: number, ...text: string[]): Cell => ({ text, across: count });
const down = (count: number, ...text: string[]): Cell => ({ text, down: count });

const tables: Table[] = [
  {
    says: 'cells of one line',
    columns: [5, 5, 5],
    rows: [
      [cell('البئر'), cell('القرية'), cell('العمق')],
      [cell('الأولى'), cell('العين'), cell('12')],
      [cell('الثانية'), cell('الوادي'), cell('30')],
    ],
  },
  {
    says: 'cells of several lines and paragraphs, merged and empty ones',
    columns: [2.5, 6, 2.5, 6],
    rows: [
      [cell('البند'), cell('القرار'), cell('العدد'), cell('ملاحظات')],
      [cell('الأول'), cell(sentences[0]!), cell('12'), cell('لا شيء')],
      [cell('الثاني'), across(2, 'سطر أول\nوسطر ثان', sentences[1]!), cell('خلف المدمجة')],
      [cell('الثالث'), cell(''), cell('7'), cell('خلف الفارغة')],
      [down(2, 'الرابع'), cell('فوق'), cell('3'), cell('يسار فوق')],
      [cell('تحت'), cell('4'), cell('يسار تحت')],
      [across(2, 'المجموع'), cell('26'), cell('')],
    ],
  },
  {
    says: 'a heading over all columns, and a tall cell next to three rows',
    columns: [4, 4, 4, 4],
    rows: [
      [across(4, 'الآبار التي فحصت في الموسم الأول')],
      [cell('الناحية'), across(2, 'عدد الآبار'), cell('المجموع')],
      [down(3, 'ناحية الجبل وما حولها من القرى'), cell('صالحة'), cell('معطلة'), cell('9')],
      [cell('5'), cell('4'), cell('9')],
      [cell('6'), cell('1'), cell('7')],
      [cell('ناحية السهل'), cell('8'), cell('2'), cell('10')],
    ],
  },
  {
    says: 'rows with different merged cells',
    columns: [3, 3, 3, 3, 3],
    rows: [
      [across(2, 'أول وثان'), cell('ثالث'), across(2, 'رابع وخامس')],
      [cell('أول'), across(3, 'ثان وثالث ورابع'), cell('خامس')],
      [across(3, 'أول وثان وثالث'), across(2, 'الرابع والخامس معا')],
      [cell('أ'), cell('ب'), cell('ج'), cell('د'), cell('و')],
    ],
  },
  {
    says: 'two columns of long cells',
    columns: [8, 8],
    rows: [
      [cell('المادة'), cell('الحكم')],
      [cell(sentences[0]!, sentences[1]!), cell(sentences[2]!)],
      [cell(sentences[1]!), cell(sentences[0]!, 'سطر\nوآخر\nوثالث', sentences[2]!)],
    ],
  },
];

const office = hasOffice();
const chromium = findChromium(process.env);
if (!office) console.info('skipped: no LibreOffice (put soffice on PATH)');
if (chromium === null) console.info('skipped: no Chromium (set CHROMIUM_PATH, or put chromium on PATH)');

const scratch = mkdtempSync(join(tmpdir(), 'one-table-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function expectTable(table: Table, file: string): Promise<void> {
  expect(existsSync(file), file).toBe(true);
  const { paragraphs } = await parseReport(readFileSync(file), { file: file.split('/').at(-1)! });
  const read = paragraphs.map(({ kind, cell: place, text }) =>
    place ? [kind, place.table, place.row, place.column, text] : [text],
  );
  const cells = placesOf(table).map(([row, column, text]) => ['table', 1, row, column, text]);
  expect(read).toEqual([[before], ...cells, [after]]);
}

describe.skipIf(!office)('by LibreOffice', () => {
  const formats = [
    ['docx', 'docx', 'docx'],
    ['odt', 'odt', 'odt'],
    ['doc', 'doc', 'doc'],
    ['html', 'html', 'html'],
    ['pdf with tags', pdf(true), 'pdf'],
    ['pdf without tags', pdf(false), 'pdf'],
  ] as const;
  const folder = (name: string) => join(scratch, name.replaceAll(' ', '-'));

  beforeAll(() => {
    const sources = tables.map((table, i) => {
      const source = join(scratch, `t${i}.fodt`);
      writeFileSync(source, asOpenDocument(table, before, after));
      return source;
    });
    for (const [name, format] of formats) {
      mkdirSync(folder(name));
      convert(sources, format, folder(name), scratch);
    }
  });

  describe.each(formats)('%s', (name, _, extension) => {
    it.each(tables.map((table, i) => [table.says, i] as const))('%s', async (_says, i) => {
      await expectTable(tables[i]!, join(folder(name), `t${i}.${extension}`));
    });
  });
});

describe.skipIf(chromium === null)('by Chromium', () => {
  beforeAll(async () => {
    const browser = await launch(chromium!);
    try {
      const tab = await browser.newPage();
      for (const [i, table] of tables.entries()) {
        await tab.setContent(asHtml(table, before, after));
        for (const tagged of [true, false]) {
          const path = join(scratch, `t${i}.${tagged ? 'tagged' : 'plain'}.pdf`);
          await tab.pdf({ path, preferCSSPageSize: true, tagged });
        }
      }
    } finally {
      await browser.close();
    }
  });

  describe.each(['tagged', 'plain'])('%s', (name) => {
    it.each(tables.map((table, i) => [table.says, i] as const))('%s', async (_says, i) => {
      await expectTable(tables[i]!, join(scratch, `t${i}.${name}.pdf`));
    });
  });
});
