/**
 * Kinds of pages that were once read wrongly, printed by Chromium with and without tags: two languages side by side, a
 * page with wider leading than the others, large and small lines next to each other on a cover.
 */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import type { ParsedReport } from '../../src/report/index.ts';
import { findChromium, launch } from '../browser/chromium.ts';

const chromium = findChromium(process.env);
if (chromium === null) console.info('skipped: no Chromium (set CHROMIUM_PATH, or put chromium on PATH)');

const arabic = [
  'تتولى الهيئة تطهير القنوات قبل موسم الأمطار وتعلن مواعيد ذلك في كل قرية قبل شهر على الأقل.',
  'تحفظ خرائط القنوات في مقر الهيئة، ولكل مزارع أن يطلع عليها وأن يطلب تصحيح ما فيها من خطأ.',
  'لا تفتح بوابة من بوابات القنوات ليلا إلا بحضور حارسها وبعد أن يبلغ من يسكنون أسفل منها.',
  'تراجع الهيئة هذه القواعد كل سنتين وتستمع قبل ذلك إلى رأي القرى التي تمر بها القنوات.',
];
const english = [
  'The Authority shall clear the canals before the season of rain and announce the days in each village.',
  'Maps of the canals are kept at the seat of the Authority, where every farmer may look at them.',
  'No gate shall be opened at night unless its keeper is there and those who live below have been told.',
  'The Authority shall review these rules every two years, having heard the villages on the canals.',
];

let browser: Browser;
const parse = async (html: string, tagged: boolean): Promise<ParsedReport> => {
  const tab = await browser.newPage();
  try {
    await tab.setContent(html);
    const bytes = await tab.pdf({ preferCSSPageSize: true, tagged });
    return await parseReport(bytes, { file: 'printed.pdf' });
  } finally {
    await tab.close();
  }
};
const page = (style: string, body: string) =>
  `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><style>@page{size:A4;margin:2cm}${style}</style><body>${body}</body></html>`;
const fonts = ['Noto Naskh Arabic', 'Noto Sans Arabic', 'DejaVu Sans'];

describe.skipIf(chromium === null)('as printed', () => {
  beforeAll(async () => {
    browser = await launch(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
  });

  describe.each([true, false])('with tags: %s', (tagged) => {
    describe.each(fonts)('%s', (font) => {
      it.each([
        ['Arabic on the right', true, '12pt', 'none'],
        ['Arabic on the left', false, '12pt', 'none'],
        ['in small type, with rules', true, '9pt', '1px solid'],
      ])('two languages side by side: %s', async (_, arabicRight, size, border) => {
        const rows = arabic.map((text, i) => {
          const [own, other] = [`<td dir="rtl">${text}</td>`, `<td dir="ltr">${english[i]}</td>`];
          return `<tr>${arabicRight ? own + other : other + own}</tr>`;
        });
        const style = `body{font:${size} "${font}"}td{width:50%;vertical-align:top;border:${border};padding:2mm}table{border-collapse:collapse}`;
        const { paragraphs } = await parse(
          page(style, `<h1>قواعد القنوات</h1><table>${rows.join('')}</table>`),
          tagged,
        );
        const texts = paragraphs.slice(1).map(({ text }) => text);
        expect(texts.filter((text) => /\p{Script=Arabic}/u.test(text))).toEqual(arabic);
        expect(texts.filter((text) => !/\p{Script=Arabic}/u.test(text))).toEqual(english);
      });

      it.each([
        ['first', 0, 1.2],
        ['second', 1, 1.15],
        ['last', 2, 1.3],
      ])('a page with wider leading: the %s', async (_, wide, by) => {
        const own = (i: number) => [0, 1, 2].map((k) => arabic[(i + k) % 4]).join(' ');
        const texts = [0, 1, 2].map((at) => [`${at + 1}٫١ ${own(at)}`, `${own(at + 1)} ${own(at + 2)}`]);
        const body = texts.map((paragraphs, at) => {
          const leading = at === wide ? 1.7 * by : 1.7;
          return `<section style="line-height:${leading};break-after:page">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</section>`;
        });
        const style = `body{font:12pt "${font}"}p{margin:0 0 3mm;text-align:justify}`;
        const { paragraphs } = await parse(page(style, `<h1>قواعد القنوات</h1>${body.join('')}`), tagged);
        expect(paragraphs.slice(1).map(({ text }) => text)).toEqual(texts.flat());
      });

      it.each([
        ['24pt', '8.5pt', '<br>', 'center'],
        ['20pt', '8pt', ' ', 'start'],
        ['17pt', '9pt', '<br>', 'start'],
      ])('a cover with lines of %s next to lines of %s', async (large, small, between, align) => {
        const masthead = `<table style="width:100%"><tr><td style="font-size:15pt;width:70%">هيئة القنوات</td><td dir=ltr style="font-size:11pt">CN/R/4/2018/2</td></tr>
<tr><td style="font:bold ${large}/1.5 '${font}';text-align:${align}">اتفاق صيانة القنوات${between}والبوابات</td><td dir=ltr style="font:${small}/1.25 'DejaVu Serif';vertical-align:top">Distr.: General<br>14 March 2018<br>Arabic<br>Original: French</td></tr></table><hr>`;
        const title = '<h3>لجنة البوابات</h3><h2>تقرير لجنة البوابات عن دورتها الرابعة</h2>';
        const text = arabic.map((own, i) => `<p>${i + 1}- ${own}</p>`).join('');
        const read = await parse(page(`body{font:12pt "${font}"}`, masthead + title + text), tagged);
        const { title: found, symbol, date } = read.report;
        expect([found, symbol, date?.from]).toEqual([
          'تقرير لجنة البوابات عن دورتها الرابعة',
          'CN/R/4/2018/2',
          '2018-03-14',
        ]);
        const texts = read.paragraphs.map((own) => own.text);
        for (const line of ['اتفاق صيانة القنوات والبوابات', 'Distr.: General', 'Original: French'])
          expect(texts).toContain(line);
        expect(read.paragraphs.filter(({ number }) => number !== null).map((own) => own.text)).toEqual(
          arabic,
        );
      });
    });
  });
});
