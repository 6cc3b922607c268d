/**
 * The heuristic numbers for reading glyphs. Lengths are in font sizes unless stated otherwise. `npm run
 * bench:thresholds` changes them one at a time and prints the effect of each.
 */
export const glyphThresholds = {
  /**
   * Maximum number of letters of an actual text, and of glyphs that draw it, from 1: longer ones belong to whole lines
   * or figures, whose glyphs are read as they are.
   */
  longestActualText: 12,
  /** Width of a glyph without one: the hamza that a font draws on top of a bare letter. */
  flat: 0.01,
  /** How far from its letter such a hamza may begin. */
  hamzaReach: 0.3,
  /** How far from its letter a mark with a private code may begin: nearly on it. */
  privateMarkReach: 0.05,
  /** Share of the page, 0 to 1, that images cover if it is a scan. */
  pictureCover: 0.5,
  /** Letters besides such an image: what a header and a footer may have. */
  pictureLetters: 400,
  /** Share of the page's height, at the top and bottom, in which those are; of its width for vertical stamps. */
  pictureMargin: 0.15,
  /** Minimum number of pixels of such an image: a smaller one is a logo, a rule or a pattern. */
  picturePoints: 200_000,
  /** How far outside the page or a clip path a glyph's middle may be and still count as visible. */
  clipEdge: 0.1,
  /** Rules, in points: the shortest, and the thickest that is drawn as a filled box. */
  ruleLength: 3,
  ruleWidth: 3,
  /** How far a rule may slant, as a share of its length. */
  ruleSlant: 0.02,
  /** With fewer glyphs than this, nothing is said about how many letters the fonts map. */
  unmappedGlyphs: 20,
};
