/**
 * The heuristic numbers for putting lines into paragraphs. Lengths are in font sizes unless stated otherwise, widths
 * are shares of the column. `npm run bench:thresholds` changes them one at a time and prints the effect of each.
 */
export const blockThresholds = {
  /** Ratio to the text's size from which type is a heading's. */
  headingSize: 1.1,

  /** Columns: share of the widest line's width from which a line counts towards its page's column. */
  wideLine: 0.6,
  /** Share by which the widths of two lines may differ and still count as equal. */
  sameWidth: 0.02,
  /** Share of the widest line's width from which a page's column is the document's … */
  fullColumn: 0.85,
  /** … if more lines than this are as wide. */
  fullLines: 1,
  /** Number of lines as wide as a page's column above which it counts as one. */
  sureLines: 2,
  /** Share of the widest line's width from which a page's column needs no such lines. */
  sureColumn: 0.97,
  /** Lines that a document needs to show its text width by itself. */
  manyLines: 40,
  /** Points by which lines with the same end may differ. */
  samePoints: 1,
  /** Maximum margin, as a share of the page's width. */
  widestMargin: 0.2,

  /** Notes: maximum size of their type, as a share of the text's. */
  noteSize: 0.93,
  /** Size at which a number alone begins a note, even if no mark refers to it. */
  uncalledNoteSize: 0.88,
  /** Points by which the sizes of a note and its rest on the next page may differ. */
  noteRestPoints: 0.5,

  /** Furniture: number of lines from an edge of the page that may be furniture. */
  edgeLines: 4,
  /** Points by which the height of a running line may differ from page to page. */
  runningHeight: 4,
  /** Share of the document's pages that have a running line. */
  runningPages: 0.4,
  /** Pages that a running line needs if it occurs on a stretch of them … */
  stretchPages: 4,
  /** … and the share of that stretch: nearly every second page. */
  stretchShare: 0.45,
  /** Share of the lines with the same letters whose numbers must stay the same or count the pages. */
  countingLines: 0.6,
  /** Letters of text per letter of furniture: with fewer, the pages are merely alike and everything is text. */
  textToFurniture: 0.3,
  /** Maximum size of furniture on a single page, as a share of the text's. */
  singlePageSize: 0.85,
  /** Its minimum distance from the text. */
  singlePageGap: 1.8,
  /** Maximum number of letters in such a line. */
  singlePageLetters: 40,

  /** Type: weight of bold and short lines, relative to others, when the text's size is determined. */
  shortWeight: 0.1,
  /** Points by which the size of a text line may differ from the text's. */
  textSizePoints: 0.3,
  /** Share of the column's width below which a line is certainly short. */
  shortLine: 0.67,
  /** Number of distances needed before they show how far apart paragraphs are. */
  partingSeen: 5,
  /** Minimum distance of two lines of one paragraph. */
  leastLeading: 0.6,
  /** Maximum distance of two lines of one paragraph, whatever is usual. */
  mostLeading: 4,
  /** Share of a type's distances that makes one common. */
  commonLeading: 0.05,
  /** Maximum ratio of a type's own distance to the document's. */
  typeLeading: 1.3,
  /** Number of times that a page or column must show a distance of its own … */
  ownLeadingLines: 3,
  /** … and its maximum ratio to the document's. */
  ownLeading: 1.5,

  /** Tables: points by which the edges of a table's columns may differ from page to page. */
  sameEdge: 6,
  /** How much the spaces of a stretched line differ, in font sizes. */
  evenGaps: 0.05,

  /** Paragraphs: how much the lines of one may differ in size, in sizes of the text. */
  sameSize: 0.08,
  /** Distance below which two lines do not follow each other. */
  nearestLines: 0.3,
  /** Ratio to the document's distance that is assumed for a type whose own was not found. */
  unseenLeading: 1.1,
  /** Maximum ratio of a distance to the usual one. */
  widerLeading: 1.14,
  /** Tolerance added to that: distances are known to a twentieth. */
  widerBy: 0.02,
  /**
   * If paragraphs are set apart: share of the way from the usual distance to theirs that is still within a paragraph.
   */
  towardsParting: 0.55,
  /** Ratio to the usual distance that is always allowed. */
  widestLeading: 1.65,
  /** Lines of a heading that may run over to the next page. */
  headingLines: 3,

  /** Width of a column, in font sizes, that is too narrow for text. */
  narrowColumn: 12,

  /** Distance, in font sizes, of the near edges of two labels of one list. */
  sameLabelEdge: 0.5,

  /** Room: share of the column's width from which free space is not an indent. */
  noIndent: 0.02,
  /** Share by which the near ends of two lines differ if they are uneven. */
  unevenEnds: 0.01,
  /** Share of an indent below which it is not an indent. */
  deepIndent: 0.25,
  /** Share of the wide lines, 0 to 1, that end at the edge if a text is justified … */
  justified: 0.8,
  /** … and how far before the edge, in font sizes, the last line of a paragraph ends at least. */
  earlyEnd: 0.25,
  /** Number of times that a first-line indent recurs … */
  indentTimes: 2,
  /** … for each line after a full one with the same indent, which is a list's. */
  hanging: 1.5,
  /** Minimum ratio of the space after a centred line to the space before it. */
  centred: 0.5,
  /** Space needed besides the next line's first word. */
  freeSpace: 0.35,
};
