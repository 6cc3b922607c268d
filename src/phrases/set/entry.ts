/** A segment of the present set, and which of its reports count. */
import type { OpenedSegment } from './open-segments.ts';
import type { Shared } from './shared.ts';

export interface Entry {
  readonly opened: Shared<OpenedSegment>;
  /** Numbers of the reports that no longer count. */
  readonly masked: ReadonlySet<number>;
}

export const nameOf = ({ opened }: Entry): string => opened.value.segment.name;

/** Number of positions in total, and in reports that count. */
export function sizeOf({ opened, masked }: Entry): { positions: number; live: number } {
  const { positions, startOf } = opened.value.segment;
  let live = positions;
  for (const local of masked) live -= startOf[local + 1]! - startOf[local]!;
  return { positions, live };
}

/** The entry with more of its reports masked: those with these ids. */
export function masking(entry: Entry, ids: ReadonlySet<string>): Entry {
  const { reports } = entry.opened.value.segment;
  const more = [...reports.keys()].filter((local) => !entry.masked.has(local) && ids.has(reports[local]!));
  return more.length === 0 ? entry : { ...entry, masked: new Set([...entry.masked, ...more]) };
}

/** Ids of the reports that count, over all entries. */
export function liveIds(entries: readonly Entry[]): Map<string, { entry: Entry; local: number }> {
  const live = new Map<string, { entry: Entry; local: number }>();
  for (const entry of entries) {
    for (const [local, id] of entry.opened.value.segment.reports.entries())
      if (!entry.masked.has(local)) live.set(id, { entry, local });
  }
  return live;
}
