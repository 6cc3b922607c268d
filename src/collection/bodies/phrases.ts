/** Bodies about runs of words: search, phrases, trends, recurring, novelty, dropped. */
import { z } from '@hono/zod-openapi';
import { engineNames } from '../../search/index.ts';
import { dated, paragraph, reportName, scope, span } from './report.ts';

const count = z.number().int();
const also = z.object({ exact: count, folded: count, stem: count }).openapi({
  description: 'The count under each match profile',
});
const profile = z.enum(['exact', 'folded', 'stem']);

const searchPlace = z
  .object({
    paragraph: z.string(),
    report: reportName,
    number: count.nullable().openapi({ description: 'The printed number' }),
    label: z.string().nullable().openapi({ description: 'What is printed before the text' }),
    part: z.string().openapi({ description: '`main`, or the annex' }),
  })
  .openapi('SearchPlace');

const searchHit = z
  .object({
    paragraph,
    report: reportName,
    score: z.number(),
    highlights: z.array(span),
    places: z.array(searchPlace).optional().openapi({
      description: 'With group=text: every matching paragraph with these words, dated reports first',
    }),
  })
  .openapi('SearchHit');

export const search = z
  .object({
    query: z.object({ q: z.string(), match: profile, terms: z.array(z.string()) }),
    total: count.openapi({ description: 'Number of matching paragraphs' }),
    groups: count.optional().openapi({ description: 'With group=text: number of different texts' }),
    hits: z.array(searchHit),
    facets: z.object({
      year: z.record(z.string(), count),
      report: z.record(z.string(), count),
      series: z.record(z.string(), count),
      body: z.record(z.string(), count),
      kind: z.record(z.string(), count),
      section: z.record(z.string(), count).optional(),
    }),
    also,
    suggestions: z.array(z.string()),
    engine: z.enum(engineNames),
    degraded: z
      .boolean()
      .openapi({ description: 'True if the search server is down and the embedded engine ranked instead' }),
    took_ms: z.number(),
    scope,
  })
  .openapi('SearchAnswer');

const interval = z
  .array(z.number())
  .length(2)
  .openapi({ description: 'Lower and upper end of the 95 % interval (Wilson, 1927)' });

const frequency = { per_10k_words: z.number(), interval };

export const byYear = z.object({
  year: z.number().int().nullable(),
  occurrences: count,
  reports: count,
  ...frequency,
});

export const concordanceLine = z
  .object({
    paragraph: z.string(),
    report: z.string(),
    year: z.number().int().nullable(),
    start: count,
    end: count,
    before: z.string(),
    keyword: z.string(),
    after: z.string(),
  })
  .openapi('ConcordanceLine');

const neighbour = z.object({
  word: z.string().openapi({ description: 'In its most common printed form here' }),
  count: count.openapi({
    description: 'Number of occurrences of the phrase with this word in that position',
  }),
  association: z.number().optional().openapi({
    description:
      'With order=association: log-likelihood ratio (Dunning, 1993) of the word in that position against the rest of the scope; negative if it is rarer there',
  }),
});

export const phrases = z
  .object({
    phrase: z.object({ text: z.string(), tokens: z.array(z.string()) }),
    occurrences: count,
    paragraphs: count,
    reports: count,
    first: dated.nullable(),
    last: dated.nullable(),
    by_report: z.array(
      z.object({
        report: z.string(),
        symbol: z.string(),
        year: z.number().int().nullable(),
        occurrences: count,
        ...frequency,
      }),
    ),
    by_year: z.array(byYear),
    also,
    before: z.array(neighbour).openapi({ description: 'Words before, in reading order' }),
    after: z.array(neighbour).openapi({ description: 'Words after, in reading order' }),
    sample: z
      .object({ size: count, seed: count })
      .nullable()
      .openapi({ description: 'The sample that the concordance shows; null if it shows all occurrences' }),
    concordance: z.array(concordanceLine),
    scope,
  })
  .openapi('PhraseAnswer');

export const trends = z
  .object({
    trends: z.array(
      z.object({
        phrase: z.object({ text: z.string(), tokens: z.array(z.string()) }),
        points: z.array(
          z.object({
            year: z.number().int(),
            occurrences: count
              .nullable()
              .openapi({ description: 'null if the scope has no report of that year' }),
            words: count,
            per_10k_words: z.number().nullable(),
            interval: interval.nullable(),
            reports_with: count.nullable(),
            reports_interval: interval.nullable().openapi({
              description: '95 % interval (Wilson, 1927) of the share of reports that contain it, 0 to 1',
            }),
            reports: count,
          }),
        ),
        undated: z
          .object({ occurrences: count, words: count, reports_with: count, reports: count })
          .openapi({ description: 'Reports of the scope without a year, which are in no point' }),
      }),
    ),
    scope,
  })
  .openapi('TrendsAnswer');
