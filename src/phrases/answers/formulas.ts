/**
 * The formulas of one report: its runs of words with some property that no run one word longer shares. Recurring,
 * returning and dropped wording differ in the property alone.
 *
 * Runs that begin at one position and stand in the same places of the collection are one LCP interval around its
 * suffix, so each position has a short chain of intervals, longest run first, and the property is asked once for
 * each interval. Cost follows the report's length: positions × intervals in the chain.
 */
import type { Interval } from '../intervals.ts';
import { lowerBound } from '../numbers.ts';
import type { SuffixArrayIndex } from '../phrase-index.ts';

/** A formula: its words, everywhere they stand in the report, and the suffixes of the collection that begin so. */
export interface Formula {
  length: number;
  /** Positions in the report, ascending. */
  starts: number[];
  /** First and last suffix, both inside. */
  first: number;
  last: number;
  /** What `grade` gave: the number of reports that have it. */
  grade: number;
}

export interface Formulas {
  found: Formula[];
  /** Count of tokens of the report (its paragraphs inside the mask), and of those inside any graded run. */
  words: number;
  covered: number;
}

/**
 * A run's grade, from the suffixes that begin with it: 0 when it lacks the property, else the number of reports that
 * have it. Of two graded runs, one inside the other, the longer must not have the larger grade; and where a run is
 * graded, a longer one loses its grade only by standing in fewer reports.
 */
export type Grade = (run: Interval) => number;

/**
 * `maximal`: graded runs of at least `minWords` words such that no run one word longer, on the left or on the right,
 * is graded. `closed`: such that none is graded alike. A longer run of the same grade stands in the same reports, so
 * in this one too: only the report's own runs need comparing.
 */
export function formulasOf(
  index: SuffixArrayIndex,
  report: number,
  {
    minWords,
    view,
    paragraphs,
  }: { minWords: number; view: 'maximal' | 'closed'; paragraphs: Uint8Array | null },
  grade: Grade,
): Formulas {
  const { table, tokenStart, rank, intervals } = index;
  const groups = new Map<number, Formula & { extends: boolean }>();
  const positions: number[] = [];
  let covered = 0;
  for (let paragraph = table.firstOf[report]!; paragraph < table.firstOf[report + 1]!; paragraph += 1) {
    if (paragraphs?.[paragraph] === 0) continue;
    const end = tokenStart[paragraph + 1]! - 1;
    let before: Link[] = [];
    let coveredTo = tokenStart[paragraph]!;
    for (let position = coveredTo; position < end; position += 1) {
      positions.push(position);
      const links = chain(index, position, end, minWords, view, grade);
      let lower = 0;
      for (const { run, grade } of links) {
        if (grade > lower) {
          // A run that repeats nowhere is its suffix; others are told apart by their mark.
          const key = run.first === run.last ? -1 - run.first : intervals.mark(run);
          let group = groups.get(key);
          if (!group) {
            group = {
              length: run.depth,
              starts: [],
              first: run.first,
              last: run.last,
              grade,
              extends: false,
            };
            groups.set(key, group);
          }
          group.starts.push(position);
          const longer = gradeAt(before, run.depth + 1);
          if (view === 'maximal' ? longer > 0 : longer >= grade) group.extends = true;
        }
        lower = grade;
      }
      const longest = links.find((link) => link.grade > 0)?.run.depth ?? 0;
      if (position + longest > coveredTo) {
        covered += position + longest - Math.max(coveredTo, position);
        coveredTo = position + longest;
      }
      before = links;
    }
  }
  const ranks = Uint32Array.from(positions, (position) => rank[position]!).sort();
  const found: Formula[] = [];
  for (const { extends: isInside, ...formula } of groups.values()) {
    // Where the run stands in the report but was not listed, it has a longer one on the right.
    const standing = lowerBound(ranks, formula.last + 1) - lowerBound(ranks, formula.first);
    if (!isInside && standing === formula.starts.length) found.push(formula);
  }
  return { found, words: positions.length, covered };
}

/** Runs of up to `run.depth` words that begin at one position; shorter ones down to the next link's length. */
interface Link {
  run: Interval;
  grade: number;
}

/** Longest first. For `maximal` what is shorter than the first graded run does not matter. */
function chain(
  { rank: ranks, intervals }: SuffixArrayIndex,
  position: number,
  end: number,
  minWords: number,
  view: 'maximal' | 'closed',
  grade: Grade,
): Link[] {
  const rank = ranks[position]!;
  const links: Link[] = [];
  let run = intervals.deepest(rank);
  const rest = end - position;
  if (rest < minWords) return links;
  if (run === null || run.depth < rest) {
    const alone = { first: rank, last: rank, depth: rest };
    links.push({ run: alone, grade: grade(alone) });
  }
  for (; run !== null && run.depth >= minWords; run = intervals.parent(run)) {
    if (view === 'maximal' && links.length > 0 && links.at(-1)!.grade > 0) break;
    links.push({ run, grade: grade(run) });
  }
  return links;
}

function gradeAt(links: readonly Link[], length: number): number {
  let grade = 0;
  for (const link of links) {
    if (link.run.depth < length) break;
    grade = link.grade;
  }
  return grade;
}
