/** What a paragraph cites, in the forms that reports use. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReferences } from '../../src/ingest/index.ts';

const found = (text: string) =>
  findReferences(text).map((r) => `${r.symbol} = ${text.slice(r.start, r.end)}`);

describe('references', () => {
  it.each([
    ['القرار ٦٣/٧٢', ['A/RES/63/72 = ٦٣/٧٢']],
    ['في قرارها 65/64 المؤرخ', ['A/RES/65/64 = 65/64']],
    ['وفقا للقرار 64/50، عقد', ['A/RES/64/50 = 64/50']],
    ['بموجب قرارها ٦٣/٧٢', ['A/RES/63/72 = ٦٣/٧٢']],
    ['القرارين 63/72 و 64/50', ['A/RES/63/72 = 63/72', 'A/RES/64/50 = 64/50']],
    [
      'قراراتها 60/81 و 61/66، و 62/47',
      ['A/RES/60/81 = 60/81', 'A/RES/61/66 = 61/66', 'A/RES/62/47 = 62/47'],
    ],
    ['قرار الجمعية العامة 54/54 تاء', ['A/RES/54/54 V = 54/54 تاء']],
    ['قرار مجلس الأمن 1540 (2004)', ['S/RES/1540(2004) = 1540 (2004)']],
    [
      'قراري مجلس الأمن 1325 (2000) و 1820 (2008)',
      ['S/RES/1325(2000) = 1325 (2000)', 'S/RES/1820(2008) = 1820 (2008)'],
    ],
    ['قرار المجلس الاقتصادي والاجتماعي 2006/23', ['E/RES/2006/23 = 2006/23']],
    ['قرارها 217 ألف (د-3)', ['A/RES/217(III) A = 217 ألف (د-3)']],
    ['قرار مجلس حقوق الإنسان 5/1', ['A/HRC/RES/5/1 = 5/1']],
    ['مقررها 60/515', ['A/DEC/60/515 = 60/515']],
    ['مقرر المجلس الاقتصادي والاجتماعي 2006/250', ['E/DEC/2006/250 = 2006/250']],
    ['القـرار 63/72', ['A/RES/63/72 = 63/72']],
    ['الوثيقة A/RES/63/72', ['A/RES/63/72 = A/RES/63/72']],
    ['(A/CONF.192/MGE/2011/L.1/Rev.1).', ['A/CONF.192/MGE/2011/L.1/Rev.1 = A/CONF.192/MGE/2011/L.1/Rev.1']],
    ['الرمز A/CONF.192/BMS/2003/1.', ['A/CONF.192/BMS/2003/1 = A/CONF.192/BMS/2003/1']],
    ['البند 6 (أ) من جدول الأعمال', ['item 6 (a) = 6 (أ)']],
    ['البندين 6 (د) و 7 (أ)', ['item 6 (d) = 6 (د)', 'item 7 (a) = 7 (أ)']],
    ['البند 6 (أ) و (ب)', ['item 6 (a) = 6 (أ)', 'item 6 (b) = (ب)']],
    ['في البنود ٣ و ٤ و ٥', ['item 3 = ٣', 'item 4 = ٤', 'item 5 = ٥']],
    ['الفقرات 27 إلى 37 أدناه', ['para 27-37 = 27 إلى 37']],
    ['الفقرات ٢٧-٣٧', ['para 27-37 = ٢٧-٣٧']],
    ['انظر الفقرة 12 أعلاه', ['para 12 = 12']],
    ['الفقرتين 3 و 5', ['para 3 = 3', 'para 5 = 5']],
    ['الفقرة 3 والفقرة 5', ['para 3 = 3', 'para 5 = 5']],
    ['من الفقرة 27 إلى الفقرة 37', ['para 27-37 = 27 إلى الفقرة 37']],
    ['البنود 3 حتى البند 5', ['item 3-5 = 3 حتى البند 5']],
    ['البند 6 (أ) والبند 7', ['item 6 (a) = 6 (أ)', 'item 7 = 7']],
    ['البند 27 والفقرات 37 و 38', ['item 27 = 27', 'para 37 = 37', 'para 38 = 38']],
    ['البند 27 إلى الفقرة 37', ['item 27 = 27', 'para 37 = 37']],
    [
      'قرارا مجلس الأمن 1267 (1999) و 1989 (2011)',
      ['S/RES/1267(1999) = 1267 (1999)', 'S/RES/1989(2011) = 1989 (2011)'],
    ],
    ['قرار مجلس الأمن التابع للأمم المتحدة 1325 (2000)', ['S/RES/1325(2000) = 1325 (2000)']],
    ['القرارات التالية: 63/72، 64/50', ['A/RES/63/72 = 63/72', 'A/RES/64/50 = 64/50']],
    ['القرارات من 63/72 إلى 63/75', ['A/RES/63/72 = 63/72', 'A/RES/63/75 = 63/75']],
    [
      'القرار 55/33 ألف وباء، وجيم',
      ['A/RES/55/33 A = 55/33 ألف', 'A/RES/55/33 B = باء', 'A/RES/55/33 C = جيم'],
    ],
    ['القرار دإ-10/2', ['A/RES/S-10/2 = دإ-10/2']],
    ['القرار د إ ط - 10/2', ['A/RES/ES-10/2 = د إ ط - 10/2']],
    ['قرار مجلس حقوق الإنسان دإ-16/1', ['A/HRC/RES/S-16/1 = دإ-16/1']],
    ['القرار «63/72» و(64/50)', ['A/RES/63/72 = 63/72', 'A/RES/64/50 = 64/50']],
    ['(القرار 63/72)', ['A/RES/63/72 = 63/72']],
    ['(قرار مجلس الأمن 1540 (2004))', ['S/RES/1540(2004) = 1540 (2004)']],
    ['الوثيقتان A/63/72 وA/64/50', ['A/63/72 = A/63/72', 'A/64/50 = A/64/50']],
    ['الفقرات ٢٧ـ٣٧', ['para 27-37 = ٢٧ـ٣٧']],
    ['الفقرات 37-27 و 40', ['para 27-37 = 37-27', 'para 40 = 40']],
    ['الفقرات ٢٨٥ – ٤٥', ['para 45-285 = ٢٨٥ – ٤٥']],
    ['المواد 5-2 من الميثاق', ['UN Charter, art. 2-5 = المواد 5-2 من الميثاق']],
    ['البند 5 من مشروع جدول الأعمال', ['item 5 = 5']],
    ['الفقرات من 27 إلى 37', ['para 27-37 = 27 إلى 37']],
    ['البند (6)', ['item 6 = (6)']],
    ['البندين (6) و (7)', ['item 6 = (6)', 'item 7 = (7)']],
    ['الفقرة(2) من المادة (5)', ['para 2 = (2)']],
    ['فقرات المنطوق 3 و 5', ['para 3 = 3', 'para 5 = 5']],
    [
      'المواد 2 و 3 و 5 من الميثاق',
      ['2', '3', '5'].map((n) => `UN Charter, art. ${n} = المواد 2 و 3 و 5 من الميثاق`),
    ],
    ['المواد من 2 إلى 5 من الميثاق', ['UN Charter, art. 2-5 = المواد من 2 إلى 5 من الميثاق']],
    [
      'المادتان الثانية والثالثة من الميثاق',
      ['2', '3'].map((n) => `UN Charter, art. ${n} = المادتان الثانية والثالثة من الميثاق`),
    ],
    ['القرار 63/72 والقرار 64/50', ['A/RES/63/72 = 63/72', 'A/RES/64/50 = 64/50']],
    ['القرار 63/72 والمقرر 64/515', ['A/RES/63/72 = 63/72', 'A/DEC/64/515 = 64/515']],
    ['قرار مجلس حقوق الإنسان 5/1 والقرار 6/1', ['A/HRC/RES/5/1 = 5/1', 'A/HRC/RES/6/1 = 6/1']],
    ['المادة 51 من ميثاق الأمم المتحدة', ['UN Charter, art. 51 = المادة 51 من ميثاق الأمم المتحدة']],
    [
      'المادة السادسة من معاهدة عدم انتشار الأسلحة النووية',
      ['NPT, art. 6 = المادة السادسة من معاهدة عدم انتشار الأسلحة النووية'],
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'قرار مجلس الوزراء رقم 37/2004',
    'القرار الوزاري رقم 11/1977',
    'بنسبة 63/72 من المجموع',
    'قرارات مهمة في عام 2011',
    'القرار 0/5',
    'المادة 63 من النظام الداخلي',
    'تتكون الفقرة من 3 أجزاء',
    'البند 2 من المادة 13',
    'البندين 2 و 3 من هذا القانون',
    'قرار د-5',
  ])('none in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are the same in any spelling of the letters and digits', () => {
    const words = [
      'القرار',
      'قرارا مجلس الأمن',
      'والمقرر',
      '63/72',
      '1540 (2004)',
      'و',
      '(أ)',
      'البنود',
      '6',
      'ألف وباء',
    ];
    const more = ['الفقرات', '27', 'إلى', '37', '(12)', 'المواد', 'من ميثاق الأمم المتحدة', '،', 'وA/63/72'];
    const forms = new Map([...'ﺍﺏﺓﺕﺝﺡﺩﺫﺭﺯﺱﺵﺹﺽﻁﻉﻑﻕﻙﻝﻡﻥﻩﻭﻱ'].map((form) => [form.normalize('NFKC'), form]));
    const spellings: ((text: string) => string)[] = [
      (text) => text.replace(/(?<!A\/.*)[0-9]/gu, (digit) => String.fromCharCode(0x660 + Number(digit))),
      (text) => text.replace(/(?<=\p{Script=Arabic})(?=\p{Script=Arabic})/gu, 'ـ'),
      (text) => text.replace(/(?<=\p{Script=Arabic})/gu, '\u064E'),
      (text) => [...text].map((letter) => forms.get(letter) ?? letter).join(''),
      (text) => text.replaceAll('لا', 'ﻻ').replaceAll('ي', 'ی').replaceAll('ك', 'ک'),
      (text) => text.replaceAll(' ', '\u00A0'),
      (text) => text.replaceAll(' ', '\u200F '),
    ];
    const symbols = (text: string) => findReferences(text).map(({ symbol }) => symbol);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, ...more), { maxLength: 20 }), (list) => {
        const text = list.join(' ');
        for (const spelt of spellings) expect(symbols(spelt(text))).toEqual(symbols(text));
      }),
    );
  });

  it('gives ranges inside the text, in order, for any text', () => {
    const words = [
      'القرار',
      'والمقرر',
      '63/72',
      'و',
      '(أ)',
      'البند',
      '6',
      'الفقرات',
      'والفقرة',
      '27',
      'إلى',
      '37',
      'المادة',
      'من ميثاق الأمم المتحدة',
      'ـ',
      'ً',
      'A/CONF.1/2',
      '،',
      '(',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (list) => {
        const text = list.join(' ');
        let last = 0;
        let range = '';
        for (const { type, start, end, symbol } of findReferences(text)) {
          // Articles of one treaty share the range that names them all.
          if (type !== 'treaty' || range !== `${start}-${end}`) expect(start).toBeGreaterThanOrEqual(last);
          range = `${start}-${end}`;
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(symbol).not.toBe('');
          const printed = text.slice(start, end);
          expect(printed.split('(').length).toBe(printed.split(')').length);
          last = end;
        }
      }),
    );
  });
});
