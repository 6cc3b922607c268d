/**
 * The formulas of one report: its runs of words with some property that no run one word longer has. Recurring,
 * returning and dropped wording differ only in the property.
 *
 * Runs that begin at one position and have the same occurrences in the collection form one LCP interval in each
 * segment. So each position has a short chain of runs, longest first, and the property is checked once for each. The
 * cost grows with the report's length: positions × runs in the chain.
 */
import type { CollectionIndex } from '../collection-index.ts';
import { keyOf, ReportWalk, type Run } from './report-walk.ts';
import { Standing } from './standing.ts';

/** A formula: its words, and where it occurs in the report and in the collection. */
export interface Formula extends Run {
  /** Number of words, as `depth`. */
  length: number;
  /** Positions in the report, ascending. */
  starts: number[];
  /** The result of `grade`: the number of reports that contain it. */
  grade: number;
}

export interface Formulas {
  found: Formula[];
  /** Number of tokens of the report (in paragraphs inside the mask), and of those inside any graded run. */
  words: number;
  covered: number;
}

/**
 * A run's grade, from the suffixes that begin with it: 0 if it lacks the property, otherwise the number of reports that
 * contain it. If one of two graded runs contains the other, the longer must not have the higher grade; and a longer run
 * than a graded one may lose its grade only by being in fewer reports.
 */
export type Grade = (run: Run) => number;

export interface FormulaOptions {
  minWords: number;
  view: 'maximal' | 'closed';
  /** 0 at the number of each paragraph to skip; null for none. */
  paragraphs: Uint8Array | null;
  /**
   * Whether a run, or a longer one that begins with it, can be graded; called for the shortest run of each position.
   */
  mayBegin?: (run: Run) => boolean;
}

/**
 * `maximal`: graded runs of at least `minWords` words such that no run one word longer, on the left or the right, is
 * graded. `closed`: such that none has the same grade. A longer run of the same grade is in the same reports, this one
 * included, so only the report's own runs need comparing.
 */
export function formulasOf(
  index: CollectionIndex,
  report: number,
  { minWords, view, paragraphs, mayBegin }: FormulaOptions,
  grade: Grade,
): Formulas {
  const { table } = index;
  const { segment } = index.parts[table.segmentOf[report]!]!.part;
  const first = segment.firstOf[table.localOf[report]!]!;
  const walk = new ReportWalk(index, report);
  const groups = new Map<number | string, Formula & { extends: boolean }>();
  const standing = new Standing(index, report, paragraphs);
  let covered = 0;
  for (let paragraph = table.firstOf[report]!; paragraph < table.firstOf[report + 1]!; paragraph += 1) {
    if (paragraphs?.[paragraph] === 0) continue;
    const { from, to } = walk.paragraph(paragraph - table.firstOf[report]! + first);
    let before: Link[] = [];
    let coveredTo = from;
    for (let position = from; position < to; position += 1) {
      walk.next();
      const possible =
        mayBegin === undefined || (to - position >= minWords && mayBegin(walk.window(minWords)));
      const links = possible ? chain(walk, minWords, view, grade) : [];
      let lower = 0;
      for (const { run, grade } of links) {
        if (grade > lower) {
          const key = keyOf(run);
          let group = groups.get(key);
          if (!group) {
            group = { ...run, length: run.depth, starts: [], grade, extends: false };
            groups.set(key, group);
          }
          group.starts.push(position + walk.shift);
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
  const found: Formula[] = [];
  for (const { extends: isInside, ...formula } of groups.values()) {
    // Where the run occurs in the report but was not listed, there is a longer one on the right.
    if (!isInside && standing.count(formula) === formula.starts.length) found.push(formula);
  }
  return { found, words: standing.words, covered };
}

/** Runs of up to `run.depth` words that begin at one position; the next link has the shorter ones. */
interface Link {
  run: Run;
  grade: number;
}

/** Longest first. For `maximal`, runs shorter than the first graded one do not matter. */
function chain(walk: ReportWalk, minWords: number, view: 'maximal' | 'closed', grade: Grade): Link[] {
  const links: Link[] = [];
  for (let run = walk.longest(minWords); run !== null; run = walk.shorter(minWords)) {
    const link = { run, grade: grade(run) };
    links.push(link);
    if (view === 'maximal' && link.grade > 0) break;
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
