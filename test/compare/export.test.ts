/** Exports: a document whose tracked changes lead to either report, and a self-contained page. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareToDocx } from '../../src/compare/export/docx.ts';
import type { ReportText } from '../../src/compare/index.ts';
import { compareReports, compareToHtml } from '../../src/compare/index.ts';
import { reportOf, sampleReports } from './texts.ts';

/** Paragraph texts after all changes are accepted or rejected, as in Word. */
function settled(xml: string, keep: 'ins' | 'del'): string[] {
  const drop = keep === 'ins' ? 'del' : 'ins';
  const lines: string[] = [];
  let open = '';
  for (const [, paragraph] of xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)) {
    const [, properties = '', content = ''] = /^(<w:pPr>.*?<\/w:pPr>)?(.*)$/s.exec(paragraph!)!;
    const text = content
      .replace(new RegExp(`<w:${drop} [^>]*>.*?</w:${drop}>`, 'gs'), '')
      .replace(/<w:rPr>.*?<\/w:rPr>/gs, '');
    open += [...text.matchAll(/<w:(?:t|delText)[^>]*>([^<]*)</g)].map((m) => m[1]).join('');
    if (properties.includes(`<w:${drop} `)) continue;
    lines.push(open);
    open = '';
  }
  return lines;
}

const printed = (report: ReportText) =>
  report.paragraphs.map(({ label, text }) =>
    (label === null ? text : `${label} ${text}`)
      .replace(/&/g, '&amp;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&apos;'),
  );

async function documentOf(base: ReportText, other: ReportText): Promise<string> {
  const bytes = await compareToDocx(compareReports(base, other), base, other, {
    date: '2024-01-01T00:00:00Z',
  });
  return strFromU8(unzipSync(bytes)['word/document.xml']!);
}

describe('Word document', () => {
  it('gives either report back when its changes are accepted or rejected', async () => {
    const reports = sampleReports().map(({ text }) => text);
    for (const [x, y] of [
      [0, 1],
      [2, 3],
      [5, 6],
    ] as const) {
      const xml = await documentOf(reports[x]!, reports[y]!);
      expect(settled(xml, 'ins')).toEqual(printed(reports[y]!));
      expect(settled(xml, 'del')).toEqual(printed(reports[x]!));
    }
  });

  it('is right to left, with tracked paragraph ends', async () => {
    const xml = await documentOf(
      reportOf('A', ['ورحب المشاركون بالمساعدة التقنية. وشددوا على تبادل المعلومات بين الدول.', 'تحذف هذه']),
      reportOf('B', ['ورحب المشاركون بالمساعدة التقنية.', 'وشددوا على تبادل المعلومات بين الدول.']),
    );
    expect(xml).toContain('<w:bidi/>');
    expect(xml).toContain('<w:rtl/>');
    expect(xml).toMatch(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:ins [^>]*\/>/);
    expect(xml).toMatch(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:del [^>]*\/>/);
    expect(xml).toContain('w:delText');
  });

  it('handles text that XML cannot represent', async () => {
    const report = reportOf('A', ['حرف \u0001 غير \ud800 صالح <و> & "آخر"']);
    expect(await documentOf(report, report)).toContain('&lt;و&gt; &amp;');
  });
});

describe('page', () => {
  it('is self-contained, and escapes what it shows', () => {
    const [a, b] = [
      reportOf('A/1', ['وقرر المجلس <script>alert(1)</script> & ذلك']),
      reportOf('B"1', ['فقرر المجلس <script>alert(1)</script> & ذلك']),
    ];
    const html = compareToHtml(compareReports(a, b), a, b);
    expect(html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(html).not.toContain('<script>');
    expect(html).toContain('<del><b>و</b>قرر</del>');
    expect(html).toContain('<ins><b>ف</b>قرر</ins>');
    expect(html).toContain('B&quot;1');
    expect(html).not.toMatch(/https?:/);
  });
});
