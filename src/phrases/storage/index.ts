/** Columns of numbers in memory or in pages of segment files; knows nothing of phrases. */
export { Column } from './column.ts';
export { SegmentFileError, type SegmentFileErrorCode } from './errors.ts';
export { type SectionPlace, type SegmentFacts, type Values, type Width, widthFor } from './layout.ts';
export { PageCache, type SharedPageCache } from './page-cache.ts';
export type { DamagedPage } from './page-file.ts';
export {
  type OpenMode,
  openSegmentFile,
  SegmentFile,
  type SegmentMemory,
  type SegmentSource,
  verifyPages,
} from './segment-file.ts';
export { SectionWriter, type SegmentTarget, SegmentWriter } from './segment-writer.ts';
export { hashOf, openWords, type WordColumns, Words, writeWords } from './words.ts';
