/** The phrase index of one profile at one epoch: answers add up or merge the segments of a set. */
import type { Profile } from 'arabic-normalizer';
import { PhraseError } from './errors.ts';
import { gather, gatherStarts, type Hits, type SegmentHits } from './gather.ts';
import { KnownWords } from './known-words.ts';
import { matchPattern } from './match.ts';
import { Numbering } from './numbering.ts';
import { sortNumbers } from './numbers.ts';
import type { Part } from './part.ts';
import { plainWords } from './pattern.ts';
import { type Scope, wholeCollection } from './scope.ts';
import type { RankRange, SegmentProfile } from './segment/profile.ts';
import type { ParagraphTable } from './table.ts';
import type { Pattern, PhraseIndex } from './types.ts';

/** A segment's index under the profile, and the mapping from its numbers to the collection's. */
export interface IndexPart {
  part: Part;
  index: SegmentProfile;
}

/** What is not needed for counts that are already known. */
interface Opened {
  parts: readonly IndexPart[];
  numbering: Numbering;
  known: KnownWords;
}

/** With so few, going through them costs less than looking up a phrase. */
const lastLookUps = 8;

export class CollectionIndex implements PhraseIndex {
  readonly profile: Profile;
  readonly table: ParagraphTable;
  private readonly open: () => Opened;
  private opened: Opened | null = null;
  /**
   * The phrases looked up last, each with its ranges in each part: one question counts, finds and weighs the same
   * phrase.
   */
  private readonly lookedUp = {
    phrases: Array<string | null>(lastLookUps).fill(null),
    ranges: [] as (readonly RankRange[])[],
    next: 0,
  };

  /** @param parts in the order of the table's segments */
  constructor(profile: Profile, table: ParagraphTable, parts: readonly Part[]) {
    this.profile = profile;
    this.table = table;
    this.open = () => openParts(profile, parts);
  }

  /** In the order of the table's segments. */
  get parts(): readonly IndexPart[] {
    this.opened ??= this.open();
    return this.opened.parts;
  }

  private get numbering(): Numbering {
    this.opened ??= this.open();
    return this.opened.numbering;
  }

  protected get known(): KnownWords {
    this.opened ??= this.open();
    return this.opened.known;
  }

  get wordCount(): number {
    return this.numbering.end;
  }

  get tokenCount(): number {
    return this.table.tokenCount;
  }

  word(id: number): string {
    return this.numbering.word(id);
  }

  wordId(word: string): number {
    return this.numbering.id(word);
  }

  compareWords(a: number, b: number): number {
    return this.numbering.compare(a, b);
  }

  /** The position of the first segment that contains a word, and the word's number there. */
  originOf(id: number): { segment: number; local: number } {
    return this.numbering.origin(id);
  }

  /** The collection's number for a word of the segment at this position. */
  sharedId(segment: number, local: number): number {
    return this.numbering.of(segment, local);
  }

  tokensOf(paragraph: number): Int32Array {
    const { table } = this;
    const report = table.reportOf(paragraph);
    const local = table.localParagraph(report, paragraph);
    const { tokenStart } = table.segmentOfReport(report);
    return this.shared(table.segmentOf[report]!, tokenStart.at(local), tokenStart.at(local + 1) - 1);
  }

  tokensOfReport(report: number): Int32Array {
    const { table } = this;
    const { startOf } = table.segmentOfReport(report);
    const local = table.localOf[report]!;
    return this.shared(table.segmentOf[report]!, startOf[local]!, startOf[local + 1]!);
  }

  tokenStart(paragraph: number): number {
    return this.table.tokenStart(paragraph);
  }

  lengthOf(paragraph: number): number {
    return this.table.lengthOf(paragraph);
  }

  paragraphAt(position: number): number {
    return this.table.paragraphAt(position);
  }

  count(words: readonly string[]): number {
    this.checkPhrase(words);
    const ranges = this.ranges(words);
    return this.parts.reduce((sum, { part }, place) => sum + part.count(this.profile, ranges[place]!), 0);
  }

  find(words: readonly string[]): Uint32Array {
    this.checkPhrase(words);
    const scope = wholeCollection(this.table);
    return gatherStarts(this.table, this.found(words, scope), scope);
  }

  match(pattern: Pattern): { starts: Uint32Array; ends: Uint32Array } {
    return this.hits(pattern, wholeCollection(this.table));
  }

  paragraphsOf(pattern: Pattern): Uint32Array {
    const { paragraphs } = this.hits(pattern, wholeCollection(this.table));
    return paragraphs.filter((paragraph, i) => i === 0 || paragraph !== paragraphs[i - 1]);
  }

  /** The occurrences of a pattern inside a scope. */
  hits(pattern: Pattern, scope: Scope): Hits {
    const words = plainWords(pattern);
    if (words !== null) return this.findRuns(words, scope);
    const found = this.parts.map(
      ({ part, index }): SegmentHits => ({ part, ...matchPattern(part.segment, index, pattern) }),
    );
    return gather(this.table, found, scope);
  }

