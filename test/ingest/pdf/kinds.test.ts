/**
 * Errors found in files of many countries, one test for each kind: what a reader of the page would say, or that it is
 * missing.
 */
import { readFileSync } from 'node:fs';
import { words } from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../src/ingest/index.ts';
import { buildPdf, type Code, codesOf, stream } from './build.ts';

const parse = (bytes: Uint8Array) => parseReport(bytes, { file: 'report.pdf' });
const paragraphs = async (bytes: Uint8Array) => (await parse(bytes)).paragraphs.map(({ text }) => text);
const fileOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`files/kinds/${name}.pdf`, import.meta.url)));

describe('files', () => {
  it.each([
    [
      'mixed-digit-sets',
      [
        'تقرير عن البساتين',
        'مؤرخ في ١٩ محرم عام ١44٥ الموافق ٦ غشت سنة 20٢3، والقانون رقم 1٢-٠7 في المادة 1٠٣ منه.',
        'وبلغت النسبة (۲٥٪) في الربع الأول و(٣۲٪) في الربع الثاني من سنة ۲٠۲٠.',
        'وتدعو اللجنة إلى زيادة البساتين في القرى والمدن خلال الأعوام المقبلة.',
      ],
    ],
    [
      'one-line-paragraphs',
      [
        'محضر اجتماع',
        'حضر الاجتماع رئيس اللجنة وأعضاؤها جميعا.',
        'غاب عن الاجتماع أمين الصندوق بعذر مقبول.',
        'قررت اللجنة شراء مضخة جديدة للبئر الشرقية.',
        'كلفت اللجنة أحد أعضائها بمتابعة أعمال الصيانة.',
        'رفعت الجلسة في تمام الساعة الخامسة مساء.',
      ],
    ],
    [
      'thousands-space',
      [
        'تقرير الإنتاج',
        'بلغ الإنتاج 12 345 طنا في الموسم الأول و٣٤ ٠٠٠ طن في الموسم الثاني، بزيادة قدرها 1 250 طنا.',
        // A tagged table: each cell is a paragraph.
        'بستان الشمال',
        '3 001',
        '1 193',
        '68 102',
        'بستان الجنوب',
        '10 021',
        '5 358',
        '426',
        'وتدعو اللجنة إلى زيادة البساتين في القرى والمدن خلال الأعوام المقبلة.',
      ],
    ],
    [
      'mark-inside-letter-box',
      [
        'قرار محرّم والطّبع والجمهوريّة',
        'المادّة تحدّد مواعيد الرّي والتّقليم في البساتين العامّة',
        'وتسلّم الفهارس مجّانا لمن يطلبها من أصحاب البساتين',
      ],
    ],
    [
      'carriage-return-glyph',
      ['الباب الأول', 'أحكام عامة عن البساتين', 'القسم الثالث', 'تحفظ السجلات في مقر اللجنة'],
    ],
  ])('%s', async (name, expected) => {
    expect(await paragraphs(fileOf(name))).toEqual(expected);
  });

  it('scan-with-footer', async () => {
    await expect(parse(fileOf('scan-with-footer'))).rejects.toMatchObject({ code: 'no_text' });
  });

  it('garbage-without-warning', async () => {
    const { report } = await parse(fileOf('garbage-without-warning'));
    expect(report.warnings.map(({ code }) => code)).toContain('unreadable_text');
    expect(report.readable).toBeLessThan(0.5);
    expect(report.unreadable).toBe(true);
  });
});

const letters = 'ابتجحدرسعقلمنهويةّ';
const digits = '0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';
const others = ' .,/-()\u00A0\r\u0003';
const codes: Code[] = [...letters, ...digits, ...others].map((text, i) => ({
  code: i + 1,
  text,
  width: text === 'ّ' ? 0 : ' \u00A0'.includes(text) ? 250 : 500,
}));
const codeOf = (s: string) => codes.find(({ text }) => text === s)!.code;
/** As drawn, from left to right, in one go. */
const drawn = (x: number, y: number, s: string, size = 20) =>
  `BT /A ${size} Tf 1 0 0 1 ${x} ${y} Tm ${codesOf(...[...s].map(codeOf))} Tj ET\n`;
