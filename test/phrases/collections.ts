/** Random small collections for fast-check: few words, so that everything repeats and overlaps. */
import fc from 'fast-check';
import type { SmallReport } from './memory-reader.ts';

/** Words that are equal under `folded` or `stem`, and some that are not. */
export const alphabet = ['ما', 'شؤون', 'شئون', 'البند', 'بند', 'في', 'فيه', '63', '٦٣', 'والبند'];

const paragraph = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((w) => w.join(' ')) },
  { weight: 1, arbitrary: fc.constantFrom('', '—', 'ما ما ما ما ما', 'ما، ما. (البند) 63/63') },
);

const dates = fc.oneof(
  fc.record({
    date: fc.constantFrom('2001-05-01', '2003-05-01', '2003-05-01', '2005-07-02'),
    year: fc.constant(null),
  }),
  fc.record({ date: fc.constant(null), year: fc.constantFrom(2001, 2003, 2004, 2005, 2006, null) }),
);

/** Up to seven reports in up to two series; some empty, undated, of the same date, or word for word the same. */
export const collections: fc.Arbitrary<SmallReport[]> = fc
  .array(
    fc.record({
      dated: dates,
      series: fc.constantFrom('S', 'S', 'T', null),
      paragraphs: fc.array(paragraph, { maxLength: 5 }),
      copy: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((reports) =>
    reports.map(({ dated, series, paragraphs, copy }, i) => ({
      id: `R${i}`,
      ...dated,
      series,
      paragraphs: copy && i > 0 ? reports[i - 1]!.paragraphs : paragraphs,
    })),
  );
