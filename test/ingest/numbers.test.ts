/** A number with blanks between its thousands is read as printed, whatever file it comes in. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Block } from '../../src/ingest/document.ts';
import { parseReport } from '../../src/ingest/index.ts';
import { numbersAsPrinted } from '../../src/ingest/repair/thousands.ts';
import { numbersInOrder } from '../../src/web/numbers.ts';
import { bytesOf, docx, odt, p } from './make.ts';

/** As typists store them so that they are printed correctly, and as they are read. */
const lines: readonly [stored: string, read: string][] = [
  ['تقرير عن سكان القرى', 'تقرير عن سكان القرى'],
  [
    'بلغ عدد السكان 000 5 نسمة في القرية، وكان أقل من ذلك في العام الماضي.',
    'بلغ عدد السكان 5 000 نسمة في القرية، وكان أقل من ذلك في العام الماضي.',
  ],
  [
    'وزاد عدد الأشجار إلى 345 12 شجرة (منها ٢٠٠ ٧ شجرة مثمرة).',
    'وزاد عدد الأشجار إلى 12 345 شجرة (منها ٧ ٢٠٠ شجرة مثمرة).',
  ],
  [
    'وبلغت الكلفة 250.5 444 3 دينارا من أصل 918 483 دينارا.',
    'وبلغت الكلفة 3 444 250.5 دينارا من أصل 483 918 دينارا.',
  ],
  ['وفي السجل 12\u00A0345 بئرا و٥\u202F٠٠٠ مضخة لا غير.', 'وفي السجل 12 345 بئرا و٥ ٠٠٠ مضخة لا غير.'],
  ['000 26 زائر في السنة.', '26 000 زائر في السنة.'],
  [
    'وعقدت اللجنة بين عامي 2011 2012 دورات في 45 12 قرية.',
    'وعقدت اللجنة بين عامي 2011 2012 دورات في 45 12 قرية.',
  ],
];
const stored = lines.map(([line]) => line);
const paragraphs = (inner: (line: string) => string) => stored.map(inner).join('');
const writingMode =
  '<style:style style:name="R" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style>';
/** The last two were saved and printed by LibreOffice from the .docx. */
const files: [string, Uint8Array][] = [
  ['a.txt', bytesOf(stored.join('\n'))],
  ['a.docx', docx({ body: paragraphs((line) => p(line, { pPr: '<w:bidi/>' })) })],
  [
    'a.odt',
    odt(
      paragraphs((line) => `<text:p text:style-name="R">${line}</text:p>`),
      writingMode,
    ),
  ],
  ['a.html', bytesOf(`<html dir=rtl><meta charset=utf-8><body>${paragraphs((line) => `<p>${line}</p>`)}`)],
  ...['thousands.doc', 'thousands.pdf'].map((name): [string, Uint8Array] => [
    name,
    readFileSync(new URL(`files/${name}`, import.meta.url)),
  ]),
];

test.each(files)('one report as %s', async (file, bytes) => {
  const parsed = await parseReport(bytes, { file });
  expect(parsed.paragraphs.map(({ text }) => text)).toEqual(lines.map(([, read]) => read));
  expect(parsed.report.repairs.words).toBe(0);
});

const read = (...texts: string[]) =>
  numbersAsPrinted(texts.map((text) => ({ text }))).map(({ text }) => text);

describe('what stays as stored', () => {
  it.each([
    ['a number in reading order', 'بلغ العدد 12 345 نسمة'],
    ['after Latin text, where numbers are printed as stored', 'في مبنى UNITAR 345 12 نسمة'],
    ['in a sentence of another language', 'A total of 345 12 persons came'],
    ['after a mark that changes the direction', 'بلغ العدد \u200E345 12\u200E نسمة'],
    ['groups that are not a number', 'بلغ العدد 45 12 نسمة'],
    ['a label after a price', 'بدل فاقد للشهادة 200 19 - بدل تجديد'],
    ['a range', 'النطاق 117 975 – 137 ميغاهرتز'],
    ['a standard and its part', 'المعيار 300 220-2 للأجهزة'],
    ['decimals', 'الراتب 800 1.200 دينار'],
    ['numbers at the end of a row', 'الشمال 918 483'],
    ['numbers without a word', '345 12'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([text]);
  });

  it('all numbers of a document in which most are in reading order', () => {
    const texts = ['بلغ العدد 30 000 نسمة', 'ثم 918 483 نسمة', 'ثم 40 000 نسمة ثم 000 5 نسمة'];
    expect(read(...texts)).toEqual(texts);
  });
});

describe('numbers decided by the others in the document', () => {
  it('at the end of a row and without a word', () => {
    expect(read('بلغ العدد 000 5 نسمة', 'الشمال 918 483', '345 12')).toEqual([
      'بلغ العدد 5 000 نسمة',
      'الشمال 483 918',
      '12 345',
    ]);
  });

  it('are in doubt if none decides and both orders make a number', () => {
    const [block] = numbersAsPrinted([{ text: 'بلغ العدد 918 483 نسمة ثم 345 12 نسمة' }]);
    expect(block!.text).toBe('بلغ العدد 483 918 نسمة ثم 12 345 نسمة');
    expect(block!.doubts!.map(([start, end]) => block!.text.slice(start, end))).toEqual(['483', '918']);
  });
});

it('a cell with nothing else contains one number', () => {
  expect(numbersAsPrinted([{ text: '345 12', kind: 'table' }])[0]!.text).toBe('12 345');
});

it('notes, repairs and doubts keep their words', () => {
  const block: Block = {
    text: 'منها 000 5 نسمة',
    notes: [{ offset: 10, id: '1' }],
    doubts: [[5, 8]],
    repairs: [{ start: 9, end: 10, raw: 'x', kinds: [], doubtful: false }],
  };
  const [turned] = numbersAsPrinted([block]);
  expect(turned).toMatchObject({ text: 'منها 5 000 نسمة', notes: block.notes, doubts: [[7, 10]] });
  expect(turned!.repairs).toMatchObject([{ start: 5, end: 6 }]);
});

it('a million groups of digits take only proportional time', () => {
  const text = '100 '.repeat(250_000);
  expect(read(text)).toEqual([text]);
});

it.each([
  ['12 345 نسمة', '12\u00A0345 نسمة'],
  ['1 234 567', '1\u00A0234\u00A0567'],
  ['في 2011 2012', 'في 2011 2012'],
  ['البند 6 (د) 12 نسمة', 'البند 6 (د) 12 نسمة'],
])('the dashboard prints %s in reading order', (text, shown) => {
  expect(numbersInOrder(text)).toBe(shown);
});
