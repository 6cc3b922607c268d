/** Whose texts are evidence for a damaged report, and what they do for the sample's. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import { expect, it } from 'vitest';
import { alignWords } from '../../bench/repair-score.ts';
import { siblingTexts } from '../../src/collection/siblings.ts';
import { repairVisualText } from '../../src/ingest/repair/index.ts';
import type { Report } from '../../src/report/index.ts';
import { openStore } from '../../src/store/index.ts';
import { makeReport, temporaryFolder } from '../store/make.ts';

const sample = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../samples/${path}`, import.meta.url)), 'utf8');

it('are undamaged reports of its series and language, nearest in years first, without a series those that have none', () => {
  const store = openStore(temporaryFolder());
  const put = (symbol: string, series: string | null, year: number | null, more: Partial<Report> = {}) =>
    store.put(makeReport(symbol, [symbol], { series, year, ...more }));
  put('A/2000', 'a', 2000);
  put('A/2010', 'a', 2010);
  put('A/2012', 'a', 2012);
  put('A/none', 'a', null);
  put('A/2011/en', 'a', 2011, { language: 'en' });
  put('A/2009', 'a', 2009, {
    source: { file: 'x.txt', format: 'txt', sha256: '', layer: 'visual', reader: 0 },
  });
  put('B/2011', 'b', 2011);
  put('C/2011', null, 2011);
  const of = (series: string | null) =>
    siblingTexts(makeReport('A/2011', [], { series, year: 2011 }).report, store);
  expect(of('a')).toEqual(['A/2010', 'A/2012', 'A/2000', 'A/none']);
  expect(of('b')).toEqual(['B/2011']);
  expect(of('z')).toEqual([]);
  expect(of(null)).toEqual(['C/2011']);
  store.close();
});

it('leave the damaged sample less than two thirds of its errors', () => {
  const truth = words(sample('clean/SRO-C.7-2012-9.txt'));
  const siblings = ['2008', '2018'].flatMap((year) => sample(`reports/SRO-C.7-${year}-9.txt`).split('\n'));
  const errors = (options: { siblings?: string[] }) => {
    const { blocks } = repairVisualText(sample('reports/SRO-C.7-2012-9.txt'), options);
    return alignWords(
      truth,
      blocks.flatMap(({ text }) => words(text)),
    ).errors;
  };
  const [alone, beside] = [errors({}), errors({ siblings })];
  expect(beside).toBeLessThan((2 / 3) * alone);
});
