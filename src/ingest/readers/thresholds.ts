/**
 * The heuristic numbers of reading marked-up formats (.docx, .doc, .odt, .html), which state most things themselves.
 * `npm run bench:thresholds` changes them one at a time and prints the effect of each.
 */
export const markupThresholds = {
  /** Number of blocks at the top among which a title is recognised by its formatting alone. */
  titleBlocks: 10,
  /** Maximum number of times that this formatting is used: some titles have two lines. */
  titleTimes: 2,
  /**
   * Characters of a block before an HTML page's first `h1`: with more, the text has begun, and the `h1` is not the
   * title.
   */
  beforeTitle: 120,
  /** Share of an A4 page from which an image counts as a scanned page. */
  pagePicture: 0.5,
};
