/**
 * The heuristic numbers of putting glyphs into lines and lines into logical order. Lengths are in font sizes unless said
 * otherwise. `npm run bench:thresholds` moves them one at a time and prints what each is worth.
 */
export const lineThresholds = {
  /** Lines: how far apart base lines of one row may be. */
  rowHeight: 1 / 12,
  /** How far above the base line of a line a piece of it may stand: raised marks, letters of a cascading font. */
  pieceAbove: 0.58,
  /** How far below it. */
  pieceBelow: 0.4,
  /** How far above it a mark may stand over one of the line's letters. */
  markAbove: 1.1,
  /** How far below it a mark may stand. */
  markBelow: 0.7,
  /** How far above it a raised number may stand that is drawn over the height of letters. */
  highNumberAbove: 0.85,
  /** Size of such a number, as a share of the line's, at most. */
  highNumberSize: 0.8,
  /** Glyphs of such a number, at most. */
  highNumberGlyphs: 5,
  /** How near to the text beside it such a number stands. */
  highNumberGap: 0.35,
  /** Share of such a number's width that may lie over the text. */
  highNumberOver: 0.2,
  /** Share of a piece's width that may lie over the line's letters: with more it is a line of its own. */
  pieceOver: 0.5,
  /** Fewer glyphs than this on top of letters are no line of their own … */
  fewOverGlyphs: 4,
  /** … where they are smaller than this share of the line's size … */
  fewOverSize: 0.8,
  /** … or as near as this to its base line. */
  fewOverHeight: 0.3,

  /** Order: how far the pen may step back between two glyphs of one piece (kerning, kashida). */
  backStep: 0.35,
  /** Share of the narrower of two glyphs by which the second has to reach beyond the first's beginning. */
  stepReach: 0.3,
  /** How far a mark may reach over the edges of the letter it stands on. */
  markEdge: 0.02,
  /** Share of a letter's width by which the letter left of it may overlap it. */
  letterOverlap: 0.3,
  /** How far left of its middle a mark that is a piece of its own is placed: before its letter. */
  markShift: 0.15,
  /** How near to its double a glyph lies that was drawn twice to make it bold. */
  doubleShift: 0.08,
  /** How many glyphs back such a double may be. */
  doubleBack: 3,

  /** Words: gap that parts words where a space was drawn in it. */
  gapWithSpace: 0.05,
  /** Gap that parts words where none was. */
  gapWithoutSpace: 0.17,
  /** Width of a space that has none to speak of. */
  thinSpace: 0.1,
  /** Share of a space's width that the pen kept, where it was drawn in one go with both letters. */
  keptSpace: 0.9,
  /** How exactly a space begins where the letter before it ends, under the tail of ر ز و. */
  spaceStart: 0.03,

  /** Kashida: width of a narrow letter, which may be a writer's kashida posing as one. */
  kashidaWidth: 0.3,
  /** Gap between it and the letters that it joins. */
  kashidaGap: 0.15,
  /** Times that such a letter stands beside itself, at least. */
  kashidaRepeats: 3,
  /** Share of its places at which it does, 0 to 1. */
  kashidaRepeated: 0.6,
  /** Times inside words to one outside that make a code a kashida wherever it stands. */
  kashidaInside: 4,
  /** Spaces with the usual code to one with the strange code inside words. */
  kashidaSpaces: 4,

  /** Actual texts: so many of a stretch are not the usual ones where it is looked at. */
  turnedTexts: 3,
  /** Share of its texts that are the usual ones as it stands, at most. */
  turnedRight: 0.7,
  /** Places by which texts may be turned. */
  turnedPlaces: 8,
  /** Share that must be the usual ones once it is turned back. */
  turnedBack: 0.85,
  /** Times that a code stands for a text before that is its usual one. */
  usualTexts: 3,
  /** Share of the code's times, 0 to 1. */
  usualShare: 0.6,

  /** Direction: Latin letters that outweigh an Arabic one in deciding what the document is. */
  latinDocument: 2,
  /** Arabic letters to a Latin one that make a line of a Latin document right-to-left. */
  arabicLine: 3,
  /** How near to the left of its region a line begins that is set there … */
  asideLeft: 0.5,
  /** … and how far from its right it ends. */
  asideRight: 2,
  /** How far under a full Latin line the next one stands whose direction it has. */
  latinLeading: 2.2,
  /** Latin letters that such a line has at least. */
  asideLetters: 12,
  /** Gap with a drawn space that parts a line as a tab does. */
  tabWithSpace: 3,
  /** Gap without one. */
  tabWithoutSpace: 1,
  /** Bracket pairs of a font by which its way of noting them is decided, else by the document's. */
  bracketPairs: 3,
  /** Digits of a number before a Latin run that may be a label. */
  labelDigits: 3,

  /** Numbers: how much sizes may differ inside one. */
  numberSize: 0.12,
  /** How much base lines may. */
  numberHeight: 0.1,
  /** Widest gap inside one: about the widest space that justification makes. */
  numberGap: 0.6,
  /** Size of a raised number as a share of its line's, at most. */
  raisedSize: 0.88,
  /** How far it is raised, at least. */
  raisedHeight: 0.12,
  /** Share of a line's width that is bold where the line is. */
  boldShare: 0.5,
};
