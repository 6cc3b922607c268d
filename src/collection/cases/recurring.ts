/** What a report shares with the others, what is new in it, which phrases return and which it dropped. */
import { z } from '@hono/zod-openapi';
import {
  droppedAnswer,
  earlierReports,
  noveltyAnswer,
  recurringAnswer,
  scopeOf,
} from '../../phrases/index.ts';
import type { Report } from '../../report/index.ts';
import * as bodies from '../bodies/recurring.ts';
import { windowsOf } from '../cluster/asked.ts';
import { type Need, narrowed } from '../cluster/narrowed.ts';
import {
  flagOff,
  includes,
  pageShape,
  placeShape,
  reportParameter,
  scopeShape,
  several,
  wholeOr,
} from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { phrases as phraseRows, spans } from '../rows/phrases.ts';
import {
  missingBefore,
  ownParagraphs,
  readableOrFail,
  reportNumbers,
  type ScopeFilter,
  scopeBody,
  scopeFor,
} from '../scope.ts';
import { withTexts } from '../texts.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';
import { isLong, readsAll } from '../weights.ts';

const { report: _, ...filters } = { ...scopeShape, ...placeShape };
const minWords = wholeOr(4, 1, 1000).describe('Minimum number of words in a phrase');
const minReports = wholeOr(2, 1, 100_000).describe('Minimum number of reports that contain it');
const narrowing =
  'ask for longer phrases with min_words, or compare with fewer reports with `with`, series, year_from or year_to';
const others = several().optional().describe('Compare with these reports instead of the series (repeatable)');

export const recurring = defineUseCase({
  summary: 'The phrases that a report shares with the others of its series',
  description: `Runs of at least \`min_words\` consecutive folded tokens of one paragraph that occur in at least
\`min_reports\` reports, counting this one. \`view=maximal\` lists those that cannot be extended by a word on either side and
still qualify; \`view=closed\` those that cannot be extended without losing a report. The list is complete: longest first, then
most reports, then reading order. \`order=reports\` puts phrases in most reports first; \`distinctive\` those that are far more
frequent in this scope than in the rest of the collection (log-likelihood, Dunning 1993); \`first\` those that appeared
earliest. \`returns=true\` keeps only phrases that an earlier report has, the previous report lacks, and this one has again,
ranked by words times reports.
With \`include=occurrences\`, each entry of \`reports\` lists its \`occurrences\` (paragraph, start, end) instead of a count.
\`kind\` and \`section\` narrow what is searched in the other reports; this report is always read in full.`,
  params: z.strictObject({
    id: reportParameter,
    min_words: minWords,
    min_reports: minReports,
    view: z
      .enum(['maximal', 'closed'], 'must be maximal or closed')
      .default('maximal')
      .describe('Which phrases are listed: maximal or closed'),
    order: z
      .enum(['longest', 'reports', 'distinctive', 'first'], 'must be longest, reports, distinctive or first')
      .optional()
      .describe('Order of the phrases: longest (default), reports, distinctive or first'),
    returns: flagOff.describe('Only phrases that return after an absence'),
    include: includes('text', 'occurrences'),
    with: others,
    ...filters,
    ...pageShape,
  }),
  body: bodies.recurring,
  rows: phraseRows,
  columns: columns.phrases,
  isHeavy: (view, params) =>
    readsAll(params) || params.returns || params.order === 'distinctive' || isLong(view, params.id),
  narrowing,
  run(
    view,
    {
      id,
      with: named,
      min_words,
      min_reports,
      view: kind,
      order,
      returns,
      include,
      limit,
      offset,
      ...filter
    },
  ) {
    const report = readableOrFail(view, id);
    const places = include.includes('occurrences');
    const params = { report: report.id, min_words, min_reports, view: kind, returns, places, limit, offset };
    const around = filterAround(view, report, named, filter);
    // How rare a phrase is elsewhere depends on the whole collection.
    const need = () => needOf(view, report, min_words, order === 'distinctive' ? {} : around);
    return narrowed(view, need, (view) => {
      const scope = scopeFor(view, around);
      const answer = recurringAnswer(view, order ? { ...params, order } : params, scope);
      const whole = include.includes('text') ? withTexts(view, answer) : answer;
      return { ...whole, scope: scopeBody(view, around, report.id) };
    });
  },
});

