/** The heuristic numbers for pages that are images. */
export const scanThresholds = {
  /** Maximum number of pixels of one image: A3 at 600 dpi has 70 million. */
  largestPicture: 72_000_000,
  /** Resolution, in dots per inch, at which a page is drawn. */
  wantedDpi: 300,
  /** Maximum length of a page's longer side, in points (1/72 inch): A3. Longer pages were not measured in points. */
  longestPage: 1300,
  /** Maximum number of pixels of the drawn page. */
  mostPoints: 20_000_000,
  /** Maximum number of images on a page that are examined. */
  mostPictures: 2000,
  /** Share of a page that its images must cover; with less, some are missing. */
  leastCover: 0.3,
  /** Seconds that one page may take. */
  pageSeconds: 90,
  /** Number of pages in a row that may fail in the same way before the rest is not tried. */
  failures: 3,
  /** Pages after which the document is opened again: pdf.js keeps what it has decoded. */
  pagesAtOnce: 25,

  /** Height of a word with ascenders and descenders, in font sizes. */
  tallWord: 1.25,
  /** Size of a line, as a share of the text's, from which it is assumed to be in the text's type … */
  textSizeFrom: 0.85,
  /** … and up to which. */
  textSizeTo: 1.18,
  /** Gap between two words as wide as between columns, in font sizes. */
  columnGap: 1.8,
  /** Labels without a number that may be between two with one. */
  unreadLabels: 6,
  /** Gap, in font sizes, between a running line and the text. */
  runningGap: 1.9,
  /** Points by which its position may differ from page to page. */
  runningHeight: 6,
  /** Share of the pages that have it. */
  runningPages: 0.4,
  /** Lines of a running header or footer. */
  runningLines: 2,
  /** How far before its line, in font sizes, a number that was read as a line of its own may be. */
  labelReach: 5,
};
