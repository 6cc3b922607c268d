/**
 * Brackets in right-to-left text: some writers store the character of the drawn (mirrored) shape, others the logical
 * one. Which it is, is decided for each document, and for each font if it has enough brackets.
 */
import type { Cell } from './bidi.ts';
import { lineThresholds } from './thresholds.ts';

const pairs = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
  ['‹', '›'],
  ['<', '>'],
  ['﴾', '﴿'],
]);
const mirror = new Map(
  [...pairs].flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
);

/** Votes: pairs that open and close as stored, against pairs that close and open. */
export class BracketVotes {
  private readonly fonts = new Map<string, { logical: number; drawn: number }>();
  private readonly all = { logical: 0, drawn: 0 };

  /** Counts the pairs of one line. */
  count(cells: readonly Cell[]): void {
    let open: { s: string; font: string } | null = null;
    for (const cell of cells) {
      if (!cell.rtl || !mirror.has(cell.s) || !cell.unit.glyph || cell.unit.glyph.actual) continue;
      const font = cell.unit.glyph.font.id;
      if (open && mirror.get(open.s) === cell.s) {
        this.add(font, pairs.has(open.s));
        open = null;
      } else open = { s: cell.s, font };
    }
  }

  private add(font: string, logical: boolean): void {
    let votes = this.fonts.get(font);
    if (!votes) {
      votes = { logical: 0, drawn: 0 };
      this.fonts.set(font, votes);
    }
    const key = logical ? 'logical' : 'drawn';
    votes[key]++;
    this.all[key]++;
  }

  /** Whether this font's text stores brackets as drawn. */
  drawn(font: string): boolean {
    const own = this.fonts.get(font);
    const enough = own && own.logical + own.drawn >= lineThresholds.bracketPairs;
    const votes = enough && own.logical !== own.drawn ? own : this.all;
    return votes.drawn > votes.logical;
  }

  /** The letters of a cell with its brackets corrected. */
  text(cell: Cell): string {
    const other = cell.rtl ? mirror.get(cell.s) : undefined;
    if (other === undefined || !cell.unit.glyph || cell.unit.glyph.actual) return cell.s;
    return this.drawn(cell.unit.glyph.font.id) ? other : cell.s;
  }
}
