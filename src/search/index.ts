/** Ranked search: exact matches in an engine's order. */
export {
  type SearchAnswer,
  type SearchHit,
  type SearchParams,
  type SearchView,
  searchAnswer,
} from './answer.ts';
export { embeddedEngine } from './embedded/engine.ts';
export { type FullLexicon, searchTable } from './embedded/table.ts';
export {
  EngineError,
  type EngineErrorCode,
  type EngineHealth,
  type EngineName,
  engineNames,
  type SearchEngine,
} from './engine.ts';
export { QueryError, type QueryErrorCode } from './errors.ts';
export { type Follower, type FollowOptions, followStore } from './follow.ts';
export { type MeilisearchOptions, meilisearchEngine } from './meilisearch/engine.ts';
export { type MeilisearchKeys, meilisearchKeys } from './meilisearch/keys.ts';
export {
  type Among,
  type AskedMatch,
  type AskedPhrase,
  type AskedShare,
  type AskedTerms,
  type Narrowing,
  type NarrowingEngine,
  type NearWord,
  TooMany,
} from './narrowing.ts';
export { type PlaceFilter, placeMask } from './place.ts';
export { type CompiledTerm, compileQuery, parseQuery } from './query.ts';
export { slices } from './slices.ts';
export { type Correction, editDistance, maxDistance, nearest } from './spelling.ts';
export { suggestQueries } from './suggest.ts';
export { countMatches, type Vocabulary } from './vocabulary.ts';

/** Loaded when needed: its client is as large as everything else here. */
export const openSearch = () => import('./opensearch/engine.ts');
