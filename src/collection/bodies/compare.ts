/** Bodies of two or more texts side by side: compare, variants, wording. */
import { z } from '@hono/zod-openapi';
import { dated, includedText, reportName, scope, span } from './report.ts';

const count = z.number().int();
const year = z.number().int().nullable();

export const changeKind = z.enum([
  'identical',
  'orthographic',
  'details',
  'reworded',
  'split',
  'merged',
  'added',
  'removed',
]);

const range = z.object({ paragraph: z.string(), start: count, end: count, text: includedText });

export const diffPart = z
  .object({
    op: z.enum(['equal', 'insert', 'delete', 'replace']),
    base: range.nullable(),
    other: range.nullable(),
    inner: z
      .object({ base: z.array(span), other: z.array(span) })
      .optional()
      .openapi({ description: 'On a replacement, the letters that differ' }),
    doubtful: z.boolean().openapi({
      description:
        'The reading of all its words on one side is uncertain, or, for an insertion or deletion, that of a word next to the gap on the other side',
    }),
  })
  .openapi('DiffPart');

export const strengths = {
  strength: z
    .object({ from: z.string(), to: z.string(), direction: z.enum(['stronger', 'weaker', 'same']) })
    .openapi('Strength', {
      description: 'Only if operative verbs listed in config/strength.json differ',
    })
    .optional(),
  qualifiers: z
    .object({ added: z.array(z.string()), removed: z.array(z.string()) })
    .openapi('Qualifiers', { description: 'Only if listed qualifiers differ' })
    .optional(),
};

export const change = z
  .object({
    change: changeKind,
    moved: z.boolean(),
    punctuation: z.boolean(),
    doubtful: z.boolean().openapi({
      description:
        'Every part that differs is doubtful; for `added` and `removed`, half of the words are in doubt',
    }),
    base: z.array(z.string()),
    other: z.array(z.string()),
    similarity: z.number(),
    diff: z.array(diffPart),
    ...strengths,
  })
  .openapi('ParagraphChange');

export const compare = z
  .object({
    base: reportName,
    other: reportName,
    summary: z.object({
      identical: count,
      orthographic: count,
      details: count,
      reworded: count,
      split: count,
      merged: count,
      added: count,
      removed: count,
      moved: count,
      doubtful: count.openapi({ description: 'Changes that are doubtful, whatever their kind' }),
      similarity: z.number(),
    }),
    changes: z.array(change),
    scope,
  })
  .openapi('Comparison');

export const variants = z
  .object({
    report: z.string(),
    total: count.openapi({ description: 'Number of selected paragraphs' }),
    limit: count.openapi({ description: 'Maximum number of paragraphs in this answer' }),
    offset: count,
    paragraphs: z.array(
      z.object({
        paragraph: z.string(),
        nearest: z.array(
          z.object({
            report: z.string(),
            year,
            paragraph: z.string(),
            similarity: z.number(),
            change: changeKind,
            punctuation: z.boolean(),
            doubtful: z.boolean(),
            diff: z.array(diffPart),
            ...strengths,
          }),
        ),
      }),
    ),
    scope,
  })
  .openapi('Variants');

export const version = z
  .object({
    report: z.string(),
    year,
    paragraph: z.string().nullable(),
    start: count.nullable(),
    end: count.nullable(),
    text: z.string().nullable(),
    similarity: z.number().nullable(),
    change: changeKind.nullable(),
    punctuation: z.boolean().nullable(),
    doubtful: z.boolean().nullable(),
    diff: z.array(diffPart),
    ...strengths,
  })
  .openapi('Version');

const anchor = z.object({
  text: z.string(),
  paragraph: z.string().nullable(),
  report: z.string().nullable(),
});

export const templatePart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('word'), text: z.string() }),
  z.object({
    type: z.literal('slot'),
    values: z.array(z.object({ report: z.string(), text: z.string() })),
  }),
]);

export const wording = z
  .object({
    anchor,
    versions: z.array(version),
    template: z.array(templatePart),
    wordings: count.openapi({ description: 'Number of different wordings (folded)' }),
    gaps: z.array(z.object({ report: z.string(), year })),
    scope,
  })
  .openapi('Wording');

const placed = {
  report: z.string(),
  year,
  paragraph: z.string(),
  number: count.nullable().openapi({ description: "The paragraph's printed number" }),
  label: z.string().nullable().openapi({ description: 'What is printed before the paragraph' }),
  part: z.string().openapi({ description: '`main`, or the annex in which the number counts' }),
  start: count,
  end: count,
  text: z.string().openapi({ description: 'The words of the passage' }),
  before: z.string().openapi({ description: 'What comes before it in the sentence' }),
  after: z.string().openapi({ description: 'What comes after it in the sentence' }),
};

export const similar = z
  .object({
    anchor,
    verbatim: z
      .object({
        occurrences: count,
        reports: z
          .array(z.object({ ...placed, occurrences: count }))
          .openapi({ description: 'Earliest report first, each with its first occurrence' }),
        first: dated.nullable(),
        last: dated.nullable(),
      })
      .openapi({
        description: 'Where the text occurs word for word (folded); complete, whatever `limit` is',
      }),
    hits: z.array(
      z.object({
        ...placed,
        similarity: z.number(),
        change: changeKind,
        punctuation: z.boolean(),
        doubtful: z.boolean(),
        diff: z.array(diffPart),
        ...strengths,
      }),
    ),
    scope,
  })
  .openapi('Precedents');

export const collate = z
  .object({
    reports: z.array(reportName),
    rows: z.array(
      z.object({
        cells: z.array(
          z
            .object({
              paragraphs: z.array(z.string()),
              text: z.string(),
              change: changeKind.nullable(),
              similarity: z.number().nullable(),
              doubtful: z.boolean().nullable(),
              diff: z.array(diffPart),
            })
            .nullable(),
        ),
      }),
    ),
    scope,
  })
  .openapi('Collation');
