/** The constructed series: its files match the sources, and its truth is consistent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { damageLine, damagePrefix, runs, seededRandom } from '../../scripts/samples/damage.ts';
import { renderAll, renderReport } from '../../scripts/samples/render.ts';
import { arabicDigits, loadReports, plainText, root } from '../../scripts/samples/source.ts';
import { blockLine, coverLines } from '../../scripts/samples/text.ts';
import { commonLength, countRuns, exactTokens, foldedTokens } from '../../scripts/samples/tokens.ts';
import { buildTruth, loadSeries } from '../../scripts/samples/truth.ts';

const reports = loadReports();
const truth = buildTruth(reports);

describe('the files under samples', () => {
  let files: Map<string, Uint8Array>;
  beforeAll(async () => {
    files = await renderAll(reports);
  });

  it('match the sources (otherwise run: npx tsx scripts/samples.ts)', () => {
    for (const [path, bytes] of files) {
      const file = join(root, 'samples', path);
      expect(existsSync(file), path).toBe(true);
      expect(Buffer.compare(readFileSync(file), Buffer.from(bytes)), path).toBe(0);
    }
  });

  it('are the same a second time, Word documents too', async () => {
    const docx = reports.find((report) => report.format === 'docx-list')!;
    expect(Buffer.compare(await renderReport(docx), await renderReport(docx))).toBe(0);
  });
});

describe('the sources', () => {
  it('are eight reports of 25 to 45 numbered paragraphs, two years apart', () => {
    expect(reports.map((report) => report.year)).toEqual([2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022]);
    for (const report of truth.reports) {
      expect(report.numbered).toBeGreaterThanOrEqual(25);
      expect(report.numbered).toBeLessThanOrEqual(45);
    }
  });

  it.each(reports.map((report) => [report.symbol, report] as const))('%s is well formed', (_, report) => {
    const keys = report.blocks.map((block) => block.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(report.blocks[0]!.kind).toBe('title');
    for (const part of new Set(report.blocks.map((block) => block.part))) {
      const numbers = report.blocks.filter((b) => b.part === part).flatMap((b) => b.number ?? []);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    }
    const called = report.blocks.flatMap((b) => [...b.text.matchAll(/\{\^([\w.]+)\}/g)].map((m) => m[1]!));
    expect(called).toEqual(report.blocks.filter((b) => b.kind === 'footnote').map((b) => b.key));
    for (const block of report.blocks) {
      expect(block.text).toBe(block.text.trim());
      expect(block.text).not.toMatch(/ {2}| [،؛:.]|\{n:/u);
    }
  });

  it('have the meeting dates of the catalogue, which also lists meetings without a report here', () => {
    const file = join(root, 'config/series/shared-rivers.json');
    const catalogue = JSON.parse(readFileSync(file, 'utf8')) as {
      meetings: { symbol: string | null; from: string; to: string }[];
    };
    for (const report of reports) {
      const meeting = catalogue.meetings.find((m) => m.symbol === report.symbol);
      expect({ from: meeting?.from, to: meeting?.to }).toEqual(report.date);
    }
    expect(catalogue.meetings.length).toBeGreaterThan(reports.length);
  });
});

describe('the truth', () => {
  it('puts every block of both reports in exactly one change', () => {
    for (const pair of truth.pairs) {
      const sides = [
        [pair.base, pair.changes.flatMap((c) => c.base)],
        [pair.other, pair.changes.flatMap((c) => c.other)],
      ] as const;
      for (const [id, side] of sides) {
        const report = truth.reports.find((r) => r.id === id)!;
        const ordinals = side.map((address) => address.ordinal).sort((a, b) => a - b);
        expect(ordinals).toEqual(Array.from({ length: report.blocks }, (_, i) => i + 1));
      }
    }
  });

  it('has every kind of change, and moves', () => {
    const kinds = new Set(truth.pairs.flatMap((pair) => pair.changes.map((c) => c.change)));
    const all = ['identical', 'orthographic', 'details', 'reworded', 'split', 'merged', 'added', 'removed'];
    expect([...kinds].sort()).toEqual(all.sort());
    expect(truth.pairs.some((pair) => pair.changes.some((c) => c.moved))).toBe(true);
  });

  it('finds each formula in every report but those declared to lack it', () => {
    for (const formula of truth.formulas) {
      expect([...formula.reports, ...formula.missing].sort(), formula.text).toEqual(
        truth.reports.map((report) => report.id).sort(),
      );
    }
  });

  it('finds each stage of a drifting passage in its own reports', () => {
    for (const { stages } of loadSeries().drift) {
      for (const stage of stages) {
        const wanted = foldedTokens(stage.text);
        const years = reports
          .filter((r) => r.blocks.some((b) => countRuns(foldedTokens(plainText(r, b)), wanted) > 0))
          .map((r) => r.year);
        expect(years, stage.text).toEqual(stage.reports);
      }
    }
  });

  it('has two spellings of one word that never meet in a report', () => {
    for (const { a, b, reports_a, reports_b } of truth.spellings) {
      expect(foldedTokens(a)).toEqual(foldedTokens(b));
      expect(exactTokens(a)).not.toEqual(exactTokens(b));
      expect(reports_a.length).toBeGreaterThan(0);
      expect(reports_b.length).toBeGreaterThan(0);
      expect(reports_a.filter((id) => reports_b.includes(id))).toEqual([]);
    }
  });

  it('contains no phrase of the cover, so that counts are the same whether or not a reader keeps the cover', () => {
    for (const report of reports) {
      for (const line of coverLines(report)) {
        for (const { text } of truth.phrases) {
          expect(countRuns(foldedTokens(line), foldedTokens(text)), text).toBe(0);
        }
      }
    }
  });

  it('counts phrases that occur, of one word to twenty and more', () => {
    expect(truth.phrases.length).toBeGreaterThanOrEqual(30);
    for (const phrase of truth.phrases) {
      expect(Object.keys(phrase.occurrences_by_report).length, phrase.text).toBeGreaterThan(0);
    }
    expect(Math.max(...truth.phrases.map((phrase) => phrase.words))).toBeGreaterThan(20);
  });
});

describe('the damaged layer', () => {
  const damaged = reports.find((report) => report.format === 'txt-visual')!;

  it('draws runs from left to right, brackets as they are, numbers as they are', () => {
    const draw = (line: string) => damageLine(line, 0, seededRandom(1));
    expect(draw('في البند ٤ (ب)')).toBe(')ب( ٤في البند ');
    expect(draw('تونس، ٢١-٢٥ أيار/مايو ٢٠١٢')).toBe('٢٠١٢مايو / أيار٢٥-٢١تونس، ');
    expect(damagePrefix('١٢ -') + damagePrefix('(أ)') + damagePrefix('أولا -')).toBe('  - ١٢  )أ(  -أولا');
  });

  it('loses no letter or digit of the clean text', () => {
    const letters = (text: string) =>
      (text.match(/[\p{L}\p{M}\p{N}]/gu) ?? []).filter((c) => c !== 'ـ').sort();
    const random = seededRandom(7);
    for (const block of damaged.blocks) {
      const line = blockLine(damaged, block);
      expect(letters(damageLine(line, 2, random))).toEqual(letters(line));
      expect(runs(line).join('')).toBe(line);
    }
  });
});

describe('the slow tokens', () => {
  it.each([
    ['شؤون', 'شئون'],
    ['مسؤولية', 'مسئولية'],
    ['الطوارئ', 'الطوارىء'],
    ['سيئ', 'سيء'],
    ['شيء', 'شئ'],
    ['إنشاؤها', 'إنشائها'],
    ['٦٣/٧٢', '63/72'],
    ['الـمـجـلـس', 'المجلس'],
    ['ﺍﻟﻘﺎﻧﻮﻥ', 'القانون'],
  ])('fold %s and %s alike', (a, b) => expect(foldedTokens(a)).toEqual(foldedTokens(b)));

  it('distinguish what the contract distinguishes', () => {
    for (const [a, b] of [
      ['في', 'فيه'],
      ['البند', 'البنود'],
      ['إلى', 'على'],
      ['6/63', '63/6'],
    ] as const) {
      expect(foldedTokens(a)).not.toEqual(foldedTokens(b));
    }
    expect(commonLength(['a', 'b', 'c', 'd'], ['b', 'x', 'd'])).toBe(2);
    expect(arabicDigits('2012 (SRO/C.7/2012/1)')).toBe('٢٠١٢ (SRO/C.7/2012/1)');
  });
});
