/** Answers as text for people, one function per answer. */
export { compare, variants } from './compare.ts';
export { dropped, novelty, phrase, recurring, search, trends } from './phrases.ts';
export { paragraphs, references, repairs, reports, series, show } from './reports.ts';
export { threads } from './threads.ts';
export { wording } from './wording.ts';
