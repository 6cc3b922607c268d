/** Similar wordings: history of a wording, precedents, collation. */
import { z } from '@hono/zod-openapi';
import { words } from 'arabic-normalizer';
import {
  type Anchor,
  collateReports,
  MayHold,
  rarityIn,
  similarCount,
  similarParagraphs,
  similarRuns,
  wordingHistory,
} from '../../compare/index.ts';
import type { Report } from '../../report/index.ts';
import type { ReportFilter } from '../../store/index.ts';
import * as bodies from '../bodies/compare.ts';
import { halfLike, withOccurrencesOf, withRun } from '../cluster/asked.ts';
import { narrowed, narrowedStepwise } from '../cluster/narrowed.ts';
import { invalid, unknownSection } from '../errors.ts';
import {
  flagOn,
  minSimilarity,
  pageShape,
  paragraphParameter,
  query,
  scopeShape,
  several,
  share,
} from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { collation, precedents as precedentRows, versions } from '../rows/compared.ts';
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
import { textOf } from './compare.ts';

export const wording = defineUseCase({
  summary: "A wording over the years: each report's version, what changed and what stayed",
  description: `For each report, by date, the passage most similar to the anchor (a pasted wording or a paragraph), with a
similarity of 0.5 or more. For a pasted wording it must also share half of the content, weighted so that rare words count
more than common ones. Reports without such a passage are gaps (\`paragraph: null\`, listed in \`gaps\`); \`gaps=false\` leaves
them out of \`versions\`. \`change\` and \`diff\` are relative to the previous version. In \`template\`, the tokens that all
versions share are words, and what varies between them are slots. Without filters, the scope is the paragraph's own series.`,
  params: z.strictObject({
    q: query.optional().describe('A pasted wording'),
    paragraph: z.string().min(1).optional().describe("A paragraph's id"),
    gaps: flagOn.describe('Include an entry in `versions` for reports without a version'),
    ...scopeShape,
  }),
  body: bodies.wording,
  rows: versions,
  columns: columns.versions,
  isHeavy: () => true,
  narrowing: 'give a shorter passage, or narrow it with series, report, year_from or year_to',
  run(view, { q, paragraph, gaps, ...filter }) {
    if ((q === undefined) === (paragraph === undefined)) throw invalid('q', 'give either q or paragraph');
    const found = paragraph === undefined ? null : paragraphOrFail(view, paragraph);
    const within = found ? around(readableOrFail(view, found.report), filter) : inLanguageOf(q!, filter);
    const anchor = found ? { paragraph: found } : { text: q! };
    const wanted = words(found?.text ?? q!, 'folded');
    const numbers = reportNumbers(view, within);
    const need = () => ({ shares: halfLike(wanted), reports: numbers });
    return narrowed(view, need, (view) => {
      const index = view.byProfile('folded');
      // In a large collection few paragraphs can contain it: the others are not read.
      const mayHold = new MayHold(wanted, index, view.budget);
      const reports = numbers.map((number) => ({
        report: view.table.reports[number]!,
        paragraphs: view.reader.paragraphsByRow(mayHold.of(number).map((at) => view.table.rowOf(at))),
      }));
      const history = wordingHistory(anchor, reports, {
        lists: view.lists,
        rarity: rarityIn(index),
        budget: view.budget,
      });
      const versions = gaps ? history.versions : history.versions.filter((item) => item.paragraph !== null);
      return { ...history, versions, scope: scopeBody(view, within) };
    });
  },
});

/** Limits the scope to the paragraph's language and, if no other filter is given, to its series. */
function around({ series, language }: Report, filter: ScopeFilter): ScopeFilter {
  if (filter.report !== undefined) return filter;
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return {
    ...filter,
    series: narrowed ? filter.series : (series ?? undefined),
    language: filter.language ?? language,
  };
}

const nearness = {
  min_similarity: minSimilarity(0.3),
  least: share.optional().openapi({ deprecated: true }).describe('The former name of min_similarity'),
  verbatim: flagOn.describe(
    'Whether `hits` includes paragraphs that contain the text word for word; `verbatim` counts them in any case',
  ),
};

const { offset: _, ...limitShape } = pageShape;

export const similar = defineUseCase({
  summary: 'The wordings in other reports nearest to a paragraph, with the words that differ',
  description: 'Most similar first.',
  params: z.strictObject({ id: paragraphParameter, ...nearness, ...scopeShape, ...limitShape }),
  body: bodies.similar,
  rows: precedentRows,
  columns: columns.versions,
  isHeavy: () => true,
  narrowing: 'give a shorter passage, or narrow it with series, report, year_from or year_to',
  run(view, { id, ...options }) {
    const paragraph = paragraphOrFail(view, id);
    const { language } = readableOrFail(view, paragraph.report);
    return precedents(view, { paragraph }, { ...options, language: options.language ?? language });
  },
});

export const similarText = defineUseCase({
  summary: 'The precedents of a pasted text, with the words that differ',
  description:
    'Like `GET /v1/paragraphs/{id}/similar`, for a text that is too long or too private for a URL.',
  params: z.strictObject({
    text: z
      .string('is required')
      .refine((text) => text.trim() !== '', 'must not be empty')
      .openapi({ minLength: 1, pattern: '\\S' }),
    ...nearness,
    ...scopeShape,
    ...limitShape,
  }),
  body: bodies.similar,
  rows: precedentRows,
  columns: columns.versions,
  isHeavy: () => true,
  narrowing: 'give a shorter passage, or narrow it with series, report, year_from or year_to',
  async run(view, { text, ...options }) {
    try {
      return await precedents(view, { text }, inLanguageOf(text, options));
    } catch (error) {
      throw translated(error, 'text');
    }
  },
});

function precedents(
  view: View,
  anchor: Anchor,
  {
    limit,
    min_similarity,
    least = min_similarity,
    verbatim: withVerbatim,
    ...filter
  }: { limit: number; min_similarity: number; least?: number | undefined; verbatim: boolean } & ReportFilter,
) {
  const reports = reportNumbers(view, filter);
  const numbers = new Set(reports);
  const options = {
    limit,
    least,
    withVerbatim,
    scope: (report: number) => numbers.has(report),
    lists: view.lists,
    budget: view.budget,
  };
  const load = (ids: readonly string[]) => view.reader.paragraphsById(ids);
  return narrowedStepwise(
    view,
    async (gathered) => {
      const runs = await gathered.run((view) => similarRuns(anchor, view.byProfile('folded'), options));
      await gathered.add({ patterns: runs.map(withRun), reports });
      const more = await gathered.run((view) => similarCount(anchor, view.byProfile('folded'), options));
      if (more) await gathered.add({ shares: withOccurrencesOf(more.words, more.least), reports });
    },
    (view) => ({
      ...similarParagraphs(anchor, view.byProfile('folded'), load, options),
      scope: scopeBody(view, filter),
    }),
  );
}

export const collate = defineUseCase({
  summary: 'One section of several reports: reports as columns, corresponding paragraphs as rows',
  description: "Each cell's `diff` is against the previous cell in its row.",
  params: z.strictObject({
    report: several({ min: 2 }).describe('A report (repeatable: name two or more, each once)'),
    section: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe('Only paragraphs under a heading that contains these words'),
  }),
  body: bodies.collate,
  rows: collation,
  isHeavy: () => true,
  narrowing: 'name fewer reports, or one section at a time with section',
  run(view, { report, section }) {
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
    return {
      ...collateReports(texts, { lists: view.lists, budget: view.budget }),
      scope: scopeBody(view, { report: ids }),
    };
  },
});
