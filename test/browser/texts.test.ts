/** What the dashboard does with texts before it draws them; needs no browser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DiffPart } from '../../src/web/client.ts';
import { sideMarks, tracked } from '../../src/web/diff.ts';
import { direction } from '../../src/web/direction.ts';
import { excerpt, type Mark } from '../../src/web/marks.ts';
import { asPhrase, phraseOf } from '../../src/web/query.ts';

test.each([
  ['"الدول الأعضاء"', 'الدول الأعضاء'],
  ['«الدول الأعضاء»', 'الدول الأعضاء'],
  ['“الدول الأعضاء”', 'الدول الأعضاء'],
  ['"الدول الأعضاء', 'الدول الأعضاء'],
  ['مسؤول*', 'مسؤول*'],
  ['A/RES/63/72', 'A/RES/63/72'],
  ['الدول الأعضاء', null],
  ['"أ ب" "ج د"', null],
  ['-نووية', null],
  ['', null],
])('phraseOf %s', (q, phrase) => expect(phraseOf(q)).toBe(phrase));

test('a query of several parts that is read as one phrase loses its quotation marks', () => {
  expect(asPhrase('"الدول الأعضاء" في  المنظمة')).toBe('الدول الأعضاء في المنظمة');
});

test.each([
  ['الدول الأعضاء', 'rtl'],
  ['A/CONF.192/L.1 وثيقة معروضة', 'rtl'],
  ['Distr.: General', 'ltr'],
  ['Original: Arabic (عربي)', 'ltr'],
  ['2014', 'ltr'],
  ['', 'ltr'],
])('direction of %s', (text, expected) => expect(direction(text)).toBe(expected));

describe('excerpt', () => {
  const texts = fc
    .array(fc.string({ unit: fc.constantFrom('ا', 'ب', 'x'), minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 200,
    })
    .map((words) => words.join(' '));

  test('is a part of the text with its first mark, and every mark has the same letters', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 30, max: 200 }), (text, seed, most) => {
        const words = [...text.matchAll(/\S+/g)];
        const chosen = words.slice(seed % words.length).filter((_, index) => index % 7 === 0);
        const marks = chosen.map((word): Mark => {
          return { start: word.index, end: word.index + word[0].length, tag: 'mark' };
        });
        const cut = excerpt(text, marks, most);
        expect(text).toContain(cut.text);
        expect(cut.cutBefore || text.startsWith(cut.text)).toBe(true);
        expect(cut.cutAfter || text.endsWith(cut.text)).toBe(true);
        expect(cut.marks.length).toBeGreaterThan(0);
        for (const [index, mark] of cut.marks.entries()) {
          const original = marks[index]!;
          expect(cut.text.slice(mark.start, mark.end)).toBe(text.slice(original.start, original.end));
        }
      }),
    );
  });
});

/** A diff made from words, each of which is kept, inserted or deleted, as the API returns it. */
function diffOf(steps: readonly { op: 'equal' | 'insert' | 'delete'; word: string }[]) {
  const sides = { base: '', other: '' };
  const add = (side: 'base' | 'other', word: string) => {
    const start = sides[side] === '' ? 0 : sides[side].length + 1;
    sides[side] += `${start === 0 ? '' : ' '}${word}`;
    return { paragraph: `${side}:1`, start, end: start + word.length };
  };
  const diff = steps.map(({ op, word }): DiffPart => {
    return {
      op,
      base: op === 'insert' ? null : add('base', word),
      other: op === 'delete' ? null : add('other', word),
      doubtful: false,
    };
  });
  return { diff, ...sides };
}

describe('tracked', () => {
  const steps = fc.array(
    fc.record({
      op: fc.constantFrom('equal' as const, 'insert' as const, 'delete' as const),
      word: fc.constantFrom('الدول', 'الأعضاء', 'تدعو', 'المنظمة'),
    }),
    { maxLength: 20 },
  );
  const words = (text: string) => text.split(' ').filter((word) => word !== '');

  test('without the deletions it reads as the new text, without the insertions as the old one', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { diff, base, other } = diffOf(given);
        const pieces = tracked(diff, { text: base, start: 0 }, { text: other, start: 0 });
        const without = (tag: 'ins' | 'del') =>
          words(pieces.map((piece) => (piece.tag === tag ? ' ' : piece.text)).join(''));
        expect(without('del')).toEqual(words(other));
        expect(without('ins')).toEqual(words(base));
      }),
    );
  });

  test('offsets count from the beginning of the paragraph, not of the passage', () => {
    const at = (start: number, end: number) => ({ paragraph: 'p:1', start, end });
    const diff: DiffPart[] = [
      { op: 'equal', base: at(10, 14), other: at(20, 24), doubtful: false },
      { op: 'replace', base: at(15, 18), other: at(25, 28), doubtful: false },
    ];
    expect(tracked(diff, { text: 'تدعو دول', start: 10 }, { text: 'تدعو كلا.', start: 20 })).toEqual([
      { tag: null, text: 'تدعو' },
      { tag: null, text: ' ' },
      { tag: 'del', text: 'دول' },
      { tag: null, text: ' ' },
      { tag: 'ins', text: 'كلا' },
      { tag: null, text: '.' },
    ]);
  });
});

test('letters are marked separately if most of the word stays, otherwise the entire word', () => {
  const part = (inner: [number, number][]): DiffPart => ({
    op: 'replace',
    base: { paragraph: 'p:1', start: 0, end: 7 },
    other: { paragraph: 'q:1', start: 0, end: 7 },
    inner: { base: inner, other: inner },
    doubtful: false,
  });
  expect(sideMarks([part([[2, 4]])], 'base', 'p:1')).toEqual([
    { start: 0, end: 7, tag: 'del', letters: [[2, 4]] },
  ]);
  expect(sideMarks([part([[1, 6]])], 'other', 'q:1')).toEqual([{ start: 0, end: 7, tag: 'ins' }]);
  expect(sideMarks([part([[2, 4]])], 'other', 'p:1')).toEqual([]);
});
