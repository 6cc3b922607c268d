/** Paragraphs of a report with their nearest wordings in the other reports. */
import { z } from '@hono/zod-openapi';
import { words } from 'arabic-normalizer';
import { variantsOf } from '../../compare/index.ts';
import type { StoredParagraph } from '../../store/index.ts';
import * as bodies from '../bodies/compare.ts';
import { withWordsOf } from '../cluster/asked.ts';
import { type Gathered, narrowedStepwise } from '../cluster/narrowed.ts';
import { unknownParagraph } from '../errors.ts';
import {
  doubtfulParameter,
  includes,
  minSimilarity,
  pageShape,
  placeShape,
  reportParameter,
  scopeShape,
  several,
} from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { variants as variantRows } from '../rows/compared.ts';
import { ownParagraphs, paragraphOrFail, readableOrFail, reportNumbers, scopeBody } from '../scope.ts';
import { withTexts } from '../texts.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';

const { report: _, ...filters } = scopeShape;

/** Default page size, and the bytes of JSON at which a page of that size, or a larger one, ends early. */
const usualPage = 20;
const mostBytes = { usual: 1_400_000, larger: 16_000_000 };
/** Estimated work, in microseconds, at which any page ends early. */
const mostWork = 3_000_000;

export const variants = defineUseCase({
  summary: 'For each paragraph, its nearest wording in every other report of the series, with what differs',
  description: `The other reports are those of the series in the report's language (without a series: of the
collection), or those named in \`with\`. \`nearest\` has, for each of them, the paragraph with the highest \`similarity\`, if it
shares a word and is at least \`min_similarity\` alike; ties go to the same text, the same kind, the nearest place.
\`paragraph\`, \`kind\` and \`section\` select paragraphs of this report; \`limit\` and \`offset\` page them. A page ends early, after
one or more paragraphs, if it would exceed ${mostBytes.usual / 1e6} MB (${mostBytes.larger / 1e6} MB if \`limit\` is over ${usualPage}) or
take seconds of work; \`limit\` then says how many it has. \`doubtful=false\` leaves out wordings whose difference may only be a
misreading.`,
  params: z.strictObject({
    id: reportParameter,
    with: several().optional().describe('Compare with these reports instead of the series (repeatable)'),
    paragraph: several()
      .optional()
      .describe('Only these paragraphs of the report, by their ids (repeatable)'),
    min_similarity: minSimilarity(0),
    doubtful: doubtfulParameter,
    include: includes('text'),
    ...filters,
    ...placeShape,
    ...pageShape,
  }),
  body: bodies.variants,
  rows: variantRows,
  columns: columns.variants,
  isHeavy: () => true,
  narrowing:
    'ask for fewer paragraphs with limit, paragraph, kind or section, compare with fewer reports with `with`, series, year_from or year_to, or set min_similarity',
  run(
    view,
    {
      id,
      with: named,
      paragraph,
      min_similarity,
      doubtful,
      include,
      kind,
      section,
      limit,
      offset,
      ...filter
    },
  ) {
    const report = readableOrFail(view, id);
    const scope = named
      ? { ...filter, report: named.map((other) => readableOrFail(view, other).id) }
      : {
          ...filter,
          series: filter.series ?? report.series ?? undefined,
          language: filter.language ?? report.language,
        };
    const own = view.table.reportNumber(report.id);
    const wanted = paragraph && new Set(paragraph.map((one) => ownParagraph(view, report.id, one)));
    const asked = ownParagraphs(view.reader.paragraphs(report.id), { kind, section }).filter(
      (item) => !wanted || wanted.has(item.id),
    );
    const reports = reportNumbers(view, scope).filter((number) => number !== own);
    const onPage = asked.slice(offset, offset + limit);
    const answer = (view: View) => {
      const answers = variantsOf(
        onPage,
        {
          index: view.byProfile('folded'),
          reports,
          load: (numbers) => view.reader.paragraphsByRow(numbers.map((number) => view.table.rowOf(number))),
        },
        { minSimilarity: min_similarity, lists: view.lists, budget: view.budget },
      );
      const { paragraphs, isCut } = pageOf(answers, onPage.length, {
        most: limit <= usualPage ? mostBytes.usual : mostBytes.larger,
        doubtful,
      });
      const body = {
        report: report.id,
        total: asked.length,
        limit: isCut ? paragraphs.length : limit,
        offset,
        paragraphs,
        scope: scopeBody(view, scope, report.id),
      };
      return include.includes('text') ? withTexts(view, body) : body;
    };
    const gather = (gathered: Gathered) =>
      gatherWordings(view, gathered, { own: report.id, onPage, reports, least: min_similarity });
    return narrowedStepwise(view, gather, answer);
  },
});

type Paragraphs = z.output<typeof bodies.variants>['paragraphs'];

/** As many of these as one page may have. */
function pageOf(
  answers: ReturnType<typeof variantsOf>,
  count: number,
  { most, doubtful }: { most: number; doubtful: boolean },
): { paragraphs: Paragraphs; isCut: boolean } {
  const paragraphs: Paragraphs = [];
  let bytes = 0;
  for (const { paragraph: of, nearest, work } of answers) {
    const item = { paragraph: of, nearest: nearest.filter((one) => doubtful || !one.doubtful) };
    const size = Buffer.byteLength(JSON.stringify(item));
    if (paragraphs.length > 0 && bytes + size > most) return { paragraphs, isCut: true };
    paragraphs.push(item);
    bytes += size;
    // Stop if one more paragraph like these would not fit.
    const share = 1 / paragraphs.length;
    const isLast = paragraphs.length === count;
    if (!isLast && (bytes * (1 + share) > most || work * (1 + share) > mostWork))
      return { paragraphs, isCut: true };
  }
  return { paragraphs, isCut: false };
}

/**
 * The other reports as a whole, since any paragraph with a word in common may be the nearest; if these are too many
 * paragraphs, those with enough words in common to be as similar as asked.
 */
async function gatherWordings(
  view: View,
  gathered: Gathered,
  {
    own,
    onPage,
    reports,
    least,
  }: { own: string; onPage: readonly StoredParagraph[]; reports: readonly number[]; least: number },
): Promise<void> {
  const others = reports.map((number) => view.table.reports[number]!);
  const size = others.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  if (size <= gathered.most) {
    await gathered.add({ reports, whole: [own, ...others.map(({ id }) => id)] });
    return;
  }
  const shares = onPage.flatMap(({ text }) => {
    const own = words(text, 'folded');
    return withWordsOf(own, (least * own.length) / (2 - least));
  });
  await gathered.add({ reports, shares, whole: [own] });
}

function ownParagraph(view: View, report: string, id: string): string {
  const found = paragraphOrFail(view, id);
  if (found.report !== report) throw unknownParagraph(id, report);
  return found.id;
}
