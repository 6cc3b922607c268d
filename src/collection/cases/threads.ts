/** The statements in which a phrase stands, each with its own history. */
import { z } from '@hono/zod-openapi';
import { phraseThreads } from '../../compare/index.ts';
import * as bodies from '../bodies/threads.ts';
import { flagOn, match, pageShape, placeShape, query, scopeShape } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { threadRows } from '../rows/threads.ts';
import { inLanguageOf, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';

export const threads = defineUseCase({
  summary:
    'The statements in which a phrase stands, each with its own history, and what stands where it is gone',
  description: `A passage is the sentence or sentences that an occurrence touches. In each report, oldest first, the pairs of a
thread and a passage at least half alike (2·LCS / words of both, folded, against the thread's latest version) are taken, the
most alike first; a passage left over opens a thread, or is \`also\` beside a version with the same words. So every occurrence
is in one thread. \`gaps\` are the reports of its series without a version; \`instead\` is their sentence most like the version
before, counted nowhere. Threads in most reports first. Up to 5,000 occurrences; \`limit\` and \`offset\` page the threads.
Where the phrase stands nowhere, \`near\` lists the nearest sentences by its rarer words.`,
  params: z.strictObject({
    q: query.describe('The phrase; the wildcards of search work'),
    match,
    ...scopeShape,
    ...placeShape,
    gaps: flagOn.describe(
      'Whether the reports without a version are listed, with what stands in them instead',
    ),
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
