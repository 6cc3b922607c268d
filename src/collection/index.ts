/** The collection's use cases, once for the API and the command line. */
export type { IngestResult } from '../ingest/index.ts';
export { type Salvaged, salvage } from '../store/index.ts';
export * as bodies from './bodies/index.ts';
export * as cases from './cases/index.ts';
export { Collection, type OpenOptions, type State } from './collection.ts';
export { CollectionError, type FieldError, invalid } from './errors.ts';
export type { IngestJob } from './intake.ts';
export { uploadForm } from './metadata.ts';
export { openCollection } from './open.ts';
export { checkParameters } from './parameters.ts';
export { restoreCollection } from './restore.ts';
export { csvOf, rowsText } from './rows/index.ts';
export { paragraphRow } from './rows/listed.ts';
export { movedTo } from './scope.ts';
export { searchKeys } from './search-keys.ts';
export type { FileForm, UseCase } from './usecase.ts';
export type { View } from './view.ts';
