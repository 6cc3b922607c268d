/** Where a phrase stands, and how often through the years. */
import { z } from '@hono/zod-openapi';
import { phraseAnswer, trendsAnswer } from '../../phrases/index.ts';
import * as bodies from '../bodies/phrases.ts';
import { match, pageShape, placeShape, query, scopeShape, several } from '../parameters.ts';
import { inLanguageOf, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';

export const phrases = defineUseCase({
  summary: 'A phrase: every occurrence counted, by report and year, with its neighbours and a concordance',
  description: `Consecutive tokens inside one paragraph; punctuation between them does not count; overlapping occurrences
all do. \`*\` alone is any one word, \`word*\` any word that begins so, \`...\` none to five words, \`a|b\` either; with
wildcards one occurrence is counted per starting token, the shortest from there. \`limit\` and \`offset\` page the
concordance. \`per_10k_words\` comes with its 95 % interval (Wilson, 1927).`,
  params: z.strictObject({
    q: query.describe('The phrase'),
    match,
    ...scopeShape,
    ...placeShape,
    sort: z
      .enum(['year', 'before', 'after'], 'must be year, before or after')
      .default('year')
      .describe('Order of the concordance: by year, by the word before or by the word after'),
    ...pageShape,
  }),
  body: bodies.phrases,
  rows: 'concordance',
  run(view, { q, match, sort, limit, offset, ...filter }) {
    const within = inLanguageOf(q, filter);
    const answer = phraseAnswer(view, { q, match, sort, limit, offset }, scopeFor(view, within));
    return { ...answer, scope: scopeBody(view, within) };
  },
});

export const trends = defineUseCase({
  summary: 'Up to ten phrases through the years',
  description: 'A year without a report of the scope is unknown (null), never zero.',
  params: z.strictObject({
    q: several().describe('A phrase (repeatable, at most ten)'),
    match,
    ...scopeShape,
    ...placeShape,
  }),
  body: bodies.trends,
  rows: ({ trends: all }) =>
    all.flatMap(({ phrase, points }) => points.map((point) => ({ phrase: phrase.text, ...point }))),
  run(view, { q, match, ...filter }) {
    const within = inLanguageOf(q.join(' '), filter);
    const answer = trendsAnswer(view, { phrases: q, match }, scopeFor(view, within));
    return { ...answer, scope: scopeBody(view, within) };
  },
});
