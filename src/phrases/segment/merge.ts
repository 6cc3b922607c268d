/**
 * Merges segments without sorting again: words, suffixes and common prefixes are merged in order, read from the
 * segments' own pages and written as they come. Kept in memory are 16 M numbers at a time of what comes in no order,
 * the word numbers, and the suffixes of one word.
 */
import { type Profile, profiles } from 'arabic-normalizer';
import { LeastOfBlocks } from '../intervals.ts';
import { ReportCounter } from '../report-counts.ts';
import {
  type SectionWriter,
  type SegmentSource,
  type SegmentTarget,
  SegmentWriter,
  type Values,
  type Width,
  writeWords,
} from '../storage/index.ts';
import { type Forms, groupForms } from './content.ts';
import { mergeSuffixes, type SuffixRun } from './merge-suffixes.ts';
import { MergedWords } from './merge-words.ts';
import type { SegmentProfile } from './profile.ts';
import { factsOf, type SegmentOrigin } from './sections.ts';
import type { LiveSegment, Segment } from './segment.ts';

/** A segment that is being merged: where its reports go. */
export interface Source {
  segment: Segment;
  isWhole: boolean;
  /** Number of each report in the merged segment; -1 for one that is left out. */
  newReport: Int32Array;
  /** Offset added to a position of each report. */
  shift: Float64Array;
}

/**
 * Writes the merged segment: the reports of each segment in turn, without masked ones. If it fails, nothing is left
 * behind.
 */
export function mergeSegments(
  target: SegmentTarget,
  merged: readonly LiveSegment[],
  name: string,
  origin: SegmentOrigin,
): SegmentSource {
  const writer = new SegmentWriter(target);
  try {
    const plan = planOf(merged);
    writeParagraphs(writer, plan);
    let exactWords: MergedWords | null = null;
    for (const profile of profiles) {
      const words = writeProfile(writer, plan, profile, exactWords);
      if (profile === 'exact') exactWords = words;
    }
    return writer.finish({ ...factsOf(name, plan.reports, origin) });
  } catch (error) {
    writer.abort();
    throw error;
  }
}

interface Plan {
  sources: readonly Source[];
  reports: string[];
  firstOf: Uint32Array;
  startOf: Uint32Array;
  /** Number of words in the longest paragraph: no two suffixes share more. */
  longest: number;
}

function planOf(merged: readonly LiveSegment[]): Plan {
  const reports: string[] = [];
  const firsts = [0];
  const starts = [0];
  let longest = 0;
  const sources = merged.map(({ segment, masked }): Source => {
    const { firstOf, startOf, tokenStart } = segment;
    const newReport = new Int32Array(segment.reports.length).fill(-1);
    const shift = new Float64Array(segment.reports.length);
    for (const [local, id] of segment.reports.entries()) {
      if (masked.has(local)) continue;
      newReport[local] = reports.length;
      reports.push(id);
      shift[local] = starts.at(-1)! - startOf[local]!;
      firsts.push(firsts.at(-1)! + firstOf[local + 1]! - firstOf[local]!);
      starts.push(starts.at(-1)! + startOf[local + 1]! - startOf[local]!);
      const ofReport = tokenStart.slice(firstOf[local]!, firstOf[local + 1]! + 1);
      for (let p = 1; p < ofReport.length; p += 1)
        longest = Math.max(longest, ofReport[p]! - 1 - ofReport[p - 1]!);
    }
    return { segment, isWhole: masked.size === 0, newReport, shift };
  });
  if (starts.at(-1)! > 0xffffffff)
    throw new RangeError('more than 4,294,967,295 words: too many for one segment');
  return { sources, reports, firstOf: Uint32Array.from(firsts), startOf: Uint32Array.from(starts), longest };
}

/** The remaining reports, in order, with their segment. */
function* liveReports({ sources }: Plan): Generator<{ source: Source; local: number }> {
  for (const source of sources) {
    for (let local = 0; local < source.newReport.length; local += 1)
      if (source.newReport[local]! >= 0) yield { source, local };
  }
}

