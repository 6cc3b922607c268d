/**
 * The heuristic numbers for dividing a page into regions. Lengths are in font sizes unless stated otherwise. They were
 * set by looking at pages; `npm run bench:thresholds` does not change them yet.
 */
export const regionThresholds = {
  /**
   * Rules, in points: maximum distance of two that count as one, and maximum distance by which they may miss each other
   * where they cross.
   */
  sameRule: 4,
  /** Share of a cell's side that a rule covers if it separates two cells. */
  ruleCover: 0.6,
  /** Minimum number of rows between horizontal rules if no rule separates the columns … */
  ruledRows: 3,
  /** … and share of them, 0 to 1, that may extend across the full width. */
  spanningRows: 0.25,
  /** Lines in a cell of a single row from which the rules are those of columns, not of a table. */
  layoutLines: 20,

  /** Fragments: maximum distance of the baselines of one row. */
  sameRow: 0.15,
  /** Widest gap inside a fragment. */
  wordGap: 0.5,
  /** Bands: how far lines below each other may overlap. */
  overlap: 0.1,

  /** Gutters: minimum width of the white space between columns if many lines show it … */
  gutterWidth: 0.75,
  /** … if fewer lines than `manyLines` do … */
  someGutterWidth: 1.1,
  manyLines: 6,
  /** … and if fewer than `fewLines` do. */
  fewGutterWidth: 1.8,
  fewLines: 3,
  /** Bands with text on both sides of the white space from which a line that crosses it ends them. */
  lastingBands: 3,
  /** Widest column of labels next to a text: numbers and letters of items, set with a tab. */
  labelColumn: 4.5,

  /** Columns: share of a column's width from which a line is full … */
  fullLine: 0.8,
  /** … share of its lines, 0 to 1, that are full if it is text … */
  fullLines: 0.4,
  /** … and the minimum width of such a column. */
  textColumn: 8,
  /** Bands of columns from which their gutters are known for the rest of the document. */
  knownBands: 10,
  /** Maximum number of lines of a page below a table that continues on the next page … */
  footLines: 2,
  /** … and above it there, … */
  headLines: 2,
  /** … with this much white space below them, in font sizes. */
  headGap: 2.5,
  /** How far, in font sizes, from the start of a column the rest of a cell may begin. */
  columnStart: 0.6,
  /** Share of a known gutter's width that is white if it recurs. */
  sameGutter: 0.5,
  /** Share of the lines of two columns that have common baselines if they are rows of a table. */
  alignedLines: 0.75,
  /** Share of the lines, 0 to 1, that are terms followed by a colon if two columns are a list of terms. */
  termLines: 0.5,
  /** Minimum number of rows of a table of two columns without rules. */
  tableRows: 3,
  /** Minimum number of rows of a table in which many lines have no counterpart in the other columns. */
  unlevelRows: 6,
  /** Ratio of the letters of one script to those of the other that makes a region left-to-right or right-to-left. */
  otherScript: 3,
  /** Latin letters from which a page without columns is left-to-right. */
  latinPage: 300,
  /** Share by which the sizes of lines of one text differ. */
  sameType: 0.1,
  /** White space between bands below which they are lines of one text … */
  closeBands: 1.2,
  /** … ratio to that above columns, under lines that are above the last of them … */
  headBands: 2,
  /** … or by how much it may be wider than is usual there. */
  lineGap: 0.2,
  /** Ratio of the white space between two rows to that inside a cell … */
  rowGap: 1.4,
  /** … and by how much it is wider at least, in font sizes. */
  rowGapBy: 0.2,
  /** Share of the rows that begin in all their columns and end only once in each, if they are rows of a table … */
  cleanRows: 0.9,
  /** … and maximum number of bands per row. */
  rowBands: 8,
};
