/** A segment without a file: what is not asked for is not made, above all the sorted suffixes. */
import { LcpIntervals } from '../intervals.ts';
import {
  Column,
  openSegmentFile,
  openWords,
  SegmentWriter,
  type Words,
  writeWords,
} from '../storage/index.ts';
import type { ProfileArrays } from './arrays.ts';
import { type ProfileContent, paragraphOf64, type SegmentContent } from './content.ts';
import { type ProfileColumns, SegmentProfile } from './profile.ts';
import { Segment } from './segment.ts';
import { Tokens } from './tokens.ts';

export function segmentOver(content: SegmentContent): Segment {
  const tokens = Column.of(content.tokens);
  return new Segment({
    name: '',
    reports: content.reports,
    firstOf: content.firstOf,
    startOf: content.startOf,
    kindOf: Column.of(content.kindOf),
    rowOf: Column.of(content.rowOf),
    tokenStart: Column.of(content.tokenStart),
    paragraphOf64: Column.of(paragraphOf64(content.tokenStart)),
    profile: (profile) => new SegmentProfile(columnsOver(profile, tokens, content.profile(profile))),
  });
}

function columnsOver(
  profile: ProfileColumns['profile'],
  exact: Column,
  { words, arrays, forms }: ProfileContent,
): ProfileColumns {
  const ofExact = forms && Column.of(forms.ofExact);
  let sorted: Sorted | null = null;
  const made = (): Sorted => (sorted ??= sortedOver(arrays()));
  return {
    profile,
    words: wordsOver(words),
    tokens: new Tokens(exact, ofExact),
    forms: forms && {
      ofExact: ofExact!,
      forms: Column.of(forms.forms),
      formFirst: Column.of(forms.formFirst),
    },
    get suffixes() {
      return made().suffixes;
    },
    get rank() {
      return made().rank;
    },
    get intervals() {
      return made().intervals;
    },
    get counts() {
      return made().counts;
    },
    get reportAt() {
      return made().reportAt;
    },
    get wordFirst() {
      return made().wordFirst;
    },
  };
}

type Sorted = Pick<ProfileColumns, 'suffixes' | 'rank' | 'intervals' | 'counts' | 'reportAt' | 'wordFirst'>;

function sortedOver({ suffixes, rank, lcp, least, counts, reportAt, wordFirst }: ProfileArrays): Sorted {
  return {
    suffixes: Column.of(suffixes),
    rank: Column.of(rank),
    intervals: new LcpIntervals(Column.of(lcp), least.map(Column.of)),
    counts: Column.of(counts),
    reportAt: Column.of(reportAt),
    wordFirst: Column.of(wordFirst),
  };
}

function wordsOver(words: readonly string[]): Words {
  const writer = new SegmentWriter({ path: null, number: 0 });
  writeWords(writer, 'words', words);
  return openWords(openSegmentFile(writer.finish({}), { resident: true }), 'words');
}
