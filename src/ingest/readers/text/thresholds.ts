/**
 * The heuristic numbers of reading plain text: what its bytes are, and whether it has a text twice. Shares are from 0
 * to 1. `npm run bench:thresholds` changes them one at a time and prints the effect of each.
 */
export const textThresholds = {
  /** Share of the 16-bit units in UTF-16 with a zero or 6 in one byte. */
  utf16Filled: 0.7,
  /** Maximum share with such a value in the other byte. */
  utf16Other: 0.3,
  /** Maximum share of control characters in a text in UTF-8: a PDF's broken font encoding leaves some. */
  controls: 0.2,
  /** Maximum share of zeros: binary files have more. */
  zeros: 0.001,
  /** Maximum share of control characters in a text in Windows-1256. */
  controlsIn1256: 0.001,
  /** Maximum number of Arabic letters per word in Windows-1256: in a binary file they do not form words. */
  lettersToWord: 12,
  /** Minimum number of Arabic letters for each letter of another script. */
  lettersToOther: 5,

  /** Two layers: the minimum gain from separating damaged and clean lines, in nats. */
  splitGain: 10,
  /** Length in letters of the runs by which two layers are compared. */
  runLetters: 6,
  /** Minimum share of the clean layer's runs that are in the damaged one. */
  sharedRuns: 0.5,
  /** Share of a layer's lines with presentation forms from which it is damaged. */
  presentationLines: 0.2,
  /** Minimum share of damaged lines in the damaged layer. */
  damagedLines: 0.2,
  /** Maximum share of damaged lines in the clean layer. */
  damagedCleanLines: 0.05,
  /** Number of lines around a split among which the widest gap is searched. */
  gapReach: 40,
  /** Number of blank lines that a change of indentation is worth. */
  indentChange: 3,
  /** Number of lines further from the split that cost a gap one blank line. */
  gapDistance: 20,
};
