/** A segment under one match profile: a suffix array over its words, searched by binary search. */
import type { Profile } from 'arabic-normalizer';
import type { LcpIntervals } from '../intervals.ts';
import type { Column, Words } from '../storage/index.ts';
import type { Tokens } from './tokens.ts';

/** A run of suffixes, `end` exclusive: all suffixes that begin with one phrase. */
export interface RankRange {
  first: number;
  end: number;
}

/** Read from a file, or made when first asked for. */
export interface ProfileColumns {
  profile: Profile;
  words: Words;
  /** Word id + 1 at each position; 0 after each paragraph. */
  tokens: Tokens;
  /** Positions of all tokens, sorted by the text from there to the end of their paragraph. */
  suffixes: Column;
  /** Index in `suffixes` of each position; meaningless at separators. */
  rank: Column;
  intervals: LcpIntervals;
  /** Number of distinct reports of each LCP interval, at its mark. */
  counts: Column;
  /** Report of each suffix, in suffix order. */
  reportAt: Column;
  /** First suffix of each word id; one entry more than words. */
  wordFirst: Column;
  /** The spellings of each word; null under `exact`. */
  forms: FormColumns | null;
}

/** As `Forms` in content.ts. */
export interface FormColumns {
  ofExact: Column;
  forms: Column;
  formFirst: Column;
}

const none: RankRange = { first: 0, end: 0 };

export class SegmentProfile {
  readonly profile: Profile;
  readonly words: Words;
  readonly tokens: Tokens;
  readonly forms: FormColumns | null;
  private readonly columns: Omit<ProfileColumns, 'profile' | 'words' | 'tokens' | 'forms'>;

  constructor(columns: ProfileColumns) {
    this.profile = columns.profile;
    this.words = columns.words;
    this.tokens = columns.tokens;
    this.forms = columns.forms;
    this.columns = columns;
  }

  get suffixes(): Column {
    return this.columns.suffixes;
  }

  get rank(): Column {
    return this.columns.rank;
  }

  get intervals(): LcpIntervals {
    return this.columns.intervals;
  }

  get counts(): Column {
    return this.columns.counts;
  }

  get reportAt(): Column {
    return this.columns.reportAt;
  }

  get wordFirst(): Column {
    return this.columns.wordFirst;
  }

  /**
   * The suffixes that begin with a phrase of one or more tokens (word id + 1); none for null, a phrase with a word that
   * the segment lacks. Both bounds are searched together until a suffix is found that begins with the phrase: each step
   * reads another part of the segment, so for the many rare phrases this halves the reading.
   */
  rangeOf(tokens: Uint32Array | null): RankRange {
    if (tokens === null) return none;
    const { first, end } = this.wordRange(tokens[0]! - 1);
    if (tokens.length === 1) return { first, end };
    let low = first;
    let high = end;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const order = this.compare(middle, tokens);
      if (order === 0)
        return { first: this.bound(tokens, low, middle, 0), end: this.bound(tokens, middle + 1, high, 1) };
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return none;
  }

  /** The suffixes that begin with a word. */
  wordRange(id: number): RankRange {
    return { first: this.wordFirst.at(id), end: this.wordFirst.at(id + 1) };
  }

  /** First rank whose suffix compares to the phrase with at least `sign`: 0 begins with it, 1 comes after it. */
  private bound(tokens: Uint32Array, from: number, to: number, sign: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.compare(middle, tokens) < sign) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Compares a suffix that begins with the phrase's first word to the phrase: -1 before it, 0 begins with it, 1 after
   * it.
   */
  private compare(rank: number, phrase: Uint32Array): number {
    const { tokens } = this;
    const start = this.suffixes.at(rank);
    for (let i = 1; i < phrase.length; i += 1) {
      // A paragraph's end, 0, differs from every word and ends the comparison.
      const token = tokens.at(start + i);
      if (token !== phrase[i]) return token < phrase[i]! ? -1 : 1;
    }
    return 0;
  }
}
