/** The columns of text that pages of a document have shown: what they show once they show again. */
import type { Interval } from './fragments.ts';
import type { PageTable } from './region.ts';
import { regionThresholds } from './thresholds.ts';

/** A table as far as the pages have shown it. */
export interface KnownTable {
  part: PageTable;
  gutters: readonly Interval[];
  /** From where to where its rules run; null in a table without rules. */
  span: Interval | null;
  /** White between the lines of a cell; null where all cells have one line. */
  lineGap: number | null;
}

/** Where the columns of text of a document are parted: short lines between the same gutters are columns too, and no table. */
export class KnownColumns {
  readonly sets: Interval[][] = [];
  /** The table that the last page ended with. */
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
