/**
 * The heuristic numbers of repair, grouped by question. Costs are in nats (negative natural logarithms of
 * probabilities), shares from 0 to 1. `npm run bench:thresholds` changes them one at a time and prints the effect of
 * each. The weights of doubt are a fitted model and are in `doubt.ts`.
 */

/** Is a text in drawing order? Measured on 6,000 clean texts and 1,500 damaged ones. */
export const layerThresholds = {
  /** Lines that certainly show drawing order; one may be a mistake. */
  drawnLines: 2,
  /** Lines with fewer words look the same in either order. */
  tellingWords: 4,
  /** Longer lines, in characters, were never drawn. */
  longestLine: 1000,
  /** Number of stretched words that may indicate a line in drawing order. */
  stretchedWords: 2,
  /** Minimum share of the informative lines: a third and more in damaged texts, under a twentieth in clean ones. */
  drawnShare: 0.25,
  /** Minimum number of lines in drawing order for each in reading order: 8 and more in damaged texts. */
  drawnToStored: 4,
};

/** How much of a text can be read? */
export const readableThresholds = {
  /** Below this share of readable words there is a warning, and guessing would do more harm than good. */
  warning: 0.65,
  /** Number of words that suffices to judge how readable a text is. */
  wordsRead: 20_000,
  /** In a text of fewer words, names are a large part, so a word that is merely unknown says little … */
  fewWords: 50,
  /** … unless more than this share of its words is unknown. */
  mostlyUnknown: 0.5,
  /** Maximum share of a Latin word's letters that no language has in every word. */
  rareLetters: 0.5,
};

/** Were letters stored in drawing order or as presentation forms? */
export const letterThresholds = {
  /** Number of words with a broken article that shows reversed lam-alefs … */
  brokenArticles: 3,
  /** … and the share of the Arabic words that they must exceed. */
  brokenArticleShare: 0.004,
  /** Number of words that show other reversed ligatures … */
  brokenLigatures: 10,
  /** … and the share that they must exceed. */
  brokenLigatureShare: 0.01,
  /** Number of words with presentation forms due to a font, not a ﷲ or a date as some write it … */
  presentationWords: 3,
  /** … and the share that they must exceed. */
  presentationShare: 0.01,
  /** Minimum margin of a reading with another ligature restored. */
  ligatureLead: 3,
  /** With a smaller margin, such a reading is doubtful: one in three known words is wrong there. */
  doubtedLigatureLead: 7,
  /**
   * With a smaller margin, a known word is doubtful if it has, or could have, a restored lam-alef: one in twenty is
   * wrong there.
   */
  doubtedLead: 4,
  /** Cost of what Arabic spelling hardly allows: an article with a hamza before a known word, two alefs in a row. */
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
  /** Maximum frequency, in ten million words, of a pair that the bundled evidence does not list. */
  unlistedPair: 25,
  /** Cost of a run of Latin. */
  latin: 7,
  /** Weight of what usually follows what, judged by prefixes and endings. */
  classWeight: 0.4,
  /** Weight of pairs in the bundled evidence. */
  pairWeight: 0.6,
  /** Weight of the document's own pairs. */
  ownPairWeight: 0.25,
  /** Weight of the document's own words. */
  ownWeight: 0.03,
  /** Minimum number of letters in the halves of a joined word. */
  splitLetters: 3,
};

/** In which order is a line read? */
export const orderThresholds = {
  /** Number of states of the search that are kept at each position. */
  beam: 8,
  /** The same while pieces are waiting. */
  wideBeam: 16,
  /** A state this far behind another that has read the same is dropped. */
  behind: 20,
  /** Maximum gain of joined fragments over the minimum cost of words. */
  slack: 12,
  /** A word that is this much more likely after the word before it than alone belongs to it: no cut is tried there. */
  firm: 1,
  /** Maximum number of letters of a known word that may still be a fragment. */
  shortWord: 3,
  /** Number of atoms within which a label is read. */
  labelAtoms: 4,
  /** Cost of a line that begins with a full stop. */
  stopFirst: 4,

  /** Minimum number of letters of a word that may be cut. */
  gluedLetters: 3,
  /** Cost of a cut inside a word. */
  cutInside: 6,
  /** Cost of a cut at a single space. */
  cutAtSpace: 5.2,
  /** Cost of not cutting at a wide gap. */
  ignoredGap: 4,
  /** Cost of keeping two pieces apart if there is kashida between them. */
  looseApart: 6,
  /** Cost of keeping them apart if no space was stored. */
  tightApart: 5,
  /** Cost of joining them if a space was stored. */
  spacedJoin: 4,
  /** Number of kashidas that certainly make a break. */
  breakKashidas: 2,
  /** Number of spaces that begin the last line of a paragraph. */
  lastLineSpaces: 2,
  /** Number of parts of a paragraph within which a dash ends its label. */
  labelParts: 3,

  /** Readings this far behind the best are not rivals. */
  rivalLead: 10,
  /** Number of rivals considered, nearest first. */
  rivals: 40,
  /** Likelihood of what no reading within reach says. */
  leastRival: 1e-3,
  /** Costs above this say no more about doubt. */
  dearest: 20,
  /** Fits below this say no more … */
  worstFit: -3,
  /** … nor above this. */
  bestFit: 6,
};

/** Which lines are page furniture? */
export const pageThresholds = {
  /** Minimum number of times that a line with a symbol or job number occurs. */
  repeats: 3,
  /** Maximum number of characters of such a line. */
  longest: 80,
};
