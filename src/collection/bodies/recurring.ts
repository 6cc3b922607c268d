/** Bodies about what a report shares with the others, what is new in it and what it dropped. */
import { z } from '@hono/zod-openapi';
import { dated, includedText, scope } from './report.ts';

const count = z.number().int();

const reportCount = z.object({ report: z.string(), year: z.number().int().nullable(), occurrences: count });
const place = z.object({ paragraph: z.string(), start: count, end: count, text: includedText });

export const recurringPhrase = z
  .object({
    text: z.string().openapi({ description: "The report's own wording at its first occurrence" }),
    tokens: z.array(z.string()),
    words: count,
    report_count: count,
    reports: z.array(reportCount),
    first: dated,
    last: dated,
    occurrences: z.array(place).openapi({ description: 'Where it occurs in this report' }),
  })
  .openapi('RecurringPhrase');

const placed = z.object({
  report: z.string(),
  year: z.number().int().nullable(),
  occurrences: z
    .union([count, z.array(place)])
    .openapi({ description: 'How often; with `include=occurrences`, every place instead' }),
});

export const recurring = z
  .object({
    report: z.string(),
    min_words: count,
    min_reports: count,
    view: z.enum(['maximal', 'closed']),
    total: count,
    coverage: z.object({ words: count, recurring_words: count, share: z.number() }),
    phrases: z.array(z.object({ ...recurringPhrase.shape, reports: z.array(placed) })),
    scope,
  })
  .openapi('Recurring');

export const dropped = z
  .object({
    report: z.string(),
    min_words: count,
    min_reports: count,
    compared: z
      .array(dated)
      .openapi({ description: 'The earlier reports that all contain them, oldest first' }),
    total: count,
    phrases: z.array(recurringPhrase),
    scope,
  })
  .openapi('Dropped');

export const novelty = z
  .object({
    report: z.string(),
    earlier: z.array(z.string()).openapi({ description: 'The reports compared with, oldest first' }),
    missing: z.array(z.string()).openapi({
      description: "Symbols of the catalogue's earlier meetings of the series that are not in the collection",
    }),
    coverage: z
      .object({ words: count, seen_words: count, share: z.number() })
      .nullable()
      .openapi({ description: 'null if there is no earlier report to compare with' }),
    undated: z.array(z.string()).openapi({ description: 'Reports left out because they have no date' }),
    paragraphs: z.array(
      z.object({
        paragraph: z.string(),
        words: count,
        new_share: z.number(),
        spans: z.array(
          z.object({
            start: count,
            end: count,
            words: count,
            first_seen: dated.nullable(),
            text: includedText,
          }),
        ),
      }),
    ),
    scope,
  })
  .openapi('Novelty');
