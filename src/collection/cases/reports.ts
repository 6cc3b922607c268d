/** Use cases about what is in the collection: reports, paragraphs, repairs. */
import { z } from '@hono/zod-openapi';
import * as bodies from '../bodies/report.ts';
import { page, withoutRow } from '../page.ts';
import {
  flagOff,
  pageShape,
  paragraphParameter,
  placeShape,
  reportParameter,
  scopeShape,
} from '../parameters.ts';
import { paragraphOrFail, reportOrFail, reportsOrFail, underSection } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';

export const reports = defineUseCase({
  summary: 'The reports, dated first',
  params: z.strictObject({ ...scopeShape, ...pageShape }),
  body: bodies.listOf(bodies.report),
  rows: 'items',
  run: (view, { limit, offset, ...filter }) => page(reportsOrFail(view, filter), limit, offset),
});

export const report = defineUseCase({
  summary: 'One report',
  params: z.strictObject({
    id: reportParameter,
    paragraphs: flagOff.describe('With its paragraphs instead of their count'),
  }),
  body: z.union([bodies.report, bodies.reportWithParagraphs]),
  run(view, { id, paragraphs }) {
    const found = reportOrFail(view, id);
    return paragraphs ? { ...found, paragraphs: view.reader.paragraphs(found.id).map(withoutRow) } : found;
  },
});

export const paragraphs = defineUseCase({
  summary: "A report's paragraphs in reading order",
  params: z.strictObject({ id: reportParameter, ...placeShape, ...pageShape }),
  body: bodies.listOf(bodies.paragraph),
  rows: 'items',
  run(view, { id, kind, section, limit, offset }) {
    const within = section === undefined ? () => true : underSection(section);
    const all = view.reader
      .paragraphs(reportOrFail(view, id).id)
      .filter((item) => (kind === undefined || item.kind === kind) && within(item.path));
    return page(all.map(withoutRow), limit, offset);
  },
});

export const paragraph = defineUseCase({
  summary: 'One paragraph',
  params: z.strictObject({ id: paragraphParameter }),
  body: bodies.paragraph,
  run: (view, { id }) => withoutRow(paragraphOrFail(view, id)),
});

export const repairs = defineUseCase({
  summary: 'Every repaired word of a report, with the letters that were read',
  params: z.strictObject({ id: reportParameter, ...pageShape }),
  body: bodies.listOf(bodies.repair),
  rows: 'items',
  run(view, { id, limit, offset }) {
    const { id: report } = reportOrFail(view, id);
    const all = view.reader
      .repairs(report)
      .map(({ ordinal, ...repair }) => ({ paragraph: `${report}:${ordinal}`, ...repair }));
    return page(all, limit, offset);
  },
});
