/**
 * Random collections for threads: small dense ones, in which everything is similar to everything, and made lineages.
 */
import fc from 'fast-check';
import type { SlowReport } from './reference.ts';

const fewWords = ['قرر', 'المجلس', 'في', 'شؤون', 'شئون', 'البند', 'علما', '63', '٦٣'];

const sentence = fc
  .tuple(
    fc.array(fc.constantFrom(...fewWords), { minLength: 1, maxLength: 7 }),
    fc.constantFrom('.', '؟', '؛', '!'),
  )
  .map(([words, mark]) => `${words.join(' ')}${mark}`);

const dates = fc.constantFrom('2001-05-01', '2003-05-01', '2003', '2004', '2005-07-02', null);

/** Few words and short sentences: ties, `also`, passages of several sentences. */
export const denseReports: fc.Arbitrary<SlowReport[]> = fc
  .array(
    fc.record({
      date: dates,
      series: fc.constantFrom('S', 'S', 'T', null),
      paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      copy: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((reports) =>
    reports.map(({ date, series, paragraphs, copy }, i) => ({
      id: `R${i}`,
      date,
      series,
      paragraphs: copy && i > 0 ? reports[i - 1]!.paragraphs : paragraphs,
    })),
  );

export interface Made {
  reports: SlowReport[];
  phrase: string;
  /** By lineage: the places (`<report>:<ordinal>`) of its versions that contain the phrase. */
  lineages: string[][];
}

/**
 * Statements that continue through the years: in each report a statement is kept, left out, loses the phrase for other
 * words, or has a fifth of its words changed; they are in any order between other sentences.
 */
export function madeLineages(random: (below: number) => number): Made {
  const word = () => `كلمة${random(4000)}`;
  const phrase = 'وفقا لجدول الأعمال';
  const text = (length: number) => Array.from({ length }, word);
  const statements = Array.from({ length: 3 + random(6) }, () => ({
    words: text(8 + random(18)),
    at: 0,
    places: [] as string[],
  }));
  for (const statement of statements) statement.at = random(statement.words.length);
  const reports: SlowReport[] = [];
  for (let year = 2000; year < 2006 + random(8); year++) {
    const id = `A-${year}`;
    const standing = statements
      .filter(() => random(10) < 8)
      .map((statement) => {
        if (random(2) === 0)
          statement.words = statement.words.map((old) => (random(10) === 0 ? word() : old));
        const lost = random(8) === 0;
        const words = [...statement.words];
        words.splice(statement.at, 0, ...(lost ? text(3) : phrase.split(' ')));
        return { statement: lost ? null : statement, text: `${words.join(' ')}.` };
      });
    const others = Array.from({ length: random(6) }, () => ({
      statement: null,
      text: `${text(4 + random(20)).join(' ')}.`,
    }));
    const all = [...standing, ...others].map((item) => ({ item, key: random(1_000_000) }));
    const order = all.sort((x, y) => x.key - y.key).map(({ item }) => item);
    for (const [i, { statement }] of order.entries()) statement?.places.push(`${id}:${i + 1}`);
    reports.push({
      id,
      date: String(year),
      series: 'S',
      paragraphs: order.map((item) => [item.text]),
    });
  }
  return {
    reports,
    phrase,
    lineages: statements.map(({ places }) => places).filter((list) => list.length > 0),
  };
}
