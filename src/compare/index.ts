/**
 * Comparison: how one text differs from another, and how a wording changed over the years. Pure functions over reports,
 * their paragraphs and the phrase index; no I/O.
 *
 *     compareReports({ report, paragraphs }, { report: later, paragraphs: laterParagraphs }).changes
 */
export type * from './body.ts';
export { collateReports, MOST_COLLATED } from './collate.ts';
export { type CompareOptions, compareReports } from './compare.ts';
export { CompareError } from './error.ts';
export type { DocxOptions } from './export/docx.ts';
export { compareToHtml } from './export/html.ts';
export { type DetailsFile, type StrengthFile, shippedLists, type WordLists, wordLists } from './lists.ts';
export { MayHold } from './may-hold.ts';
export { type Rarity, rarityIn } from './rarity.ts';
export { type SimilarOptions, similarCount, similarParagraphs, similarRuns } from './similar.ts';
export {
  MOST_OCCURRENCES,
  mustBeFollowable,
  phraseThreads,
  type ThreadsBody,
  type ThreadsView,
  threadsSought,
} from './threads/index.ts';
export { type VariantsOptions, type VariantsScope, variantsOf } from './variants.ts';
export { type Anchor, MOST_ANCHOR_WORDS, wordingHistory } from './wording.ts';

/** Documents of Word: loaded with the first one, because their library is large. */
export const wordDocuments = () => import('./export/docx.ts');
