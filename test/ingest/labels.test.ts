/** Labels at the start of a line, and which numbers are the report's own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAutomaticLabel, parseLabel } from '../../src/ingest/structure/labels.ts';
import {
  abjadValue,
  letterNameValue,
  ordinalValue,
  romanValue,
  sectionOrdinalValue,
  toRoman,
} from '../../src/ingest/structure/numerals.ts';
import { type NumberCandidate, ownNumbers } from '../../src/ingest/structure/sequence.ts';

describe('labels', () => {
  it.each([
    ['7 - نص', 'number', 7, '7'],
    ['٧ - نص', 'number', 7, '٧'],
    ['7- نص', 'number', 7, '7'],
    ['7. نص', 'number', 7, '7'],
    ['7.- نص', 'number', 7, '7'],
    ['٧\u00A0–\u00A0نص', 'number', 7, '٧'],
    ['- ٧ نص', 'number', 7, '٧'],
    ['7\tنص', 'number', 7, '7'],
    ['12 مكررا - نص', 'number', 12, '12 مكررا'],
    ['1 - 30 يوما', 'number', 1, '1'],
    ['١ـ نص', 'number', 1, '١'],
    ['١ ـ نص', 'number', 1, '١'],
    ['١ــ نص', 'number', 1, '١'],
    ['١ـ\u00A0نص', 'number', 1, '١'],
    ['١ـنص', 'number', 1, '١'],
    ['١_ نص', 'number', 1, '١'],
    ['\u200F١\u200F.\u200F نص', 'number', 1, '١'],
    ['\u202B١\u202C. نص', 'number', 1, '١'],
    ['\u200F٧\u200F-\u200F نص', 'number', 7, '٧'],
    ['١ . نص', 'number', 1, '١'],
    ['١/ نص', 'number', 1, '١'],
    ['١ / نص', 'number', 1, '١'],
    ['٢٢: نص', 'number', 22, '٢٢'],
    ['١ : نص', 'number', 1, '١'],
    ['١\u200F: نص', 'number', 1, '١'],
    ['١ مكررا/ نص', 'number', 1, '١ مكررا'],
    ['أـ نص', 'letter', 1, 'أ'],
    ['جـ نص', 'letter', 3, 'ج'],
    ['هـ نص', 'letter', 5, 'هـ'],
    ['د ـ نص', 'letter', 4, 'د'],
    ['هـ ـ نص', 'letter', 5, 'هـ'],
    ['ثانيا ـ مسائل', 'ordinal', 2, 'ثانيا'],
    ['أولاً/ مسائل', 'ordinal', 1, 'أولاً'],
    ['١٩٩٠ـ١٩٩٥ زاد العدد', null, 0, ''],
    ['٣ـ٥ أعضاء', null, 0, ''],
    ['٢٠١١: زاد العدد', null, 0, ''],
    ['١٠:٣٠ افتتاح', null, 0, ''],
    ['١: ١٠٠٠٠٠', null, 0, ''],
    ['٩/ ٥/ ٢٠١١', null, 0, ''],
    ['٩/ مايو/ ٢٠١١', null, 0, ''],
    ['١/٢ من الأعضاء', null, 0, ''],
    ['بـ ٥ ملايين', null, 0, ''],
    ['الـ ١٩٣ دولة', null, 0, ''],
    ['(أ) نص', 'letter', 1, '(أ)'],
    ['( ب ) نص', 'letter', 2, '( ب )'],
    ['(هـ) نص', 'letter', 5, '(هـ)'],
    ['(أ أ) نص', 'letter', 29, '(أ أ)'],
    ['أ) نص', 'letter', 1, 'أ)'],
    ['ج - نص', 'letter', 3, 'ج'],
    ['(١) نص', 'digits', 1, '(١)'],
    ["'١' نص", 'quoted', 1, "'١'"],
    ['’2‘ نص', 'quoted', 2, '’2‘'],
    ['(iv) نص', 'roman', 4, '(iv)'],
    ['(b) text', 'latin', 2, '(b)'],
    ['• نص', 'bullet', 0, '•'],
    ['- نص', 'bullet', 0, '-'],
    ['أولا – مقدمة', 'ordinal', 1, 'أولا'],
    ['ثانياً - مسائل', 'ordinal', 2, 'ثانياً'],
    ['حادي عشر - مسائل', 'ordinal', 11, 'حادي عشر'],
    ['ألف - افتتاح', 'letter_name', 1, 'ألف'],
    ['هاء - وثائق', 'letter_name', 5, 'هاء'],
    ['IV. Text', 'upper_roman', 4, 'IV'],
    ['B. Text', 'upper_latin', 2, 'B'],
    ['9 - 13 أيار/مايو 2011', null, 0, ''],
    ['9 أيار/مايو', null, 0, ''],
    ['400.000', null, 0, ''],
    ['2011-2012', null, 0, ''],
    ['745-2-7: 2014', null, 0, ''],
    ['1 -', null, 0, ''],
    ['(نيوزيلندا) رئيسا', null, 0, ''],
    ['الثاني - نص', null, 0, ''],
  ])('%j', (line, style, value, text) => {
    const label = parseLabel(line);
    if (style === null) expect(label).toBeNull();
    else {
      expect(label).toMatchObject({ style, value, text });
      expect(line.slice(label!.end).trim()).toBe(line.slice(label!.end));
    }
  });

  it.each([
    ['7 -', 'number', '7'],
    ['(ج)', 'letter', '(ج)'],
    ['ثانيا', 'ordinal', 'ثانيا'],
    ['7.', 'number', '7'],
    ['1.2.', 'bullet', '1.2.'],
    ['o', 'bullet', 'o'],
  ])('an automatic %j', (printed, style, text) => {
    expect(parseAutomaticLabel(printed)).toMatchObject({ style, text, end: 0 });
  });
});

describe('numerals', () => {
  it('counts letters in abjad order', () => {
    expect(['أ', 'ب', 'ج', 'د', 'هـ', 'و', 'ز', 'ح', 'ط', 'ي', 'ك'].map(abjadValue)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
    expect(abjadValue('أأ')).toBe(29);
    expect(abjadValue('نص')).toBeNull();
  });

  it('recognises letter names and ordinals', () => {
    expect(['ألف', 'باء', 'واو', 'غين'].map(letterNameValue)).toEqual([1, 2, 6, 28]);
    expect(['أولا', 'عاشراً', 'ثاني عشر', 'حادي وعشرون'].map(sectionOrdinalValue)).toEqual([1, 10, 12, 21]);
    expect(['الأول', 'الثانية عشرة', 'الثالث والعشرون', 'العشرون'].map(ordinalValue)).toEqual([
      1, 12, 23, 20,
    ]);
    expect(ordinalValue('المقر')).toBeNull();
  });

  it('reads back every Roman numeral it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 399 }), (n) => romanValue(toRoman(n)) === n));
    expect(romanValue('iiii')).toBeNull();
  });
});

/** `1 2 (1 2 3) 3`: numbers in brackets are in a list introduced by a colon. */
function candidates(text: string): { list: NumberCandidate[]; own: boolean[] } {
  const list: NumberCandidate[] = [];
  const own: boolean[] = [];
  let inside = false;
  for (const word of text.match(/[()#]|\d+/gu) ?? []) {
    if (word === '(') inside = true;
    else if (word === ')') inside = false;
    else if (word === '#') continue;
    else {
      const opens = inside && own.at(-1) !== false;
      list.push({
        value: Number(word),
        repeated: false,
        headingBefore: false,
        adjacent: list.length > 0,
        endBefore: opens ? ':' : inside ? '؛' : '.',
      });
      own.push(!inside);
    }
  }
  return { list, own };
}

describe("the report's own numbers", () => {
  it.each([
    '1 2 3 4 5',
    '1 2 3 (1 2 3 4 5 6 7) 4 5 6',
    '1 (1 2 3) 2 3 4 5',
    '1 2 3 4 5 6 7 8 9 10 (1 2 3 4 5 6 7) 11 12 13',
    '1 2 (1 2) 3 (1 2 3) 4 5 6',
    '5 6 7 8 9',
  ])('%s', (text) => {
    const { list, own } = candidates(text);
    expect(ownNumbers(list)).toEqual(own);
  });

  it('counts 12 مكررا as the report’s and continues', () => {
    const one = (value: number, repeated = false): NumberCandidate => ({
      ...{ value, repeated, headingBefore: false, adjacent: true, endBefore: '.' },
    });
    expect(ownNumbers([one(11), one(12), one(12, true), one(13)])).toEqual([true, true, true, true]);
  });

  it('finds no count of its own if every article has a list from 1', () => {
    const list: NumberCandidate[] = [3, 4, 2, 5, 3].flatMap((length) =>
      Array.from({ length }, (_, i) => ({
        ...{ value: i + 1, repeated: false, headingBefore: i === 0, adjacent: i > 0, endBefore: '.' },
      })),
    );
    expect(ownNumbers(list).some(Boolean)).toBe(false);
  });

  it('finds the report’s numbers around lists of any length', () => {
    const shape = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(shape, (lists) => {
        // A list begins in every third paragraph at most, as in reports.
        const text = lists.map(
          (n, i) =>
            `${i + 1}${i % 3 === 2 && n > 1 ? ` (${Array.from({ length: n }, (_, k) => k + 1).join(' ')})` : ''}`,
        );
        const { list, own } = candidates(`${text.join(' ')} ${lists.length + 1}`);
        expect(ownNumbers(list)).toEqual(own);
      }),
    );
  });
});
