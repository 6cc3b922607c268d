/** The series of the catalogue and of the collection, each meeting ingested or missing, so that gaps are visible. */
import { z } from '@hono/zod-openapi';
import type { CatalogueSeries, ReportSummary } from '../../report/index.ts';
import * as bodies from '../bodies/report.ts';
import { allReports, meetingsOf } from '../meetings.ts';
import { page } from '../page.ts';
import { pageShape } from '../parameters.ts';
import { columns } from '../rows/columns.ts';
import { meetings } from '../rows/listed.ts';
import { defineUseCase } from '../usecase.ts';

export const series = defineUseCase({
  summary: 'The series, with each meeting as ingested or missing',
  description: 'First those in the catalogue (`config/series/`), then those known only from reports.',
  params: z.strictObject({ ...pageShape }),
  body: bodies.listOf(bodies.series),
  rows: meetings,
  columns: columns.meetings,
  run(view, { limit, offset }) {
    const bySeries = new Map<string, ReportSummary[]>();
    for (const report of allReports(view)) {
      if (report.series === null) continue;
      const others = bySeries.get(report.series);
      if (others) others.push(report);
      else bySeries.set(report.series, [report]);
    }
    const known = view.catalogue.map((entry) => catalogued(entry, bySeries.get(entry.id) ?? []));
    const ids = new Set(view.catalogue.map((entry) => entry.id));
    const others = [...bySeries].filter(([id]) => !ids.has(id));
    return page([...known, ...others.map(([id, reports]) => uncatalogued(id, reports))], limit, offset);
  },
});

const name = ({ id, symbol, year }: ReportSummary) => ({ id, symbol, year });

function catalogued(entry: CatalogueSeries, reports: ReportSummary[]) {
  const taken = new Set<string>();
  const meetings = meetingsOf(entry, reports).map(({ meeting, reports: own }) => {
    for (const { id } of own) taken.add(id);
    const found = own.find(({ unreadable }) => !unreadable) ?? own[0];
    const { key, kind, ordinal, year, symbol, from, to, place, unconfirmed } = meeting;
    const status = !found
      ? ('missing' as const)
      : found.unreadable
        ? ('unreadable' as const)
        : ('ingested' as const);
    const report = found?.id ?? null;
    return { key, kind, ordinal, year, symbol, from, to, place, unconfirmed, status, report };
  });
  return {
    id: entry.id,
    title: entry.title_ar,
    title_en: entry.title_en,
    body: entry.body,
    constructed: entry.constructed,
    catalogued: true,
    reports: reports.length,
    missing: meetings.filter((meeting) => meeting.status === 'missing').length,
    meetings,
    uncatalogued: reports.filter((report) => !taken.has(report.id)).map(name),
  };
}

function uncatalogued(id: string, reports: ReportSummary[]) {
  return {
    id,
    title: id,
    title_en: null,
    body: reports[0]?.body ?? null,
    constructed: false,
    catalogued: false,
    reports: reports.length,
    missing: 0,
    meetings: [],
    uncatalogued: reports.map(name),
  };
}
