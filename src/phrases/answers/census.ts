/** Which reports of a scope contain a run of words. */
import type { CollectionIndex } from '../collection-index.ts';
import type { Scope } from '../scope.ts';
import { keyOf, type PartRange, type Run, sizeOf } from './report-walk.ts';

/** Counts reports and occurrences of a scope; visiting a report costs one step per suffix. */
export class Census {
  private readonly index: CollectionIndex;
  private readonly scope: Scope;
  /** Every report and paragraph is inside the scope, and the segments have no others, so their stored counts apply. */
  private readonly whole: boolean;
  private readonly seen: Uint32Array;
  private round = 0;

  constructor(index: CollectionIndex, scope: Scope) {
    this.index = index;
    this.scope = scope;
    this.whole =
      scope.paragraphs === null &&
      scope.reports.every((inside) => inside === 1) &&
      index.parts.every(({ part }) => part.masked.length === 0);
    this.seen = new Uint32Array(scope.reports.length);
  }

  /** Number of distinct reports. A report is in one segment, so the segments' counts add up. */
  reports(run: Run): number {
    let count = 0;
    const visit = () => {
      count += 1;
    };
    this.round += 1;
    for (const range of run.ranges) {
      if (this.whole && range.first === range.last) count += 1;
      else if (this.whole) count += countedReports(range);
      else this.visitReports(range, visit);
    }
    return count;
  }

  /** Calls `visit` once for each distinct report, in any order. */
  each({ ranges }: Run, visit: (report: number) => void): void {
    this.round += 1;
    for (const range of ranges) this.visitReports(range, visit);
  }

  /** Report number and occurrences, reports ascending. */
  occurrences({ ranges }: Run): [number, number][] {
    const counts = new Map<number, number>();
    for (const range of ranges) {
      this.visitSuffixes(range, (report) => counts.set(report, (counts.get(report) ?? 0) + 1));
    }
    return [...counts].sort(([a], [b]) => a - b);
  }

  /** Report number and the positions there, reports and positions ascending. */
  positions({ ranges }: Run): [number, number[]][] {
    const { table } = this.index;
    const found = new Map<number, number[]>();
    for (const range of ranges) {
      this.visitSuffixes(range, (report, suffix) => {
        const positions = found.get(report) ?? [];
        positions.push(suffix + table.shiftOf(report));
        found.set(report, positions);
      });
    }
    for (const positions of found.values()) positions.sort((a, b) => a - b);
    return [...found].sort(([a], [b]) => a - b);
  }

  /** Occurrences anywhere in the collection. */
  everywhere({ ranges }: Run): number {
    let count = 0;
    for (const { part, first, last } of ranges)
      count += part.part.count(this.index.profile, { first, end: last + 1 });
    return count;
  }

  private visitReports(range: PartRange, visit: (report: number) => void): void {
    const { seen, round } = this;
    const { reports, paragraphs } = this.scope;
    const { part, index } = range.part;
    const reportAt = index.reportAt.slice(range.first, range.last + 1);
    for (let i = 0; i < reportAt.length; i += 1) {
      const report = part.globalOf[reportAt[i]!]!;
      if (report < 0 || seen[report] === round || reports[report] === 0) continue;
      if (paragraphs !== null && !this.inside(report, index.suffixes.at(range.first + i))) continue;
      seen[report] = round;
      visit(report);
    }
  }

  /** Calls `visit` for each suffix in the scope, with its position in its segment. */
  private visitSuffixes(range: PartRange, visit: (report: number, suffix: number) => void): void {
    const { reports, paragraphs } = this.scope;
    const { part, index } = range.part;
    const reportAt = index.reportAt.slice(range.first, range.last + 1);
    const suffixes = index.suffixes.slice(range.first, range.last + 1);
    for (let i = 0; i < reportAt.length; i += 1) {
      const report = part.globalOf[reportAt[i]!]!;
      if (report < 0 || reports[report] === 0) continue;
      if (paragraphs !== null && !this.inside(report, suffixes[i]!)) continue;
      visit(report, suffixes[i]!);
    }
  }

  private inside(report: number, suffix: number): boolean {
    return this.scope.paragraphs![this.index.table.paragraphIn(report, suffix)] === 1;
  }
}

function countedReports({ part: { index }, first, last, depth }: PartRange): number {
  return index.counts.at(index.intervals.mark({ first, last, depth }));
}

/** `grade`, cached for each run of a report. Caching runs that do not repeat is not worth it. */
export function remembered(grade: (run: Run) => number): (run: Run) => number {
  const known = new Map<number | string, number>();
  return (run) => {
    if (sizeOf(run) === 1) return grade(run);
    const key = keyOf(run);
    let value = known.get(key);
    if (value === undefined) {
      value = grade(run);
      known.set(key, value);
    }
    return value;
  };
}
