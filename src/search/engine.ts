/**
 * The port to a search engine. Which paragraphs match is decided beforehand (see `match.ts`), exactly and in the same
 * way for every engine; an engine orders them by relevance and follows the store.
 */
import type { ParagraphTable } from '../phrases/table.ts';
import type { Pattern } from '../phrases/types.ts';
import type { Problem, Store, StoreReader } from '../store/types.ts';

export const engineNames = ['embedded', 'meilisearch', 'opensearch'] as const;
export type EngineName = (typeof engineNames)[number];

/** What must occur, under the profile that engines index: `folded`, also for an exact query, or `stem`. */
export interface RankedTerms {
  profile: 'folded' | 'stem';
  /** The patterns of each term; a term occurs if any of its patterns does. Excluded terms are left out. */
  terms: readonly (readonly Pattern[])[];
}

export interface RankRequest {
  /** The epoch at which to rank. */
  reader: StoreReader;
  table: ParagraphTable;
  query: RankedTerms;
  /** Numbers of the matching paragraphs, ascending: only these are to be ranked. */
  paragraphs: Uint32Array;
}

/**
 * Some or all of the given paragraphs, each once, in any order; `scores` has a value above 0 for each, higher is
 * better.
 */
export interface Ranking {
  paragraphs: Uint32Array;
  scores: Float64Array;
}

export interface EngineHealth {
  ok: boolean;
  /** The store's epoch up to which the engine is indexed; null if unknown. */
  epoch: number | null;
  /** What is wrong and what to do. */
  message?: string;
}

export interface SearchEngine {
  readonly name: EngineName;
  /**
   * Deterministic: the same request in the same state gives the same order. The engine may leave paragraphs out; they
   * are appended in reading order. @throws EngineError if it cannot rank now
   */
  rank(request: RankRequest): Promise<Ranking>;
  /** Follows the store's changes up to its newest epoch. @throws EngineError; what was done before that stays */
  sync(store: Store): Promise<void>;
  /** Rebuilds the engine's index from the store; searches use the old one until it is done. */
  rebuild(store: Store): Promise<void>;
  /** Compares the engine's index with the store's texts; empty if they agree. */
  verify(store: Store): Promise<Problem[]>;
  health(): Promise<EngineHealth>;
  close(): Promise<void>;
}

export type EngineErrorCode =
  /** No connection, or no answer in time. */
  | 'unreachable'
  /** The server rejected the key. */
  | 'unauthorized'
  /** The index is of an older epoch than requested. */
  | 'behind'
  /** The server answered with an error, or one of its tasks failed. */
  | 'failed';

export class EngineError extends Error {
  override name = 'EngineError';
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
