/**
 * A few paragraphs of a collection, indexed in memory together with what answers need to know about the whole: every
 * report with its words, and each paragraph's own id. Answers about these paragraphs are then the same as from the
 * whole collection. If the index is in a cluster, the cluster finds these paragraphs.
 */
import type { Lexicon, Profile } from 'arabic-normalizer';
import { paragraphId, type ReportSummary } from '../report/index.ts';
import type { ScannedParagraph } from '../store/types.ts';
import { type Indexes, segmentInMemory } from './build.ts';
import { CollectionIndex } from './collection-index.ts';
import type { SegmentHits } from './gather.ts';
import { lowerBound } from './numbers.ts';
import { partsOf } from './part.ts';
import { type Scope, wholeCollection } from './scope.ts';
import type { Segment } from './segment/segment.ts';
import type { Tokens } from './segment/tokens.ts';
import { ParagraphTable } from './table.ts';

/** What an answer needs from the whole collection while it is computed. */
export interface Whole {
  /** Occurrences of a plain phrase by report number; empty if they are not known yet, and then noted as needed. */
  byReport(profile: Profile, words: readonly string[]): ReadonlyMap<number, number>;
}

/** Words of a phrase as one key: tokens contain no spaces. */
export const keyOfPhrase = (profile: Profile, words: readonly string[]): string =>
  `${profile} ${words.join(' ')}`;

/** The table of a collection of which no paragraph is in memory. */
export function tableWithoutParagraphs(epoch: number, reports: readonly ReportSummary[]): ParagraphTable {
  const segment = segmentInMemory({ scanReport: () => [] }, [nothing]);
  const localOf = new Uint32Array(reports.length);
  const reportTokens = Uint32Array.from(reports, ({ words }) => words);
  return new NarrowedTable(epoch, reports, segment, localOf, new Uint32Array(0), { reportTokens });
}

/** A report without paragraphs, which stands for all of which none are in memory. */
const nothing = { id: '', paragraphs: 0, words: 0 };

/**
 * @param whole the table of the collection
 * @param found paragraphs by report number, both ascending
 */
export function narrowedIndexes(
  whole: ParagraphTable,
  found: readonly (readonly [number, readonly ScannedParagraph[]])[],
  counts: Whole,
  lexicon?: Lexicon,
): Indexes {
  const { epoch, reports } = whole;
  const localOf = new Uint32Array(reports.length).fill(found.length);
  const paragraphsOf = new Map<string, readonly ScannedParagraph[]>();
  for (const [local, [report, paragraphs]] of found.entries()) {
    localOf[report] = local;
    paragraphsOf.set(reports[report]!.id, paragraphs);
  }
  const shown = [...paragraphsOf].map(([id, { length }]) => ({ id, paragraphs: length, words: 0 }));
  if (found.length < reports.length) shown.push(nothing);
  // A segment numbers paragraphs without gaps; the table knows their own ordinals.
  const scanReport = (id: string) =>
    (paragraphsOf.get(id) ?? []).map(({ row, kind, text }, i) => ({
      report: id,
      row,
      kind,
      text,
      ordinal: i + 1,
    }));
  const segment = segmentInMemory({ scanReport }, shown, lexicon);
  const ordinals = Uint32Array.from(found.flatMap(([, all]) => all.map(({ ordinal }) => ordinal)));
  const table = new NarrowedTable(epoch, reports, segment, localOf, ordinals, whole);
  const parts = partsOf(table);
  const byProfile = new Map<Profile, NarrowedIndex>();
  return {
    table,
    byProfile(profile) {
      let index = byProfile.get(profile);
      if (!index) {
        index = new NarrowedIndex(profile, table, parts, counts);
        byProfile.set(profile, index);
      }
      return index;
    },
  };
}

/** Reports and their words as in the collection; only some paragraphs, numbered without gaps. */
class NarrowedTable extends ParagraphTable {
  private readonly ordinals: Uint32Array;

  constructor(
    epoch: number,
    reports: readonly ReportSummary[],
    segment: Segment,
    localOf: Uint32Array,
    ordinals: Uint32Array,
    whole: ConstructorParameters<typeof ParagraphTable>[4],
  ) {
    super(epoch, reports, [segment], { segmentOf: new Uint16Array(reports.length), localOf }, whole);
    this.ordinals = ordinals;
  }

  override get countOfAll(): number {
    return this.reports.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  }

  override placeOf(paragraph: number): number {
    return (this.ordinals[paragraph]! - 1) / this.reports[this.reportOf(paragraph)]!.paragraphs;
  }

  override id(paragraph: number): string {
    return paragraphId(this.reports[this.reportOf(paragraph)]!.id, this.ordinals[paragraph]!);
  }

  override paragraphOf(report: number, ordinal: number): number {
    const end = this.firstOf[report + 1]!;
    const at = lowerBound(this.ordinals, ordinal, this.firstOf[report]!, end);
    return at < end && this.ordinals[at] === ordinal ? at : -1;
  }
}

/**
 * What is counted without looking at paragraphs is counted over the whole collection. A phrase is found by reading all
 * words: sorting the suffixes first would cost more than many searches.
 */
class NarrowedIndex extends CollectionIndex {
  private readonly whole: Whole;

  constructor(
    profile: Profile,
    table: ParagraphTable,
    parts: ConstructorParameters<typeof CollectionIndex>[2],
    whole: Whole,
  ) {
    super(profile, table, parts);
    this.whole = whole;
  }

  override count(words: readonly string[]): number {
    return this.countIn(words, wholeCollection(this.table));
  }

  override countIn(words: readonly string[], { reports }: Scope): number {
    let sum = 0;
    for (const [report, count] of this.whole.byReport(this.profile, words))
      if (reports[report] === 1) sum += count;
    return sum;
  }

  protected override found(words: readonly string[]): SegmentHits[] {
    const tokens = this.known.tokensOf(words);
    return this.parts.map(({ part, index }, place) => ({
      part,
      starts: startsOf(tokens[place]!, index.tokens),
      ends: words.length,
    }));
  }

  override countByReport(words: readonly string[], scope: Scope): [number, number][] {
    if (scope.paragraphs !== null) return super.countByReport(words, scope);
    return [...this.whole.byReport(this.profile, words)]
      .filter(([report]) => scope.reports[report] === 1)
      .sort(([a], [b]) => a - b);
  }
}

/** Where a phrase begins; nowhere if it is null, a phrase with a word that the segment lacks. */
function startsOf(phrase: Uint32Array | null, tokens: Tokens): Uint32Array {
  if (phrase === null) return new Uint32Array(0);
  const words = tokens.slice(0, tokens.length);
  const starts: number[] = [];
  for (let at = words.indexOf(phrase[0]!); at >= 0; at = words.indexOf(phrase[0]!, at + 1)) {
    let same = 1;
    while (same < phrase.length && words[at + same] === phrase[same]) same += 1;
    if (same === phrase.length) starts.push(at);
  }
  return Uint32Array.from(starts);
}
