/** Exact answers about runs of words: phrases, trends, recurring wording, novelty. */
export { type ReportCount, reportCountJson } from './answers/by-report.ts';
export type { Concordance, ConcordanceLine, ConcordanceParams } from './answers/concordance.ts';
export { type DroppedAnswer, type DroppedParams, droppedAnswer } from './answers/dropped.ts';
export { countHits, findHits, type Hits } from './answers/hits.ts';
export type { Neighbour, NeighbourOrder } from './answers/neighbours.ts';
export { type NoveltyAnswer, type NoveltyParams, noveltyAnswer } from './answers/novelty.ts';
export { alsoCounts, type PhraseAnswer, type PhraseParams, phraseAnswer } from './answers/phrase.ts';
export { printedWords } from './answers/printed.ts';
export { printedElsewhere } from './answers/printed-elsewhere.ts';
export {
  type RecurringAnswer,
  type RecurringOrder,
  type RecurringParams,
  recurringAnswer,
} from './answers/recurring.ts';
export { type ConcordanceSort, concordanceSorts } from './answers/sorting.ts';
export { ParagraphTexts, type TextRange } from './answers/texts.ts';
export { mostTrends, type Trend, type TrendPoint, trendsAnswer } from './answers/trends.ts';
export type { DatedReport, PhraseView } from './answers/view.ts';
export { type Budget, unlimited } from './budget.ts';
export { buildIndexes, buildPhraseIndex, type Indexes, indexesOver } from './build.ts';
export { CollectionIndex, countsOf } from './collection-index.ts';
export { PhraseError, type PhraseErrorCode } from './errors.ts';
export {
  type IndexOptions,
  openIndexes,
  type PhraseIndexes,
} from './indexes.ts';
export { keyOfPhrase, narrowedIndexes, tableWithoutParagraphs, type Whole } from './narrowed.ts';
export { gapWords, parsePattern, patternTokens, plainWords } from './pattern.ts';
export {
  earlierReports,
  isBefore,
  type Scope,
  scopeOf,
  seriesScope,
  wholeCollection,
  yearOf,
} from './scope.ts';
export type { PhraseSnapshot } from './set/held-snapshot.ts';
export type { BuildProgress } from './set/make.ts';
export { type SharedSet, type SharedView, viewOfShared } from './set/shared-set.ts';
export { SegmentFileError, type SegmentFileErrorCode } from './storage/index.ts';
export { ParagraphTable } from './table.ts';
export type {
  Occurrence,
  Pattern,
  PatternElement,
  PhraseIndex,
  ScannedReader,
  TextReader,
} from './types.ts';