function writeParagraphs(writer: SegmentWriter, plan: Plan): void {
  const count = plan.firstOf.at(-1)!;
  const positions = plan.startOf.at(-1)!;
  writer.section('firstOf', 4, plan.firstOf.length).append(plan.firstOf);
  writer.section('startOf', 4, plan.startOf.length).append(plan.startOf);
  const kindOf = writer.section('kindOf', 1, count);
  const rowOf = writer.section('rowOf', 4, count);
  const tokenStart = writer.section('tokenStart', 4, count + 1);
  const blocks = writer.section('paragraphOf64', 4, Math.floor(positions / 64) + 1);
  let paragraph = 0;
  let block = 0;
  tokenStart.push(0);
  for (const { source, local } of liveReports(plan)) {
    const { segment, shift } = source;
    const [first, end] = [segment.firstOf[local]!, segment.firstOf[local + 1]!];
    kindOf.append(segment.kindOf.slice(first, end));
    rowOf.append(segment.rowOf.slice(first, end));
    for (const old of segment.tokenStart.slice(first + 1, end + 1)) {
      const next = old + shift[local]!;
      tokenStart.push(next);
      for (; block * 64 < next; block += 1) blocks.push(paragraph);
      paragraph += 1;
    }
  }
  if (block * 64 <= positions) blocks.push(Math.max(0, paragraph - 1));
}

function writeProfile(
  writer: SegmentWriter,
  plan: Plan,
  profile: Profile,
  exactWords: MergedWords | null,
): MergedWords {
  const { sources } = plan;
  const indexes = sources.map(({ segment }) => segment.profile(profile));
  const words = new MergedWords(sources, indexes);
  writeWords(writer, `${profile}.words`, words);
  if (profile === 'exact')
    writeTokens(writer.section('tokens', 4, plan.startOf.at(-1)!), plan, indexes, words);
  writeSuffixes(writer, plan, profile, indexes, words);
  if (exactWords) {
    const { ofExact, forms, formFirst } = mergedForms(indexes, words, exactWords);
    writer.section(`${profile}.ofExact`, 4, ofExact.length).append(ofExact);
    writer.section(`${profile}.forms`, 4, forms.length).append(forms);
    writer.section(`${profile}.formFirst`, 4, formFirst.length).append(formFirst);
  }
  return words;
}

function writeTokens(
  section: { append(values: Values): void },
  plan: Plan,
  indexes: readonly SegmentProfile[],
  words: MergedWords,
): void {
  for (const { source, local } of liveReports(plan)) {
    const at = plan.sources.indexOf(source);
    const { startOf } = source.segment;
    const tokenOf = words.tokenOf[at]!;
    const tokens = indexes[at]!.tokens.slice(startOf[local]!, startOf[local + 1]!);
    section.append(Uint32Array.from(tokens, (token) => tokenOf[token]!));
  }
}

