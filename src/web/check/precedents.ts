/**
 * What is known about a passage of a draft: where it occurs word for word, and other wordings, with equal ones merged.
 * Pure functions.
 */
import { words } from 'arabic-normalizer';
import type { Precedents } from '../client.ts';
import { turned } from '../diff.ts';

export type Hit = Precedents['hits'][number];

export interface Wording extends Omit<Hit, 'year' | 'report'> {
  /** Where it occurs, earliest first; the comparison is with the first. */
  places: readonly Pick<Hit, 'report' | 'year' | 'paragraph' | 'number'>[];
}

export interface Checked {
  verbatim: Precedents['verbatim'];
  /** Nearest first. */
  wordings: readonly Wording[];
  scope: Precedents['scope'];
}

/** From this similarity on a wording is called near: half of the words are the same. */
export const near = 0.5;

/** Merges passages with the same folded words, each with its diff from the earlier wording to the draft. */
export function grouped(hits: readonly Hit[]): Wording[] {
  const byText = new Map<string, Hit[]>();
  for (const hit of hits) {
    const text = words(hit.text).join(' ');
    const same = byText.get(text);
    if (same) same.push(hit);
    else byText.set(text, [hit]);
  }
  return [...byText.values()].map((same): Wording => {
    const [first] = same;
    const { year: _, report: __, ...rest } = turned(first!);
    const places = same.map(({ report, year, paragraph, number }) => ({ report, year, paragraph, number }));
    return { ...rest, places: places.sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999)) };
  });
}

/** In how many reports of each series, and since when; earliest first. */
export function bySeries(
  places: readonly { report: string; year: number | null }[],
  seriesOf: (report: string) => string | null,
): { series: string | null; reports: number; first: number | null; last: number | null }[] {
  const found = new Map<string | null, { reports: Set<string>; years: number[] }>();
  for (const { report, year } of places) {
    const series = seriesOf(report);
    const entry = found.get(series) ?? { reports: new Set<string>(), years: [] };
    entry.reports.add(report);
    if (year !== null) entry.years.push(year);
    found.set(series, entry);
  }
  return [...found]
    .map(([series, { reports, years }]) => ({
      series,
      reports: reports.size,
      first: years.length > 0 ? Math.min(...years) : null,
      last: years.length > 0 ? Math.max(...years) : null,
    }))
    .sort((a, b) => (a.first ?? 9999) - (b.first ?? 9999));
}
