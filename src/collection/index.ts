/** The collection's use cases, shared by the API and the command line. */
export { failureText, type IngestResult } from '../ingest/index.ts';
export { type Salvaged, salvage } from '../store/index.ts';
export * as bodies from './bodies/index.ts';
export {
  type Brief,
  type BriefCase,
  briefForm,
  type Citation,
  citationText,
  type Entry,
} from './brief/index.ts';
export * as cases from './cases/index.ts';
export { Collection, type OpenOptions, type State } from './collection.ts';
export { Busy, CollectionError, type FieldError, invalid } from './errors.ts';
export type { IngestJob } from './intake.ts';
export { markedText, oneLine, textsOf } from './marked.ts';
export { uploadForm } from './metadata.ts';
export { nameOfCase } from './names-of-cases.ts';
export { openCollection } from './open.ts';
export { originalTypes } from './originals.ts';
export { type Rest, restOf } from './page.ts';
export { checkParameters } from './parameters.ts';
export type { PoolState } from './pool/pool.ts';
export { restoreCollection } from './restore.ts';
export { csvOf, rowsText } from './rows/index.ts';
export { paragraphRow } from './rows/listed.ts';
export { movedTo } from './scope.ts';
export { searchKeys } from './search-keys.ts';
export type { FileForm, UseCase } from './usecase.ts';
export type { View } from './view.ts';
export type { Written } from './written.ts';
