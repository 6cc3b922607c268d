/** Use cases about what is in the collection: reports, paragraphs, repairs. */
import { z } from '@hono/zod-openapi';
import { words } from 'arabic-normalizer';
import type { ReportSummary } from '../../report/index.ts';
import * as bodies from '../bodies/report.ts';
import { unknownValue } from '../errors.ts';
import { checkWarnings } from '../names.ts';
import { page, withoutRow } from '../page.ts';
import {
  flagOff,
  pageShape,
  paragraphParameter,
  placeShape,
  reportParameter,
  scopeShape,
  several,
  whole,
} from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import {
  itemsOf,
  paragraphs as paragraphRows,
  repairs as repairRows,
  reports as reportRows,
} from '../rows/listed.ts';
import { listedReports, ownParagraphs, paragraphOrFail, reportOrFail } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';
import { isLong } from '../weights.ts';

export const reports = defineUseCase({
  summary: 'The reports, oldest first',
  description: 'Includes reports that could not be read, and all languages.',
  params: z.strictObject({
    ...scopeShape,
    warning: several()
      .optional()
      .describe('Only reports with this warning code (repeatable); any means any warning'),
    ...pageShape,
  }),
  body: bodies.listOf(bodies.report),
  rows: reportRows,
  columns: columns.reports,
  lines: itemsOf,
  run(view, { warning, limit, offset, ...filter }) {
    const all = listedReports(view, filter);
    if (warning) checkWarnings(view, warning);
    const wanted = warning && new Set(warning);
    const warned = ({ warnings }: ReportSummary) =>
      warnings.some(({ code }) => wanted?.has(code) || wanted?.has('any'));
    const { items, ...shown } = page(wanted ? all.filter(warned) : all, limit, offset);
    return { ...shown, items: view.reader.reports({ report: items.map(({ id }) => id) }) };
  },
});

export const report = defineUseCase({
  summary: 'One report',
  description: 'By its id, its symbol, or a former id (which answers with a redirect).',
  params: z.strictObject({
    id: reportParameter,
    paragraphs: flagOff.describe('With its paragraphs instead of their count'),
  }),
  body: z.union([bodies.reportWithParagraphs, bodies.report]),
  isHeavy: (view, { id, paragraphs }) => paragraphs && isLong(view, id),
  run(view, { id, paragraphs }) {
    const found = reportOrFail(view, id);
    return paragraphs ? { ...found, paragraphs: view.reader.paragraphs(found.id).map(withoutRow) } : found;
  },
});

/** Also accepted in Arabic-Indic digits, as many reports print it. */
const printedNumber = z
  .preprocess(
    (given) =>
      typeof given === 'string'
        ? given.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 15))
        : given,
    whole(0, 999_999_999),
  )
  .openapi({ type: 'integer', minimum: 0, maximum: 999_999_999 });

export const paragraphs = defineUseCase({
  summary: "A report's paragraphs in reading order",
  description: `\`number\` finds a paragraph by its printed number, under which it is cited. Unlike the ordinal, that number stays the
same when the file is read again. It is looked up in the main part, or in the annex that \`part\` names.`,
  params: z.strictObject({
    id: reportParameter,
    number: printedNumber.optional().describe('Only the paragraph with this printed number'),
    part: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe('Only paragraphs of this part: main, or an annex such as المرفق الأول'),
    ...placeShape,
    ...pageShape,
  }),
  body: bodies.listOf(bodies.paragraph),
  rows: paragraphRows,
  columns: columns.paragraphs,
  lines: itemsOf,
  isHeavy: (view, { id }) => isLong(view, id),
  run(view, { id, number, part, kind, section, limit, offset }) {
    const wanted = part ?? (number === undefined ? undefined : 'main');
    const whole = view.reader.paragraphs(reportOrFail(view, id).id);
    if (part !== undefined) checkPart(part, whole);
    const all = ownParagraphs(whole, { kind, section }).filter(
      (item) =>
        (number === undefined || (item.number === number && item.kind !== 'footnote')) &&
        (wanted === undefined || sameWords(item.part, wanted)),
    );
    return page(all.map(withoutRow), limit, offset);
  },
});

/** @throws CollectionError `unknown_part` if the report has no such part */
function checkPart(part: string, paragraphs: readonly { part: string }[]): void {
  const parts = [...new Set(['main', ...paragraphs.map((item) => item.part)])];
  if (!parts.some((one) => sameWords(one, part))) throw unknownValue('part', part, parts, '');
}

/** Compared in folded form, so spelling does not matter. */
const sameWords = (a: string, b: string): boolean => words(a).join(' ') === words(b).join(' ');

export const paragraph = defineUseCase({
  summary: 'One paragraph',
  description:
    'An ordinal may shift when the report is read again; the number in `GET /v1/reports/{id}/paragraphs?number=` does not.',
  params: z.strictObject({ id: paragraphParameter }),
  body: bodies.paragraph,
  run: (view, { id }) => withoutRow(paragraphOrFail(view, id)),
});

export const repairs = defineUseCase({
  summary: 'Every repaired word of a report, with the letters in the file',
  description: 'In reading order. A doubtful repair is a guess.',
  params: z.strictObject({ id: reportParameter, ...pageShape }),
  body: bodies.listOf(bodies.repair),
  rows: repairRows,
  columns: columns.repairs,
  lines: itemsOf,
  isHeavy: (view, { id }) => isLong(view, id),
  run(view, { id, limit, offset }) {
    const { id: report } = reportOrFail(view, id);
    const all = view.reader
      .repairs(report)
      .map(({ ordinal, ...repair }) => ({ paragraph: `${report}:${ordinal}`, ...repair }));
    return page(all, limit, offset);
  },
});
