/** Bodies of two or more texts side by side: compare, variants, wording. */
import { z } from '@hono/zod-openapi';
import { reportName, span } from './report.ts';

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

const range = z.object({ paragraph: z.string(), start: count, end: count });

export const diffPart = z
  .object({
    op: z.enum(['equal', 'insert', 'delete', 'replace']),
    base: range.nullable(),
    other: range.nullable(),
    inner: z
      .object({ base: z.array(span), other: z.array(span) })
      .optional()
      .openapi({ description: 'On a replacement, the letters that differ' }),
  })
  .openapi('DiffPart');

export const change = z
  .object({
    change: changeKind,
    moved: z.boolean(),
    punctuation: z.boolean(),
    base: z.array(z.string()),
    other: z.array(z.string()),
    similarity: z.number(),
    diff: z.array(diffPart),
  })
  .openapi('Change');

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
      similarity: z.number(),
    }),
    changes: z.array(change),
  })
  .openapi('Comparison');

export const variants = z
  .object({
    report: z.string(),
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
            diff: z.array(diffPart),
          }),
        ),
      }),
    ),
  })
  .openapi('Variants');
