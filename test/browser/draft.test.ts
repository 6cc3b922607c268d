/** A pasted draft: how it is cut into the passages that are checked, and kept in an address; needs no browser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packed, paragraphsIn, sentencesIn, unpacked } from '../../src/web/check/draft.ts';
import { bySeries } from '../../src/web/check/precedents.ts';
import { draftAddress } from './screens.ts';

const filled = 'وافتتحت الدورة السيدة هناء الدباس رئيسة اللجنة في دورتها';

test.each([
  ['one line', 'تحث الدول.', ['تحث الدول.']],
  ['a line each', 'تحث الدول.\nوتدعو الأمانة.', ['تحث الدول.', 'وتدعو الأمانة.']],
  ['blank lines separate passages', 'تحث\nالدول\n\nوتدعو\n \nالأمانة', ['تحث الدول', 'وتدعو', 'الأمانة']],
  ['Windows line ends', 'أ ب\r\n\r\nج د', ['أ ب', 'ج د']],
  ['a heading stays alone', `ثانيا - التوصيات\n${filled}.`, ['ثانيا - التوصيات', `${filled}.`]],
  [
    'page breaks',
    `${filled}\nالسابعة عملا بالمادة 12.\nوتدعو الأمانة.`,
    [`${filled} السابعة عملا بالمادة 12.`, 'وتدعو الأمانة.'],
  ],
  ['an item begins a new passage', `${filled}\n(ب) وتدعو الأمانة`, [filled, '(ب) وتدعو الأمانة']],
  ['punctuation alone is not a passage', '***\n\nكلمة', ['كلمة']],
  ['nothing', ' \n ', []],
])('paragraphs: %s', (_, draft, parts) => expect(paragraphsIn(draft)).toEqual(parts));

test.each([
  ['تحث الدول. وتدعو الأمانة؛ وتقرر ذلك', ['تحث الدول.', 'وتدعو الأمانة؛', 'وتقرر ذلك']],
  ['هل يكفي هذا؟ نعم.', ['هل يكفي هذا؟', 'نعم.']],
  [
    'ورد في ص. 5 من A/CONF.192/15 وبنسبة 3.5 في المائة.',
    ['ورد في ص. 5 من A/CONF.192/15 وبنسبة 3.5 في المائة.'],
  ],
  ['قال د. أحمد ذلك.', ['قال د. أحمد ذلك.']],
])('sentences of %s', (text, sentences) => expect(sentencesIn(text)).toEqual(sentences));

describe('in an address', () => {
  test('a draft is restored unchanged, from characters that need no encoding in an address', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (draft) => {
        const fragment = await packed(draft);
        expect(fragment).toMatch(/^(draft=[\w-]+)?$/);
        expect(await unpacked(fragment)).toBe(draft);
        if (draft !== '') expect(await unpacked(draftAddress(draft).slice(1))).toBe(draft);
      }),
    ));

  test('a truncated draft is refused, and another fragment is not a draft', async () => {
    const fragment = await packed('تحث الدول الأعضاء على تبادل البيانات');
    await expect(unpacked(fragment.slice(0, -8))).rejects.toThrow();
    expect(await unpacked('p12')).toBe('');
  });
});

test('reports by series, the earliest first', () => {
  const seriesOf = (report: string) => (report.startsWith('a') ? 'A' : null);
  expect(
    bySeries(
      [
        { report: 'b1', year: 2010 },
        { report: 'a1', year: 2008 },
        { report: 'a1', year: 2008 },
        { report: 'a2', year: null },
      ],
      seriesOf,
    ),
  ).toEqual([
    { series: 'A', reports: 2, first: 2008, last: 2008 },
    { series: null, reports: 1, first: 2010, last: 2010 },
  ]);
});
