/** Exact answers about runs of words: phrases, trends, recurring wording, novelty. */
export { PhraseError, type PhraseErrorCode } from './errors.ts';
export { gapWords, parsePattern, patternTokens, plainWords } from './pattern.ts';
export { buildPhraseIndex, SuffixArrayIndex } from './phrase-index.ts';
export { buildParagraphTable } from './table.ts';
export { type ScannedCollection, scanCollection } from './token-stream.ts';
export type { Occurrence, ParagraphTable, Pattern, PatternElement, PhraseIndex, RankRange } from './types.ts';
