/**
 * Glyphs of page after page → text lines. Kashidas and brackets are decided by votes of the whole document; pages
 * wait in a small window until there are some, so that memory stays flat.
 */

import type { Glyph } from '../glyphs/glyph.ts';
import { upright } from '../glyphs/rotation.ts';
import type { Box } from '../glyphs/space.ts';
import { Unmapped } from '../glyphs/unmapped.ts';
import { ActualVotes } from './actual-votes.ts';
import type { Cell } from './bidi.ts';
import { BracketVotes } from './brackets.ts';
import { KashidaVotes } from './kashida.ts';
import { toLines } from './lines.ts';
import {
  cellsOf,
  countLetters,
  type OrderedLine,
  type Sheet,
  type TextLine,
  toTextLine,
} from './text-line.ts';
import { lineThresholds } from './thresholds.ts';

/** Pages that wait for the votes of the pages behind them. */
const windowPages = 24;

export class LineBuilder {
  private readonly kashidas = new KashidaVotes();
  private readonly actuals = new ActualVotes();
  private readonly brackets = new BracketVotes();
  private waiting: OrderedLine[][] = [];
  private readonly pages: TextLine[][] = [];
  private readonly letters = new Unmapped();
  private arabic = 0;
  private latin = 0;

  /** `view`: the page's box, where it is known. */
  add(page: number, glyphs: readonly Glyph[], view?: Box): void {
    const lines = upright(glyphs).flatMap((group) => {
      const sheet: Sheet | null = view && group[0]?.angle === 0 ? { left: view[0], right: view[2] } : null;
      return toLines(group).map((line) => ({ ...line, page, sheet }));
    });
    this.addLines(glyphs, lines);
  }

  /** The next page's lines, made of its glyphs. */
  addLines(glyphs: readonly Glyph[], lines: OrderedLine[]): void {
    this.letters.count(glyphs);
    this.actuals.count(glyphs);
    for (const line of lines) {
      this.kashidas.count(line.glyphs);
      const letters = countLetters(line.glyphs);
      this.arabic += letters.arabic;
      this.latin += letters.latin;
    }
    this.waiting.push(lines);
    if (this.waiting.length >= windowPages) this.flush();
  }

  finish(): TextLine[][] {
    this.flush();
    return this.pages;
  }

  /** Share of the letters that the fonts do not name, 0 to 1. */
  unmapped(): number {
    return this.letters.share();
  }

  private flush(): void {
    const rtl = lineThresholds.latinDocument * this.arabic >= this.latin;
    const mended = (line: OrderedLine) => ({ ...line, glyphs: this.actuals.mend(line.glyphs) });
    const cells = this.waiting.map((lines) => lines.map((line) => cellsOf(mended(line), this.kashidas, rtl)));
    for (const page of cells) for (const line of page) this.brackets.count(line);
    this.waiting.forEach((lines, p) => {
      const out: TextLine[] = [];
      lines.forEach((line, i) => {
        const text = toTextLine(line, cells[p]![i]! as Cell[], this.brackets, rtl);
        if (text) out.push(text);
      });
      this.pages.push(out);
    });
    this.waiting = [];
  }
}
