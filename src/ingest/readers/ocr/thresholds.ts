/**
 * The heuristic numbers of reading pictures of pages. Shades run from 0, black, to 255, white.
 */
export const ocrThresholds = {
  /** From this shade on a point is as good as white … */
  nearlyWhite: 224,
  /** … and up to this one as good as black. */
  nearlyBlack: 32,
  /** Share of the points that are neither on a page that needs no cleaning: edges of letters are grey. */
  cleanGrey: 0.12,
  /** Side, in points, of the cells in which the paper's shade is looked for. */
  cell: 32,
  /** Share of a cell's points that may be darker than its paper is. */
  paperShare: 0.75,
  /** The darkest shade that paper has: below that it is a photograph. */
  darkestPaper: 48,
  /** Noise from which a page is smoothed. */
  noise: 6,
  /** Paper has at least this shade, noise and all. */
  paperNoise: 150,
  /** Side of the square around a point that its shade is compared with, as a share of the page's width. */
  window: 0.02,
  /** Weight of the deviation in Sauvola's threshold. */
  k: 0.3,
  /** Degrees by which a page may lie askew, at most … */
  mostSkew: 3,
  /** … and from which it is turned. */
  leastSkew: 0.15,
  /** Points across at which the angle is looked for. */
  skewWidth: 1000,

  /** Size of the picture that is read a second time, as a share of the first. */
  second: 0.7,
  /** Share of the wider one's width that two words in the same place have in common. */
  sameWord: 0.6,
  /** Confidence from which a word is sure, of 100. */
  sure: 80,
  /**
   * Confidence of either reading under which both leave a doubt. With it and what the readings have differently, on three
   * documents of each font, 88.6 % of the wrong Arabic words are doubted in place of 85 %, and 8 % of the right ones of 5 %.
   */
  unsure: 50,
  /** Confidence from which a known word counts as read. */
  readWord: 50,
  /** Share of a page's words that must be read: with fewer the page is unreadable … */
  readablePage: 0.5,
  /** … where it has as many words as this. */
  pageWords: 8,

  /** Height of a line that was left out, as a share of the usual one, at least … */
  missedHeight: 0.5,
  /** … its ink, in squares of that height … */
  missedInk: 0.5,
  /** … and how many of them a page may have. */
  mostMissed: 20,

  /** Width of a paragraph's number, in heights of its line, at most. */
  labelWidth: 1.6,
  /** Height of a number on the strip, in points, and what is white between two. */
  stripHeight: 40,
  stripGap: 30,
  /** Confidence of a number on the strip from which it stands against an unsure one of the Arabic model … */
  sureStrip: 85,
  /** … of a paragraph's number against any … */
  sureLabel: 60,
  /** Share of a page's labels that the strip must be sure of: with fewer their digits are not European. */
  foreignLabels: 0.5,
  /** … and where that read no number at all. */
  leastStrip: 50,
  /** Confidence of the Arabic model below which a word may be of another script … */
  foreign: 50,
  /** Share of a line's words that are, from which all of it is. */
  mostlyForeign: 0.5,
  /** … and that of the English one from which it is. */
  sureLatin: 40,
};
