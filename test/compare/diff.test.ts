/** Word diffs that are easy to read: `the same |old>new| words`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../src/compare/diff/index.ts';
import { LcsMatcher, lcsLength } from '../../src/compare/lcs.ts';
import { prepare, sideOf } from '../../src/compare/side.ts';
import { Vocabulary } from '../../src/compare/vocabulary.ts';
import { amount } from '../amount.ts';
import { reportOf } from './texts.ts';

function diffOf(base: string, other: string) {
  const vocabulary = new Vocabulary();
  const [a, b] = [base, other].map((text, n) =>
    prepare(reportOf('AB'[n]!, [text]).paragraphs[0]!, vocabulary),
  );
  return wordDiff(sideOf([a!]), sideOf([b!]), vocabulary).parts;
}

/** Equal words as they are, changes as `[old>new]`; differing letters inside as `{}`. */
function told(base: string, other: string): string {
  const mark = (text: string, from: number, to: number, inner: [number, number][]) => {
    let out = '';
    let at = from;
    for (const [start, end] of inner) {
      out += `${text.slice(at, start)}{${text.slice(start, end)}}`;
      at = end;
    }
    return out + text.slice(at, to);
  };
  return diffOf(base, other)
    .map((part) => {
      if (part.op === 'equal') return other.slice(part.other!.start, part.other!.end);
      const was = part.base ? mark(base, part.base.start, part.base.end, part.inner?.base ?? []) : '';
      const now = part.other ? mark(other, part.other.start, part.other.end, part.inner?.other ?? []) : '';
      return `[${was}>${now}]`;
    })
    .join(' ');
}

describe('word diff', () => {
  const cases: [string, string, string, string][] = [
    ['one word', 'وأكد أهمية التعاون', 'وأكد ضرورة التعاون', 'وأكد [أهمية>ضرورة] التعاون'],
    [
      'a clitic marks one letter',
      'وقرر المجلس ما يلي',
      'فقرر المجلس ما يلي',
      '[{و}قرر>{ف}قرر] المجلس ما يلي',
    ],
    ['an ending', 'المجتمعون يقررون', 'المجتمعين يقررون', '[المجتمع{و}ن>المجتمع{ي}ن] يقررون'],
    ['a clitic on one side only', 'الدول الأعضاء', 'والدول الأعضاء', '[الدول>{و}الدول] الأعضاء'],
    ['a spelling', 'شؤون الدول', 'شئون الدول', '[ش{ؤ}ون>ش{ئ}ون] الدول'],
    ['entire numbers', 'في 12 مايو', 'في 13 مايو', 'في [12>13] مايو'],
    [
      'an isolated particle joins two changes',
      'عقدت الدورة بنيويورك خلال الربيع القادم من عام مضى',
      'عقدت الدورة بجنيف خلال الصيف القادم من عام مضى',
      'عقدت الدورة [بنيويورك خلال الربيع>بجنيف خلال الصيف] القادم من عام مضى',
    ],
    [
      'but not between numbers',
      'الفترة من 9 إلى 13 مايو',
      'الفترة من 14 إلى 18 مايو',
      'الفترة من [9>14] إلى [13>18] مايو',
    ],
    [
      'rare words align before particles',
      'من أجل السلاح في البلدان',
      'السلاح من أجله في غيرها',
      '[من أجل>] السلاح [>من أجله] في [البلدان>غيرها]',
    ],
    [
      'an insertion begins where a clause begins',
      'وقرر ما يلي، ودعا الدول إلى التنفيذ',
      'وقرر ما يلي، ودعا الأمانة إلى التنفيذ، ودعا الدول إلى التنفيذ',
      'وقرر ما يلي [>ودعا الأمانة إلى التنفيذ] ودعا الدول إلى التنفيذ',
    ],
  ];
  it.each(cases)('%s', (_, base, other, wanted) => {
    expect(told(base, other)).toBe(wanted);
  });

  it('is mirrored when the sides are swapped', () => {
    const words = fc.array(
      fc.constantFrom('في', 'من', 'الدول', 'وقرر', 'فقرر', '12', 'سلاح', 'السلاح', 'أ'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(words, words, (x, y) => {
        const there = diffOf(x.join(' '), y.join(' '));
        const back = diffOf(y.join(' '), x.join(' '));
        expect(
          back.map((p) => [p.other && { ...p.other, paragraph: '' }, p.base && { ...p.base, paragraph: '' }]),
        ).toEqual(
          there.map((p) => [
            p.base && { ...p.base, paragraph: '' },
            p.other && { ...p.other, paragraph: '' },
          ]),
        );
      }),
    );
  });

  it('stays complete for long texts', () => {
    const long = Array.from({ length: 6000 }, (_, i) => `كلمة${i % 700}`);
    const changed = long.map((w, i) => (i % 10 === 3 ? `غيرها${i}` : w));
    const parts = diffOf(long.join(' '), changed.join(' '));
    expect(parts.filter((p) => p.op === 'replace')).toHaveLength(600);
  });
});

describe('longest common subsequence', () => {
  const slow = (a: number[], b: number[]): number => {
    let row = new Array<number>(b.length + 1).fill(0);
    for (const x of a) {
      const next = [0];
      for (let j = 0; j < b.length; j++)
        next.push(x === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
      row = next;
    }
    return row[b.length]!;
  };
  const ids = (most: number) => fc.array(fc.nat(11), { maxLength: most });

  it('equals the result of the plain table, at any length', () => {
    fc.assert(
      fc.property(ids(140), ids(140), (a, b) => {
        expect(lcsLength(Int32Array.from(a), Int32Array.from(b), 12)).toBe(slow(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('can be prepared once and compared with many', () => {
    const matcher = new LcsMatcher();
    fc.assert(
      fc.property(ids(80), fc.array(ids(80), { maxLength: 4 }), (a, others) => {
        matcher.load(Int32Array.from(a), 12);
        for (const b of others) expect(matcher.length(Int32Array.from(b))).toBe(slow(a, b));
      }),
    );
  });

  it('is computed block by block for long sides', () => {
    const long = (seed: number) =>
      Array.from({ length: amount(4200, 9000) }, (_, i) => (i * seed + (i >> 3)) % 97);
    const [a, b] = [long(7), long(11)];
    expect(lcsLength(Int32Array.from(a), Int32Array.from(b), 97)).toBe(slow(a, b));
  });
});
