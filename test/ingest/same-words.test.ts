/** One text gives the same words in every format, and labels typed in any country's way are recognised. */
import { describe, expect, it, test } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { bytesOf, docx, odt, outline, p, run } from './make.ts';

const sentences = [
  'تؤكد اللجنة أهمية صيانة الآبار في القرى والمدن، وتشكر القائمين عليها.',
  'وتوصي بفحص المضخات كل شهر منذ ١٢/٣/١٤٣٠هـ وبإعداد تقرير عنها.',
  'وتطلب إلى الأمانة بيانات الفترة ١٩٩٠ـ١٩٩٥ قبل الدورة المقبلة.',
  'وتقرر أن تعود إلى الموضوع مع الـ ١٩٣ دولة بعد سنتين.',
];
const title = 'تقرير عن صيانة الآبار';
const digits = '١٢٣٤';

const files = (lines: readonly string[]): [string, Uint8Array][] => [
  ['a.txt', bytesOf(lines.join('\n'))],
  ['a.docx', docx({ body: lines.map((line) => p(line)).join('') })],
  ['a.odt', odt(lines.map((line) => `<text:p>${line}</text:p>`).join(''))],
  [
    'a.html',
    bytesOf(`<html><meta charset=utf-8><body dir=rtl>${lines.map((line) => `<p>${line}</p>`).join('')}`),
  ],
];

describe('paragraph numbers', () => {
  test.each([
    ['a dash', (n: string) => `${n} - `],
    ['tatweel', (n: string) => `${n}ـ `],
    ['tatweel after a blank', (n: string) => `${n} ـ `],
    ['RLM and a full stop', (n: string) => `\u200F${n}\u200F.\u200F `],
    ['a slash', (n: string) => `${n}/ `],
    ['a colon', (n: string) => `${n}: `],
  ])('%s', async (_, label) => {
    const lines = [title, ...sentences.map((sentence, i) => label(digits[i]!) + sentence)];
    const expected = [
      `title: ${title}`,
      ...sentences.map((sentence, i) => `paragraph ${i + 1}: ${sentence}`),
    ];
    for (const [file, bytes] of files(lines)) {
      const parsed = await parseReport(bytes, { file });
      expect(outline(parsed), file).toEqual(expected);
      expect(parsed.report.repairs.words, file).toBe(0);
    }
  });
});

it('items with a tatweel for a dash', async () => {
  const lines = [
    title,
    `١ـ ${sentences[0]}`,
    `أـ ${sentences[1]}`,
    `بـ ${sentences[2]}`,
    `جـ ${sentences[3]}`,
  ];
  for (const [file, bytes] of files(lines)) {
    expect(outline(await parseReport(bytes, { file })), file).toEqual([
      `title: ${title}`,
      `paragraph 1: ${sentences[0]}`,
      `  item أ: ${sentences[1]}`,
      `  item ب: ${sentences[2]}`,
      `  item ج: ${sentences[3]}`,
    ]);
  }
});

it('an exponent is not a digit of the number before it', async () => {
  const text = (number: string) => `وأنتجت القرى نحو ${number} طن من التمور في العام الماضي.`;
  const raised = '<w:vertAlign w:val="superscript"/>';
  const style =
    '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
  const span = '10<text:span text:style-name="S">6</text:span>';
  const given: [string, Uint8Array][] = [
    ['a.html', bytesOf(`<html dir=rtl><meta charset=utf-8><p>${text('10<sup>6</sup>')}</p>`)],
    [
      'a.docx',
      docx({
        body: p(
          text('10|')
            .split('|')
            .map((part) => run(part))
            .join(run('6', raised)),
        ),
      }),
    ],
    ['a.odt', odt(`<text:p>${text(span)}</text:p>`, style)],
  ];
  for (const [file, bytes] of given) {
    const { paragraphs } = await parseReport(bytes, { file });
    expect(paragraphs[0]!.text, file).toBe(text('10^6'));
  }
});
