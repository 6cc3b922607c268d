/** The statements that contain a phrase, each with its own history. */
import { z } from '@hono/zod-openapi';
import { phraseThreads } from '../../compare/index.ts';
import * as bodies from '../bodies/threads.ts';
import { flagOn, match, pageShape, placeShape, query, scopeShape } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { threadRows } from '../rows/threads.ts';
import { inLanguageOf, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';

export const threads = defineUseCase({
  summary: 'The statements that contain a phrase, how each changed over the years, and what replaced it',
  description: `A passage is the sentence (or sentences) that an occurrence is in. Reports are processed oldest first; in each, the
most similar pairs of a thread and a passage are matched first, down to a similarity of 0.5 (2·LCS over the words of both,
folded, against the thread's latest version). A passage without a match starts a new thread, or is listed under \`also\` of a
version with the same words, so every occurrence belongs to exactly one thread. \`gaps\` are the reports of the series without
a version; \`instead\` is the sentence in them that is most similar to the previous version, and is not counted. Threads in
most reports come first. At most 5,000 occurrences; \`limit\` and \`offset\` page the threads. If the phrase does not occur,
\`near\` lists the nearest sentences by its rarer words.`,
  params: z.strictObject({
    q: query.describe('The phrase; wildcards work as in a search'),
    match,
    ...scopeShape,
    ...placeShape,
    gaps: flagOn.describe('List the reports without a version, with what they say instead'),
    ...pageShape,
  }),
  body: bodies.threads,
  rows: threadRows,
  columns: columns.threads,
  isHeavy: () => true,
  narrowing:
    'give a longer phrase, leave out the gaps (gaps=false), ask for fewer at a time with limit, or narrow it with series, report, year_from or year_to',
  run(view, { q, match, limit, offset, gaps, ...filter }) {
    const within = inLanguageOf(q, filter);
    const answer = phraseThreads(view, { q, match, limit, offset, gaps }, scopeFor(view, within));
    return { ...answer, scope: scopeBody(view, within) };
  },
});
