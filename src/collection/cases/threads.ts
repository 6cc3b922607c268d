/** The statements that contain a phrase, each with its own history. */
import { z } from '@hono/zod-openapi';
import type { Profile } from 'arabic-normalizer';
import { mustBeFollowable, phraseThreads, threadsSought } from '../../compare/index.ts';
import { parsePattern, plainWords } from '../../phrases/index.ts';
import * as bodies from '../bodies/threads.ts';
import { halfLike } from '../cluster/asked.ts';
import { type Gathered, narrowedStepwise } from '../cluster/narrowed.ts';
import { flagOn, match, pageShape, placeShape, query, scopeShape } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { threadRows } from '../rows/threads.ts';
import { inLanguageOf, reportNumbers, type ScopeFilter, scopeBody, scopeFor } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';

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
    const params = { q, match, limit, offset, gaps };
    return narrowedStepwise(
      view,
      (gathered) => gather(view, gathered, params, within),
      (view) => ({
        ...phraseThreads(view, params, scopeFor(view, within)),
        scope: scopeBody(view, within),
      }),
    );
  },
});

/** The paragraphs with the phrase; then those that may say something else instead or, without any, the nearest. */
async function gather(
  view: View,
  gathered: Gathered,
  params: { q: string; match: Profile; limit: number; offset: number; gaps: boolean },
  within: ScopeFilter,
): Promise<void> {
  const { q, match } = params;
  const { kind, section, ...filter } = within;
  const reports = reportNumbers(view, filter);
  const pattern = parsePattern(q, match, { lexicon: view.lexicon });
  const words = plainWords(pattern);
  if (words !== null && kind === undefined && section === undefined) {
    const counts = await gathered.count(match, words);
    mustBeFollowable(reports.reduce((sum, report) => sum + (counts.get(report) ?? 0), 0));
  }
  await gathered.add({ patterns: [{ profile: match, terms: [[pattern]] }], reports });
  const { wordings, near } = await gathered.run((view) =>
    threadsSought(view, params, scopeFor(view, within)),
  );
  await gathered.add({ shares: wordings.flatMap(halfLike), reports });
  if (near) await gathered.addBest(near.words, near.count, reports, { kind, section });
}
