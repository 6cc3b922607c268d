/** The reports that benches print if the private data is missing: the readers of text formats find what their truth says. */
import { describe, expect, it } from 'vitest';
import { constructedReports, truthBlocks } from '../../bench/fidelity/constructed.ts';
import { blockScore, readBlocks, type TruthBlock } from '../../bench/fidelity/score.ts';
import { singleReports } from '../../scripts/corpus/make.ts';
import { renderDocx } from '../../scripts/samples/docx.ts';
import { renderHtml } from '../../scripts/samples/html.ts';
import type { SourceReport } from '../../scripts/samples/source.ts';
import { renderText } from '../../scripts/samples/text.ts';
import { parseReport } from '../../src/ingest/index.ts';

const reports = constructedReports();
const formats: [string, (report: SourceReport) => Promise<Uint8Array>][] = [
  ['txt', async (report) => Buffer.from(renderText(report))],
  ['html', async (report) => Buffer.from(renderHtml(report, 'Amiri'))],
  ['docx', (report) => renderDocx(report, 'Amiri')],
];

describe('a constructed report', () => {
  it('has headings, numbered paragraphs and notes, in either kind of numbering', () => {
    for (const report of reports) {
      const count = (kind: string) => truthBlocks(report).filter((block) => block.kind === kind).length;
      for (const kind of ['heading', 'paragraph', 'footnote'])
        expect(count(kind), report.symbol).toBeGreaterThan(0);
      expect(count('paragraph'), report.symbol).toBeGreaterThanOrEqual(40);
    }
    const numberings = reports.map(({ format }) => format);
    expect(numberings.filter((one) => one === 'docx')).toHaveLength(numberings.length / 2);
    expect(new Set(reports.map(({ symbol }) => symbol)).size).toBe(reports.length);
  });

  it.each(formats)('is read from %s as its truth says', async (format, render) => {
    for (const report of reports) {
      const parsed = await parseReport(await render(report), { file: `report.${format}` });
      const found: TruthBlock[] = readBlocks(parsed);
      const { wrong } = blockScore(truthBlocks(report), found);
      expect(wrong, report.symbol).toEqual([]);
      expect(found, report.symbol).toHaveLength(truthBlocks(report).length);
    }
  });

  it('shares no statement with another', () => {
    const texts = [...singleReports({ count: 5, statements: 10, seed: 1 })].map(
      ({ passages }) => new Set(passages.map(({ text }) => text)),
    );
    expect(texts.map(({ size }) => size)).toEqual([10, 10, 10, 10, 10]);
    expect(new Set(texts.flatMap((own) => [...own])).size).toBe(50);
  });
});
