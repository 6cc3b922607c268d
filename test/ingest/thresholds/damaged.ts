/** Examples of repair: damaged passages of our own samples and their repaired text, correct with the shipped values. */
import { repairVisualText } from '../../../src/ingest/repair/index.ts';
import type { Example } from './examples.ts';

/** The repaired text of a passage, without its doubts. */
export const reads = (stored: string, text: string, of: readonly string[]): Example => ({
  says: text,
  of,
  read: () =>
    repaired(stored, [])
      .map(({ text }) => text)
      .join('\n'),
  gives: text,
});

/**
 * The same with doubtful words between ‹ and ›: each wrong word and no correct one.
 * @param siblings clean texts of the same series
 */
export const doubts = (
  stored: string,
  text: string,
  of: readonly string[],
  siblings: readonly string[] = [],
): Example => ({
  says: text,
  of,
  read: () =>
    repaired(stored, siblings)
      .map(({ text, doubts = [] }) =>
        doubts.reduceRight(
          (marked, [start, end]) =>
            `${marked.slice(0, start)}‹${marked.slice(start, end)}›${marked.slice(end)}`,
          text,
        ),
      )
      .join('\n'),
  gives: text,
});

const repaired = (stored: string, siblings: readonly string[]) =>
  repairVisualText(stored, { siblings }).blocks;
