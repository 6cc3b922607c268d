/** What every tool of `bench/peers/phrases.ts` is given and prints, and what the tools that run in Node share. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Printed by `build`. */
export interface Built {
  version: string;
  /** Milliseconds of processor time, without starting the program. */
  build_ms: number;
}

/** Printed by `ask`: an answer and a time for each phrase. */
export interface Answered {
  paragraphs: number[];
  /** Omitted by tools that cannot report it. */
  occurrences?: number[];
  times_ms: number[];
}

/** Rounds of all phrases before the timed one, so that no tool is measured cold. */
const roundsBefore = 10;

/** Lines of `paragraphs.txt` or `phrases.txt`, each a list of folded words. */
export const linesOf = (input: string, name: string): string[][] =>
  readFileSync(join(input, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '));

/** @param paragraphsWith a promise for a tool that answers over a connection */
export async function answered(
  phrases: readonly string[][],
  paragraphsWith: (phrase: readonly string[]) => number | Promise<number>,
  occurrences?: (phrase: readonly string[]) => number,
): Promise<Answered> {
  const paragraphs: number[] = [];
  for (const phrase of phrases) paragraphs.push(await paragraphsWith(phrase));
  for (let round = 1; round < roundsBefore; round += 1)
    for (const phrase of phrases) await paragraphsWith(phrase);
  const times_ms: number[] = [];
  for (const phrase of phrases) {
    const start = performance.now();
    const answer = paragraphsWith(phrase);
    if (answer instanceof Promise) await answer;
    times_ms.push(performance.now() - start);
  }
  return { paragraphs, ...(occurrences && { occurrences: phrases.map(occurrences) }), times_ms };
}
