/** Body of a phrase's threads. */
import { z } from '@hono/zod-openapi';
import { changeKind, diffPart, strengths, templatePart } from './compare.ts';
import { dated, scope } from './report.ts';

const count = z.number().int();
const year = z.number().int().nullable();

const passage = {
  paragraph: z.string(),
  number: count.nullable().openapi({ description: "The paragraph's printed number" }),
  label: z.string().nullable().openapi({ description: 'What is printed before the paragraph' }),
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
    similarity: z.number().nullable().openapi({ description: 'To the previous version; null for the first' }),
    change: changeKind
      .nullable()
      .openapi({ description: 'Compared with the previous version; null for the first' }),
    punctuation: z.boolean().nullable(),
    doubtful: z.boolean().nullable(),
    diff: z
      .array(diffPart)
      .openapi({ description: 'Compared with the previous version (its `base`); empty for the first' }),
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
      "The report's sentence most similar to the previous version (before the first version: to the first), at least half " +
      'alike and in no thread of this answer; it is not counted',
  });

export const thread = z
  .object({
    text: z.string().openapi({ description: "The latest version's text" }),
    occurrences: count.openapi({
      description: 'Occurrences of the phrase; those of all threads add up to the total',
    }),
    reports: count.openapi({ description: 'Number of reports with a version' }),
    wordings: count.openapi({ description: 'Number of different wordings (folded)' }),
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
    total: count.openapi({ description: 'Number of threads' }),
    limit: count,
    offset: count,
    threads: z.array(thread),
    near: z
      .array(
        z.object({
          report: z.string(),
          year,
          ...passage,
          shared: z.array(z.string()).openapi({ description: "The phrase's words that occur in it" }),
          share: z.number().openapi({
            description:
              "Share of the phrase's content that these words make up, 0 to 1; rare words count more than common ones",
          }),
          times: count.openapi({
            description: 'Number of sentences with the same words; the first is given',
          }),
        }),
      )
      .openapi({
        description: 'If the phrase does not occur: the nearest sentences by its rarer words, nearest first',
      }),
    scope,
  })
  .openapi('ThreadsAnswer');
