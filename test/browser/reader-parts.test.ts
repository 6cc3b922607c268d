/** What the reader computes before it draws: ages, stretches of the strip, layers of marks, what is new. No browser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Novelty, Paragraph } from '../../src/web/client.ts';
import { agesOf, mostSteps, stretches } from '../../src/web/reader/ages.ts';
import { type Node, nested, type Ranged } from '../../src/web/reader/layers.ts';
import { withNews } from '../../src/web/reader/news.ts';

/** `spans`: for each paragraph, the words of each span and the year that first had it, 0: new. */
function noveltyOf(years: readonly number[], spans: readonly (readonly [number, number][])[]): Novelty {
  const words = spans.flat().reduce((sum, [count]) => sum + count, 0);
  return {
    report: 'R',
    earlier: years.map((year) => `R-${year}`),
    missing: [],
    undated: [],
    coverage: { words, seen_words: 0, share: 0 },
    paragraphs: spans.map((list, index) => ({
      paragraph: `R:${index + 1}`,
      words: list.reduce((sum, [count]) => sum + count, 0),
      new_share: 0,
      spans: list.map(([count, year]) => ({
        start: 0,
        end: 0,
        words: count,
        first_seen: year === 0 ? null : { report: `R-${year}`, year },
      })),
    })),
    scope: { reports: 1, unreadable: [], undated: [], missing: [] },
  };
}

describe('ages', () => {
  test('are the reports in which something first appeared, oldest first, then what is new', () => {
    const ages = agesOf(
      noveltyOf(
        [2008, 2010, 2012],
        [
          [
            [5, 2008],
            [2, 0],
          ],
          [[3, 2012]],
        ],
      ),
    )!;
    expect(ages.steps.map(({ from, to, words }) => [from, to, words])).toEqual([
      [2008, 2008, 5],
      [2012, 2012, 3],
    ]);
    expect(ages.newWords).toBe(2);
    expect(ages.steps.map(({ shade }) => shade)).toEqual([0, mostSteps - 1]);
  });

  test('are empty without an earlier report', () => {
    expect(agesOf({ ...noveltyOf([], []), coverage: null })).toBeNull();
  });

  const reports = fc.array(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 30 })), { maxLength: 5 }),
    { minLength: 1, maxLength: 60 },
  );
  const years = Array.from({ length: 30 }, (_, index) => index + 1);

  test('no word is lost: steps and new words add up; shades increase', () => {
    fc.assert(
      fc.property(reports, (spans) => {
        const novelty = noveltyOf(years, spans);
        const ages = agesOf(novelty)!;
        const seen = ages.steps.reduce((sum, { words }) => sum + words, 0);
        expect(seen + ages.newWords).toBe(novelty.coverage!.words);
        expect(ages.steps.length).toBeLessThanOrEqual(mostSteps);
        const shades = ages.steps.map(({ shade }) => shade);
        expect(shades).toEqual([...new Set(shades)].sort((a, b) => a - b));
        for (const [index, { reports }] of ages.steps.entries())
          for (const id of reports) expect(ages.stepOf.get(id)).toBe(index);
      }),
    );
  });

  test('stretches of the strip cover every paragraph once, in order, and are limited in number', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 1, max: 20 }), (spans, most) => {
        const novelty = noveltyOf(years, spans);
        const parts = stretches(novelty, agesOf(novelty)!, most);
        expect(parts.length).toBeLessThanOrEqual(most);
        expect(
          parts.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
        ).toEqual(spans.map((_, index) => index + 1));
        for (const { shares } of parts) {
          const sum = shares.reduce((all, share) => all + share, 0);
          expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true);
        }
      }),
    );
  });
});

describe('layers of marks', () => {
  const length = 24;
  const text = 'abcdefghijklmnopqrstuvwx';
  const layer = (name: string) =>
    fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 8 }).map((points): Ranged<string>[] => {
      const sorted = points.sort((a, b) => a - b);
      const ranges: Ranged<string>[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2)
        ranges.push({ start: sorted[i]!, end: sorted[i + 1]!, value: `${name}${i}` });
      return ranges;
    });

  /** Each letter with the values around it, outermost first. */
  const letters = (nodes: readonly Node<string>[], around: readonly string[] = []): [string, string][] =>
    nodes.flatMap((node) =>
      typeof node === 'string'
        ? [...node].map((letter): [string, string] => [letter, around.join(' ')])
        : letters(node.inside, [...around, node.value]),
    );

  test('keep the text, and each letter is in exactly the ranges that contain it', () => {
    fc.assert(
      fc.property(layer('a'), layer('b'), layer('c'), (...layers) => {
        expect(letters(nested(text, layers))).toEqual(
          [...text].map((letter, at) => [
            letter,
            layers
              .flatMap((list) => list.filter(({ start, end }) => at >= start && at < end))
              .map(({ value }) => value)
              .join(' '),
          ]),
        );
      }),
    );
  });
});

test('only what is new: paragraphs under their headings, with the others counted in place', () => {
  const made = (ordinal: number, kind: 'heading' | 'paragraph', path: string[] = []) =>
    ({ id: `R:${ordinal}`, ordinal, kind, path }) as unknown as Paragraph;
  const paragraphs = [
    made(1, 'heading'),
    made(2, 'paragraph', ['1']),
    made(3, 'heading'),
    made(4, 'heading', ['3']),
    made(5, 'paragraph', ['3', '4']),
    made(6, 'paragraph', ['3', '4']),
    made(7, 'heading', ['3']),
    made(8, 'paragraph', ['3', '7']),
  ];
  const parts = withNews(paragraphs, new Map([['R:6', { new_share: 0.5 }]]));
  expect(parts.map((part) => ('folded' in part ? part.folded.length : `p${part.ordinal}`))).toEqual([
    2,
    'p3',
    'p4',
    'p6',
    1,
  ]);
});
