/** The first real report: facts about its clean layer, as counted by a person on paper. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import type { Paragraph, ParsedReport } from '../../src/report/index.ts';
import { loadCatalogue } from '../../src/settings/index.ts';

const file = fileURLToPath(
  new URL('../../../shared/data/seed-report/A-CONF.192-MGE-2011-1.ar.txt', import.meta.url),
);
const present = existsSync(file);
if (!present) console.warn('skipped: ../shared/data/seed-report is missing');

describe.skipIf(!present)('the clean layer of the seed report', () => {
  let parsed: ParsedReport;
  let paragraphs: Paragraph[];
  const numbered = (number: number) => paragraphs.find((p) => p.number === number)!;

  beforeAll(async () => {
    parsed = await parseReport(readFileSync(file), { file, catalogue: loadCatalogue() });
    paragraphs = parsed.paragraphs;
  });

  it('has its symbol, dates, year, series and layer', () => {
    const { report } = parsed;
    expect(report).toMatchObject({
      id: 'A-CONF.192-MGE-2011-1',
      symbol: 'A/CONF.192/MGE/2011/1',
      series: 'small-arms',
      year: 2011,
      date: { from: '2011-05-09', to: '2011-05-13' },
      language: 'ar',
      source: { format: 'txt', layer: 'logical' },
      repairs: { words: 0 },
      warnings: [],
    });
    expect(report.title).toMatch(/^تقرير/);
  });

  it('takes the symbol from the catalogue if no page header has it', async () => {
    const lines = readFileSync(file, 'utf8').split('\n');
    const clean = lines.filter((line) => line.startsWith('\t')).join('\n');
    const alone = await parseReport(Buffer.from(clean), { file: 'x.txt', catalogue: loadCatalogue() });
    expect(alone.report.symbol).toBe('A/CONF.192/MGE/2011/1');
    expect(alone.paragraphs.map((p) => p.text)).toEqual(paragraphs.map((p) => p.text));
  });

  it('has the numbers 1 to 39, each once and in order', () => {
    const numbers = paragraphs.filter((p) => p.number !== null).map((p) => p.number);
    expect(numbers).toEqual(Array.from({ length: 39 }, (_, i) => i + 1));
    expect(paragraphs.filter((p) => p.number !== null).every((p) => p.kind === 'paragraph')).toBe(true);
  });

  it('has the text once, with 82 paragraphs in all', () => {
    expect(paragraphs).toHaveLength(82);
    expect(new Set(paragraphs.map((p) => p.id)).size).toBe(82);
  });

  it('has ten headings with their labels', () => {
    const labels = paragraphs.filter((p) => p.kind === 'heading').map((p) => p.label);
    expect(labels).toEqual(['أولا', 'ثانياً', 'ألف', 'باء', 'جيم', 'دال', 'هاء', 'ثالثاً', null, 'رابعاً']);
  });

  it.each([
    [1, ['مقدمة']],
    [5, ['المسائل التنظيمية', 'افتتاح الاجتماع ومدة انعقاده']],
    [9, ['المسائل التنظيمية', 'أعضاء المكتب']],
    [15, ['المسائل التنظيمية', 'الوثائق']],
    [16, ['وقائع الاجتماع']],
    [25, ['وقائع الاجتماع', 'بيانات المنظمات غير الحكومية']],
    [39, ['النظر في التقرير واعتماده']],
  ])('paragraph %i is under its headings', (number, path) => {
    expect(numbered(number).path).toEqual(path);
  });

  it('puts the agenda under paragraph 10 and its sub-items under the agenda', () => {
    const agenda = paragraphs.filter((p) => p.parent === numbered(10).id);
    expect(agenda.map((p) => [p.kind, p.label])).toEqual(
      ['1', '2', '3', '4', '5', '6', '7'].map((l) => ['item', l]),
    );
    const under = (label: string) => {
      const parent = agenda.find((p) => p.label === label)!;
      return paragraphs.filter((p) => p.parent === parent.id).map((p) => p.label);
    };
    expect(under('6')).toEqual(['(أ)', '(ب)', '(ج)', '(د)', '(هـ)', '(و)']);
    expect(under('7')).toEqual(['(أ)', '(ب)']);
    expect(paragraphs.filter((p) => p.text.startsWith('حفظ السجلات'))).toHaveLength(1);
  });

  it('puts eleven items under paragraph 37', () => {
    const items = paragraphs.filter((p) => p.parent === numbered(37).id);
    expect(items.map((p) => p.label).join('')).toBe('(أ)(ب)(ج)(د)(هـ)(و)(ز)(ح)(ط)(ي)(ك)');
  });

  it('finds what the report cites, with the right ranges', () => {
    const symbols = (number: number) => numbered(number).references.map((r) => r.symbol);
    expect(symbols(1)).toEqual(['A/RES/63/72']);
    expect(symbols(3)).toEqual(['A/RES/65/64', 'A/RES/64/50']);
    expect(symbols(10)).toEqual(['A/CONF.192/MGE/2011/L.1', 'A/CONF.192/MGE/2011/L.1/Rev.1']);
    expect(symbols(23)).toEqual(['item 6 (d)', 'item 7 (a)']);
    expect(symbols(26)).toEqual(['item 7 (b)', 'para 27-37']);
    for (const p of paragraphs) {
      for (const r of p.references) expect(p.text.slice(r.start, r.end)).toMatch(/\d/);
    }
  });

  it('leaves no page furniture and no label in a text', () => {
    expect(paragraphs.some((p) => /11-36467/.test(p.text))).toBe(false);
    expect(paragraphs.filter((p) => p.number !== null).every((p) => /^\p{L}/u.test(p.text))).toBe(true);
  });
});
