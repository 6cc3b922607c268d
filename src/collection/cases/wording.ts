/** Wordings beside their likes: variants, wording history, precedents, collation. */
import { z } from '@hono/zod-openapi';
import { collateReports, similarParagraphs, variantsOf, wordingHistory } from '../../compare/index.ts';
import type { Report } from '../../report/index.ts';
import * as bodies from '../bodies/compare.ts';
import { invalid } from '../errors.ts';
import {
  doubtfulParameter,
  pageShape,
  paragraphParameter,
  query,
  reportParameter,
  scopeShape,
  several,
} from '../parameters.ts';
import {
  inLanguageOf,
  paragraphOrFail,
  readableOrFail,
  reportNumbers,
  type ScopeFilter,
  scopeBody,
  underSection,
} from '../scope.ts';
import { translated } from '../translate.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';
import { textOf, unknownSection } from './compare.ts';

const { report: _, ...filters } = scopeShape;

export const variants = defineUseCase({
  summary: 'For each paragraph its nearest wording in every other report of the series, with what differs',
  description:
    'The other reports are those of the series (without one: of the collection), or those that `with` names. `doubtful=false` leaves out the nearest wordings whose difference may come from an uncertain reading alone. Never cut.',
  params: z.strictObject({
    id: reportParameter,
    with: several().optional().describe('Compare with these reports instead of the series (repeatable)'),
    doubtful: doubtfulParameter,
    ...filters,
  }),
  body: bodies.variants,
  rows: 'paragraphs',
  run(view, { id, with: named, doubtful, ...filter }) {
    const report = readableOrFail(view, id);
    const scope =
      named === undefined
        ? {
            ...filter,
            series: filter.series ?? report.series ?? undefined,
            language: filter.language ?? report.language,
          }
        : { ...filter, report: named };
    const others = reportNumbers(view, scope)
      .map((number) => view.table.reports[number]!.id)
      .filter((other) => other !== report.id);
    const answer = variantsOf(
      textOf(view, report.id),
      others.map((other) => textOf(view, other)),
      { lists: view.lists },
    );
    const paragraphs = doubtful
      ? answer.paragraphs
      : answer.paragraphs.map((item) => ({
          ...item,
          nearest: item.nearest.filter((variant) => !variant.doubtful),
        }));
    return { ...answer, paragraphs, scope: scopeBody(view, scope) };
  },
});

export const wording = defineUseCase({
  summary: "A wording through the years: each report's version, what changed, and what stays",
  description: `For each report the passage most like the anchor (a phrase or a paragraph), similarity 0.5 or more, in
dated order; reports without one are gaps (\`paragraph: null\`, and named in \`gaps\`). \`change\` and \`diff\` are against the
version before. \`template\`: the tokens that all versions share are words, what stands between them slots. Without a
filter, a paragraph's own series is the scope.`,
  params: z.strictObject({
    q: query.optional().describe('A phrase'),
    paragraph: z.string().min(1).optional().describe("A paragraph's id"),
    ...scopeShape,
  }),
  body: bodies.wording,
  rows: 'versions',
  run(view, { q, paragraph, ...filter }) {
    if ((q === undefined) === (paragraph === undefined)) throw invalid('q', 'give either q or paragraph');
    const found = paragraph === undefined ? null : paragraphOrFail(view, paragraph);
    const within = found ? around(readableOrFail(view, found.report), filter) : inLanguageOf(q!, filter);
    const reports = reportNumbers(view, within).map((number) => textOf(view, view.table.reports[number]!.id));
    const history = wordingHistory(found ? { paragraph: found } : { text: q! }, reports, {
      lists: view.lists,
    });
    return { ...history, scope: scopeBody(view, within) };
  },
});

/** A paragraph's own language, and without another filter its own series. */
function around({ series, language }: Report, filter: ScopeFilter): ScopeFilter {
  if (filter.report !== undefined) return filter;
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return {
    ...filter,
    series: narrowed ? filter.series : (series ?? undefined),
    language: filter.language ?? language,
  };
}

const least = z
  .union([
    z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'must be a number from 0 to 1'),
    z.number().min(0).max(1),
  ])
  .transform(Number)
  .default(0.3)
  .openapi({ type: 'number', minimum: 0, maximum: 1, default: 0.3 })
  .describe('Least similarity (default 0.3)');

const { offset: __, ...limitShape } = pageShape;

export const similar = defineUseCase({
  summary: 'The nearest wordings of other reports to a paragraph, with the words that differ',
  params: z.strictObject({ id: paragraphParameter, least, ...scopeShape, ...limitShape }),
  body: bodies.similar,
  rows: 'hits',
  run(view, { id, ...options }) {
    const paragraph = paragraphOrFail(view, id);
    const { language } = readableOrFail(view, paragraph.report);
    return precedents(view, { paragraph }, { ...options, language: options.language ?? language });
  },
});

export const similarText = defineUseCase({
  summary: 'The precedents of a pasted text, with the words that differ',
  params: z.strictObject({
    text: z.string('is required').refine((text) => text.trim() !== '', 'must not be empty'),
    least,
    ...scopeShape,
    ...limitShape,
  }),
  body: bodies.similar,
  rows: 'hits',
  run: (view, { text, ...options }) => {
    try {
      return precedents(view, { text }, inLanguageOf(text, options));
    } catch (error) {
      throw translated(error, 'text');
    }
  },
});

function precedents(
  view: View,
  anchor: Parameters<typeof similarParagraphs>[0],
  { limit, least, ...filter }: { limit: number; least: number } & Parameters<typeof reportNumbers>[1],
) {
  const numbers = new Set(reportNumbers(view, filter));
  const answer = similarParagraphs(
    anchor,
    view.byProfile('folded'),
    (ids) => view.reader.paragraphsById(ids),
    { limit, least, scope: (report) => numbers.has(report), lists: view.lists },
  );
  return { ...answer, scope: scopeBody(view, filter) };
}

export const collate = defineUseCase({
  summary: 'One section over several reports: reports as columns, paragraphs that belong together as rows',
  params: z.strictObject({
    report: several().describe('A report (repeatable)'),
    section: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe('Only paragraphs under a heading that holds these words'),
  }),
  body: bodies.collate,
  rows: ({ reports, rows }) =>
    rows.map(({ cells }) =>
      Object.fromEntries(reports.map((found, i) => [found.symbol, cells[i]?.text ?? ''])),
    ),
  run(view, { report, section }) {
    if (report.length < 2) throw invalid('report', 'name two reports or more');
    const ids = report.map((id) => readableOrFail(view, id).id);
    if (new Set(ids).size < ids.length) throw invalid('report', 'a report is named twice');
    const within = section === undefined ? () => true : underSection(section);
    const texts = ids.map((id) => {
      const { report: found, paragraphs } = textOf(view, id);
      return {
        report: found,
        paragraphs: paragraphs.filter((item) =>
          within([...item.path, item.kind === 'heading' ? item.text : '']),
        ),
      };
    });
    if (texts.every(({ paragraphs }) => paragraphs.length === 0)) {
      throw unknownSection(section!);
    }
    return collateReports(texts, { lists: view.lists });
  },
});
