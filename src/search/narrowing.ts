/**
 * The port to an index that lies elsewhere: it finds the paragraphs that an answer is about and counts phrases, and the
 * answer is worked out from these (see `phrases/narrowed`). All of one commit, or an error.
 */
import type { Profile } from 'arabic-normalizer';
import type { Pattern } from '../phrases/types.ts';
import type { Report } from '../report/index.ts';
import type { Store, StoreReader } from '../store/types.ts';

export interface AskedPhrase {
  profile: Profile;
  words: readonly string[];
}

/** Paragraphs in which, of each term, some pattern stands. */
export interface AskedTerms {
  profile: Profile;
  terms: readonly (readonly Pattern[])[];
}

/** More paragraphs than an answer may be made of. */
export class TooMany extends Error {
  override name = 'TooMany';
}

/** The indexes elsewhere at the commit of one snapshot. */
export interface Narrowing {
  /**
   * Rows of the paragraphs that fulfil any of these; it may give others too.
   * @param reports ids; null: of the whole collection
   * @throws EngineError, TooMany where there are more than `most`
   */
  rows(asked: readonly AskedTerms[], reports: readonly string[] | null, most: number): Promise<Set<number>>;
  /** Occurrences of each phrase by report number. @throws EngineError */
  counts(asked: readonly AskedPhrase[]): Promise<ReadonlyMap<number, number>[]>;
}

export interface NarrowingEngine {
  /** Whether it holds what the store's newest commit has; brings it there where it does not. @throws EngineError */
  reaches(store: Store, reader: StoreReader): Promise<boolean>;
  /** @param reports the counted ones of that snapshot, in their order */
  narrowing(reader: StoreReader, reports: readonly Report[]): Narrowing;
}
