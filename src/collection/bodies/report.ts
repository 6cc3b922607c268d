/** Bodies about reports, paragraphs and series. */
import { z } from '@hono/zod-openapi';
import { paragraphKinds } from '../../report/index.ts';

export const span = z.tuple([z.number().int(), z.number().int()]).openapi({
  type: 'array',
  items: { type: 'integer' },
  minItems: 2,
  maxItems: 2,
  description: 'Start and end, UTF-16 offsets into the paragraph text',
});

export const reference = z
  .object({
    type: z.enum(['resolution', 'decision', 'document', 'agenda_item', 'paragraph', 'treaty']),
    symbol: z.string(),
    start: z.number().int(),
    end: z.number().int(),
  })
  .openapi('Reference');

export const paragraph = z
  .object({
    id: z.string().openapi({ example: 'A-CONF.192-MGE-2011-1:12' }),
    report: z.string(),
    ordinal: z.number().int().openapi({ description: 'From 1, in reading order' }),
    kind: z.enum(paragraphKinds),
    number: z.number().int().nullable().openapi({ description: "The report's own paragraph number" }),
    label: z.string().nullable().openapi({ description: 'What is printed before the text' }),
    part: z.string().openapi({ description: '`main`, or the annex' }),
    path: z.array(z.string()).openapi({ description: 'Headings above, outermost first' }),
    parent: z.string().nullable().openapi({ description: 'Paragraph that this item or footnote belongs to' }),
    page: z.number().int().nullable().openapi({ description: 'Page of a PDF, from 1, on which it begins' }),
    cell: z
      .object({
        table: z.number().int().openapi({ description: 'Number of the table in the report, from 1' }),
        row: z.number().int().openapi({ description: 'From 1; for a merged cell, the first' }),
        column: z
          .number()
          .int()
          .openapi({ description: 'From 1, in reading order; for a merged cell, the first' }),
      })
      .nullable()
      .openapi({ description: 'Position of a paragraph of kind `table` in its table; otherwise null' }),
    text: z.string(),
    words: z.number().int(),
    doubts: z.array(span).openapi({ description: 'The words whose reading is uncertain' }),
    references: z.array(reference),
  })
  .openapi('Paragraph');

export const warning = z.object({ code: z.string(), message: z.string(), paragraph: z.string().optional() });

export const report = z
  .object({
    id: z.string().openapi({ example: 'A-CONF.192-MGE-2011-1' }),
    symbol: z.string().openapi({ example: 'A/CONF.192/MGE/2011/1' }),
    title: z.string(),
    series: z.string().nullable(),
    body: z.string().nullable(),
    year: z.number().int().nullable(),
    date: z.object({ from: z.string(), to: z.string() }).nullable(),
    session: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'Number of the session, from the cover or the opening paragraphs' }),
    language: z.string(),
    paragraphs: z.number().int(),
    words: z.number().int(),
    source: z.object({
      file: z.string(),
      format: z.enum(['txt', 'pdf', 'docx', 'doc', 'odt', 'html']),
      sha256: z.string(),
      layer: z.enum(['logical', 'visual', 'ocr']),
      reader: z
        .number()
        .int()
        .openapi({ description: 'Version of the reader that read the file; 0 if unknown' }),
      structure: z
        .enum(['tags', 'layout'])
        .optional()
        .openapi({
          description:
            'For a PDF: whether its paragraphs, their kinds and their order were read from the tags of the file or from the ' +
            'layout of the pages; the warning `tags_not_used` says why tags were not used',
        }),
    }),
    repairs: z.object({
      words: z.number().int().openapi({ description: 'Words whose text was changed by repair' }),
      doubtful: z.number().int().openapi({ description: 'Words whose reading is uncertain' }),
    }),
    readable: z.number().openapi({ description: 'Share of the words that could be read, 0 to 1' }),
    unreadable: z
      .boolean()
      .openapi({ description: 'Too little of it could be read: it is left out of every search and count' }),
    duplicate_of: z.array(z.string()).openapi({ description: 'Other reports with the same bytes' }),
    warnings: z.array(warning),
    ingested_at: z.string(),
  })
  .openapi('Report');

/** Not made with `extend`: OpenAPI would then describe `paragraphs` as a count and a list at once. */
export const reportWithParagraphs = z
  .object({ ...report.shape, paragraphs: z.array(paragraph) })
  .openapi('ReportWithParagraphs');

export const scope = z
  .object({
    reports: z.number().int().openapi({ description: 'Number of reports that were searched' }),
    unreadable: z.array(z.string()).openapi({ description: 'Reports left out because they cannot be read' }),
    undated: z
      .array(z.string())
      .openapi({ description: 'Reports without a date or year; they appear in no timeline' }),
    missing: z.array(z.string()).openapi({
      description: "Symbols of the catalogue's meetings in the scope that are not in the collection",
    }),
  })
  .openapi('Scope', { description: 'What was counted, and what could not be' });

/** A report named in an answer. */
export const reportName = z.object({ id: z.string(), symbol: z.string(), year: z.number().int().nullable() });

export const dated = z.object({ report: z.string(), year: z.number().int().nullable() });

export const meeting = z
  .object({
    key: z.string(),
    kind: z.string(),
    ordinal: z.number().int(),
    year: z.number().int(),
    symbol: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    place: z.string().nullable(),
    unconfirmed: z.array(z.string()).openapi({ description: 'Fields that could not be confirmed' }),
    status: z.enum(['ingested', 'unreadable', 'missing']),
    report: z.string().nullable().openapi({ description: "The ingested report's id" }),
  })
  .openapi('Meeting');

export const series = z
  .object({
    id: z.string(),
    title: z.string(),
    title_en: z.string().nullable(),
    body: z.string().nullable(),
    constructed: z.boolean().openapi({ description: 'True for the fictitious sample series' }),
    catalogued: z.boolean().openapi({ description: 'False for a series known from its reports only' }),
    reports: z.number().int(),
    missing: z.number().int(),
    meetings: z.array(meeting),
    uncatalogued: z
      .array(reportName)
      .openapi({ description: 'Reports of the series that match no meeting in the catalogue' }),
  })
  .openapi('Series');

export const repair = z
  .object({
    paragraph: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    text: z.string(),
    raw: z.string(),
    kinds: z.array(z.string()),
    doubtful: z.boolean(),
  })
  .openapi('Repair');

/** The words of a range, in addition to its `start` and `end`. */
export const includedText = z
  .string()
  .optional()
  .openapi({ description: 'The words themselves; only with `include=text`' });

/** The one shape of every list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({
    total: z.number().int(),
    limit: z.number().int(),
    offset: z.number().int(),
    items: z.array(item),
  });
}
