/**
 * The heuristic numbers of finding a report's structure and what it is. Scores have no unit: a number that goes on the
 * report's count earns 2. Counts of words, lines and paragraphs are at most unless said otherwise. `npm run
 * bench:thresholds` moves them one at a time and prints what each is worth.
 */

/** Which printed numbers are the report's own? */
export const numberThresholds = {
  /** Score of a number that goes on the report's count. */
  next: 2,
  /** Score of 0 as the number that the count begins with … */
  first: 1,
  /** … and what each unit more takes off it … */
  firstLater: 0.1,
  /** … down to this much in all. */
  firstLatest: 3,
  /** Numbers that may be missing in the count. */
  missing: 30,
  /** What a gap in the count takes off … */
  gap: 1.5,
  /** … and each number that is missing there. */
  eachMissing: 0.25,
  /** What a comma or semicolon before it takes off a report's number, and half of it adds to a list's. */
  listMark: 1,
  /** What a colon before it takes off a report's number without a heading between. */
  colon: 0.5,
  /** What it takes off that the open list could go on, too … */
  listGoesOn: 3,
  /** … less where a full stop has ended it. */
  listStopped: 1,
  /** What the same automatic list adds … */
  sameList: 0.5,
  /** … and another takes off. */
  otherList: 1,
  /** What a deeper level takes off. */
  deeper: 1.5,
  /** Score of a number that goes on the open list … */
  listNext: 0.4,
  /** … of one with a heading before it … */
  listHeading: -3,
  /** … of a 1 that opens a list without a colon … */
  listOpens: -1,
  /** … behind a heading … */
  listOpensAtHeading: -2,
  /** … what it takes off that another list is open … */
  listOpen: 1,
  /** … and of any other number. */
  listOther: -2.5,
  /** Lists from 1 that no colon announces: so many … */
  restarts: 3,
  /** … and so many times as many as own numbers show that a text has no count of its own: a law with its articles. */
  restartShare: 0.25,
  /** Share of the paragraphs that numbers must be to be the report's own. */
  numberedShare: 0.02,
};

/** What is a heading, the title, a signature? */
export const headingThresholds = {
  /** Words of the title behind المرفق الأول, الفصل الثاني. */
  divisionWords: 20,
  /** Words behind أولا, ألف. */
  sectionWords: 25,
  /** Words of a line set off by its type. */
  emphasisWords: 20,
  /** Words of a line that nothing marks. */
  plainWords: 14,
  /** Numbers in plain type, at least, that show that what is set off is a heading … */
  plainNumbers: 3,
  /** … and the share of all numbers that they must be more than. */
  plainShare: 0.5,
  /** Lines of the cover on which what is set off is no heading. */
  coverLines: 10,
  /** Lines before the first heading of a text without numbers among which the title is looked for. */
  frontLines: 12,
  /** Words of a cover's line that only says when and where. */
  dateLineWords: 12,
  /** Characters of a title. */
  titleLetters: 600,
  /** Words of a title that nothing names as one. */
  titleWords: 60,
  /** Lines of a signature's block. */
  signatureLines: 12,
  /** Words of one of its lines. */
  signatureWords: 8,
};

/** What is a note or furniture in a plain text? */
export const noteThresholds = {
  /** Blocks that a note may stand behind its mark: a page's worth. */
  reach: 40,
  /** Lines between a symbol and the job number of the same header or footer. */
  jobNumberLines: 3,
};

/** What is the report? */
export const metadataThresholds = {
  /** Words of a cover's line that holds the symbol among others. */
  symbolWords: 4,
  /** Paragraphs among which the words of the file's own title are looked for. */
  titleParagraphs: 12,
  /** Share of them that must be found there, at least. */
  titleShare: 0.5,
  /** Words of a file's title, at least, that is taken though the text does not say it. */
  fileTitleWords: 4,
  /** Paragraphs that may say when a meeting was held … */
  openingParagraphs: 8,
  /** … in a text without numbers. */
  openingLines: 3,
  /** Lines from `Distr.` to the date below it. */
  distributionLines: 4,
  /** Words of a cover's line that names the session: `الدورة الاستثنائية الثالثة والعشرون، جنيف`. */
  sessionWords: 7,
  /** Share of a series' title that the report's must have, at least. */
  seriesShare: 0.6,
};

/** In which language is it? */
export const languageThresholds = {
  /** Share of the letters that are a neighbour language's own; Arabic texts have them in names, far fewer. */
  neighbourLetters: 0.01,
  /** Share of the words that only a neighbour language has. */
  neighbourWords: 0.05,
  /** Letters that a Chinese one counts for. */
  chineseLetters: 4,
};
