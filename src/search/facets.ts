/** How many of the matching paragraphs are of each year, report, series and body. */
import { yearOf } from '../phrases/scope.ts';
import type { ParagraphTable } from '../phrases/types.ts';

/** Value → count of paragraphs, values with none left out: years ascending, the rest in the order of the reports. */
export interface Facets {
  year: Record<string, number>;
  report: Record<string, number>;
  series: Record<string, number>;
  body: Record<string, number>;
}

/** Exact. Paragraphs of reports without a year, series or body count in none of that facet. */
export function countFacets(table: ParagraphTable, paragraphs: Uint32Array): Facets {
  const perReport = new Uint32Array(table.reports.length);
  for (const paragraph of paragraphs) perReport[table.reportOf[paragraph]!]! += 1;
  const facets = { year: new Map(), report: new Map(), series: new Map(), body: new Map() } satisfies Record<
    keyof Facets,
    Map<string, number>
  >;
  table.reports.forEach((report, number) => {
    const count = perReport[number]!;
    if (count === 0) return;
    const add = (facet: Map<string, number>, value: string | null | undefined) => {
      if (value != null) facet.set(value, (facet.get(value) ?? 0) + count);
    };
    add(facets.year, yearOf(report)?.toString());
    add(facets.report, report.id);
    add(facets.series, report.series);
    add(facets.body, report.body);
  });
  return {
    year: Object.fromEntries(facets.year),
    report: Object.fromEntries(facets.report),
    series: Object.fromEntries(facets.series),
    body: Object.fromEntries(facets.body),
  };
}
