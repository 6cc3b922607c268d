/**
 * The heuristic numbers of repair, by what it asks. Prices and costs are in nats (negative natural logarithms of
 * probabilities), shares 0 to 1. `npm run bench:thresholds` moves them one at a time and prints what each is worth. The
 * weights of doubt are a fitted model and stand in `doubt.ts`.
 */

/** Is a text stored as drawn? Measured on 6,000 clean texts and 1,500 damaged ones. */
export const layerThresholds = {
  /** Lines that show a drawing order for certain; one may be a slip. */
  drawnLines: 2,
  /** Lines of fewer words look the same in either order. */
  tellingWords: 4,
  /** Longer lines, in characters, were never drawn. */
  longestLine: 1000,
  /** Stretched words that may make a line a drawn one. */
  stretchedWords: 2,
  /** Least share of the lines that could tell: a third and more in damaged texts, under a twentieth in clean ones. */
  drawnShare: 0.25,
  /** How many drawn lines come on one that shows reading order: 8 and more in damaged texts. */
  drawnToStored: 4,
};

/** How much of a text can be read? */
export const readableThresholds = {
  /** Under this share of readable words a warning gives it, and a guess would do more harm than good. */
  warning: 0.65,
  /** So many words tell how readable a text is. */
  wordsRead: 20_000,
  /** In a text of fewer words, names are a large part of it: a word that is only unknown says little there … */
  fewWords: 50,
  /** … unless more than this share of its words is unknown. */
  mostlyUnknown: 0.5,
  /** Share of a Latin word's letters that may be those no language has in every word. */
  rareLetters: 0.5,
};

/** Were letters stored in drawing order or in drawn forms? */
export const letterThresholds = {
  /** Words with a broken article that show reversed lam-alefs … */
  brokenArticles: 3,
  /** … and the share of the Arabic words that they must be more than. */
  brokenArticleShare: 0.004,
  /** Words that show other reversed ligatures … */
  brokenLigatures: 10,
  /** … and the share that they must be more than. */
  brokenLigatureShare: 0.01,
  /** Words with presentation forms that are a font's doing, not a ﷲ or a date as some write it … */
  presentationWords: 3,
  /** … and the share that they must be more than. */
  presentationShare: 0.01,
  /** So far ahead a reading with another ligature put back must be. */
  ligatureLead: 3,
  /** Nearer ahead, such a reading is doubted: of known words one in three is wrong there. */
  doubtedLigatureLead: 7,
  /** Nearer ahead, a known word is doubted that could have a lam-alef put back or has: one in twenty is wrong there. */
  doubtedLead: 4,
  /** What Arabic spelling hardly allows: an article with a hamza before a known word, two alefs in a row. */
  odd: 9,
};

/** How likely is a run of words? */
export const evidenceThresholds = {
  /** Cost of an unknown word, whatever its letters. */
  unknown: 12,
  /** Cost of each of its letters. */
  unknownLetter: 2.2,
  /** Cost of an unknown word that is a known one with clitics or endings; no known one costs more. */
  derived: 17,
  /** A pair of the shipped evidence is as rare as this, in ten million words, at most, when it is not listed. */
  unlistedPair: 25,
  /** Cost of a run of Latin. */
  latin: 7,
  /** Weight of what usually follows what by the outside of words. */
  classWeight: 0.4,
  /** Weight of pairs of the shipped evidence. */
  pairWeight: 0.6,
  /** Weight of the document's own pairs. */
  ownPairWeight: 0.25,
  /** Weight of the document's own words. */
  ownWeight: 0.03,
  /** Letters of the halves into which a glued word may fall, at least. */
  splitLetters: 3,
};

/** In which order is a line read? */
export const orderThresholds = {
  /** States of the search that are kept at each place. */
  beam: 8,
  /** The same where pieces wait. */
  wideBeam: 16,
  /** A state so far behind another that has read the same is given up. */
  behind: 20,
  /** So much joined fragments may gain over the minimum cost of words. */
  slack: 12,
  /** So much likelier than alone a word is behind the one it belongs to: no cut is tried there. */
  firm: 1,
  /** Letters of a known word that may be a fragment all the same. */
  shortWord: 3,
  /** Atoms within which a label is read. */
  labelAtoms: 4,
  /** Price of a line that begins with a full stop. */
  stopFirst: 4,

  /** Letters of a word that may be cut, at least. */
  gluedLetters: 3,
  /** Price of a cut inside a word. */
  cutInside: 6,
  /** Price of a cut at a single space. */
  cutAtSpace: 5.2,
  /** Price of passing over a wide gap. */
  ignoredGap: 4,
  /** Price of keeping two pieces apart where kashida hangs between them. */
  looseApart: 6,
  /** Price of keeping them apart where no space was stored. */
  tightApart: 5,
  /** Price of joining them where space was. */
  spacedJoin: 4,
  /** Kashidas that make a break for certain. */
  breakKashidas: 2,
  /** Spaces that the last line of a paragraph begins with. */
  lastLineSpaces: 2,
  /** Parts of a paragraph within which a dash ends its label. */
  labelParts: 3,

  /** Readings so far behind the best are no rivals to it. */
  rivalLead: 10,
  /** Rivals that are looked at, the nearest. */
  rivals: 40,
  /** Likelihood of what no reading within reach says. */
  leastRival: 1e-3,
  /** No cost above says more of doubt. */
  dearest: 20,
  /** No fit below says more … */
  worstFit: -3,
  /** … and none above. */
  bestFit: 6,
};

/** Which lines are the page's? */
export const pageThresholds = {
  /** Times that a line with a symbol or job number must stand. */
  repeats: 3,
  /** Characters of such a line, at most. */
  longest: 80,
};
