/**
 * The heuristic numbers of putting lines into paragraphs. Lengths are in font sizes unless said otherwise, widths in
 * shares of the column. `npm run bench:thresholds` moves them one at a time and prints what each is worth.
 */
export const blockThresholds = {
  /** Type as many times as large as the text's is a heading's. */
  headingSize: 1.1,

  /** Columns: share of the widest line's width from which a line tells of its page's column. */
  wideLine: 0.6,
  /** Share of their width by which two lines may differ and still be equally wide. */
  sameWidth: 0.02,
  /** Share of the widest line's width from which a page's column is the document's … */
  fullColumn: 0.85,
  /** … where more lines than this are as wide. */
  fullLines: 1,
  /** More lines than this as wide as a page's column show that it is one. */
  sureLines: 2,
  /** Share of the widest line's width from which a page's column needs no such lines. */
  sureColumn: 0.97,
  /** Lines of a document that show by themselves how wide they may be. */
  manyLines: 40,
  /** Points by which lines that end together may differ. */
  samePoints: 1,
  /** Share of the page's width that a margin takes, at most. */
  widestMargin: 0.2,

  /** Notes: size of their type as a share of the text's, at most. */
  noteSize: 0.93,
  /** Size at which a number alone opens them, though no mark calls it. */
  uncalledNoteSize: 0.88,
  /** Points by which the sizes of a note and its rest on the next page may differ. */
  noteRestPoints: 0.5,

  /** Furniture: lines from an edge of the page that may be. */
  edgeLines: 4,
  /** Points by which the heights of a running line may differ from page to page. */
  runningHeight: 4,
  /** Share of the document's pages on which a running line stands. */
  runningPages: 0.4,
  /** Pages that a running line needs where it stands on a stretch of them … */
  stretchPages: 4,
  /** … and the share of that stretch: every second page, nearly. */
  stretchShare: 0.45,
  /** Share of the lines with the same letters whose numbers must stay or count the pages. */
  countingLines: 0.6,
  /** Letters of the text to one of the furniture: with fewer the pages are alike and all of it is text. */
  textToFurniture: 0.3,
  /** Size of furniture on a single page as a share of the text's, at most. */
  singlePageSize: 0.85,
  /** How far apart it stands. */
  singlePageGap: 1.8,
  /** Letters of such a line, at most. */
  singlePageLetters: 40,

  /** Type: share of the weight that bold and short lines have in finding the text's size. */
  shortWeight: 0.1,
  /** Points by which the size of a line of the text may differ from the text's. */
  textSizePoints: 0.3,
  /** Share of the column's width under which a line is short for certain. */
  shortLine: 0.67,
  /** Distances that must be seen before they say how far paragraphs are apart. */
  partingSeen: 5,
  /** Least distance of two lines of one paragraph. */
  leastLeading: 0.6,
  /** Widest distance of two lines of one paragraph, whatever is usual. */
  mostLeading: 4,
  /** Share of the distances of a type that makes one common. */
  commonLeading: 0.05,
  /** How many times as wide as the document's a type's own distance may be. */
  typeLeading: 1.3,
  /** Times that a page or column shows a distance of its own … */
  ownLeadingLines: 3,
  /** … and how many times as wide as the document's that may be. */
  ownLeading: 1.5,

  /** Tables: points by which the edges of a table's columns may differ from page to page. */
  sameEdge: 6,
  /** By how much, in sizes, the spaces of a stretched line differ. */
  evenGaps: 0.05,

  /** Paragraphs: by how much, in sizes of the text, the lines of one may differ in size. */
  sameSize: 0.08,
  /** Distance under which two lines do not follow each other. */
  nearestLines: 0.3,
  /** How many times as wide as the document's the distance of a type that was not seen is. */
  unseenLeading: 1.1,
  /** How many times as wide as usual a distance may be. */
  widerLeading: 1.14,
  /** What may come on top of that: distances are known to a twentieth. */
  widerBy: 0.02,
  /** Where paragraphs are set apart: the share of the way from the usual distance to theirs that is still inside one. */
  towardsParting: 0.55,
  /** How many times as wide as usual it may be in any case. */
  widestLeading: 1.65,
  /** Lines of a heading that may run over to the next page. */
  headingLines: 3,

  /** Width of a column, in sizes, that is too narrow for text. */
  narrowColumn: 12,

  /** Room: share of the column's width that is no indent. */
  noIndent: 0.02,
  /** Share by which the near ends of two lines differ where they are uneven. */
  unevenEnds: 0.01,
  /** Share of an indent that is no indent any more. */
  deepIndent: 0.25,
  /** Share of the wide lines, 0 to 1, that end at the edge where a text is justified … */
  justified: 0.8,
  /** … and how far before it, in sizes, the last line of a paragraph ends at least. */
  earlyEnd: 0.25,
  /** Times that an indent comes back which first lines have … */
  indentTimes: 2,
  /** … and to one line behind a full one, whose indent it is too: that of a list. */
  hanging: 1.5,
  /** Room behind a centred line to one before it, at least. */
  centred: 0.5,
  /** What must be free beside the next line's first word. */
  freeSpace: 0.35,
};
