/** The series and the chosen series' reports, loaded once and shared by all screens: `const { value } = useKnown()`. */
import { type Report, reports as reportsOf, type Series, series as seriesOf } from './client.ts';
import { type Loaded, useLoaded } from './load.ts';
import { chosenSeries, everySeries } from './place.ts';

export interface Known {
  series: readonly Series[];
  /** The chosen series, or null for all. */
  chosen: Series | null;
  /** Its reports (those of all series if all are chosen), dated ones first. */
  reports: readonly Report[];
  byId: ReadonlyMap<string, Report>;
}

let everything: Promise<Series[]> | null = null;
const kept = new Map<string, Promise<Known>>();

/** All series, requested once. */
export function allSeries(): Promise<readonly Series[]> {
  everything ??= seriesOf().catch((error: unknown) => {
    everything = null;
    throw error;
  });
  return everything;
}

/** @param id id of a series, or `*` */
export function known(id: string): Promise<Known> {
  const before = kept.get(id);
  if (before) return before;
  const asked = load(id).catch((error: unknown) => {
    kept.delete(id);
    throw error;
  });
  kept.set(id, asked);
  return asked;
}

const seen = new Map<string, Report>();

/** A report's title; empty until the reports are loaded. */
export const titleOf = (report: string): string | undefined => seen.get(report)?.title;

/** A report's symbol; until the reports are loaded, its id. */
export const symbolOf = (report: string): string => seen.get(report)?.symbol ?? report;

async function load(id: string): Promise<Known> {
  const [series, reports] = await Promise.all([
    allSeries(),
    reportsOf(id === everySeries ? {} : { series: id }),
  ]);
  for (const report of reports) seen.set(report.id, report);
  const chosen = series.find((entry) => entry.id === id) ?? null;
  return { series, chosen, reports, byId: new Map(reports.map((report) => [report.id, report])) };
}

let generation = 0;

/** Reloads everything after the collection has changed. */
export function forgetKnown(): void {
  everything = null;
  kept.clear();
  generation++;
}

export function useKnown(): Loaded<Known> {
  const id = chosenSeries() || everySeries;
  return useLoaded(`${generation} ${id}`, () => known(id));
}