function writeSuffixes(
  writer: SegmentWriter,
  plan: Plan,
  profile: Profile,
  indexes: readonly SegmentProfile[],
  words: MergedWords,
): void {
  const { sources, longest, reports } = plan;
  const positions = plan.startOf.at(-1)!;
  const count = positions - plan.firstOf.at(-1)!;
  const suffixes = writer.section(`${profile}.suffixes`, 4, count);
  const lcp = writer.section(`${profile}.lcp`, widthOf(longest), count + 1);
  const reportAt = writer.section(`${profile}.reportAt`, widthOf(reports.length), count);
  const counts = writer.section(`${profile}.counts`, widthOf(reports.length), count + 1);
  const least = new LeastOfBlocks(count + 1, longest);
  const wordFirst = new Uint32Array(words.length + 1);
  // Suffixes of different words share nothing, so the intervals of a word are within its own range.
  let ofWord = new Uint32Array(1024);
  let first = 0;
  const counter = new ReportCounter(reports.length, (mark, reports) => {
    ofWord[mark - first] = reports;
  });
  const write = (position: number, shared: number, report: number) => {
    suffixes.push(position);
    lcp.push(shared);
    reportAt.push(report);
    least.push(shared);
    counter.push(shared, report);
  };
  for (let word = 0; word < words.length; word += 1) {
    first = suffixes.length;
    wordFirst[word] = first;
    const runs = words.holders(word).flatMap(({ source, local }) => {
      const run = suffixRun(sources[source]!, indexes[source]!, words.tokenOf[source]!, local);
      return run.suffixes.length > 0 ? [run] : [];
    });
    const size = runs.reduce((sum, run) => sum + run.suffixes.length, 0);
    if (ofWord.length < size) ofWord = new Uint32Array(2 * size);
    mergeSuffixes(runs, write);
    counter.end();
    counts.append(ofWord.subarray(0, size));
    ofWord.fill(0, 0, size);
  }
  wordFirst[words.length] = count;
  lcp.push(0);
  least.push(0);
  counts.push(0);
  suffixes.end();

  writeRanks(writer.section(`${profile}.rank`, 4, positions), suffixes, count);
  writer.section(`${profile}.wordFirst`, 4, wordFirst.length).append(wordFirst);
  for (const [level, values] of least.end().entries())
    writer
      .section(`${profile}.least.${level}`, values.BYTES_PER_ELEMENT as Width, values.length)
      .append(values);
}

/** The same width as arrays made by `numbersUpTo`. */
function widthOf(largest: number): Width {
  return largest < 65536 ? 2 : 4;
}

/** Number of ranks kept in memory at once: they come in no order. */
const scattered = 1 << 24;

const readAtOnce = 1 << 16;

/** The index of each position in `suffixes`, which is complete; zeros for separators. Reads it once for each part. */
function writeRanks(ranks: SectionWriter, suffixes: SectionWriter, count: number): void {
  for (let from = 0; from < ranks.room; from += scattered) {
    const part = new Uint32Array(Math.min(scattered, ranks.room - from));
    for (let rank = 0; rank < count; rank += readAtOnce) {
      const some = new Uint32Array(Math.min(readAtOnce, count - rank));
      suffixes.readBack(rank, some);
      for (let i = 0; i < some.length; i += 1) {
        const at = some[i]! - from;
        if (at >= 0 && at < part.length) part[at] = rank + i;
      }
    }
    ranks.append(part);
  }
}

/** The remaining suffixes of a word in one segment, and what each shares with the previous remaining one. */
function suffixRun(source: Source, index: SegmentProfile, tokenOf: Uint32Array, word: number): SuffixRun {
  const { first, end } = index.wordRange(word);
  const run = {
    tokens: index.tokens,
    tokenOf,
    shift: source.shift,
    newReport: source.newReport,
    suffixes: index.suffixes.slice(first, end),
    lcp: index.intervals.lcp.slice(first, end),
    reportAt: index.reportAt.slice(first, end),
  };
  if (source.isWhole) return run;
  const kept = { suffixes: [] as number[], lcp: [] as number[], reportAt: [] as number[] };
  let shared = 0xffffffff;
  for (let i = 0; i < run.suffixes.length; i += 1) {
    shared = Math.min(shared, run.lcp[i]!);
    if (source.newReport[run.reportAt[i]!]! < 0) continue;
    kept.suffixes.push(run.suffixes[i]!);
    kept.lcp.push(shared);
    kept.reportAt.push(run.reportAt[i]!);
    shared = 0xffffffff;
  }
  return { ...run, ...kept };
}

function mergedForms(indexes: readonly SegmentProfile[], words: MergedWords, exact: MergedWords): Forms {
  const ofExact = new Uint32Array(exact.length);
  for (const [at, index] of indexes.entries()) {
    const old = index.forms!.ofExact;
    const exactTokenOf = exact.tokenOf[at]!;
    const tokenOf = words.tokenOf[at]!;
    const all = old.slice(0, old.length);
    for (let form = 0; form < all.length; form += 1) {
      const token = exactTokenOf[form + 1]!;
      if (token > 0) ofExact[token - 1] = tokenOf[all[form]! + 1]! - 1;
    }
  }
  return groupForms(ofExact, words.length);
}
