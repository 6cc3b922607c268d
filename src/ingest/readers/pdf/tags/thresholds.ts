/** The numbers that decide whether a file's tags are trusted. Shares go from 0 to 1, lengths are in font sizes. */
export const tagThresholds = {
  /** Elements of a tree that is read, marked pieces included: this many in any file … */
  elementsAtLeast: 20_000,
  /** … plus this many for each page: a page of a table with five hundred cells has three thousand … */
  elementsPerPage: 5_000,
  /** … and never more than this. */
  elementsAtMost: 500_000,
  /** Maximum number of columns or rows that a cell may cover. */
  mostSpan: 1_000,
  /** Maximum number of letters of an element's actual text. */
  longestActualText: 10_000,
  /** Share of the pieces that two elements may both claim. */
  repeatedPieces: 0.01,

  /** A paragraph continues in the next column: how far up the stream goes. Marks and raised numbers go up less. */
  columnJump: 1.5,

  /** Maximum share of the letters that are outside all tags. */
  uncovered: 0.02,
  /** Letters of artifacts at the edges of pages that do not recur on any other page, per letter in the tree. */
  artifactShare: 0.25,
  /** Lines of artifacts at an edge. */
  edgeArtifacts: 4,
  /** Share of a line's width that overlaps another of the same column. */
  sameColumn: 0.3,
  /** How far up from the line before a block must begin to contradict the order of the page. */
  back: 0.5,
  /** Share of the blocks that may do so. */
  againstOrder: 0.01,
  /** Maximum distance, across and down, between two pieces of one line. */
  nearPieces: 0.6,
  sameLine: 0.1,
  /** Share of the lines that may be in such pieces. */
  brokenLines: 0.02,
  /** Share of the width of the neighbouring lines below which a line inside a paragraph has ended early. */
  shortLine: 0.67,
  /** This many of them, and as a share of its lines, show several paragraphs … */
  shortLines: 2,
  shortShare: 0.1,
  /** … and share of the letters in such blocks from which no block is trusted. */
  joinedShare: 0.4,
  /** Share of the width of the neighbouring lines from which a line has no room for the next word. */
  fullLine: 1,
  /** Blocks that end in the middle of a sentence: their number, and as a share of all line ends. */
  cutLines: 3,
  cutShare: 0.3,
  /** Share by which two lines of one paragraph may differ in size. */
  otherSize: 0.15,
  /** Lines before and after one that show how wide it may be. */
  linesAround: 20,
  /**
   * Lines of a title broken by hand: minimum ratio of their size to that of the text. The names of bodies and the lines
   * that say how a document is distributed are set at up to 14 points over 12, titles from 16 on …
   */
  titleSize: 1.3,
  /** … and their maximum distance in font sizes: fonts set lines 1.2 (DejaVu) to 2.1 (Noto Sans Arabic) apart. */
  titleLeading: 2.2,
  /** Share of the letters in headings from which they are not headings. */
  headingShare: 0.5,
};
