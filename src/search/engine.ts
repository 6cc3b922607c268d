/**
 * The port to a search engine. Which paragraphs match is decided before (see `match.ts`), exactly and the same for
 * every engine; an engine puts them in order of relevance, and follows the store.
 */
import type { ParagraphTable } from '../phrases/table.ts';
import type { Pattern } from '../phrases/types.ts';
import type { Problem, Store, StoreReader } from '../store/types.ts';

export const engineNames = ['embedded', 'meilisearch', 'opensearch'] as const;
export type EngineName = (typeof engineNames)[number];

/** What must occur, under the profile that engines index: `folded`, also for an exact query, or `stem`. */
export interface RankedTerms {
  profile: 'folded' | 'stem';
  /** Each term's patterns; any one of a term's patterns makes it occur. Excluded terms are left out. */
  terms: readonly (readonly Pattern[])[];
}

export interface RankRequest {
  /** The epoch to rank in. */
  reader: StoreReader;
  table: ParagraphTable;
  query: RankedTerms;
  /** Numbers of the paragraphs that match, ascending: only these are wanted. */
  paragraphs: Uint32Array;
}

/** Some or all of the asked paragraphs, each once, in any order; `scores` beside them, above 0, higher is better. */
export interface Ranking {
  paragraphs: Uint32Array;
  scores: Float64Array;
}

export interface EngineHealth {
  ok: boolean;
  /** The store's epoch that the engine has followed to; null when unknown. */
  epoch: number | null;
  /** What is wrong and what to do. */
  message?: string;
}

export interface SearchEngine {
  readonly name: EngineName;
  /**
   * Deterministic: the same request at the same state gives the same order. The engine may leave paragraphs out; they
   * are appended in reading order. @throws EngineError when it cannot rank now.
   */
  rank(request: RankRequest): Promise<Ranking>;
  /** Follows the store's changes up to its newest epoch. @throws EngineError; what was done stays done. */
  sync(store: Store): Promise<void>;
  /** Makes the engine's index anew from the store; searches see the old one until it is done. */
  rebuild(store: Store): Promise<void>;
  /** Compares the engine's index with the store's texts; empty when it holds exactly these. */
  verify(store: Store): Promise<Problem[]>;
  health(): Promise<EngineHealth>;
  close(): Promise<void>;
}

export type EngineErrorCode =
  /** No connection, or no answer in time. */
  | 'unreachable'
  /** The server refused the key. */
  | 'unauthorized'
  /** The index is of an older epoch than the asked one. */
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
