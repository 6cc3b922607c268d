/** Which paragraphs say this. */
import { z } from '@hono/zod-openapi';
import { searchAnswer } from '../../search/index.ts';
import * as bodies from '../bodies/phrases.ts';
import { flagOff, match, pageShape, placeShape, query, scopeShape } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { hits } from '../rows/phrases.ts';
import { inLanguageOf, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';
import { matchesMany, readsAll } from '../weights.ts';

export const search = defineUseCase({
  summary: 'Paragraphs that hold these words, best first',
  description: `Words must all occur; \`"a phrase"\` exactly; \`-word\` excludes; in a phrase \`*\` is any one word,
\`word*\` any that begins so, \`...\` none to five words; \`a|b\` either. Which paragraphs match, \`total\` and \`facets\` are
exact and the same on both engines; the engine decides their order, in which cover lines, titles and headings weigh
less; where every term is too common to rank by (five million occurrences), hits stand in reading order. With no hit \`suggestions\` corrects the spelling: each suggestion finds something under the same filters.
\`group=text\`: paragraphs with equal folded tokens are one hit, the best or earliest of them, with all its \`places\`;
\`total\` still counts paragraphs, \`groups\` counts the groups, which \`limit\` and \`offset\` then page.`,
  params: z.strictObject({
    q: query.describe('The query'),
    match,
    ...scopeShape,
    ...placeShape,
    group: z
      .enum(['text'], 'must be text')
      .optional()
      .describe('text: paragraphs with the same words are one hit, with every place where they stand'),
    sections: flagOff.describe('With `facets.section`: the outermost headings above, with their counts'),
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
    const scope = scopeFor(view, within);
    const answer = await searchAnswer(view, view.engine, { q, match, group, sections, limit, offset, scope });
    return { ...answer, scope: scopeBody(view, within) };
  },
});
