/**
 * For paragraphs of a report, their nearest wording in each other report, through the phrase index: their words are
 * compared with those of every paragraph of the scope in memory, and only the nearest are read and compared word by
 * word.
 */
import type { Budget } from '../phrases/budget.ts';
import type { PhraseIndex } from '../phrases/types.ts';
import type { Paragraph } from '../report/index.ts';
import type { DiffPart, Variant } from './body.ts';
import { type Difference, differenceOf } from './change.ts';
import type { CompareOptions } from './compare.ts';
import { LcsMatcher, similarityOf } from './lcs.ts';
import { shippedLists } from './lists.ts';
import { WordsOfReports } from './report-words.ts';
import { type Prepared, prepare, type Side, sideOf } from './side.ts';
import { Vocabulary } from './vocabulary.ts';

export interface VariantsOptions extends CompareOptions {
  /** Minimum similarity of a variant, 0…1; 0 by default. */
  minSimilarity?: number;
}

/** Where variants are searched for. */
export interface VariantsScope {
  /** Of the `folded` profile. */
  index: PhraseIndex;
  /** Report numbers, in the order of the answer. */
  reports: readonly number[];
  /** The paragraphs with these numbers, in the given order. */
  load(paragraphs: readonly number[]): readonly Paragraph[];
}

/**
 * The nearest paragraph of each report, for one paragraph after the other: the one with the highest `similarity`; in
 * ties the same text, the same kind, the nearest relative place, the earliest. A report that shares no word with a
 * paragraph has none for it. Exact: a paragraph is skipped only if its length alone rules it out.
 */
export function* variantsOf(
  paragraphs: readonly Paragraph[],
  { index, reports, load }: VariantsScope,
  options: VariantsOptions = {},
): Generator<{ paragraph: string; nearest: Variant[]; work: number }> {
  const vocabulary = new Vocabulary(options.lists ?? shippedLists, options.budget);
  const nearest = new NearestParagraphs(index, options.minSimilarity ?? 0, load, vocabulary.budget);
  const { table } = index;
  for (const paragraph of paragraphs) {
    const found = nearest.of(paragraph, reports);
    const others = load(found.map(({ at }) => at));
    const differences = new Differences(paragraph, vocabulary);
    yield {
      paragraph: paragraph.id,
      work: nearest.work,
      nearest: others.map((other, n): Variant => {
        const { common: _, ...difference } = differences.to(other, found[n]!.common);
        const { id, year } = table.reports[table.reportOf(found[n]!.at)]!;
        return { report: id, year, paragraph: other.id, ...difference };
      }),
    };
  }
}

interface Found {
  /** Paragraph number. */
  at: number;
  common: number;
}

class NearestParagraphs {
  private readonly index: PhraseIndex;
  private readonly least: number;
  private readonly load: VariantsScope['load'];
  private readonly matcher = new LcsMatcher();
  private readonly budget: Budget;
  private readonly reports: WordsOfReports;
  /** Estimated microseconds so far: the same for the same question. */
  work = 0;

  constructor(index: PhraseIndex, least: number, load: VariantsScope['load'], budget: Budget) {
    this.index = index;
    this.least = least;
    this.load = load;
    this.budget = budget;
    this.reports = new WordsOfReports(index);
  }

  of(paragraph: Paragraph, reports: readonly number[]): Found[] {
    const number = this.index.table.number(paragraph.id);
    const words = this.words(number);
    if (words.length === 0) return [];
    this.matcher.load(words, this.index.wordCount + 1);
    return reports.flatMap((report) => {
      const tied = this.nearestIn(report, words.length);
      const [only] = tied;
      if (!only) return [];
      return [tied.length === 1 ? only : this.best(paragraph, number, tied)];
    });
  }

  private words(paragraph: number): Int32Array {
    return this.index.tokensOf(paragraph);
  }

  /**
   * Those with the highest similarity. Paragraphs of similar length come first, since they leave the fewest others to
   * try.
   */
  private nearestIn(report: number, length: number): Found[] {
    const { table } = this.index;
    const [first, end] = [table.firstOf[report] as number, table.firstOf[report + 1] as number];
    let greatest = this.least;
    let found: Found[] = [];
    let compared = 0;
    const { tokens, starts } = this.reports.of(report);
    for (const near of [true, false]) {
      for (let at = first; at < end; at++) {
        const from = starts[at - first] as number;
        const size = (starts[at - first + 1] as number) - 1 - from;
        const isNear = 2 * size >= length && size <= 2 * length;
        if (isNear !== near || size === 0) continue;
        if (similarityOf(Math.min(size, length), size, length) < greatest) continue;
        compared += size;
        const common = this.matcher.length(tokens, from, from + size);
        const similarity = similarityOf(common, size, length);
        if (common === 0 || similarity < greatest) continue;
        if (similarity > greatest) found = [];
        greatest = similarity;
        found.push({ at, common });
      }
    }
    // Words are compared 32 at a time, in about 2 ns; the diff with the paragraphs found takes longer than that.
    const work = (compared * ((length + 31) >>> 5)) / 500 + length / 2;
    this.work += work;
    this.budget.spend(work);
    return found;
  }

  private best(paragraph: Paragraph, number: number, tied: readonly Found[]): Found {
    const { table } = this.index;
    const place = table.placeOf(number);
    const kind = table.kind(number);
    const rank = ({ at }: Found) => [
      table.kind(at) === kind ? 0 : 1,
      Math.abs(table.placeOf(at) - place),
      at,
    ];
    const ranked = tied
      .map((found) => ({ found, rank: rank(found) }))
      .sort((x, y) => x.rank[0]! - y.rank[0]! || x.rank[1]! - y.rank[1]! || x.rank[2]! - y.rank[2]!)
      .map(({ found }) => found);
    const same = ranked.find(({ at, common }) => {
      // Only equal words can be the same text.
      if (common < this.words(number).length || common < this.words(at).length) return false;
      return this.load([at])[0]?.text === paragraph.text;
    });
    return same ?? (ranked[0] as Found);
  }
}

/** What differs from one paragraph to others; a text shared by many reports is compared once. */
class Differences {
  private readonly base: Side;
  private readonly vocabulary: Vocabulary;
  private readonly known = new Map<string, Difference>();

  constructor(paragraph: Paragraph, vocabulary: Vocabulary) {
    this.base = sideOf([prepare(paragraph, vocabulary)]);
    this.vocabulary = vocabulary;
  }

  to(other: Paragraph, common: number): Difference {
    // References and doubts belong to the paragraph, not to its text.
    if (other.references.length > 0 || other.doubts.length > 0) return this.worked(other, common);
    const known = this.known.get(other.text);
    if (known) return { ...known, diff: known.diff.map((part) => inParagraph(part, other.id)) };
    const difference = this.worked(other, common);
    this.known.set(other.text, difference);
    return difference;
  }

  private worked(other: Paragraph, common: number): Difference {
    const prepared: Prepared = prepare(other, this.vocabulary);
    return differenceOf(this.base, sideOf([prepared]), this.vocabulary, common);
  }
}

function inParagraph(part: DiffPart, paragraph: string): DiffPart {
  return part.other ? { ...part, other: { ...part.other, paragraph } } : part;
}