const built = (...content: string[]) => buildPdf({ pages: [content.join('')], codes });
const reversed = (s: string) => [...s].reverse().join('');
/** Right-aligned, as Arabic is set. */
const setRight = (y: number, text: string) => drawn(550 - [...text].length * 10, y, reversed(text));

describe('numbers are read from left to right', () => {
  /** A number between two words, as drawn. */
  const between = (number: string) =>
    built(drawn(100, 700, `${reversed('وسعة')} ${number} ${reversed('بلدة')}`));
  it.each([
    ['one set of digits', '٢٠١٤', '2014'],
    ['two sets', '2٠1٤', '2014'],
    ['three sets', '۲٠1٤', '2014'],
    ['two sets that change once', '20١٤', '2014'],
    ['with a stroke', '20١٤/٢5', '2014 25'],
    ['with a decimal point', '1٢.3٤', '12 34'],
    ['two sets and a hyphen: two numbers', '٠7-1٢', '12 07'],
    ['thousands by a space', '12 345', '12 345'],
    ['thousands by a non-breaking space', '٣٤\u00A0٠٠٠', '34 000'],
    ['millions by spaces', '1 234 567', '1 234 567'],
    ['thousands with a fraction', '12 345.67', '12 345 67'],
    ['thousands in two sets', '1٢ 3٤5', '12 345'],
    ['no thousands: groups of two', '12 34', '34 12'],
    ['no thousands: a number that begins with 0', '012 345', '345 012'],
    ['no thousands: years', '2011 2012', '2012 2011'],
  ])('%s: %s', async (_, number, tokens) => {
    const [text] = await paragraphs(between(number));
    expect(words(text!, 'exact').join(' ')).toBe(`بلدة ${tokens} وسعة`);
  });

  it('a superscript digit next to a number is the mark of a note, not part of the number', async () => {
    const raised = drawn(140, 708, '٣', 10);
    const [text] = await paragraphs(
      built(drawn(60, 700, `${reversed('وسعة')} `), raised, drawn(145, 700, `2011 ${reversed('بلدة')}`)),
    );
    expect(text).toContain('2011');
  });
});

/** A word drawn letter by letter to the left, each mark after its letter, with its origin `inside` the letter's box. */
function towardsLeft(word: string, inside: number): string {
  let x = 400;
  const parts = [...word].map((s) => {
    if (s === 'ّ') return `1 0 0 1 ${x + inside * 10} 700 Tm ${codesOf(codeOf(s))} Tj\n`;
    x -= 10;
    return `1 0 0 1 ${x} 700 Tm ${codesOf(codeOf(s))} Tj\n`;
  });
  return `BT /A 20 Tf\n${parts.join('')}ET\n`;
}

describe('a mark without width', () => {
  it.each([0, 0.2, 0.5, 0.9, 1])('drawn after its letter, %d of its box from the left', async (inside) => {
    expect(await paragraphs(built(towardsLeft('محرّم', inside)))).toEqual(['محرّم']);
    expect(await paragraphs(built(towardsLeft('المدّ', inside)))).toEqual(['المدّ']);
  });

  it('drawn before its letter, from left to right', async () => {
    expect(await paragraphs(built(drawn(100, 700, reversed('محرّم'))))).toEqual(['محرّم']);
  });
});

it.each(['\r', '\u0003'])('a control character over a letter splits no word: %j', async (control) => {
  const word = reversed('بستان'.replace('ا', 'ا'));
  const over = drawn(97, 700, control);
  expect(await paragraphs(built(drawn(100, 700, word.replaceAll('س', 'س')), over))).toEqual(['بستان']);
});

describe('letters without a map', () => {
  /** Some letters of the font are not in its map. */
  const without = (missing: string) =>
    buildPdf({
      pages: [
        [700, 660, 620]
          .map((y) =>
            drawn(100, y, reversed('اجتمعت لجنة بلدة قرية وسعة'.replace(/[^ابتجحدرسعقلمنهوية ]/gu, 'م'))),
          )
          .join(''),
      ],
      codes: codes.map((c) => (missing.includes(c.text!) ? { ...c, text: null } : c)),
    });

  it('a few: their words are in doubt', async () => {
    const { paragraphs: all } = await parse(without('ج'));
    const [{ text, doubts }] = all as [(typeof all)[0]];
    expect(
      doubts.map(([start, end]) => text.slice(start, end)).every((word) => word.includes('\uFFFD')),
    ).toBe(true);
    expect(doubts).toHaveLength(text.match(/\uFFFD/gu)!.length);
  });

  it('most: the text cannot be read', async () => {
    const { report } = await parse(without('اجمعتلنبدقرو'));
    expect(report.warnings.map(({ code }) => code)).toContain('unreadable_text');
    expect(report.unreadable).toBe(true);
  });
});

