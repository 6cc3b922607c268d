/**
 * The age of a report's wording, in steps from the oldest to the latest report that first said something in it. Pure
 * functions.
 */
import type { Novelty } from '../client.ts';

/** Number of shades that can be told apart side by side; with more reports, several share one. */
export const mostSteps = 7;

export interface Step {
  /** The reports of this step, oldest first. */
  reports: readonly string[];
  from: number | null;
  to: number | null;
  words: number;
  /** From 0 (faintest) to `mostSteps` - 1, spread over the available shades. */
  shade: number;
}

export interface Ages {
  steps: readonly Step[];
  /** Index of the step of a report that first said something; undefined for other reports. */
  stepOf: ReadonlyMap<string, number>;
  newWords: number;
  words: number;
}

/** Null if there is no earlier report to compare with. */
export function agesOf(novelty: Novelty): Ages | null {
  if (novelty.coverage === null) return null;
  const words = new Map<string, number>();
  const years = new Map<string, number | null>();
  let newWords = 0;
  for (const { spans } of novelty.paragraphs) {
    for (const span of spans) {
      if (span.first_seen === null) {
        newWords += span.words;
        continue;
      }
      const { report, year } = span.first_seen;
      words.set(report, (words.get(report) ?? 0) + span.words);
      years.set(report, year);
    }
  }
  const reports = novelty.earlier.filter((id) => words.has(id));
  const count = Math.min(mostSteps, reports.length);
  const steps = Array.from({ length: count }, (_, index): Step => {
    const group = reports.filter((_, place) => Math.floor((place * count) / reports.length) === index);
    const known = group.flatMap((id) => years.get(id) ?? []);
    return {
      reports: group,
      from: known.length > 0 ? Math.min(...known) : null,
      to: known.length > 0 ? Math.max(...known) : null,
      words: group.reduce((sum, id) => sum + words.get(id)!, 0),
      shade: count === 1 ? 2 : Math.round((index * (mostSteps - 1)) / (count - 1)),
    };
  });
  const stepOf = new Map(steps.flatMap((step, index) => step.reports.map((id) => [id, index] as const)));
  return { steps, stepOf, newWords, words: novelty.coverage.words };
}

/** A stretch of the text, for the strip next to it: number of words in each step; the last entry is new words. */
export interface Stretch {
  /** Ordinal of its first paragraph. */
  first: number;
  last: number;
  words: number;
  shares: readonly number[];
}

/** At most `most` stretches of whole paragraphs, each with about the same number of words. */
export function stretches(novelty: Novelty, ages: Ages, most: number): Stretch[] {
  const weight = (words: number) => Math.max(1, words);
  const goal = novelty.paragraphs.reduce((sum, { words }) => sum + weight(words), 0) / most;
  const made: { first: number; last: number; words: number; counts: number[] }[] = [];
  for (const { paragraph, words, spans } of novelty.paragraphs) {
    const ordinal = Number(paragraph.slice(paragraph.lastIndexOf(':') + 1));
    let stretch = made.at(-1);
    if (!stretch || stretch.words >= goal) {
      stretch = { first: ordinal, last: ordinal, words: 0, counts: [...ages.steps.map(() => 0), 0] };
      made.push(stretch);
    }
    stretch.last = ordinal;
    stretch.words += weight(words);
    for (const span of spans) {
      const step = span.first_seen === null ? ages.steps.length : ages.stepOf.get(span.first_seen.report);
      if (step !== undefined) stretch.counts[step]! += span.words;
    }
  }
  return made.map(({ first, last, words, counts }) => {
    const known = counts.reduce((sum, count) => sum + count, 0);
    return { first, last, words, shares: counts.map((count) => (known === 0 ? 0 : count / known)) };
  });
}
