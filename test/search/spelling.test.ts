/** Similar spellings: the distance, and which words are suggested. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../src/phrases/index.ts';
import { embeddedEngine, QueryError, searchAnswer } from '../../src/search/index.ts';
import { editDistance, maxDistance, nearWords } from '../../src/search/spelling.ts';
import { amount } from '../amount.ts';
import { makeReport } from '../store/make.ts';
import { newStore, viewOf } from './world.ts';

/** Optimal string alignment as in its definition. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  let least = Math.min(slowDistance(x, b) + 1, slowDistance(a, y) + 1);
  least = Math.min(least, slowDistance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1));
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    least = Math.min(least, slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return least;
}

const letters = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ل', 'س'), maxLength: 6 });

describe('distance', () => {
  test('equals its definition, up to the requested maximum', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(3), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(slowDistance(a, b), most + 1));
      }),
      { numRuns: amount(250, 2000) },
    );
  });
});

describe('near words', () => {
  test('are all the words within the distance, nearest first, then the most common', () => {
    fc.assert(
      fc.property(
        fc.array(
          letters.filter((w) => w !== ''),
          { minLength: 1, maxLength: 40 },
        ),
        letters,
        (words, asked) => {
          const store = newStore([makeReport('X', [words.join(' ')])]);
          const index = viewOf(store).byProfile('folded');
          const most = maxDistance(asked);
          const expected = [...new Set(words)].filter((w) => {
            return most > 0 && w !== asked && slowDistance(w, asked) <= most;
          });
          const found = nearWords(index, asked, 1000);
          expect(found.map(({ word }) => word).sort()).toEqual(expected.sort());
          found.slice(1).forEach((next, i) => {
            const before = found[i]!;
            expect(
              before.distance < next.distance ||
                (before.distance === next.distance && before.count >= next.count),
            ).toBe(true);
          });
          store.close();
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('suggestions', () => {
  const view = () =>
    viewOf(
      newStore([
        makeReport(
          'X',
          ['الأسلحة الصغيرة والأسلحة الخفيفة', 'الاسلحة', 'الأسلحة', 'نزع السلاح عام 2011', 'قرأ الوثيقة'],
          { year: 2000 },
        ),
        makeReport('Y', ['التعاون الدولي', 'الأسلحه'], { year: 2002 }),
      ]),
    );
  const suggest = async (q: string, match: 'exact' | 'folded' | 'stem' = 'folded') =>
    (await searchAnswer(view(), embeddedEngine(), { q, match })).suggestions;

  test.each([
    ['الاسحلة', ['الأسلحة']],
    ['الأسلحه الصغبرة', ['الأسلحه الصغيرة']],
    ['"نزع السلآاح" عام', ['"نزع السلاح" عام']],
    ['السلحا -وثيقة', ['السلاح -وثيقة']],
    ['التعاونن|قطن', ['التعاون|قطن']],
    ['كلمةغريبةجدا', []],
    // عام and التعاون are two letters away, نزع one letter from a word of two; عام and قرأ are never next to each other.
    ['عاملة', []],
    ['التعابر', []],
    ['نز', []],
    ['قرأعام', []],
    ['2012', []],
    ['الأسلحة', []],
    ['الأسلحةالصغيرة', ['الأسلحة الصغيرة']],
    ['"نزعالسلاح" عام', ['"نزع السلاح" عام']],
    ['الأسل حة الخفيفة', ['الأسلحة الخفيفة']],
    ['"نزع الس لاح"', ['"نزع السلاح"']],
    ['بالتعاون الدولي', ['التعاون الدولي']],
    ['تعاون الدولي', ['التعاون الدولي']],
    ['"التعاون والدولي"', ['"التعاون الدولي"']],
  ])('%s → %j', async (q, expected) => {
    expect((await suggest(q)).slice(0, 1)).toEqual(expected);
  });

  test('exact: another spelling of the same word first', async () => {
    expect((await suggest('السلآح', 'exact'))[0]).toBe('السلاح');
    expect((await suggest('الآسلحة', 'exact'))[0]).toBe('الأسلحة');
  });

  test('none, and no work, for a word longer than real words', async () => {
    let spent = 0;
    const budget = { spend: (work: number) => (spent += work) };
    const world = viewOf(newStore([makeReport('X', ['نزع السلاح'], { year: 2000 })]));
    const q = `السلاحا ${'نزع'.repeat(6000)}`;
    const { suggestions } = await searchAnswer({ ...world, budget }, embeddedEngine(), { q });
    expect(suggestions).toEqual([]);
    expect(spent).toBeLessThan(20_000);
  });

  test('words that are all known but never together: only a change that finds something', async () => {
    expect(await suggest('السلاح التعاون')).toEqual([]);
  });

  test('find something in the same scope, under the same profile, whatever is asked', async () => {
    const words = ['الأسلحة', 'الاسلحة', 'والأسلحة', 'السلاح', 'سلاح', 'نزع', 'عام', 'في', 'شؤون', 'شئون'];
    const slip = fc.tuple(fc.constantFrom(...words), fc.nat(8), fc.constantFrom('', 'ا', 'ب', 'ل', ' ', '"'));
    const typed = slip.map(([word, at, instead]) => word.slice(0, at) + instead + word.slice(at + 1));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(typed, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.constantFrom('exact', 'folded', 'stem'),
        fc.boolean(),
        async (lines, q, quoted, match, narrowed) => {
          const text = quoted ? `"${q.join(' ').replaceAll('"', '')}"` : q.join(' ');
          const half = Math.ceil(lines.length / 2);
          const store = newStore([
            makeReport(
              'X',
              lines.slice(0, half).map((line) => line.join(' ')),
            ),
            makeReport(
              'Y',
              lines.slice(half).map((line) => line.join(' ')),
            ),
          ]);
          const view = viewOf(store);
          const scope = narrowed ? scopeOf(view.table, [0], (paragraph) => paragraph % 2 === 0) : undefined;
          const ask = (q: string) => searchAnswer(view, embeddedEngine(), { q, match, scope });
          const answer = await ask(text).catch((error) => {
            if (error instanceof QueryError) return null;
            throw error;
          });
          if (answer?.total !== 0) expect(answer?.suggestions ?? []).toEqual([]);
          for (const suggestion of answer?.suggestions ?? []) {
            expect((await ask(suggestion)).total).toBeGreaterThan(0);
          }
          store.close();
        },
      ),
      { numRuns: amount(10, 60) },
    );
  });

  test('are not looked for if a long text is pasted, because every word would have to be tried', async () => {
    const words = 'الأسلحة الصغيرة والأسلحة الخفيفة'.split(' ');
    const long = Array.from({ length: 2000 }, (_, i) => words[(i * 7) % 4]).join(' ');
    expect(await suggest(`"${long}"`)).toEqual([]);
  });
});
