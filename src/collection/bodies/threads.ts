/** Body of a phrase's threads. */
import { z } from '@hono/zod-openapi';
import { changeKind, diffPart, strengths, templatePart } from './compare.ts';
import { dated, scope } from './report.ts';

const count = z.number().int();
const year = z.number().int().nullable();

const passage = {
  paragraph: z.string(),
  number: count.nullable().openapi({ description: "The paragraph's printed number" }),
  label: z.string().nullable().openapi({ description: 'What stands in print before the paragraph' }),
  part: z.string().openapi({ description: '`main`, or the annex in which the number counts' }),
  start: count.openapi({ description: "UTF-16 offset into the paragraph's text" }),
  end: count,
  text: z.string(),
};

export const threadVersion = z
  .object({
    report: z.string(),
    year,
    ...passage,
    similarity: z.number().nullable().openapi({ description: 'To the version before; null for the first' }),
    change: changeKind
      .nullable()
      .openapi({ description: 'Compared with the version before; null for the first' }),
    punctuation: z.boolean().nullable(),
    doubtful: z.boolean().nullable(),
    diff: z
      .array(diffPart)
      .openapi({ description: 'Compared with the version before (its `base`); empty for the first' }),
    ...strengths,
    also: z
      .array(z.object(passage))
      .openapi({ description: 'Passages of the same report with the same folded words' }),
  })
  .openapi('ThreadVersion');

const instead = z
  .object({
    ...passage,
    similarity: z.number(),
    change: changeKind,
    punctuation: z.boolean(),
    doubtful: z.boolean(),
    diff: z.array(diffPart),
    ...strengths,
  })
  .openapi('Instead', {
    description:
      "The report's sentence most like the version before (before the first version: the first), half alike or more " +
      'and in no thread of this answer; counted nowhere',
  });

export const thread = z
  .object({
    text: z.string().openapi({ description: "The latest version's text" }),
    occurrences: count.openapi({
      description: 'Occurrences of the phrase; those of all threads add up to the total',
    }),
    reports: count.openapi({ description: 'How many reports have a version' }),
    wordings: count.openapi({ description: 'How many different folded texts' }),
    first: dated,
    last: dated,
    versions: z.array(threadVersion),
    template: z.array(templatePart).nullable().openapi({
      description: 'The words that all versions share and what varies between; null beyond 50 wordings',
    }),
    gaps: z.array(z.object({ report: z.string(), year, instead: instead.nullable() })).openapi({
      description: "The reports of the scope and of the thread's series that have no version of it",
    }),
  })
  .openapi('Thread');

export const threads = z
  .object({
    phrase: z.object({ text: z.string(), tokens: z.array(z.string()) }),
    occurrences: count,
    total: count.openapi({ description: 'How many threads' }),
    limit: count,
    offset: count,
    threads: z.array(thread),
    near: z
      .array(
        z.object({
          report: z.string(),
          year,
          ...passage,
          shared: z.array(z.string()).openapi({ description: "The phrase's words that stand in it" }),
          share: z.number().openapi({
            description:
              'How much of what the phrase says these words make up, 0 to 1: rare words more than common ones',
          }),
          times: count.openapi({ description: 'How many sentences have the same words; the first is named' }),
        }),
      )
      .openapi({
        description:
          'Where the phrase stands nowhere: the nearest sentences by its rarer words, the nearest first',
      }),
    scope,
  })
  .openapi('ThreadsAnswer');
