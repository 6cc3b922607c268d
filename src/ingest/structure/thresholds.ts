/**
 * The heuristic numbers for finding a report's structure and metadata. Scores have no unit: a number that continues the
 * report's count scores 2. Counts of words, lines and paragraphs are maxima unless stated otherwise. `npm run
 * bench:thresholds` changes them one at a time and prints the effect of each.
 */

/** Which printed numbers are the report's own? */
export const numberThresholds = {
  /** Score of a number that continues the report's count. */
  next: 2,
  /** Score of 0 as the number with which the count begins … */
  first: 1,
  /** … minus this for each unit above it … */
  firstLater: 0.1,
  /** … and at most this much. */
  firstLatest: 3,
  /** Numbers that may be missing in the count. */
  missing: 30,
  /** Penalty for a gap in the count … */
  gap: 1.5,
  /** … and for each number missing there. */
  eachMissing: 0.25,
  /** Penalty for a report's number after a comma or semicolon; half of it is added to a list's. */
  listMark: 1,
  /** Penalty for a report's number after a colon, without a heading between them. */
  colon: 0.5,
  /** Penalty if the open list could continue as well … */
  listGoesOn: 3,
  /** … reduced by this if a full stop has ended it. */
  listStopped: 1,
  /** Bonus for the same automatic list … */
  sameList: 0.5,
  /** … and penalty for another one. */
  otherList: 1,
  /** Penalty for a deeper level. */
  deeper: 1.5,
  /** Score of a number that continues the open list … */
  listNext: 0.4,
  /** … of one with a heading before it … */
  listHeading: -3,
  /** … of a 1 that opens a list without a colon … */
  listOpens: -1,
  /** … after a heading … */
  listOpensAtHeading: -2,
  /** … penalty if another list is open … */
  listOpen: 1,
  /** … and score of any other number. */
  listOther: -2.5,
  /** Lists from 1 without a colon before them: this many … */
  restarts: 3,
  /**
   * … and this many times as many as own numbers show that a text has no count of its own, like a law with its
   * articles.
   */
  restartShare: 0.25,
  /** Share of the paragraphs that must have numbers for these to be the report's own. */
  numberedShare: 0.02,
};

/** What is a heading, the title, a signature? */
export const headingThresholds = {
  /** Words of the title after المرفق الأول, الفصل الثاني. */
  divisionWords: 20,
  /** Words after أولا, ألف. */
  sectionWords: 25,
  /** Words of a line emphasised by its type. */
  emphasisWords: 20,
  /** Words of an unmarked line. */
  plainWords: 14,
  /** Minimum number of numbers in plain type that show that emphasised lines are headings … */
  plainNumbers: 3,
  /** … and the share of all numbers that they must exceed. */
  plainShare: 0.5,
  /** Lines of the cover on which emphasised text is not a heading. */
  coverLines: 10,
  /** Lines before the first heading of a text without numbers among which the title is looked for. */
  frontLines: 12,
  /** Words of a cover line that only says when and where. */
  dateLineWords: 12,
  /** Characters of a title. */
  titleLetters: 600,
  /** Words of a title that nothing identifies as one. */
  titleWords: 60,
  /** Lines of a signature block. */
  signatureLines: 12,
  /** Words of one of its lines. */
  signatureWords: 8,
};

/** What is a note or furniture in a plain text? */
export const noteThresholds = {
  /** Blocks between a mark and its note: a page's worth. */
  reach: 40,
  /** Lines between a symbol and the job number of the same header or footer. */
  jobNumberLines: 3,
};

/** What is the report? */
export const metadataThresholds = {
  /** Words of a cover line that contains the symbol among others. */
  symbolWords: 4,
  /** Paragraphs in which the words of the title in the file's metadata are looked for. */
  titleParagraphs: 12,
  /** Minimum share of them that must be found there. */
  titleShare: 0.5,
  /** Minimum number of words of such a title that is used although the text does not have it. */
  fileTitleWords: 4,
  /** Paragraphs that may say when a meeting was held … */
  openingParagraphs: 8,
  /** … in a text without numbers. */
  openingLines: 3,
  /** Lines from `Distr.` to the date below it. */
  distributionLines: 4,
  /** Words of a cover line that names the session: `الدورة الاستثنائية الثالثة والعشرون، جنيف`. */
  sessionWords: 7,
  /** Minimum share of a series title that the report's title must have. */
  seriesShare: 0.6,
};

/** In which language is it? */
export const languageThresholds = {
  /** Share of letters used only by a neighbouring language; Arabic texts have far fewer, in names. */
  neighbourLetters: 0.01,
  /** Share of words used only by a neighbouring language. */
  neighbourWords: 0.05,
  /** Number of letters that a Chinese character counts as. */
  chineseLetters: 4,
};
