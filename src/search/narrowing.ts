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

/** Paragraphs with enough of these words. */
export interface AskedShare {
  profile: Profile;
  /** Distinct words, and how much each counts: above 0. */
  words: ReadonlyMap<string, number>;
  /** `words`: each counts once, however often it occurs; `occurrences`: every occurrence counts 1. */
  counted: 'words' | 'occurrences';
  /** What they must add up to. */
  least: number;
}

/** Paragraphs in which every term occurs and no pattern of `without`. */
export interface AskedMatch extends AskedTerms {
  without: readonly Pattern[];
}

/** Words at most `distance` edits (1 or 2) from a folded word. */
export interface NearWord {
  word: string;
  distance: number;
}

/** Which paragraphs are searched. */
export interface Among {
  /** Ids; null for the whole collection. */
  reports: readonly string[] | null;
  /** Only paragraphs with these rows. With them, only `best` is asked. */
  rows?: readonly number[] | undefined;
}

/** More paragraphs, or something else, than one answer may use. */
export class TooMany extends Error {
  override name = 'TooMany';

  constructor(most: number, what = 'paragraphs') {
    super(`more than ${most} ${what}`);
  }
}

/** The cluster's indexes at the commit of one snapshot. */
export interface Narrowing {
  /** Maximum number of paragraphs for one answer. */
  readonly most: number;
  /**
   * Rows of the paragraphs that match any of these; there may be others among them.
   * @throws EngineError, TooMany
   */
  rows(asked: readonly (AskedTerms | AskedShare)[], among: Among): Promise<Set<number>>;
  /**
   * Rows of the `count` paragraphs whose words count most, all equally good ones included; there may be others among
   * them.
   * @throws EngineError, TooMany
   */
  best(asked: Pick<AskedShare, 'profile' | 'words'>, count: number, among: Among): Promise<Set<number>>;
  /** Occurrences of each phrase by report number. @throws EngineError */
  counts(asked: readonly AskedPhrase[]): Promise<ReadonlyMap<number, number>[]>;
  /**
   * Number of matching paragraphs by report number. Of a pattern with wildcards only the runs of words are looked for;
   * `without` has only plain words and prefixes. @throws EngineError
   */
  matches(asked: readonly AskedMatch[]): Promise<ReadonlyMap<number, number>[]>;
  /** Words of the collection, without the given one, in any order. @throws EngineError, TooMany */
  near(words: readonly NearWord[]): Promise<string[][]>;
  /** The exact words that become each of these folded ones, in any order. @throws EngineError, TooMany */
  spellings(words: readonly string[]): Promise<string[][]>;
}

export interface NarrowingEngine {
  /** Whether it has the store's newest commit; brings it up to date if not. @throws EngineError */
  reaches(store: Store, reader: StoreReader): Promise<boolean>;
  /** @param reports the counted ones of that snapshot, in their order */
  narrowing(reader: StoreReader, reports: readonly ReportSummary[]): Narrowing;
}
