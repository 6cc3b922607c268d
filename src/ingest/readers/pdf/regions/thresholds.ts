/**
 * The heuristic numbers of dividing a page into regions. Lengths are in font sizes unless said otherwise. They were set by
 * looking at pages; `npm run bench:thresholds` does not move them yet.
 */
export const regionThresholds = {
  /** Rules, in points: how far apart two may be that are one, and how far they may miss each other where they cross. */
  sameRule: 4,
  /** Share of a cell's side that a rule covers where it parts two cells. */
  ruleCover: 0.6,
  /** Rows between rules that run across, at least, where no rule parts the columns … */
  ruledRows: 3,
  /** … and share of them, 0 to 1, that may run through from side to side. */
  spanningRows: 0.25,
  /** Lines in a cell of a single row from which the rules are those of columns, not of a table. */
  layoutLines: 20,

  /** Fragments: how far apart base lines of one row may be. */
  sameRow: 0.15,
  /** Widest gap inside a fragment. */
  wordGap: 0.5,
  /** Bands: by how much lines may reach into each other that stand under each other. */
  overlap: 0.1,

  /** Gutters: how wide the white between columns is at least, where many lines show it … */
  gutterWidth: 0.75,
  /** … where fewer lines than `manyLines` do … */
  someGutterWidth: 1.1,
  manyLines: 6,
  /** … and where fewer than `fewLines` do. */
  fewGutterWidth: 1.8,
  fewLines: 3,
  /** Bands with text on both sides of the white, from which a line that crosses it ends them. */
  lastingBands: 3,
  /** Widest column of labels beside a text: numbers and letters of items set with a tab. */
  labelColumn: 4.5,

  /** Columns: share of a column's width from which a line is full … */
  fullLine: 0.8,
  /** … share of its lines, 0 to 1, that are full where it is text … */
  fullLines: 0.4,
  /** … and the width of such a column, at least. */
  textColumn: 8,
  /** Bands of columns from which their gutters are known for the rest of the document. */
  knownBands: 10,
  /** Lines of a page below the table that goes on on the next one, at most … */
  footLines: 2,
  /** … and above it there, … */
  headLines: 2,
  /** … with so much white below them, in sizes. */
  headGap: 2.5,
  /** How far, in sizes, from where a column begins the rest of a cell may begin. */
  columnStart: 0.6,
  /** Share of a known gutter's width that is white where it stands again. */
  sameGutter: 0.5,
  /** Share of the lines of two columns that stand on common base lines where they are rows of a table. */
  alignedLines: 0.75,
  /** Share of the lines, 0 to 1, that are terms with a colon behind them where two columns are a list of terms. */
  termLines: 0.5,
  /** Rows of a table of two columns without rules, at least. */
  tableRows: 3,
  /** Letters of one script to one of the other that make a region left-to-right, or right-to-left. */
  otherScript: 3,
  /** Latin letters from which a page without columns is left-to-right. */
  latinPage: 300,
  /** Share by which the sizes of lines of one text differ. */
  sameType: 0.1,
  /** White between bands under which they are lines of one text … */
  closeBands: 1.2,
  /** How many times as wide it may be above columns, under lines that stand over the last of them. */
  headBands: 2,
  /** … or by how much it may be wider than is usual there. */
  lineGap: 0.2,
  /** How many times as wide as inside a cell the white between two rows is … */
  rowGap: 1.4,
  /** … and by how much wider at least, in sizes. */
  rowGapBy: 0.2,
  /** Share of the rows that begin in all their columns and end but once in each, where they are rows of a table … */
  cleanRows: 0.9,
  /** … and bands to a row, at most. */
  rowBands: 8,
};
