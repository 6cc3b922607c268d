/**
 * What a page is divided into before its glyphs become lines: regions in reading order, each with the glyphs of one
 * stretch of text, one column or one cell. Later stages know nothing else of a page's layout, so anything that knows
 * better than white space and rules (a structure tree, a recogniser) also returns regions.
 */
import type { Glyph } from '../glyphs/glyph.ts';

/** A table as one page shows it. */
export interface PageTable {
  /** Where its columns begin and end, from left to right, in points. */
  edges: readonly number[];
  rows: number;
  columns: number;
}

/** Rows and columns count from 1 in reading direction; a merged cell has its first ones. */
export interface CellPlace {
  table: PageTable;
  row: number;
  column: number;
}

export interface Region {
  /** One of several columns next to each other: the ends of its lines show how wide it is. */
  column: boolean;
  /** null outside tables. */
  cell: CellPlace | null;
  /** Direction of its lines; null if it is the document's. */
  rtl: boolean | null;
}

/** A page that nothing divides. */
export const wholePage = (): Region => ({ column: false, cell: null, rtl: null });

export interface PageRegion extends Region {
  /** In stream order. */
  glyphs: Glyph[];
}
