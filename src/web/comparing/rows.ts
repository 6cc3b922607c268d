/** What both ways of showing the rows of a comparison share. Pure. */
import type { Change, Paragraph } from '../client.ts';
import { direction } from '../direction.ts';

export type Texts = ReadonlyMap<string, Paragraph>;

export interface Rows {
  changes: readonly Change[];
  texts: Texts;
  /** Index of a row that must be drawn at once. */
  least: number;
}

/** So many rows are laid out or left out together, and so many such groups drawn in one go. */
export const chunk = 25;
export const stage = 4;

export const keyOf = ({ base, other }: Change): string => `${base.join(' ')}|${other.join(' ')}`;

/** How long a row is: its longer side, in letters. */
export function lettersOf({ base, other }: Change, texts: Texts): number {
  const letters = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (texts.get(id)?.text.length ?? 0), 0);
  return Math.max(letters(base), letters(other));
}

/** What a group of rows is laid out by. */
export interface Layout {
  /** About how many letters are in a line. */
  lettersInLine: number;
  /** Space between two rows, in lines. */
  gap: number;
}

const lineHeight = 2.34;

/** A style that says about how high a group of rows is, in rem, while it is out of sight and not laid out. */
export function heightOf(changes: readonly Change[], texts: Texts, { lettersInLine, gap }: Layout): string {
  const lines = changes.reduce(
    (sum, change) => sum + Math.ceil(lettersOf(change, texts) / lettersInLine) + gap,
    0,
  );
  return `contain-intrinsic-block-size:auto ${(lines * lineHeight).toFixed(1)}rem`;
}

/** The direction of the reports, told by how they begin. */
export function mainDirection(texts: Texts): 'rtl' | 'ltr' {
  const begin: string[] = [];
  for (const { text } of texts.values()) if (begin.push(text) === 200) break;
  return direction(begin.join(' '));
}
