/**
 * The port to an index in a cluster: it finds the paragraphs relevant to an answer and counts phrases, and the answer
 * is computed from these (see `phrases/narrowed`). Everything is from one commit, or an error.
 */
import type { Profile } from 'arabic-normalizer';
import type { Pattern } from '../phrases/types.ts';
import type { ReportSummary } from '../report/index.ts';
import type { Store, StoreReader } from '../store/types.ts';

export interface AskedPhrase {
  profile: Profile;
  words: readonly string[];
}

/** Paragraphs in which every term occurs, by any of its patterns. */
export interface AskedTerms {
  profile: Profile;
  terms: readonly (readonly Pattern[])[];
}

/** More paragraphs than one answer may use. */
export class TooMany extends Error {
  override name = 'TooMany';
}

/** The cluster's indexes at the commit of one snapshot. */
export interface Narrowing {
  /**
   * Rows of the paragraphs that match any of these; there may be others among them.
   * @param reports ids; null for the whole collection
   * @throws EngineError, TooMany if there are more than `most`
   */
  rows(asked: readonly AskedTerms[], reports: readonly string[] | null, most: number): Promise<Set<number>>;
  /** Occurrences of each phrase by report number. @throws EngineError */
  counts(asked: readonly AskedPhrase[]): Promise<ReadonlyMap<number, number>[]>;
}

export interface NarrowingEngine {
  /** Whether it has the store's newest commit; brings it up to date if not. @throws EngineError */
  reaches(store: Store, reader: StoreReader): Promise<boolean>;
  /** @param reports the counted ones of that snapshot, in their order */
  narrowing(reader: StoreReader, reports: readonly ReportSummary[]): Narrowing;
}
