/** The single source of truth: reports and paragraphs in a SQLite file, with an epoch. */
export { type BackedUp, type Restored, restore } from './backup.ts';
export { isDamage, StoreError, type StoreErrorCode, storeError } from './errors.ts';
export { openStore, type StoreOptions } from './open.ts';
export { type Salvaged, salvage } from './salvage.ts';
export type {
  CommitPoint,
  Database,
  DerivedTable,
  Problem,
  PutOptions,
  PutResult,
  ReportFilter,
  ScannedParagraph,
  Snapshot,
  Statement,
  Store,
  StoreChange,
  StoredParagraph,
  StoreReader,
} from './types.ts';
