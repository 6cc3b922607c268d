/**
 * Comparison: how one text differs from another, and how a wording went through the years. Pure functions over
 * reports, their paragraphs and the phrase index; no I/O.
 *
 *     compareReports({ report, paragraphs }, { report: later, paragraphs: laterParagraphs }).changes
 */
export type * from './body.ts';
export { type CompareOptions, compareReports } from './compare.ts';
export { type DetailsFile, type StrengthFile, shippedLists, type WordLists, wordLists } from './lists.ts';
