/** Paragraphs whose numbers hang in the margin, as word processors print automatic lists. */
import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../src/ingest/readers/pdf/blocks/blocks.ts';
import type { TextLine } from '../../../src/ingest/readers/pdf/lines/text-line.ts';
import { drawn, linesOf, word } from '../thresholds/draw.ts';

const region = { column: false, cell: null, rtl: null };
const full = 'نظرت اللجنة في التقرير الذي قدمه الأمين العام عن التعاون';
const [left, right] = [100, 500];
/** Where the text begins beside the numbers. */
const beside = 450;

type Line = Partial<TextLine> & { text: string };
const read = (...lines: readonly Line[]): string[] => {
  // Lines of one width show the column.
  const filler: Line[] = Array.from({ length: 6 }, () => ({ text: full }));
  const all = [...filler, { text: 'انتهى.', x0: 450 }, ...lines].map(
    (own, i): TextLine => ({
      ...{
        raised: [],
        page: 1,
        y: 18 * i,
        x0: left,
        x1: right,
        size: 12,
        bold: false,
        rtl: true,
        latin: false,
      },
      ...{ firstWord: 20, firstGap: 0.3, gaps: [], sheet: null, region },
      ...own,
    }),
  );
  return toBlocks([all])
    .blocks.map(({ text }) => text)
    .slice(1);
};

describe('lines that begin beside a number', () => {
  it('are not centred: only the space after them is free', () => {
    expect(
      read(
        { text: '10- وانتخبت اللجنة' },
        { text: 'نوابا للرئيسة', x1: beside, x0: left + 30 },
        { text: '(باكستان) مقررا.', x1: beside, x0: 350, firstWord: 43 },
      ),
    ).toEqual(['10- وانتخبت اللجنة نوابا للرئيسة (باكستان) مقررا.']);
  });

  it('end their paragraph if the next word had room after them', () => {
    expect(
      read(
        { text: '10- وانتخبت اللجنة' },
        { text: 'نوابا للرئيسة.', x1: beside, x0: left + 60 },
        { text: 'وأقرت جدول أعمالها.', x1: beside, x0: 350, firstWord: 43 },
      ),
    ).toEqual(['10- وانتخبت اللجنة نوابا للرئيسة.', 'وأقرت جدول أعمالها.']);
  });

  it('are centred if they also end at the same place', () => {
    expect(
      read(
        { text: 'لجنة الدول', x1: beside, x0: left + 40, firstWord: 43 },
        { text: 'دورتها السابعة', x1: beside, x0: left + 40, firstWord: 43 },
      ),
    ).toEqual(['لجنة الدول', 'دورتها السابعة']);
  });
});

describe('the next number', () => {
  it('begins a paragraph after the items of the one before', () => {
    expect(
      read(
        { text: '40- اعتمدت اللجنة التوصيات التالية:', x0: 300 },
        { text: '(أ) أن تتبادل الدول بياناتها مرة كل شهر' },
        { text: '41- وليس في هذا التقرير ما يمس حقوق الدول' },
        { text: 'المشاطئة.', x0: 400 },
      ),
    ).toEqual([
      '40- اعتمدت اللجنة التوصيات التالية:',
      '(أ) أن تتبادل الدول بياناتها مرة كل شهر',
      '41- وليس في هذا التقرير ما يمس حقوق الدول المشاطئة.',
    ]);
  });

  it('and after a list that counts by itself', () => {
    expect(
      read(
        { text: '40- أقرت اللجنة جدول أعمالها:', x0: 300 },
        { text: '1- افتتاح الدورة.', x0: 350 },
        { text: '2- انتخاب أعضاء المكتب واعتماد التقرير والمسائل الأخرى' },
        { text: '41- وليس في هذا التقرير ما يمس حقوق الدول' },
      ).at(-1),
    ).toBe('41- وليس في هذا التقرير ما يمس حقوق الدول');
  });

  it.each([
    ['in brackets after the word that it repeats', '(٣) خلال أربع', '(٤) سنوات من تاريخ بدء الإنتاج', right],
    ['away from the edge of the numbers', '3- نظرت اللجنة في البند', '4- من جدول الأعمال', beside],
    ['that is not the next', '3- نظرت اللجنة في البند', '5- من جدول الأعمال', right],
  ])('%s begins none', (_, before, line, x1) => {
    const items = [{ text: before, x0: 300 }, { text: '(أ) في التقرير الذي قدمه الأمين العام عن التعاون' }];
    expect(read(...items, { text: line, x1 })).toEqual([before, `${items[1]!.text} ${line}`]);
  });
});

describe('a range of numbers at the start of a line', () => {
  // As the bidirectional algorithm prints `لفترة السنتين 2023-2024 بصيغته` when the line breaks before the range.
  const [line] = linesOf(word('بصيغته', { x: 100 }), drawn(' 2024-2023', { x: 130 }));

  it('is read from left to right in a line of its own', () => {
    expect(line).toMatchObject({ text: '2024-2023 بصيغته', firstRange: [0, 9] });
    expect(read({ ...line!, region })).toEqual(['2024-2023 بصيغته']);
  });

  it.each([
    ['after an Arabic word', 'لفترة السنتين', '2024-2023', '2023-2024'],
    ['with decimals', 'ارتفع بمقدار', '0.7-0.5', '0.5-0.7'],
    ['of three numbers', 'في الأعوام', '2022-2021-2020', '2020-2021-2022'],
    ['after a sign', 'لفترة السنتين', '(2024-2023)', '(2023-2024)'],
    ['but not after a Latin word', 'في الوثيقة A/CONF', '2024-2023', '2024-2023'],
  ])('is read as one %s', (_, before, printed, range) => {
    const [own] = linesOf(word('كاملة', { x: 100 }), drawn(` ${printed}`, { x: 130 }));
    expect(
      read({ text: before }, { text: own!.text, ...(own!.firstRange && { firstRange: own!.firstRange }) }),
    ).toEqual([`${before} ${range} كاملة`]);
  });

  it.each(['2024 بصيغته', '٢٠٢٣-٢٠٢٤ بصيغته', 'A-2023 بصيغته', '12- بصيغته'])('is none in %s', (text) => {
    const [own] = linesOf(
      ...text
        .split(' ')
        .reverse()
        .flatMap((part, i) => [i === 0 ? word(part, { x: 100 }) : drawn(` ${part}`, { x: 130 })]),
    );
    expect(own!.firstRange).toBeUndefined();
  });
});
