/** The use cases by name. */
export { compare } from './compare.ts';
export { phrases, trends } from './phrases.ts';
export { dropped, novelty, recurring } from './recurring.ts';
export { references, reportReferences } from './references.ts';
export { paragraph, paragraphs, repairs, report, reports } from './reports.ts';
export { search } from './search.ts';
export { series } from './series.ts';
export { threads } from './threads.ts';
export { variants } from './variants.ts';
export { collate, similar, similarText, wording } from './wording.ts';
