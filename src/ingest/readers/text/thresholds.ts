/**
 * The heuristic numbers of reading plain text: what its bytes are, and whether it holds a text twice. Shares are 0 to 1.
 * `npm run bench:thresholds` moves them one at a time and prints what each is worth.
 */
export const textThresholds = {
  /** Share of the 16-bit units whose one byte is a zero or 6 where they are UTF-16. */
  utf16Filled: 0.7,
  /** Share whose other byte may be. */
  utf16Other: 0.3,
  /** Share of control characters that a text in UTF-8 may have: a PDF's broken font encoding leaves them. */
  controls: 0.2,
  /** Share of zeros that it may have: binary files have more. */
  zeros: 0.001,
  /** Share of control characters that a text in Windows-1256 may have. */
  controlsIn1256: 0.001,
  /** Arabic letters to a word, at most, in Windows-1256: in a binary file they stand in no words. */
  lettersToWord: 12,
  /** Arabic letters to one of another script, at least. */
  lettersToOther: 5,

  /** Two layers: what parting damaged from clean lines must gain, in nats. */
  splitGain: 10,
  /** Letters of the runs by which two layers are compared. */
  runLetters: 6,
  /** Share of the clean layer's runs that the damaged one must have too. */
  sharedRuns: 0.5,
  /** Share of a layer's lines with presentation forms that makes it a damaged one. */
  presentationLines: 0.2,
  /** Share of the damaged layer's lines that must be damaged. */
  damagedLines: 0.2,
  /** Share of the clean layer's lines that may be. */
  damagedCleanLines: 0.05,
  /** Lines around a split among which the widest gap is looked for. */
  gapReach: 40,
  /** Blank lines that a change of indentation counts for. */
  indentChange: 3,
  /** Lines farther from the split that cost a gap one blank line. */
  gapDistance: 20,
};
