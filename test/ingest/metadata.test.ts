/** A report's metadata, and which source takes precedence. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { detectLanguage } from '../../src/ingest/language.ts';
import type { CatalogueSeries } from '../../src/report/index.ts';
import { bytesOf } from './make.ts';

const catalogue: CatalogueSeries[] = [
  {
    id: 'rivers',
    title_ar: 'لجنة الأنهار المشتركة',
    title_en: 'Committee on Shared Rivers',
    body: 'لجنة الأنهار',
    symbol_prefixes: ['X/RIV/'],
    constructed: true,
    meetings: [
      {
        ...{ key: 'M1', kind: 'session', ordinal: 1, year: 2011, symbol: 'X/RIV/2011/1' },
        ...{ from: '2011-05-09', to: '2011-05-13', place: null, unconfirmed: [] },
      },
    ],
  },
];

const text = (...lines: string[]) => bytesOf([...lines, '1 - نص.', '2 - نص.'].join('\n'));
const cover = ['تقرير لجنة الأنهار المشتركة', 'جنيف، 9 - 13 أيار/مايو 2011'];

describe('the symbol', () => {
  it('comes from the manifest first', async () => {
    const { report } = await parseReport(text('X/RIV/2011/7', ...cover), {
      file: 'a.txt',
      catalogue,
      metadata: {
        symbol: 'X/RIV/2011/9',
        title: 'عنوان',
        date: '2012-01-02/2012-01-03',
        year: 2013,
        language: 'en',
      },
    });
    expect(report).toMatchObject({
      id: 'X-RIV-2011-9.en',
      title: 'عنوان',
      date: { from: '2012-01-02', to: '2012-01-03' },
      year: 2013,
      series: 'rivers',
    });
  });

  it('then from the document', async () => {
    const { report } = await parseReport(text('X/RIV/2011/7', ...cover), { file: 'a.txt', catalogue });
    expect(report).toMatchObject({
      symbol: 'X/RIV/2011/7',
      series: 'rivers',
      year: 2011,
      body: 'لجنة الأنهار',
    });
  });

  it('then from the catalogue, by title and dates', async () => {
    const { report } = await parseReport(text(...cover), { file: 'a.txt', catalogue });
    expect(report).toMatchObject({ symbol: 'X/RIV/2011/1', series: 'rivers' });
    const other = await parseReport(text('تقرير فريق آخر', cover[1]!), { file: 'b.txt', catalogue });
    expect(other.report).toMatchObject({ symbol: 'b', series: null });
  });

  it('then from the file name without extension and language, with a warning', async () => {
    const { report } = await parseReport(text('تقرير'), { file: 'in/A-1.ar.txt' });
    expect(report.symbol).toBe('A-1');
    expect(report.warnings.map((w) => w.code)).toContain('symbol_from_file_name');
  });
});

describe('dates and language', () => {
  it('are taken from an opening paragraph if the cover has none', async () => {
    const bytes = bytesOf('تقرير اللجنة\n1 - عقدت اللجنة دورتها من 9 إلى 13 أيار/مايو 2011.\n2 - نص.');
    const { report } = await parseReport(bytes, { file: 'a.txt' });
    expect(report).toMatchObject({ date: { from: '2011-05-09', to: '2011-05-13' }, year: 2011 });
  });

  it('leave date null and take the year from the symbol', async () => {
    const { report } = await parseReport(text('X/Y/2014/3', 'تقرير'), { file: 'a.txt' });
    expect(report).toMatchObject({ date: null, year: 2014 });
  });

  it.each([
    ['نص عربي فيه Latin', 'ar'],
    ['The report of the committee to the assembly', 'en'],
    ['Le rapport de la commission et les annexes du comité', 'fr'],
    ['2011', 'ar'],
  ])('%s', (sample, code) => {
    expect(detectLanguage([sample])).toBe(code);
  });
});
