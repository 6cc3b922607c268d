/**
 * Glyphs of page after page → text lines. Kashidas and brackets are decided by votes of the whole document; pages wait
 * in a small window until there are some votes, so that memory use stays constant.
 */

import { type Glyph, isSpace } from '../glyphs/glyph.ts';
import { turnedRules, upright } from '../glyphs/rotation.ts';
import type { Rule } from '../glyphs/rules.ts';
import type { Box } from '../glyphs/space.ts';
import { Unmapped } from '../glyphs/unmapped.ts';
import { KnownColumns } from '../regions/known.ts';
import type { PageRegion } from '../regions/region.ts';
import { regionsOf } from '../regions/regions.ts';
import { ActualVotes } from './actual-votes.ts';
import type { Cell } from './bidi.ts';
import { BracketVotes } from './brackets.ts';
import { KashidaVotes } from './kashida.ts';
import { toLines, type VisualLine } from './lines.ts';
import {
  cellsOf,
  countLetters,
  isRtl,
  type OrderedLine,
  type Sheet,
  type TextLine,
  toTextLine,
} from './text-line.ts';
import { lineThresholds } from './thresholds.ts';

/** Pages that wait for the votes of the following pages. */
const windowPages = 24;

export class LineBuilder {
  private readonly kashidas = new KashidaVotes();
  private readonly actuals = new ActualVotes();
  private readonly brackets = new BracketVotes();
  private waiting: OrderedLine[][] = [];
  private readonly pages: TextLine[][] = [];
  private readonly letters = new Unmapped();
  private readonly columns = new KnownColumns();
  private arabic = 0;
  private latin = 0;

  /** `view`: the page's box, if it is known. */
  add(page: number, glyphs: readonly Glyph[], view?: Box, rules: readonly Rule[] = []): void {
    const { arabic, latin } = countLetters(glyphs);
    const rtl = lineThresholds.latinDocument * arabic >= latin;
    const lines = upright(glyphs).flatMap((group) => {
      const { angle } = group[0]!;
      const sheet: Sheet | null = view && angle === 0 ? { left: view[0], right: view[2] } : null;
      return regionsOf(group, turnedRules(rules, angle), rtl, this.columns).flatMap((region) =>
        orderedLines(region, page, sheet),
      );
    });
    this.addLines(glyphs, lines);
  }

  /** The next page's lines, made from its glyphs. */
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

  /** Share of the letters that the fonts do not map, 0 to 1. */
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
        const text = toTextLine(line, cells[p]![i]! as Cell[], this.brackets, isRtl(line, rtl));
        if (text) out.push(text);
      });
      this.pages.push(out);
    });
    this.waiting = [];
  }
}

/** The lines of a region, from top to bottom. */
function orderedLines({ glyphs, ...region }: PageRegion, page: number, sheet: Sheet | null): OrderedLine[] {
  return withSides(toLines(glyphs).map((line) => ({ ...line, page, sheet, region, aside: false })));
}

/** Marks the lines of one region that are aligned to its left, and not to its right. */
export function withSides(lines: readonly OrderedLine[]): OrderedLine[] {
  const ends = lines.map(endsOf);
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const [from, to] of ends) {
    left = Math.min(left, from);
    right = Math.max(right, to);
  }
  const { asideLeft, asideRight, latinLeading } = lineThresholds;
  const out = lines.map((line, i): OrderedLine => {
    const [from, to] = ends[i]!;
    // A full stop on the left ends a line that is read from the right.
    const stop = /^[.:;,!?،؛؟]/u.test(line.glyphs.find((g) => !isSpace(g.s))?.s ?? '');
    const aside = !stop && from - left < asideLeft * line.size && right - to > asideRight * line.size;
    return { ...line, aside };
  });
  // A full Latin line continues on the next one, which is set in the same way.
  for (let i = out.length - 2; i >= 0; i--) {
    const [line, next] = [out[i]!, out[i + 1]!];
    const full = ends[i]![0] - left < asideLeft * line.size;
    const near = next.y - line.y < latinLeading * line.size && next.size === line.size;
    if (full && near && next.aside && [line, next].every((one) => countLetters(one.glyphs).arabic === 0)) {
      line.aside = true;
      next.goesOn = true;
    }
  }
  return out;
}

/** Where a line begins and ends, ignoring spaces. */
function endsOf({ glyphs }: VisualLine): [number, number] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const g of glyphs) {
    if (isSpace(g.s)) continue;
    from = Math.min(from, g.x);
    to = Math.max(to, g.x + g.w);
  }
  return [from, to];
}