  eachOccurrence(words: readonly string[], visit: (paragraph: number, report: number) => void): void {
    this.checkPhrase(words);
    const ranges = this.ranges(words);
    for (const [place, { part, index }] of this.parts.entries()) {
      const { first, end } = ranges[place]!;
      const { globalOf } = part;
      const reportAt = index.reportAt.slice(first, end);
      const suffixes = index.suffixes.slice(first, end);
      for (let i = 0; i < suffixes.length; i += 1) {
        const report = globalOf[reportAt[i]!]!;
        if (report >= 0) visit(this.table.paragraphIn(report, suffixes[i]!), report);
      }
    }
  }

  /** Occurrences of a plain phrase in the scope's reports, whatever their paragraphs. */
  countIn(words: readonly string[], { reports }: Scope): number {
    const ranges = this.ranges(words);
    let count = 0;
    for (const [place, { part, index }] of this.parts.entries()) {
      const { first, end } = ranges[place]!;
      const reportAt = index.reportAt.slice(first, end);
      for (let i = 0; i < reportAt.length; i += 1) {
        const report = part.globalOf[reportAt[i]!]!;
        if (report >= 0) count += reports[report]!;
      }
    }
    return count;
  }

  /** Report number and occurrences of a plain phrase in the scope, in report order. */
  countByReport(words: readonly string[], scope: Scope): [number, number][] {
    return countsOf(this.findRuns(words, scope));
  }

  private findRuns(words: readonly string[], scope: Scope): Hits {
    return gather(this.table, this.found(words, scope), scope);
  }

  /** The occurrences of a plain phrase in each segment; the scope's mask of paragraphs is not applied. */
  protected found(words: readonly string[], scope: Scope): SegmentHits[] {
    const ranges = this.ranges(words);
    return this.parts.map(({ part, index }, place) => {
      const starts = startsIn(part, index, ranges[place]!, scope, scope === wholeCollection(this.table));
      return { part, starts: sortNumbers(starts), ends: words.length };
    });
  }

  /** The suffixes of each part that begin with a plain phrase. */
  private ranges(words: readonly string[]): readonly RankRange[] {
    const { lookedUp } = this;
    const phrase = words.join(' ');
    const known = lookedUp.phrases.indexOf(phrase);
    if (known >= 0) return lookedUp.ranges[known]!;
    const tokens = this.known.tokensOf(words);
    const ranges = this.parts.map(({ index }, place) => index.rangeOf(tokens[place] ?? null));
    lookedUp.phrases[lookedUp.next] = phrase;
    lookedUp.ranges[lookedUp.next] = ranges;
    lookedUp.next = (lookedUp.next + 1) % lastLookUps;
    return ranges;
  }

  private checkPhrase(words: readonly string[]): void {
    if (words.length === 0) throw new PhraseError('empty_phrase', 'the phrase holds no word');
  }

  /** A segment's tokens in the collection's numbering; the same array if they are equal. */
  private shared(segment: number, from: number, to: number): Int32Array {
    const tokens = this.parts[segment]!.index.tokens.slice(from, to);
    if (segment === 0) return new Int32Array(tokens.buffer, tokens.byteOffset, tokens.length);
    const shared = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i]!;
      shared[i] = token === 0 ? 0 : this.numbering.of(segment, token - 1) + 1;
    }
    return shared;
  }
}

/** Report number and occurrences, in report order. */
export function countsOf({ reports }: Hits): [number, number][] {
  const counts: [number, number][] = [];
  for (let i = 0, next = 0; i < reports.length; i = next) {
    const report = reports[i]!;
    while (next < reports.length && reports[next] === report) next += 1;
    counts.push([report, next - i]);
  }
  return counts;
}

function startsIn(
  part: Part,
  index: SegmentProfile,
  { first, end }: RankRange,
  scope: Scope,
  isWhole: boolean,
): Uint32Array {
  const suffixes = index.suffixes.slice(first, end) as Uint32Array;
  if (isWhole && part.masked.length === 0) return suffixes.slice();
  const reportAt = index.reportAt.slice(first, end);
  const starts = new Uint32Array(suffixes.length);
  let kept = 0;
  for (let i = 0; i < suffixes.length; i += 1) {
    const report = part.globalOf[reportAt[i]!]!;
    if (report < 0 || scope.reports[report] === 0) continue;
    starts[kept] = suffixes[i]!;
    kept += 1;
  }
  return starts.subarray(0, kept);
}

function openParts(profile: Profile, parts: readonly Part[]): Opened {
  const opened = parts.map((part) => ({ part, index: part.segment.profile(profile) }));
  const words = opened.map(({ index }) => index.words);
  return { parts: opened, numbering: new Numbering(words), known: new KnownWords(words) };
}
