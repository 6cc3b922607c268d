/** The heuristic numbers of pages that are pictures. */
export const scanThresholds = {
  /** Points of one picture, at most: A3 at 600 dpi has 70 million. */
  largestPicture: 72_000_000,
  /** Points to the inch at which a page is drawn. */
  wantedDpi: 300,
  /** Points (1/72 inch) of a page's longer side, at most: A3. What is longer was not measured in points. */
  longestPage: 1300,
  /** Points of the drawn page, at most. */
  mostPoints: 20_000_000,
  /** Pictures on a page that are looked at. */
  mostPictures: 2000,
  /** Share of a page that its pictures must cover: with less some are missing. */
  leastCover: 0.3,
  /** Seconds that one page may take. */
  pageSeconds: 90,
  /** So many pages in a row may fail in the same way before the rest is not tried. */
  failures: 3,
  /** Pages after which the document is opened anew: pdf.js keeps what it has decoded. */
  pagesAtOnce: 25,

  /** Height of a word with letters that rise and fall, in sizes of its type. */
  tallWord: 1.25,
  /** Size of a line, as a share of the text's, from which it is set in the text's type … */
  textSizeFrom: 0.85,
  /** … and up to which. */
  textSizeTo: 1.18,
  /** Gap between two words as wide as between columns, in sizes. */
  columnGap: 1.8,
  /** Labels without a number that may stand between two that have one. */
  unreadLabels: 6,
  /** Gap, in sizes, between a running line and the text. */
  runningGap: 1.9,
  /** Points by which its place may differ from page to page. */
  runningHeight: 6,
  /** Share of the pages on which it stands. */
  runningPages: 0.4,
  /** Lines of a running header or footer. */
  runningLines: 2,
  /** How far in front of its line, in sizes, a number may stand that was read as a line of its own. */
  labelReach: 5,
};
