/** Which reports of a scope stand in a run of suffixes. */
import type { Interval } from '../intervals.ts';
import type { SuffixArrayIndex } from '../phrase-index.ts';
import type { Scope } from '../scope.ts';

/** Counts reports and occurrences of a scope in LCP intervals; each report's visit costs one step a suffix. */
export class Census {
  private readonly index: SuffixArrayIndex;
  private readonly scope: Scope;
  /** Every report and paragraph is inside: the index has counted already. */
  private readonly whole: boolean;
  private readonly seen: Uint32Array;
  private round = 0;

  constructor(index: SuffixArrayIndex, scope: Scope) {
    this.index = index;
    this.scope = scope;
    this.whole = scope.paragraphs === null && scope.reports.every((inside) => inside === 1);
    this.seen = new Uint32Array(scope.reports.length);
  }

  /** Count of distinct reports. */
  reports(run: Interval): number {
    if (this.whole) return run.first === run.last ? 1 : this.index.counts[this.index.intervals.mark(run)]!;
    let count = 0;
    this.each(run, () => {
      count += 1;
    });
    return count;
  }

  /** Calls `visit` once for each distinct report, in no order. */
  each({ first, last }: Interval, visit: (report: number) => void): void {
    const { seen } = this;
    this.round += 1;
    for (let rank = first; rank <= last; rank += 1) {
      const report = this.index.reportAt[rank]!;
      if (seen[report] === this.round || !this.inside(rank)) continue;
      seen[report] = this.round;
      visit(report);
    }
  }

  /** Report number and occurrences, reports ascending. */
  occurrences({ first, last }: Pick<Interval, 'first' | 'last'>): [number, number][] {
    const counts = new Map<number, number>();
    for (let rank = first; rank <= last; rank += 1) {
      const report = this.index.reportAt[rank]!;
      if (this.inside(rank)) counts.set(report, (counts.get(report) ?? 0) + 1);
    }
    return [...counts].sort(([a], [b]) => a - b);
  }

  /** Report number and the positions there, reports and positions ascending. */
  positions({ first, last }: Pick<Interval, 'first' | 'last'>): [number, number[]][] {
    const found = new Map<number, number[]>();
    for (let rank = first; rank <= last; rank += 1) {
      if (!this.inside(rank)) continue;
      const report = this.index.reportAt[rank]!;
      const positions = found.get(report) ?? [];
      positions.push(this.index.suffixes[rank]!);
      found.set(report, positions);
    }
    for (const positions of found.values()) positions.sort((a, b) => a - b);
    return [...found].sort(([a], [b]) => a - b);
  }

  private inside(rank: number): boolean {
    const { reports, paragraphs } = this.scope;
    if (reports[this.index.reportAt[rank]!] === 0) return false;
    return paragraphs === null || paragraphs[this.index.paragraphAt(this.index.suffixes[rank]!)] === 1;
  }
}

/** `grade`, remembered for each LCP interval. Runs that do not repeat are not worth it. */
export function remembered(
  index: SuffixArrayIndex,
  grade: (run: Interval) => number,
): (run: Interval) => number {
  const known = new Map<number, number>();
  return (run) => {
    if (run.first === run.last) return grade(run);
    const mark = index.intervals.mark(run);
    let value = known.get(mark);
    if (value === undefined) {
      value = grade(run);
      known.set(mark, value);
    }
    return value;
  };
}
