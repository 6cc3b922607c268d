/** What is new in a report, and since when the rest has been said. */
import type { Profile } from 'arabic-normalizer';
import { wholeNumber } from '../errors.ts';
import type { SuffixArrayIndex } from '../phrase-index.ts';
import { earlierReports, type Scope, seriesScope, yearOf } from '../scope.ts';
import { ParagraphTexts } from './texts.ts';
import { type DatedReport, datedReport, type PhraseView, reportNumber } from './view.ts';

export interface NoveltyParams {
  report: string;
  min_words?: number;
  match?: Profile;
}

export interface NoveltySpan {
  /** UTF-16 offsets into the paragraph's text, from the first token's start to the last one's end. */
  start: number;
  end: number;
  /** Count of tokens. */
  words: number;
  /** null: new. */
  first_seen: DatedReport | null;
}

export interface NoveltyAnswer {
  report: string;
  /** The reports of the scope dated before this one, oldest first. */
  earlier: string[];
  /** null without an earlier report: then nothing can be said, and `paragraphs` is empty. */
  coverage: { words: number; seen_words: number; share: number } | null;
  /** Reports of the scope without a date, which are left out; the report itself when it has none. */
  undated: string[];
  paragraphs: { paragraph: string; words: number; new_share: number; spans: NoveltySpan[] }[];
}

const never = 0xffffffff;

/**
 * For each token of the report, the earliest report dated before it that holds a run of at least `min_words` tokens
 * of the same paragraph (the whole of a shorter one) with the token inside. Such a run holds one of exactly that
 * many words around the token, so only those are looked up. Never cut. A scope's paragraph mask narrows the other
 * reports, not this one. Without `scope`: the report's series, or the collection.
 */
export function noveltyAnswer(view: PhraseView, params: NoveltyParams, scope?: Scope): NoveltyAnswer {
  const { table } = view;
  const minWords = wholeNumber(params.min_words ?? 4, 1, 'min_words');
  const report = reportNumber(table, params.report);
  const index = view.byProfile(params.match ?? 'folded');
  const around = scope ?? seriesScope(table, report);
  const earlier = earlierReports(table, around, report);
  const lookup = new EarliestReports(index, earlier, around.paragraphs, minWords);
  const texts = new ParagraphTexts(view.reader, table);
  const numbers = Array.from(
    { length: earlier.length === 0 ? 0 : table.firstOf[report + 1]! - table.firstOf[report]! },
    (_, i) => table.firstOf[report]! + i,
  );
  let words = 0;
  let seen = 0;
  const paragraphs = numbers.map((paragraph) => {
    const earliest = lookup.ofTokens(index.tokenStart[paragraph]!, index.tokenStart[paragraph + 1]! - 1);
    const fresh = earliest.reduce((count, number) => count + (number === never ? 1 : 0), 0);
    words += earliest.length;
    seen += earliest.length - fresh;
    return {
      paragraph: table.id(paragraph),
      words: earliest.length,
      new_share: earliest.length === 0 ? 0 : fresh / earliest.length,
      spans: runs(earliest).map(({ first, end, value }) => {
        const { start, end: last } = texts.range(paragraph, first, end);
        return {
          start,
          end: last,
          words: end - first,
          first_seen: value === never ? null : datedReport(table, value),
        };
      }),
    };
  });
  const undated = table.reports.filter(
    (other, number) => (around.reports[number] === 1 || number === report) && yearOf(other) === null,
  );
  return {
    report: params.report,
    earlier: earlier.map((number) => table.reports[number]!.id),
    coverage:
      earlier.length === 0 ? null : { words, seen_words: seen, share: words === 0 ? 0 : seen / words },
    undated: undated.map(({ id }) => id),
    paragraphs,
  };
}

class EarliestReports {
  private readonly index: SuffixArrayIndex;
  private readonly inside: Uint8Array;
  private readonly paragraphs: Uint8Array | null;
  private readonly oldest: number;
  private readonly minWords: number;
  /** Of windows of `minWords` words, by their interval's first suffix. Shorter ones are whole paragraphs, and few. */
  private readonly known = new Map<number, number>();

  /** `reports` ascending. */
  constructor(
    index: SuffixArrayIndex,
    reports: readonly number[],
    paragraphs: Uint8Array | null,
    minWords: number,
  ) {
    this.minWords = minWords;
    this.index = index;
    this.paragraphs = paragraphs;
    this.inside = new Uint8Array(index.table.reports.length);
    for (const report of reports) this.inside[report] = 1;
    this.oldest = reports[0] ?? never;
  }

  /** For each token of the paragraph at `from` to below `to`: the least report number, or `never`. */
  ofTokens(from: number, to: number): Uint32Array {
    const tokens = to - from;
    const length = Math.min(this.minWords, tokens);
    const windows = new Uint32Array(tokens === 0 ? 0 : tokens - length + 1);
    for (let i = 0; i < windows.length; i += 1) windows[i] = this.ofWindow(from + i, length);
    return slidingLeast(windows, length, tokens);
  }

  private ofWindow(position: number, length: number): number {
    const { rank, intervals, reportAt, suffixes } = this.index;
    if (this.oldest === never) return never;
    const { first, last } = intervals.around(rank[position]!, rank[position]!, length);
    if (first === last) return never;
    const known = length === this.minWords ? this.known.get(first) : undefined;
    if (known !== undefined) return known;
    let least = never;
    for (let i = first; i <= last && least > this.oldest; i += 1) {
      const report = reportAt[i]!;
      if (report >= least || this.inside[report] === 0) continue;
      if (this.paragraphs && this.paragraphs[this.index.paragraphAt(suffixes[i]!)] === 0) continue;
      least = report;
    }
    if (length === this.minWords) this.known.set(first, least);
    return least;
  }
}

/** For each of `tokens` places the least value of the windows of `length` places that hold it. */
function slidingLeast(windows: Uint32Array, length: number, tokens: number): Uint32Array {
  const least = new Uint32Array(tokens);
  // Windows that can still be the least, by start; their values ascend from `head` on.
  const queue = new Uint32Array(windows.length);
  let head = 0;
  let tail = 0;
  for (let token = 0; token < tokens; token += 1) {
    if (token < windows.length) {
      while (tail > head && windows[queue[tail - 1]!]! >= windows[token]!) tail -= 1;
      queue[tail] = token;
      tail += 1;
    }
    while (queue[head]! + length <= token) head += 1;
    least[token] = windows[queue[head]!]!;
  }
  return least;
}

function runs(values: Uint32Array): { first: number; end: number; value: number }[] {
  const found: { first: number; end: number; value: number }[] = [];
  for (const [i, value] of values.entries()) {
    const last = found.at(-1);
    if (last?.value === value) last.end = i + 1;
    else found.push({ first: i, end: i + 1, value });
  }
  return found;
}
