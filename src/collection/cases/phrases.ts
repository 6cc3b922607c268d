/** Where a phrase occurs, and how often over the years. */
import { z } from '@hono/zod-openapi';
import { type Profile, profiles } from 'arabic-normalizer';
import {
  concordanceSorts,
  mostTrends,
  parsePattern,
  phraseAnswer,
  plainWords,
  reportCountJson,
  trendsAnswer,
} from '../../phrases/index.ts';
import type { AskedPhrase } from '../../search/index.ts';
import * as bodies from '../bodies/phrases.ts';
import { type Gathered, type Need, narrowed, narrowedStepwise } from '../cluster/narrowed.ts';
import { match, pageShape, placeShape, query, scopeShape, several, whole, wholeOr } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { concordance, points } from '../rows/phrases.ts';
import { inLanguageOf, reportNumbers, type ScopeFilter, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';
import { occurOften, readsAll } from '../weights.ts';

export const phrases = defineUseCase({
  summary:
    'Every occurrence of a phrase, counted by report and year, with neighbouring words and a concordance',
  description: `An occurrence is a run of consecutive tokens in one paragraph; punctuation between them is ignored, and
overlapping occurrences all count. \`*\` stands for any one word, \`word*\` for any word that begins this way, \`...\` for up to
five words, \`a|b\` for either; with wildcards, each starting token counts once, with the shortest match. \`per_10k_words\`
comes with its 95 % confidence interval (Wilson, 1927). \`before\` and \`after\` list the neighbouring words in their most
common printed form, with counts; \`order=association\` ranks them by the log-likelihood ratio (Dunning, 1993) against the rest of the
scope, negative if the word is rarer here. \`sort=year\` sorts the concordance by date (undated reports last), then reading
order; \`report\` by report id; \`before\`, \`before2\` and \`before3\` by the one, two or three words before; \`after\` to
\`after3\` by those after. Words are compared in the form of the match profile, so spellings of one word stay together;
the edge of a paragraph sorts first. \`limit\` and \`offset\` page the concordance.`,
  params: z.strictObject({
    q: query.describe('The phrase'),
    match,
    ...scopeShape,
    ...placeShape,
    sort: z
      .enum(concordanceSorts, `must be one of ${concordanceSorts.join(', ')}`)
      .default('year')
      .describe('Order of the concordance: by year, by report, or by one to three words before or after'),
    width: wholeOr(8, 0, 100).describe('Words of context on each side of the concordance'),
    sample: whole(1, 10_000)
      .optional()
      .describe('Show a random sample of this many occurrences in the concordance; counts still cover all'),
    seed: wholeOr(1, 0, 999_999_999).describe('Seed of the sample: the same seed draws the same sample'),
    neighbours: wholeOr(20, 0, 1000).describe('How many neighbouring words to list on each side'),
    order: z
      .enum(['count', 'association'], 'must be count or association')
      .default('count')
      .describe('Order of the neighbouring words: by count, or by strength of association with the phrase'),
    ...pageShape,
    limit: whole(1, 1000)
      .optional()
      .describe('How many lines of the concordance to return at most (20; with a sample, up to 1000)'),
  }),
  body: bodies.phrases,
  texts: { by_report: reportCountJson },
  rows: concordance,
  columns: columns.concordance,
  isHeavy: (view, params) => readsAll(params) || occurOften(view, [params.q], params.match),
  narrowing:
    'give a longer phrase or fewer wildcards, or narrow it with series, report, year_from or year_to',
  run(view, { q, match, sort, width, sample, seed, neighbours, order, limit, offset, ...filter }) {
    const within = inLanguageOf(q, filter);
    const most = limit ?? (sample === undefined ? 20 : Math.min(sample, 1000));
    const params = { q, match, sort, width, sample, seed, neighbours, order, limit: most, offset };
    const gather = async (gathered: Gathered) => {
      const need = needOf(view, [q], match, [match], within);
      const { inside, outside } = countedAlso(view, q, match, within);
      // Other parts of the answer need the same counts over the whole collection.
      const isWhole = need.reports.length === view.table.reports.length;
      await Promise.all([
        gathered.add(need),
        gathered.countAhead(isWhole ? outside : [...inside, ...outside]),
      ]);
      if (isWhole) for (const { profile, words } of inside) gathered.countFound(profile, words);
      // Weights depend on all words of the scope.
      if (order === 'association' && isOfParagraphs(within)) await gathered.addPlaces(need.reports, within);
    };
    return narrowedStepwise(view, gather, (view) => ({
      ...phraseAnswer(view, params, scopeFor(view, within)),
      scope: scopeBody(view, within),
    }));
  },
});

export const trends = defineUseCase({
  summary: 'Up to ten phrases over the years',
  description: 'For a year without a report in the scope, the count is unknown (null), not zero.',
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
    return narrowed(
      view,
      () => needOf(view, q, match, [], within),
      (view) => ({
        ...trendsAnswer(view, { phrases: q, match }, scopeFor(view, within)),
        scope: scopeBody(view, within),
      }),
    );
  },
});

/**
 * The plain phrase under the other profiles, in which it is counted too: `inside`, all its occurrences are among those
 * under `match`, because each profile compares less than the one before it.
 */
function countedAlso(
  view: View,
  q: string,
  match: Profile,
  filter: ScopeFilter,
): { inside: AskedPhrase[]; outside: AskedPhrase[] } {
  const also: { inside: AskedPhrase[]; outside: AskedPhrase[] } = { inside: [], outside: [] };
  if (isOfParagraphs(filter)) return also;
  const asked = profiles.indexOf(match);
  for (const [place, profile] of profiles.entries()) {
    const words = plainWords(parsePattern(q, profile, { lexicon: view.lexicon }));
    if (words === null || place === asked) continue;
    also[place < asked ? 'inside' : 'outside'].push({ profile, words });
  }
  return also;
}

const isOfParagraphs = ({ kind, section }: ScopeFilter): boolean =>
  kind !== undefined || section !== undefined;

/**
 * The paragraphs that contain a phrase under these profiles. Plain phrases are counted without looking at paragraphs,
 * unless only some paragraphs count.
 */
function needOf(
  view: View,
  phrases: readonly string[],
  match: Profile,
  shown: readonly Profile[],
  filter: ScopeFilter,
): Need {
  const { kind, section, ...ofReports } = filter;
  const counted = shown.length === 0 ? [match] : profiles;
  const patterns = phrases.flatMap((q) =>
    counted
      .map((profile) => ({ profile, pattern: parsePattern(q, profile, { lexicon: view.lexicon }) }))
      .filter(
        ({ profile, pattern }) =>
          shown.includes(profile) || isOfParagraphs(filter) || plainWords(pattern) === null,
      )
      .map(({ profile, pattern }) => ({ profile, terms: [[pattern]] })),
  );
  return { patterns, reports: reportNumbers(view, ofReports) };
}