describe('pages that are pictures', () => {
  const image = stream(
    'x',
    '/Type /XObject /Subtype /Image /Width 827 /Height 1170 /ColorSpace /DeviceGray /BitsPerComponent 8',
  );
  const logo = image.replace('827', '40').replace('1170', '40');
  const scan = 'q 500 0 0 700 50 50 cm /X1 Do Q\n';
  const footer = drawn(100, 30, `2 ${reversed('بلدة')}`, 10);
  const said = (...lines: string[]) => lines.map((one, i) => setRight(700 - 40 * i, one)).join('');
  const text = said('سعة بلدة قرية', 'قرية قمة');

  it('all, with a footer: no text', async () => {
    const pdf = buildPdf({ pages: [scan + footer, scan + footer], codes, objects: [image] });
    await expect(parse(pdf)).rejects.toMatchObject({ code: 'no_text' });
  });

  it.each([
    ['long names', '/Width 1654 /Height 2339 /ColorSpace /DeviceGray /BitsPerComponent 1 /ImageMask false'],
    ['short names', '/W 1654 /H 2339 /CS /G /BPC 1'],
  ])('inside the content itself, with %s', async (_, entries) => {
    const inline = `q 500 0 0 700 50 50 cm BI ${entries} ID ${'\u0001'.repeat(40)} EI Q\n`;
    await expect(parse(buildPdf({ pages: [inline + footer], codes }))).rejects.toMatchObject({
      code: 'no_text',
    });
  });

  it('in strips', async () => {
    const strips = [50, 225, 400, 575].map((y) => `q 500 0 0 175 50 ${y} cm /X1 Do Q\n`).join('');
    const pdf = buildPdf({ pages: [strips + footer], codes, objects: [image] });
    await expect(parse(pdf)).rejects.toMatchObject({ code: 'no_text' });
  });

  it('one of three: a warning that names it, and no footer among the paragraphs', async () => {
    const { report, paragraphs: all } = await parse(
      buildPdf({ pages: [text, scan + footer, said('جنة وسعة', 'رحلة قمر جديد')], codes, objects: [image] }),
    );
    expect(report.warnings.find(({ code }) => code === 'pages_are_pictures')?.message).toMatch(
      /^1 of 3 pages.*\(2\)/u,
    );
    expect([...new Set(all.map(({ page }) => page))]).toEqual([1, 3]);
    expect(all.map(({ text }) => text).join(' ')).not.toMatch(/[0-9]/u);
  });

  it('none if a page has text over its image, or a logo next to its footer', async () => {
    for (const [content, object] of [
      [scan + text, image],
      [`q 500 0 0 700 50 50 cm /X1 Do Q\n${footer}${footer}`, logo],
    ] as const) {
      const { report } = await parse(buildPdf({ pages: [content], codes, objects: [object] }));
      expect(report.warnings.map(({ code }) => code)).not.toContain('pages_are_pictures');
    }
  });
});

it('a paragraph is on the page on which it begins', async () => {
  const full = (y: number, word: string) =>
    setRight(y, `${`${word} `.repeat(10)}${word}${word}`.slice(0, 50));
  const pages = [
    full(700, 'سعة') + full(670, 'بلد') + setRight(640, 'قمر') + full(610, 'جنة'),
    full(700, 'رحل') + setRight(670, 'تمر') + full(640, 'حجر'),
    full(700, 'دار') + setRight(670, 'قرن'),
  ];
  const { paragraphs: all } = await parse(buildPdf({ pages, codes }));
  expect(all.map(({ page, text }) => [page, text.slice(0, 3), text.slice(-3)])).toEqual([
    [1, 'سعة', 'قمر'],
    [1, 'جنة', 'تمر'],
    [2, 'حجر', 'قرن'],
  ]);
});
