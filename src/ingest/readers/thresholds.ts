/**
 * The heuristic numbers of reading marked-up formats (.docx, .doc, .odt, .html), which say most things themselves.
 * `npm run bench:thresholds` moves them one at a time and prints what each is worth.
 */
export const markupThresholds = {
  /** Blocks from the top among which the title stands that only its looks give away. */
  titleBlocks: 10,
  /** Times that its looks may be used: titles of two lines are. */
  titleTimes: 2,
  /** Characters of a block before an HTML page's first `h1`: with more the text has begun, and it is no title. */
  beforeTitle: 120,
  /** Share of an A4 page that a picture of one covers. */
  pagePicture: 0.5,
};
