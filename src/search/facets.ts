/** Number of matching paragraphs by year, report, series, body and kind, and by heading. */
import { normalize } from 'arabic-normalizer';
import { yearOf } from '../phrases/scope.ts';
import type { ParagraphTable } from '../phrases/table.ts';
import { paragraphKinds } from '../report/index.ts';
import type { StoreReader } from '../store/types.ts';

/**
 * Value → number of paragraphs, without values that have none: years ascending, the rest in the order of the reports.
 */
export interface Facets {
  year: Record<string, number>;
  report: Record<string, number>;
  series: Record<string, number>;
  body: Record<string, number>;
  kind: Record<string, number>;
  /** On request: the outermost headings, most paragraphs first, with spelling variants merged. */
  section?: Record<string, number>;
}

/** Exact. Paragraphs of reports without a year, series or body are not counted in that facet. */
export function countFacets(table: ParagraphTable, paragraphs: Uint32Array): Facets {
  const perReport = new Uint32Array(table.reports.length);
  for (const paragraph of paragraphs) perReport[table.reportOf(paragraph)]! += 1;
  const facets = { year: new Map(), report: new Map(), series: new Map(), body: new Map() } satisfies Record<
    'year' | 'report' | 'series' | 'body',
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
    kind: countKinds(table, paragraphs),
  };
}

function countKinds(table: ParagraphTable, paragraphs: Uint32Array): Record<string, number> {
  const counts = new Uint32Array(paragraphKinds.length);
  for (const paragraph of paragraphs) counts[table.kindOf(paragraph)]! += 1;
  return Object.fromEntries(
    paragraphKinds.map((kind, at) => [kind, counts[at]!] as const).filter(([, count]) => count > 0),
  );
}

/** Exact; paragraphs under no heading are not counted. */
export function countSections(
  reader: StoreReader,
  table: ParagraphTable,
  paragraphs: Uint32Array,
): Record<string, number> {
  const rows = Array.from(paragraphs, (paragraph) => table.rowOf(paragraph));
  const found = new Map<string, { printed: string; most: number; count: number }>();
  for (const { headings, paragraphs: count } of reader.headingsOver(rows)) {
    const [outermost] = headings;
    if (outermost === undefined) continue;
    const key = normalize(outermost);
    const entry = found.get(key) ?? { printed: outermost, most: 0, count: 0 };
    entry.count += count;
    if (count > entry.most) Object.assign(entry, { printed: outermost, most: count });
    found.set(key, entry);
  }
  const sorted = [...found.values()].sort((a, b) => b.count - a.count);
  return Object.fromEntries(sorted.map(({ printed, count }) => [printed, count]));
}
