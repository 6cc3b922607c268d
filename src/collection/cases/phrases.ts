/** Where a phrase stands, and how often through the years. */
import { z } from '@hono/zod-openapi';
import { concordanceSorts, mostTrends, phraseAnswer, trendsAnswer } from '../../phrases/index.ts';
import * as bodies from '../bodies/phrases.ts';
import { match, pageShape, placeShape, query, scopeShape, several, whole, wholeOr } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { concordance, points } from '../rows/phrases.ts';
import { inLanguageOf, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';
import { occurOften, readsAll } from '../weights.ts';

export const phrases = defineUseCase({
  summary: 'A phrase: every occurrence counted, by report and year, with its neighbours and a concordance',
  description: `Consecutive tokens inside one paragraph; punctuation between them does not count; overlapping occurrences
all do. \`*\` alone is any one word, \`word*\` any word that begins so, \`...\` none to five words, \`a|b\` either; with
wildcards one occurrence is counted per starting token, the shortest from there. \`per_10k_words\` comes with its 95 %
interval (Wilson, 1927). \`before\` and \`after\` give each word as it is mostly printed at that place, with its count;
\`order=association\` ranks them by, and gives, the log-likelihood ratio of Dunning (1993) of the word at that place against the rest of the scope,
negative where it is rarer there than elsewhere. \`sort\`: \`year\` by date, undated reports last, then reading order;
\`report\` by the report's id, then reading order; \`before\` by the word before, \`before2\` and \`before3\` then by the
second and third word outwards, then as \`year\`; \`after\`, \`after2\`, \`after3\` on the other side. Words compare letter by
letter as the match profile has them, so that spellings of one word stand together; a paragraph's edge comes first.
\`limit\` and \`offset\` page the concordance.`,
  params: z.strictObject({
    q: query.describe('The phrase'),
    match,
    ...scopeShape,
    ...placeShape,
    sort: z
      .enum(concordanceSorts, `must be one of ${concordanceSorts.join(', ')}`)
      .default('year')
      .describe(
        'Order of the concordance: by year, by report, or by one to three words before or after (before2: two words)',
      ),
    width: wholeOr(8, 0, 100).describe('Words of context on each side of the concordance (default 8)'),
    sample: whole(1, 10_000)
      .optional()
      .describe(
        'A random sample of so many occurrences in the concordance instead of all; counts stay whole',
      ),
    seed: wholeOr(1, 0, 999_999_999).describe(
      'The same seed draws the same sample of the same collection (default 1)',
    ),
    neighbours: wholeOr(20, 0, 1000).describe('How many words before and after are listed (default 20)'),
    order: z
      .enum(['count', 'association'], 'must be count or association')
      .default('count')
      .describe('Order of the words before and after: most frequent, or most strongly drawn to the phrase'),
    ...pageShape,
    limit: whole(1, 1000)
      .optional()
      .describe(
        'At most so many lines of the concordance (default 20; with a sample the whole of it, up to 1000)',
      ),
  }),
  body: bodies.phrases,
  rows: concordance,
  columns: columns.concordance,
  isHeavy: (view, params) => readsAll(params) || occurOften(view, [params.q], params.match),
  narrowing:
    'give a longer phrase or fewer wildcards, or narrow it with series, report, year_from or year_to',
  run(view, { q, match, sort, width, sample, seed, neighbours, order, limit, offset, ...filter }) {
    const within = inLanguageOf(q, filter);
    const most = limit ?? (sample === undefined ? 20 : Math.min(sample, 1000));
    const params = { q, match, sort, width, sample, seed, neighbours, order, limit: most, offset };
    return { ...phraseAnswer(view, params, scopeFor(view, within)), scope: scopeBody(view, within) };
  },
});

export const trends = defineUseCase({
  summary: 'Up to ten phrases through the years',
  description: 'A year without a report of the scope is unknown (null), never zero.',
  params: z.strictObject({
    q: several({ max: mostTrends }).describe('A phrase (repeatable, at most ten)'),
    match,
    ...scopeShape,
    ...placeShape,
  }),
  body: bodies.trends,
  rows: points,
  columns: columns.points,
  isHeavy: (view, params) => readsAll(params) || occurOften(view, params.q, params.match),
  narrowing: 'ask for fewer phrases at a time, longer ones or ones with fewer wildcards',
  run(view, { q, match, ...filter }) {
    const within = inLanguageOf(q.join(' '), filter);
    const answer = trendsAnswer(view, { phrases: q, match }, scopeFor(view, within));
    return { ...answer, scope: scopeBody(view, within) };
  },
});
