/**
 * A few paragraphs of a collection, indexed in memory together with what answers need to know about the whole: every
 * report with its words, and each paragraph's own id. Answers about these paragraphs are then the same as from the
 * whole collection. If the index is in a cluster, the cluster finds these paragraphs.
 */
import type { Lexicon, Profile } from 'arabic-normalizer';
import { paragraphId, type ReportSummary } from '../report/index.ts';
import type { ScannedParagraph, StoreReader } from '../store/types.ts';
import { type Indexes, segmentInMemory } from './build.ts';
import { CollectionIndex } from './collection-index.ts';
import type { SegmentHits } from './gather.ts';
import { spreadElsewhere } from './narrowed-spread.ts';
import { lowerBound } from './numbers.ts';
import { partsOf } from './part.ts';
import { type Scope, wholeCollection } from './scope.ts';
import type { Segment } from './segment/segment.ts';
import type { Tokens } from './segment/tokens.ts';
import type { OccurrenceText } from './spread.ts';
import { ParagraphTable } from './table.ts';
import type { TextReader } from './types.ts';

/** What an answer needs from the whole collection while it is computed. */
export interface Whole extends Pick<StoreReader, 'scanReport'> {
  /** The same object for all questions about one state of the collection. */
  readonly state: object;
  /** Occurrences of a plain phrase by report number; empty if they are not known yet, and then noted as needed. */
  byReport(profile: Profile, words: readonly string[]): ReadonlyMap<number, number>;
}

/** Words of a phrase as one key: tokens contain no spaces. */
export const keyOfPhrase = (profile: Profile, words: readonly string[]): string =>
  `${profile} ${words.join(' ')}`;

/**
 * @param reports all counted ones, in their order
 * @param paragraphs ascending by the number of their report in `reports`, then by ordinal
 */
export function narrowedIndexes(
  epoch: number,
  reports: readonly ReportSummary[],
  paragraphs: readonly ScannedParagraph[],
  whole: Whole,
  lexicon?: Lexicon,
): Indexes {
  const ofReport = new Map<string, ScannedParagraph[]>();
  for (const paragraph of paragraphs) {
    const others = ofReport.get(paragraph.report);
    if (others) others.push(paragraph);
    else ofReport.set(paragraph.report, [paragraph]);
  }
  const shown = reports.map(({ id }) => ({ id, paragraphs: ofReport.get(id)?.length ?? 0, words: 0 }));
  // A segment numbers paragraphs without gaps; the table knows their own ordinals.
  const scanReport = (id: string) =>
    (ofReport.get(id) ?? []).map((paragraph, i) => ({ ...paragraph, ordinal: i + 1 }));
  const segment = segmentInMemory({ scanReport }, shown, lexicon);
  const ordinals = Uint32Array.from(
    reports.flatMap(({ id }) => (ofReport.get(id) ?? []).map(({ ordinal }) => ordinal)),
  );
  const table = new NarrowedTable(epoch, reports, segment, ordinals);
  const parts = partsOf(table);
  const byProfile = new Map<Profile, NarrowedIndex>();
  return {
    table,
    byProfile(profile) {
      let index = byProfile.get(profile);
      if (!index) {
        index = new NarrowedIndex(profile, table, parts, whole);
        byProfile.set(profile, index);
      }
      return index;
    },
  };
}

/** Reports and their words as in the collection; only some paragraphs, numbered without gaps. */
class NarrowedTable extends ParagraphTable {
  private readonly ordinals: Uint32Array;

  constructor(epoch: number, reports: readonly ReportSummary[], segment: Segment, ordinals: Uint32Array) {
    const places = reports.map((_, local) => ({ segment: 0, local }));
    super(epoch, reports, [segment], places, {
      reportTokens: Uint32Array.from(reports, ({ words }) => words),
    });
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

  override spread(_: TextReader, word: string, places: number): OccurrenceText[] | null {
    const counts = this.whole.byReport(this.profile, [word]);
    // A word that is asked for occurs somewhere.
    return counts.size === 0 ? null : spreadElsewhere(this.whole, this.table.reports, word, counts, places);
  }

  override get state(): object {
    return this.whole.state;
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
