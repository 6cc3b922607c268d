/** Which paragraphs say this. */
import { z } from '@hono/zod-openapi';
import { searchAnswer } from '../../search/index.ts';
import * as bodies from '../bodies/phrases.ts';
import { match, pageShape, placeShape, query, scopeShape } from '../parameters.ts';
import { hits } from '../rows/phrases.ts';
import { inLanguageOf, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';

export const search = defineUseCase({
  summary: 'Paragraphs that hold these words, best first',
  description: `Words must all occur; \`"a phrase"\` exactly; \`-word\` excludes; in a phrase \`*\` is any one word,
\`word*\` any that begins so, \`...\` none to five words; \`a|b\` either. Which paragraphs match, \`total\` and \`facets\` are
exact and the same on both engines; the engine decides their order. With no hit \`suggestions\` corrects the spelling.`,
  params: z.strictObject({
    q: query.describe('The query'),
    match,
    ...scopeShape,
    ...placeShape,
    ...pageShape,
  }),
  body: bodies.search,
  rows: hits,
  async run(view, { q, match, limit, offset, ...filter }) {
    const within = inLanguageOf(q, filter);
    const scope = scopeFor(view, within);
    const answer = await searchAnswer(view, view.engine, { q, match, limit, offset, scope });
    return { ...answer, scope: scopeBody(view, within) };
  },
});
