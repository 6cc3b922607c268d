/** Reports, series and a report's text in brief. */
import type { z } from '@hono/zod-openapi';
import type * as cases from '../cases/index.ts';
import { oneLine } from '../marked.ts';
import { citeParagraph, citeReport, counted, percent } from './cite.ts';
import type { BriefOf } from './types.ts';

type Body<C extends { body: z.ZodType }> = z.output<C['body']>;

export const reports: BriefOf<Body<typeof cases.reports>> = (view, { total, items }) => ({
  head: [`${counted(total, 'report')}.`],
  entries: items.map((report) => ({
    text: [
      `${report.id}: ${oneLine(report.title)}`,
      report.date ? `${report.date.from} to ${report.date.to}` : String(report.year ?? 'undated'),
      `${report.language}, series ${report.series ?? 'none'}, ${counted(report.paragraphs, 'paragraph')}`,
      ...(report.unreadable
        ? [`cannot be read (${percent(report.readable)}): its words are not counted`]
        : []),
      ...report.warnings.slice(0, 3).map(({ message }) => message),
    ].join('; '),
    cites: [citeReport(view, report.id)],
  })),
  total,
  unit: 'report',
  limits: [],
});

export const series: BriefOf<Body<typeof cases.series>> = (_, { total, items }) => ({
  head: [`${counted(total, 'series', 'series')}.`],
  entries: items.map((one) => {
    const lacking = one.meetings.filter(({ status }) => status !== 'ingested');
    const named = lacking.map(({ symbol, year, status }) => `${symbol ?? year} (${status})`);
    const text = `${one.id}: ${one.title_en ?? one.title}; ${counted(one.reports, 'report')}`;
    const missing = named.length === 0 ? '' : `; missing or unreadable: ${named.join(', ')}`;
    return {
      text: `${text}${one.constructed ? '; a fictitious sample, not a real series' : ''}${missing}`,
      cites: [],
    };
  }),
  total,
  unit: 'series',
  limits: [],
});

export const paragraphs: BriefOf<Body<typeof cases.paragraphs>> = (view, { total, items }, params) => {
  const report = view.reader.report(items[0]?.report ?? String(params.id));
  const warnings = (report?.warnings ?? []).map(({ message }) => message);
  const { repairs, unreadable } = report ?? { repairs: { doubtful: 0 }, unreadable: false };
  return {
    head: [
      report
        ? `${report.symbol}: ${oneLine(report.title)} (${report.body ?? 'no body'}, ${report.year ?? 'undated'})`
        : '',
      `${counted(total, 'paragraph')}.`,
    ].filter((line) => line !== ''),
    entries: items.map((item) => ({
      text: `${item.kind === 'heading' || item.kind === 'title' ? '# ' : ''}${item.text}`,
      cites: [citeParagraph(view, item)],
    })),
    total,
    unit: 'paragraph',
    limits: [
      ...(unreadable ? ['Too little of this report can be read, so it is left out of every count.'] : []),
      ...(repairs.doubtful > 0 ? [`${counted(repairs.doubtful, 'word')} of the report may be misread.`] : []),
      ...warnings.slice(0, 5),
    ],
  };
};
