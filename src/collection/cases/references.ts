/** Who cited what, when. */
import { z } from '@hono/zod-openapi';
import { words } from 'arabic-normalizer';
import { listOf, reference, scope } from '../bodies/report.ts';
import { page } from '../page.ts';
import { pageShape, reportParameter, scopeShape } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { citations } from '../rows/listed.ts';
import { readableOrFail, reportsOrFail, scopeBody } from '../scope.ts';
import { defineUseCase } from '../usecase.ts';
import type { View } from '../view.ts';
import { isLong } from '../weights.ts';

const type = reference.shape.type.optional().describe('Only references of this type');

const citation = z.object({
  report: z.string(),
  year: z.number().int().nullable(),
  paragraph: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string().describe('As printed in the report'),
});

const cited = z
  .object({
    type: reference.shape.type,
    symbol: z.string(),
    count: z.number().int(),
    reports: z.array(z.string()),
    first: z.number().int().nullable().describe('First year that cites it'),
    last: z.number().int().nullable(),
    citations: z.array(citation),
  })
  .openapi('CitedText');

/** A symbol is the same whatever its digits, its capitals and the spaces in it. */
const plainSymbol = (symbol: string) => words(symbol, 'folded').join(' ');

export const references = defineUseCase({
  summary: 'What the reports cite, most cited first, with every citation',
  description:
    'Resolutions, decisions, documents, treaties, agenda items and paragraphs, by their normalised symbols.',
  params: z.strictObject({
    symbol: z.string().optional().describe('Only this symbol, such as A/RES/63/72'),
    type,
    ...scopeShape,
    ...pageShape,
  }),
  body: z.object({
    total: z.number().int(),
    limit: z.number().int(),
    offset: z.number().int(),
    items: z.array(cited),
    scope,
  }),
  rows: citations,
  columns: columns.citations,
  isHeavy: () => true,
  narrowing: 'narrow it with series, report, year_from or year_to',
  run(view, { symbol, type, limit, offset, ...filter }) {
    const reports = reportsOrFail(view, filter);
    const wanted = symbol === undefined ? undefined : plainSymbol(symbol);
    const all = collect(view, reports).filter(
      (item) =>
        (type === undefined || item.type === type) &&
        (wanted === undefined || plainSymbol(item.symbol) === wanted),
    );
    return { ...page(all, limit, offset), scope: scopeBody(view, filter) };
  },
});

export const reportReferences = defineUseCase({
  summary: 'What one report cites, most cited first',
  description: 'Like `GET /v1/references`, for this report only.',
  params: z.strictObject({ id: reportParameter, type, ...pageShape }),
  body: listOf(cited),
  rows: citations,
  columns: columns.citations,
  isHeavy: (view, { id }) => isLong(view, id),
  run(view, { id, type, limit, offset }) {
    const all = collect(view, [readableOrFail(view, id)]);
    return page(
      all.filter((item) => type === undefined || item.type === type),
      limit,
      offset,
    );
  },
});

/** References within a report (to its own paragraphs, its agenda) are kept separate for each report. */
function collect(view: View, reports: readonly { id: string; year: number | null }[]) {
  const found = new Map<string, z.output<typeof cited>>();
  for (const report of reports) {
    const paragraphs = view.reader.paragraphs(report.id);
    view.budget?.spend(paragraphs.length * 10);
    for (const paragraph of paragraphs) {
      for (const { type, symbol, start, end } of paragraph.references) {
        const inside = type === 'paragraph' || type === 'agenda_item';
        const key = `${type} ${symbol} ${inside ? report.id : ''}`;
        let item = found.get(key);
        if (!item) {
          item = {
            type,
            symbol,
            count: 0,
            reports: [],
            first: report.year,
            last: report.year,
            citations: [],
          };
          found.set(key, item);
        }
        item.count++;
        if (!item.reports.includes(report.id)) item.reports.push(report.id);
        if (report.year !== null) {
          item.first = Math.min(item.first ?? report.year, report.year);
          item.last = Math.max(item.last ?? report.year, report.year);
        }
        const text = paragraph.text.slice(start, end);
        item.citations.push({
          report: report.id,
          year: report.year,
          paragraph: paragraph.id,
          start,
          end,
          text,
        });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.symbol < b.symbol ? -1 : 1));
}
