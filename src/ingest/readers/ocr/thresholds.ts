/** The heuristic numbers of reading scanned pages. Shades range from 0, black, to 255, white. */
export const ocrThresholds = {
  /** From this shade on a pixel is practically white … */
  nearlyWhite: 224,
  /** … and up to this one practically black. */
  nearlyBlack: 32,
  /** Share of the pixels that are neither, on a page that needs no cleaning: edges of letters are grey. */
  cleanGrey: 0.12,
  /** Side, in pixels, of the cells in which the paper's shade is measured. */
  cell: 32,
  /** Share of a cell's pixels that may be darker than its paper. */
  paperShare: 0.75,
  /** The darkest shade that paper has: anything darker is a photograph. */
  darkestPaper: 48,
  /** Noise level from which a page is smoothed. */
  noise: 6,
  /** Paper has at least this shade, noise included. */
  paperNoise: 150,
  /** Side of the square around a pixel for its local threshold, as a share of the page's width. */
  window: 0.02,
  /** Weight of the deviation in Sauvola's threshold. */
  k: 0.3,
  /** Maximum skew of a page in degrees … */
  mostSkew: 3,
  /** … and the skew from which it is rotated. */
  leastSkew: 0.15,
  /** Width in pixels at which the angle is searched. */
  skewWidth: 1000,

  /**
   * Size of the image that is read a second time, as a share of the first. On three documents of each font, words that
   * neither reading has: 1.1 % in Noto Naskh Arabic and 5.1 % in Amiri; with 0.7, and strokes as they are in the first,
   * 2.0 % and 7.1 %. A third reading takes 0.2 % more at most.
   */
  second: 0.55,
  /** Share of the wider one's width that two words in the same place overlap. */
  sameWord: 0.6,
  /** Confidence, out of 100, from which a word is certain. */
  sure: 80,
  /**
   * Confidence of either reading below which both are doubtful. With this rule and the words that the readings disagree
   * on, measured on three documents of each font, 91.6 % of the wrong Arabic words are doubtful instead of 87.4 %, and
   * 8.4 % of the right ones instead of 4.7 %.
   */
  unsure: 50,
  /** Confidence from which a known word counts as read. */
  readWord: 50,
  /** Share of a page's words that must be read: with fewer, the page is unreadable … */
  readablePage: 0.5,
  /** … if it has at least this many words. */
  pageWords: 8,

  /** Share of the lower one's height that two readings of one line overlap, at least. */
  sameLine: 0.3,

  /** Maximum width of a paragraph's number, in line heights. */
  labelWidth: 1.6,
  /** Height of a number on the strip, in pixels, and the white space between two. */
  stripHeight: 40,
  stripGap: 30,
  /** Confidence of a number on the strip from which it beats an uncertain one of the Arabic model … */
  sureStrip: 85,
  /** … and, for a paragraph's number, any … */
  sureLabel: 60,
  /** Share of a page's labels that the strip must be confident of: with fewer, their digits are not European. */
  foreignLabels: 0.5,
  /** … if the Arabic model read no number at all. */
  leastStrip: 50,
  /** Confidence of the Arabic model below which a word may be in another script … */
  foreign: 50,
  /** Share of such words in a line from which the whole line is. */
  mostlyForeign: 0.5,
  /** … and that of the English model, by letters, from which it is. */
  sureLatin: 50,
  /**
   * Confidence of the English model from which one of its words is certain: it is in no lexicon, and there is no second
   * reading. On pages that are measured nowhere else 3 % of such words are wrong and 25 % of the others.
   */
  sureLatinWord: 90,
};
