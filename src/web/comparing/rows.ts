/** What both layouts of a comparison share. Pure functions. */
import type { Change, Paragraph } from '../client.ts';
import { direction } from '../direction.ts';

export type Texts = ReadonlyMap<string, Paragraph>;

export interface Rows {
  changes: readonly Change[];
  texts: Texts;
  /** Index of a row that must be drawn immediately. */
  least: number;
}

/** Number of rows that are laid out or skipped together, and number of such groups drawn at once. */
export const chunk = 25;
export const stage = 4;

export const keyOf = ({ base, other }: Change): string => `${base.join(' ')}|${other.join(' ')}`;

/** The length of a row: that of its longer side, in letters. */
export function lettersOf({ base, other }: Change, texts: Texts): number {
  const letters = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (texts.get(id)?.text.length ?? 0), 0);
  return Math.max(letters(base), letters(other));
}

/** The measurements for estimating the height of a group of rows. */
export interface Layout {
  /** Approximate number of letters in a line. */
  lettersInLine: number;
  /** Space between two rows, in lines. */
  gap: number;
}

const lineHeight = 2.34;

/**
 * A style with the approximate height of a group of rows, in rem, used while the group is out of sight and not laid
 * out.
 */
export function heightOf(changes: readonly Change[], texts: Texts, { lettersInLine, gap }: Layout): string {
  const lines = changes.reduce(
    (sum, change) => sum + Math.ceil(lettersOf(change, texts) / lettersInLine) + gap,
    0,
  );
  return `contain-intrinsic-block-size:auto ${(lines * lineHeight).toFixed(1)}rem`;
}

/** The text direction of the reports, judged by their beginning. */
export function mainDirection(texts: Texts): 'rtl' | 'ltr' {
  const begin: string[] = [];
  for (const { text } of texts.values()) if (begin.push(text) === 200) break;
  return direction(begin.join(' '));
}
