/** Search: which paragraphs contain these words. */
import { z } from '@hono/zod-openapi';
import { profiles } from 'arabic-normalizer';
import {
  compileQuery,
  parseQuery,
  type SearchAnswer,
  searchAnswer,
  suggestQueries,
} from '../../search/index.ts';
import * as bodies from '../bodies/phrases.ts';
import { type Need, narrowed } from '../cluster/narrowed.ts';
import { ClusterVocabulary } from '../cluster/vocabulary.ts';
import { flagOff, match, pageShape, placeShape, query, scopeShape } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { hits } from '../rows/phrases.ts';
import { inLanguageOf, reportNumbers, type ScopeFilter, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';
import { matchesMany, readsAll } from '../weights.ts';

export const search = defineUseCase({
  summary: 'Paragraphs that contain these words, best matches first',
  description: `All words must occur. \`"a phrase"\` matches these words in a row, \`-word\` excludes; in a phrase, \`*\` stands for any
one word, \`word*\` for any word that begins this way, \`...\` for up to five words; \`a|b\` matches either. The matching
paragraphs, \`total\` and \`facets\` are exact and the same with every engine. The engine decides the order; cover lines,
titles and headings rank lower. If every term is too common to rank by (five million occurrences), hits are in reading
order. If nothing matches, \`suggestions\` corrects the spelling; each suggestion matches something under the same filters.
With \`group=text\`, paragraphs with equal folded tokens are one hit that lists all its \`places\`: \`total\` still counts
paragraphs, \`groups\` counts groups, and \`limit\` and \`offset\` page the groups.`,
  params: z.strictObject({
    q: query.describe('The query'),
    match,
    ...scopeShape,
    ...placeShape,
    group: z
      .enum(['text'], 'must be text')
      .optional()
      .describe('text: show paragraphs with the same words as one hit that lists every place'),
    sections: flagOff.describe('Add `facets.section`: the outermost headings and their counts'),
    ...pageShape,
  }),
  body: bodies.search,
  rows: hits,
  columns: columns.hits,
  isHeavy: (view, params) => readsAll(params) || matchesMany(view, params.q, params.match),
  narrowing:
    'give fewer terms or fewer words that end in *, or narrow it with series, report, year_from or year_to',
  async run(view, { q, match, group, sections, limit, offset, ...filter }) {
    const within = inLanguageOf(q, filter);
    const answer = await narrowed(
      view,
      () => needOf(view, q, within),
      async (view) => {
        const scope = scopeFor(view, within);
        const suggest = view.narrowing === undefined;
        const params = { q, match, group, sections, limit, offset, scope, suggest };
        return { ...(await searchAnswer(view, view.engine, params)), scope: scopeBody(view, within) };
      },
    );
    return { ...answer, ...(await suggestedElsewhere(view, answer, within)) };
  },
});

/** Suggestions, if the index is in a cluster: they are about other paragraphs than the answer. */
async function suggestedElsewhere(
  view: View,
  { query: { q, match }, total, took_ms }: SearchAnswer,
  filter: ScopeFilter,
): Promise<Partial<SearchAnswer>> {
  if (!view.narrowing || total > 0) return {};
  const began = performance.now();
  const vocabulary = new ClusterVocabulary(view, view.narrowing, match, filter);
  const suggestions = await suggestQueries(vocabulary, parseQuery(q), { ...view, match });
  return { suggestions, took_ms: Math.round((took_ms + performance.now() - began) * 100) / 100 };
}

/** The paragraphs that match under any profile. */
function needOf(view: View, q: string, { kind, section, ...filter }: ScopeFilter): Need {
  const query = parseQuery(q);
  const asked = profiles.map((profile) => ({
    profile,
    terms: compileQuery(query, profile, view.lexicon)
      .filter(({ excluded }) => !excluded)
      .map(({ patterns }) => patterns),
  }));
  return { patterns: asked, reports: reportNumbers(view, filter) };
}
