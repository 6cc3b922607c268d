/** Which paragraphs match: the query language compared with a slow, obvious reference on random collections. */
import { profiles } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scopeOf, wholeCollection } from '../../src/phrases/scope.ts';
import { embeddedEngine, searchAnswer } from '../../src/search/index.ts';
import { amount } from '../amount.ts';
import { makeReport } from '../store/make.ts';
import { matchesReference, type Part, type ReferenceTerm } from './reference.ts';
import { newStore, viewOf } from './world.ts';

const vocabulary = [
  'السلاح',
  'سلاح',
  'بالسلاح',
  'شؤون',
  'شئون',
  'تقرير',
  'تقريرا',
  'في',
  '63',
  '٦٣',
  'نزع',
  'أسلحة',
  'اسلحه',
];
const word = fc.constantFrom(...vocabulary);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '، ', '/', ' - ')), { maxLength: 12 })
  .map((parts) => parts.map(([token, mark]) => token + mark).join(''));
const collection = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });

const plain: fc.Arbitrary<Part> = word.map((token) => ({ is: 'word', word: token }));
const part = fc.oneof(
  { weight: 5, arbitrary: plain },
  { weight: 1, arbitrary: fc.constant<Part>({ is: 'any' }) },
  { weight: 1, arbitrary: fc.constant<Part>({ is: 'gap' }) },
  {
    weight: 1,
    arbitrary: fc.array(word, { minLength: 2, maxLength: 3 }).map((words): Part => ({ is: 'either', words })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('سل', 'شء', 'تق', 'ا', '6').map((p): Part => ({ is: 'prefix', word: p })),
  },
);
const phrase = fc
  .tuple(plain, fc.array(part, { maxLength: 3 }), fc.boolean())
  .map(([first, rest, end]) => (end ? [...rest, first] : [first, ...rest]));
const term = fc.record({
  excluded: fc.boolean(),
  choices: fc.array(
    fc.oneof(
      plain.map((one) => [one]),
      phrase,
    ),
    { minLength: 1, maxLength: 2 },
  ),
});
const query = fc
  .array(term, { minLength: 1, maxLength: 4 })
  .filter((terms) => terms.some((t) => !t.excluded));

const written = (parts: Part[]) =>
  parts
    .map((p) =>
      p.is === 'any'
        ? '*'
        : p.is === 'gap'
          ? '...'
          : p.is === 'either'
            ? p.words.join('|')
            : p.is === 'prefix'
              ? `${p.word}*`
              : p.word,
    )
    .join(' ');
const quoted = (parts: Part[]) =>
  parts.length === 1 && parts[0]!.is === 'word' ? parts[0]!.word : `"${written(parts)}"`;
const asQuery = (terms: ReferenceTerm[]) =>
  terms.map((t) => (t.excluded ? '-' : '') + t.choices.map(quoted).join('|')).join(' ');

describe('matching equals a scan of every paragraph', () => {
  test('for random collections and queries, under every profile', async () => {
    await fc.assert(
      fc.asyncProperty(
        collection,
        fc.array(query, { minLength: 1, maxLength: 8 }),
        async (reports, queries) => {
          const store = newStore(
            reports.map((lines, i) => makeReport(`R${i}`, lines, { year: 2000 + (i % 3) })),
          );
          const view = viewOf(store);
          const all = reports.flatMap((_, i) => view.reader.paragraphs(`R${i}`));
          for (const terms of queries) {
            const hasPrefix = terms.some((t) => t.choices.some((c) => c.some((p) => p.is === 'prefix')));
            for (const match of profiles) {
              if (hasPrefix && match === 'stem') continue;
              const expected = all.filter((p) => matchesReference(p.text, terms, match)).map((p) => p.id);
              const answer = await searchAnswer(view, embeddedEngine(), {
                q: asQuery(terms),
                match,
                limit: 1000,
              });
              expect(answer.hits.map((hit) => hit.paragraph.id).sort(), `${asQuery(terms)} ${match}`).toEqual(
                expected.sort(),
              );
              expect(answer.total).toBe(expected.length);
              if (!hasPrefix) {
                for (const profile of profiles) {
                  const count = all.filter((p) => matchesReference(p.text, terms, profile)).length;
                  expect(answer.also[profile]).toBe(count);
                }
              }
              const sum = Object.values(answer.facets.report).reduce((a, b) => a + b, 0);
              expect(sum).toBe(expected.length);
              for (const hit of answer.hits) {
                let last = 0;
                expect(hit.highlights.length).toBeGreaterThan(0);
                for (const [start, end] of hit.highlights) {
                  expect(start).toBeGreaterThanOrEqual(last);
                  expect(end).toBeGreaterThan(start);
                  expect(hit.paragraph.text.slice(start, end)).toBe(
                    hit.paragraph.text.slice(start, end).trim(),
                  );
                  last = end;
                }
                expect(last).toBeLessThanOrEqual(hit.paragraph.text.length);
              }
            }
          }
          store.close();
        },
      ),
      { numRuns: amount(10, 60) },
    );
  });

  test('inside a scope of reports and paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(collection, query, fc.nat(), async (reports, terms, seed) => {
        const store = newStore(reports.map((lines, i) => makeReport(`R${i}`, lines)));
        const view = viewOf(store);
        const inReport = (n: number) => (seed >> n) % 2 === 0;
        const keep = (paragraph: number) => (paragraph + seed) % 3 !== 0;
        const numbers = [...view.table.reports.keys()].filter(inReport);
        const scope = scopeOf(view.table, numbers, keep);
        const answer = await searchAnswer(view, embeddedEngine(), { q: asQuery(terms), scope, limit: 1000 });
        const whole = await searchAnswer(view, embeddedEngine(), {
          q: asQuery(terms),
          scope: wholeCollection(view.table),
          limit: 1000,
        });
        const ids = (a: typeof answer) => a.hits.map((hit) => hit.paragraph.id).sort();
        const expected = ids(whole).filter((id) => {
          const number = view.table.number(id);
          return inReport(view.table.reportOf(number)) && keep(number);
        });
        expect(ids(answer)).toEqual(expected);
        store.close();
      }),
      { numRuns: amount(10, 40) },
    );
  });
});
