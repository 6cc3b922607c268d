/** Headings recognised by their words, with any vowel marks, kashida or direction marks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strongHeading } from '../../src/ingest/structure/headings.ts';

const headings: [string, string][] = [
  ['المرفق الأول', 'annex'],
  ['مرفقات', 'annex'],
  ['تذييل', 'annex'],
  ['الضميمة', 'annex'],
  ['Annex II', 'annex'],
  ['APPENDIX', 'none'],
  ['Appendix 3', 'annex'],
  ['الكتاب الأول - أحكام عامة', 'division'],
  ['الجزء 2', 'division'],
  ['الباب الثالث', 'division'],
  ['الفصل الحادي عشر: التعاريف', 'division'],
  ['القسم (3)', 'division'],
  ['المبحث الأول', 'division'],
  ['الفرع الثاني', 'division'],
  ['المادة 12', 'article'],
  ['مادة رابعة', 'none'],
  ['مادة 4', 'article'],
  ['ماده 4', 'article'],
  ['وعقد الفصل الأول', 'none'],
  ['الاجتماع الأول', 'none'],
];

const styleOf = (text: string) => strongHeading({ text }, null, false)?.style ?? 'none';

test.each(headings)('%s: %s', (text, style) => {
  expect(styleOf(text)).toBe(style);
});

test('vowel marks, kashida and direction marks between the letters change nothing', () => {
  const mark = fc.constantFrom('', '', '', '\u0640', '\u064E', '\u200F', '\u202B', '\uFEFF');
  fc.assert(
    fc.property(
      fc.constantFrom(...headings),
      fc.array(mark, { minLength: 40, maxLength: 40 }),
      fc.constantFrom('', ' ', '\t\u200F '),
      ([text, style], marks, before) => {
        const written = [...text].map((letter, i) => marks[i]! + letter).join('');
        expect(styleOf(before + written)).toBe(style);
      },
    ),
    { numRuns: 500 },
  );
});
