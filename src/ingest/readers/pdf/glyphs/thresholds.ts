/**
 * The heuristic numbers of reading glyphs. Lengths are in font sizes unless said otherwise. `npm run bench:thresholds`
 * moves them one at a time and prints what each is worth.
 */
export const glyphThresholds = {
  /**
   * Letters of an actual text, and glyphs that draw it, from 1: longer ones are those of whole lines or figures, whose
   * glyphs are read as they stand.
   */
  longestActualText: 12,
  /** Width of a glyph that has none: the hamza that a font draws on top of a bare letter. */
  flat: 0.01,
  /** How far from its letter such a hamza may begin. */
  hamzaReach: 0.3,
  /** How far from its letter a mark with a private code may begin: on it, nearly. */
  privateMarkReach: 0.05,
  /** Share of the page, 0 to 1, that images cover where it is the picture of a page. */
  pictureCover: 0.5,
  /** Letters beside such a picture: what a header and a footer may have. */
  pictureLetters: 400,
  /** Share of the page's height, at its top and foot, where those stand; of its width for stamps set upright. */
  pictureMargin: 0.15,
  /** Points of an image: with fewer it is no page but a logo, a rule or a pattern. */
  picturePoints: 200_000,
  /** How far over the edge of the page or of a clip path a glyph's middle may lie and still be seen. */
  clipEdge: 0.1,
  /** Rules, in points: the shortest, and the thickest that is drawn as a filled box. */
  ruleLength: 3,
  ruleWidth: 3,
  /** How far a rule may lean, as a share of its length. */
  ruleSlant: 0.02,
  /** Fewer glyphs say nothing of how many letters the fonts name. */
  unmappedGlyphs: 20,
};
