/** Merges occurrences found in the segments into the order of the collection. */
import { lowerBound } from './numbers.ts';
import type { Part } from './part.ts';
import type { Scope } from './scope.ts';
import type { ParagraphTable } from './table.ts';

/** Parallel lists, by position ascending. */
export interface Hits {
  /** Positions in the collection, `ends` exclusive. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Report and paragraph number of each. */
  reports: Uint32Array;
  paragraphs: Uint32Array;
}

/** Occurrences in one segment, by its own positions, starts ascending. */
export interface SegmentHits {
  part: Part;
  starts: Uint32Array;
  /** The end of each, or the length of all. */
  ends: Uint32Array | number;
}

/** Those of one report: indexes `from` to (not including) `to` in the segment's list. */
interface Run {
  report: number;
  hits: SegmentHits;
  from: number;
  to: number;
}

/** All occurrences in the scope; masked reports are never in it. */
export function gather(table: ParagraphTable, segments: readonly SegmentHits[], scope: Scope): Hits {
  const { runs, total } = allRuns(segments, scope);
  const starts = new Uint32Array(total);
  const ends = new Uint32Array(total);
  const reports = new Uint32Array(total);
  const paragraphs = new Uint32Array(total);
  let kept = 0;
  for (const { report, hits, from, to } of runs) {
    const { segment } = hits.part;
    const { starts: found, ends: foundEnds } = hits;
    const mask = scope.paragraphs;
    const shift = table.shiftOf(report);
    const paragraphShift = table.paragraphShiftOf(report);
    let paragraph = -1;
    let next = -1;
    for (let i = from; i < to; i += 1) {
      const start = found[i]!;
      if (start >= next) {
        paragraph = segment.paragraphAt(start);
        // Most reports have one occurrence.
        if (i + 1 < to) next = segment.tokenStart.at(paragraph + 1);
      }
      const number = paragraph + paragraphShift;
      if (mask !== null && mask[number] === 0) continue;
      starts[kept] = start + shift;
      ends[kept] = shift + (typeof foundEnds === 'number' ? start + foundEnds : foundEnds[i]!);
      reports[kept] = report;
      paragraphs[kept] = number;
      kept += 1;
    }
  }
  return {
    starts: starts.subarray(0, kept),
    ends: ends.subarray(0, kept),
    reports: reports.subarray(0, kept),
    paragraphs: paragraphs.subarray(0, kept),
  };
}

/** Only the positions, of whatever paragraphs. */
export function gatherStarts(
  table: ParagraphTable,
  segments: readonly SegmentHits[],
  scope: Scope,
): Uint32Array {
  const { runs, total } = allRuns(segments, scope);
  const all = new Uint32Array(total);
  let next = 0;
  for (const { report, hits, from, to } of runs) {
    const shift = table.shiftOf(report);
    for (let i = from; i < to; i += 1, next += 1) all[next] = hits.starts[i]! + shift;
  }
  return all;
}

function allRuns(segments: readonly SegmentHits[], scope: Scope): { runs: Run[]; total: number } {
  const runs = segments.flatMap((hits) => runsOf(hits, scope)).sort((a, b) => a.report - b.report);
  return { runs, total: runs.reduce((sum, { from, to }) => sum + to - from, 0) };
}

function runsOf(hits: SegmentHits, scope: Scope): Run[] {
  const { starts, part } = hits;
  const { startOf } = part.segment;
  const runs: Run[] = [];
  let local = -1;
  for (let from = 0, to = 0; from < starts.length; from = to) {
    local = lowerBound(startOf, starts[from]! + 1, local + 1, startOf.length - 1) - 1;
    const end = startOf[local + 1]!;
    while (to < starts.length && starts[to]! < end) to += 1;
    const report = part.globalOf[local]!;
    if (report >= 0 && scope.reports[report] === 1) runs.push({ report, hits, from, to });
  }
  return runs;
}
