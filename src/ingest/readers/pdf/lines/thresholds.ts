/**
 * The heuristic numbers for putting glyphs into lines and lines into logical order. Lengths are in font sizes unless
 * stated otherwise. `npm run bench:thresholds` changes them one at a time and prints the effect of each.
 */
export const lineThresholds = {
  /** Lines: maximum distance of the baselines of one row. */
  rowHeight: 1 / 12,
  /** Maximum height above a line's baseline of a piece of it: raised marks, letters of a cascading font. */
  pieceAbove: 0.58,
  /** Maximum depth below it. */
  pieceBelow: 0.4,
  /** Maximum height above it of a mark over one of the line's letters. */
  markAbove: 1.1,
  /** Maximum depth below it of a mark. */
  markBelow: 0.7,
  /** Maximum height above it of a raised number that is drawn above the height of letters. */
  highNumberAbove: 0.85,
  /** Maximum size of such a number, as a share of the line's. */
  highNumberSize: 0.8,
  /** Maximum number of glyphs of such a number. */
  highNumberGlyphs: 5,
  /** Maximum distance of such a number from the text next to it. */
  highNumberGap: 0.35,
  /** Share of such a number's width that may overlap the text. */
  highNumberOver: 0.2,
  /** Share of a piece's width that may overlap the line's letters; with more it is a line of its own. */
  pieceOver: 0.5,
  /** Fewer glyphs than this on top of letters are not a line of their own … */
  fewOverGlyphs: 4,
  /** … if they are smaller than this share of the line's size … */
  fewOverSize: 0.8,
  /** … or this near to its baseline. */
  fewOverHeight: 0.3,

  /** Order: how far the pen may step back between two glyphs of one piece (kerning, kashida). */
  backStep: 0.35,
  /** Share of the narrower of two glyphs by which the second must extend beyond the start of the first. */
  stepReach: 0.3,
  /** How far a mark may extend beyond the edges of its letter. */
  markEdge: 0.02,
  /** Share of a letter's width that the letter to its left may overlap. */
  letterOverlap: 0.3,
  /** How far left of its middle a mark that is a piece of its own is placed: before its letter. */
  markShift: 0.15,
  /** Maximum distance between a glyph and its double, drawn to make it bold. */
  doubleShift: 0.08,
  /** How many glyphs back such a double may be. */
  doubleBack: 3,

  /** Words: gap that separates words if a space was drawn in it. */
  gapWithSpace: 0.05,
  /** Gap that separates words if none was. */
  gapWithoutSpace: 0.17,
  /** Width from which a space counts as having one. */
  thinSpace: 0.1,
  /** Share of a space's width that the pen advanced, if the space was drawn in one go with both letters. */
  keptSpace: 0.9,
  /** How exactly a space begins at the end of the letter before it, under the tail of ر ز و. */
  spaceStart: 0.03,

  /** Kashida: width of a narrow letter, which may be a kashida that a writer encodes as a letter. */
  kashidaWidth: 0.3,
  /** Gap between it and the letters that it joins. */
  kashidaGap: 0.15,
  /** Minimum number of times that such a letter occurs next to itself. */
  kashidaRepeats: 3,
  /** Share of its occurrences where it does, 0 to 1. */
  kashidaRepeated: 0.6,
  /** Ratio of occurrences inside words to those outside that makes a code a kashida wherever it occurs. */
  kashidaInside: 4,
  /** Ratio of spaces with the usual code to those with the unusual code inside words. */
  kashidaSpaces: 4,

  /** Actual texts: number of a stretch's texts that must differ from the usual ones before it is examined. */
  turnedTexts: 3,
  /** Maximum share of its texts that are the usual ones as they are. */
  turnedRight: 0.7,
  /** Number of places by which texts may be rotated. */
  turnedPlaces: 8,
  /** Share that must be the usual ones once they are rotated back. */
  turnedBack: 0.85,
  /** Number of times that a code represents a text before this is its usual one. */
  usualTexts: 3,
  /** Share of the code's occurrences, 0 to 1. */
  usualShare: 0.6,

  /** Direction: number of Latin letters that outweigh an Arabic one in deciding a document's direction. */
  latinDocument: 2,
  /** Number of Arabic letters per Latin one that makes a line of a Latin document right-to-left. */
  arabicLine: 3,
  /** How near to the left of its region a left-aligned line begins … */
  asideLeft: 0.5,
  /** … and how far from its right it ends. */
  asideRight: 2,
  /** Maximum distance below a full Latin line of a next line that takes its direction. */
  latinLeading: 2.2,
  /** Minimum number of Latin letters in such a line. */
  asideLetters: 12,
  /** Gap with a drawn space that divides a line as a tab does. */
  tabWithSpace: 3,
  /** Gap without one. */
  tabWithoutSpace: 1,
  /** Number of bracket pairs in a font from which its own way of storing them is used; otherwise the document's. */
  bracketPairs: 3,
  /** Digits of a number before a Latin run that may be a label. */
  labelDigits: 3,

  /** Numbers: how much sizes may differ within one. */
  numberSize: 0.12,
  /** How much baselines may. */
  numberHeight: 0.1,
  /** Widest gap inside one: about the widest space that justification makes. */
  numberGap: 0.6,
  /** Maximum size of a raised number, as a share of its line's. */
  raisedSize: 0.88,
  /** Minimum height by which it is raised. */
  raisedHeight: 0.12,
  /** Share of a line's width that is bold if the line is. */
  boldShare: 0.5,
};
