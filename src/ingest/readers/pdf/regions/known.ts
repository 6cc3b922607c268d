/** The text columns that a document's pages have shown: what one page shows helps to read the others. */
import type { Interval } from './fragments.ts';
import type { PageTable } from './region.ts';
import { regionThresholds } from './thresholds.ts';

/** A table, as far as the pages have shown it. */
export interface KnownTable {
  part: PageTable;
  gutters: readonly Interval[];
  /** Where its rules begin and end; null in a table without rules. */
  span: Interval | null;
  /** White space between the lines of a cell; null if all cells have one line. */
  lineGap: number | null;
}

/**
 * Where the document's text columns are separated: short lines between the same gutters are columns too, and not a
 * table.
 */
export class KnownColumns {
  readonly sets: Interval[][] = [];
  /** The table at the end of the last page. */
  table: KnownTable | null = null;

  add(gutters: readonly Interval[]): void {
    const known = this.like(gutters);
    if (!known) this.sets.push(gutters.map(([from, to]) => [from, to]));
    else
      known.forEach((own, i) => {
        known[i] = [Math.max(own[0], gutters[i]![0]), Math.min(own[1], gutters[i]![1])];
      });
  }

  has(gutters: readonly Interval[]): boolean {
    return this.like(gutters) !== undefined;
  }

  private like(gutters: readonly Interval[]): Interval[] | undefined {
    const holds = ([from, to]: Interval, own: Interval) =>
      Math.min(to, own[1]) - Math.max(from, own[0]) > regionThresholds.sameGutter * (own[1] - own[0]);
    return this.sets.find(
      (set) => set.length === gutters.length && set.every((own, i) => holds(gutters[i]!, own)),
    );
  }
}