export const dropped = defineUseCase({
  summary: 'Phrases that earlier reports share and a report dropped',
  description: `Maximal phrases of at least \`min_words\` words that each of the last \`min_reports\` earlier reports contains and
this one does not. Ranked by words times reports. \`text\` and \`occurrences\` are those of the previous report. \`kind\` and
\`section\` narrow what is searched in the earlier reports; a phrase that occurs anywhere in this report is not dropped.`,
  params: z.strictObject({
    id: reportParameter,
    min_words: minWords,
    min_reports: wholeOr(2, 1, 100_000).describe('How many of the preceding reports must all contain it'),
    with: others,
    ...filters,
    ...pageShape,
  }),
  body: bodies.dropped,
  rows: phraseRows,
  columns: columns.phrases,
  isHeavy: () => true,
  narrowing,
  run(view, { id, with: named, min_words, min_reports, limit, offset, ...filter }) {
    const report = readableOrFail(view, id);
    const params = { report: report.id, min_words, min_reports, limit, offset };
    const around = filterAround(view, report, named, filter);
    return narrowed(
      view,
      () => needOfDropped(view, report, min_words, around),
      (view) => ({
        ...droppedAnswer(view, params, scopeFor(view, around)),
        scope: scopeBody(view, around, report.id),
      }),
    );
  },
});

export const novelty = defineUseCase({
  summary: 'What a report says for the first time, and when the rest was first said',
  description: `For each token: the earliest report of the series, dated before this one, that contains a run of at least
\`min_words\` tokens of the paragraph around it (the whole paragraph if it is shorter). If there is none, the token is new.
\`spans\` are the maximal runs with the same answer; together they cover the paragraph. Undated reports are left out and
listed in \`undated\`. If there is no earlier report, \`coverage\` is null and \`paragraphs\` is empty. \`missing\` lists the
earlier meetings that are not in the collection. The answer is always complete. \`kind\` and \`section\` select paragraphs of
this report; the earlier reports are searched in full, so a sentence moved here from another section is not new.`,
  params: z.strictObject({
    id: reportParameter,
    min_words: minWords,
    include: includes('text'),
    with: others,
    ...filters,
  }),
  body: bodies.novelty,
  rows: spans,
  columns: columns.spans,
  isHeavy: (view, params) => readsAll(params) || isLong(view, params.id),
  narrowing,
  run(view, { id, with: named, min_words, include, kind, section, ...filter }) {
    const report = readableOrFail(view, id);
    const only =
      kind === undefined && section === undefined
        ? undefined
        : new Set(ownParagraphs(view.reader.paragraphs(report.id), { kind, section }).map((item) => item.id));
    const around = filterAround(view, report, named, filter);
    return narrowed(
      view,
      () => needOf(view, report, min_words, around),
      (view) => {
        const answer = noveltyAnswer(view, { report: report.id, min_words, only }, scopeFor(view, around));
        const whole = include.includes('text') ? withTexts(view, answer) : answer;
        const scope = scopeBody(view, around, report.id);
        // A filter on years passes over undated reports: they are left out of this answer too.
        const undated = [...new Set([...scope.undated, ...whole.undated])];
        return { ...whole, undated, missing: missingBefore(view, report), scope };
      },
    );
  },
});

/**
 * The named reports, or those of the report's series in its language (without a series: of the collection), narrowed
 * by the filters.
 */
function filterAround(
  view: View,
  { series, language }: Report,
  named: readonly string[] | undefined,
  filter: ScopeFilter,
): ScopeFilter {
  return named
    ? { ...filter, report: named.map((other) => readableOrFail(view, other).id) }
    : { ...filter, series: filter.series ?? series ?? undefined, language: filter.language ?? language };
}

/** The paragraphs that share that many words in a row with the report, and the report itself. */
function needOf(view: View, { id }: Report, minWords: number, around: ScopeFilter): Need {
  const patterns = windowsOf(view, id, minWords);
  return { patterns, reports: withoutParagraphs(view, around), whole: [id] };
}

/** The paragraphs that share that many words in a row with the previous report, that report and this one. */
function needOfDropped(view: View, { id }: Report, minWords: number, around: ScopeFilter): Need {
  const reports = withoutParagraphs(view, around);
  const own = view.table.reportNumber(id);
  const before = earlierReports(view.table, scopeOf(view.table, reports), own).at(-1);
  if (before === undefined) return { patterns: [], reports: [], whole: [id] };
  const last = view.table.reports[before]!.id;
  return { patterns: windowsOf(view, last, minWords), reports, whole: [id, last] };
}

const withoutParagraphs = (view: View, { kind, section, ...filter }: ScopeFilter): number[] =>
  reportNumbers(view, filter);
