/**
 * The cover of a United Nations document: the date of distribution, not of a reissue; the subject, not the masthead.
 */
import { describe, expect, it, test } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { bytesOf, docx, p, run } from './make.ts';

const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`;
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
const bold = (text: string) => p(run(text, '<w:b/>'));
const block = (date: string) =>
  ['Distr.: General', date, 'Arabic', 'Original: English'].map((line) => p(line));
const own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>';
const reissue = `<w:footnote w:id="1">${p(run('* أعيد إصدارها لأسباب فنية في ٢٤ نيسان/أبريل ٢٠١٧.'))}</w:footnote>`;
const text = `${p('١ - تؤكد اللجنة أهمية صيانة السدود.')}${p('٢ - وتوصي بفحصها كل سنة.')}`;
const subject = 'التعليق العام رقم ٣ بشأن صيانة السدود الصغيرة';

const read = async (parts: Parameters<typeof docx>[0]) => {
  const { report } = await parseReport(docx(parts), { file: 'cover.docx' });
  const { title, date, year, symbol } = report;
  return { title, date: date?.from, to: date?.to, year, symbol };
};

const head = (second: string[], masthead = 'اتفاق الأودية') =>
  table(
    [cell(p('الأمم المتحدة')), cell(p(run('WV/C/7/2016/3') + own))],
    [cell(p(masthead)), cell(...second)],
  );

describe('the date', () => {
  const expected = {
    date: '2016-12-06',
    to: '2016-12-06',
    year: 2016,
    title: subject,
    symbol: 'WV/C/7/2016/3',
  };

  test.each([
    ['in a cell of its own', head(block('6 December 2016'))],
    ['in Arabic', head(block('٦ كانون الأول/ديسمبر ٢٠١٦'))],
    ['in one paragraph', head([p('Distr.: General 6 December 2016 Arabic Original: English')])],
    [
      'with the reissue next to it',
      head([...block('6 December 2016'), p('Reissued for technical reasons on 24 April 2017')]),
    ],
    [
      'below a date on which the body met',
      `${p('(اعتمدتها اللجنة في ٥ أيار/مايو ٢٠١٦)')}${head(block('6 December 2016'))}`,
    ],
    ['limited', head(['Distr.: Limited', '6 December 2016', 'Original: Arabic'].map((line) => p(line)))],
  ])('%s', async (_, cover) => {
    const body = `${cover}${bold('لجنة السدود')}${bold(subject)}${text}`;
    expect(await read({ body, footnotes: reissue })).toEqual(expected);
  });

  test.each([
    ['in lines', block('6 December 2016').join('')],
    ['in a cell', table([cell(p('WV/C/7/2016/3')), cell(...block('6 December 2016'))])],
  ])('in the page header, %s', async (_, header) => {
    const body = `${p(run('WV/C/7/2016/3') + own)}${bold('لجنة السدود')}${bold(subject)}${text}`;
    expect(await read({ body, header, footnotes: reissue })).toEqual(expected);
  });

  it('is missing if only the reissue has one', async () => {
    const body = `${head([p('Arabic')])}${bold(subject)}${text}`;
    expect(await read({ body, footnotes: reissue })).toMatchObject({ date: undefined, title: subject });
  });

  it('ranks below the dates of the meeting itself', async () => {
    const body = `${head(block('6 December 2016'))}${bold('تقرير لجنة السدود')}${p('جنيف، ٩ - ١٣ أيار/مايو ٢٠١٦')}${text}`;
    expect(await read({ body, footnotes: reissue })).toMatchObject({ date: '2016-05-09', to: '2016-05-13' });
  });
});

describe('the title', () => {
  test.each([
    ['a convention as masthead', head(block('6 December 2016'), 'اتفاقية الأودية'), bold(subject), subject],
    [
      'the masthead in lines',
      `${p('اتفاقية الأودية')}${block('6 December 2016').join('')}`,
      bold(subject),
      subject,
    ],
    [
      'a subject in other words',
      head(block('6 December 2016')),
      bold('صيانة السدود الصغيرة في القرى'),
      'صيانة السدود الصغيرة في القرى',
    ],
    [
      'concluding observations',
      head(block('6 December 2016')),
      bold('الملاحظات الختامية بشأن التقرير الثاني'),
      'الملاحظات الختامية بشأن التقرير الثاني',
    ],
    [
      'a session and an item before it',
      head(block('6 December 2016')),
      bold('الدورة السابعة') + bold('البند ٣ من جدول الأعمال') + bold(subject),
      subject,
    ],
  ])('%s', async (_, cover, lines, title) => {
    const body = `${cover}${bold('لجنة السدود')}${lines}${text}`;
    expect(await read({ body, footnotes: reissue })).toMatchObject({ title });
  });

  describe('among headings of the file’s own', () => {
    const html = async (cover: string, body = '<p>١ - نص أول.</p><p>٢ - نص ثان.</p>') => {
      const page = `<html><head><meta charset=utf-8></head><body>${cover}${body}</body></html>`;
      const { report, paragraphs } = await parseReport(bytesOf(page), { file: 'a.html' });
      const headings = paragraphs.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
      return { title: report.title, date: report.date?.from, headings };
    };
    const masthead =
      '<p>الهيئة</p><h2>اتفاق الأودية</h2><p>Distr.: General</p><p>6 December 2016</p><p>Arabic</p><p>Original: English</p>';

    test.each([
      ['below the masthead', `${masthead}<h3>لجنة السدود</h3><h2>${subject}</h2>`, subject, []],
      [
        'with a heading of the text after it',
        `${masthead}<h3>لجنة السدود</h3><h2>${subject}</h2><h2>أولا - مقدمة</h2>`,
        subject,
        ['مقدمة'],
      ],
      [
        'a plain line before them',
        `${masthead}<p>لجنة السدود</p><p>${subject}</p><h2>مقدمة</h2>`,
        subject,
        ['مقدمة'],
      ],
      [
        'no masthead: they belong to the text',
        `<p>اتفاق الأودية</p><h3>لجنة السدود</h3><h2>${subject}</h2>`,
        'اتفاق الأودية',
        ['لجنة السدود', subject],
      ],
    ])('%s', async (_, cover, title, headings) => {
      const date = cover.includes('Distr') ? '2016-12-06' : undefined;
      expect(await html(cover)).toEqual({ title, date, headings });
    });

    it('is below the masthead even in a text without numbers', async () => {
      const body = '<p>تؤكد اللجنة أهمية صيانة السدود.</p>'.repeat(3);
      const cover = `${masthead}<h3>لجنة السدود</h3><h2>${subject}</h2>`;
      expect(await html(cover, body)).toEqual({ title: subject, date: '2016-12-06', headings: [] });
    });
  });

  test.each(['Microsoft Word - template.dot', 'UN_Template', 'قالب التقارير', 'Document1'])(
    'is not the template’s name: %s',
    async (name) => {
      const html = `<html><head><meta charset=utf-8><title>${name}</title></head><body><h2>صيانة السدود</h2><p>١ - نص أول.</p><p>٢ - نص ثان.</p></body></html>`;
      const { report } = await parseReport(bytesOf(html), { file: 'a.html' });
      expect(report.title).toBe('صيانة السدود');
    },
  );
});
