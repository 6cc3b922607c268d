/** What is new in a report, and since when the rest has been said. */
import type { Profile } from 'arabic-normalizer';
import type { CollectionIndex } from '../collection-index.ts';
import { wholeNumber } from '../errors.ts';
import { earlierReports, type Scope, seriesScope, yearOf } from '../scope.ts';
import { keyOf, type PartRange, ReportWalk, type Run, sizeOf } from './report-walk.ts';
import { ParagraphTexts } from './texts.ts';
import { type DatedReport, datedReport, type PhraseView, reportNumber } from './view.ts';

export interface NoveltyParams {
  report: string;
  min_words?: number;
  match?: Profile;
  /** Ids of the paragraphs to answer for; by default all of the report. */
  only?: ReadonlySet<string> | undefined;
}

export interface NoveltySpan {
  /** UTF-16 offsets into the paragraph's text, from the first token's start to the last one's end. */
  start: number;
  end: number;
  /** Number of tokens. */
  words: number;
  /** null if the words are new. */
  first_seen: DatedReport | null;
}

export interface NoveltyAnswer {
  report: string;
  /** The reports of the scope dated before this one, oldest first. */
  earlier: string[];
  /** null if there is no earlier report to compare with; `paragraphs` is then empty. */
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
 * reports, `only` this one. Without `scope`: the report's series, or the collection.
 */
export function noveltyAnswer(view: PhraseView, params: NoveltyParams, scope?: Scope): NoveltyAnswer {
  const { table } = view;
  const minWords = wholeNumber(params.min_words ?? 4, 1, 'min_words');
  const report = reportNumber(table, params.report);
  const index = view.byProfile(params.match ?? 'folded');
  const around = scope ?? seriesScope(table, report);
  const earlier = earlierReports(table, around, report);
  const lookup = new EarliestReports(index, report, earlier, around.paragraphs, minWords);
  const texts = new ParagraphTexts(view.reader, table);
  const all = earlier.length === 0 ? 0 : table.firstOf[report + 1]! - table.firstOf[report]!;
  const numbers = Array.from({ length: all }, (_, i) => table.firstOf[report]! + i);
  const asked = numbers.filter((paragraph) => params.only?.has(table.id(paragraph)) ?? true);
  let words = 0;
  let seen = 0;
  const paragraphs = asked.map((paragraph) => {
    const earliest = lookup.ofParagraph(paragraph);
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
  private readonly index: CollectionIndex;
  private readonly report: number;
  private readonly walk: ReportWalk;
  private readonly inside: Uint8Array;
  private readonly paragraphs: Uint8Array | null;
  private readonly oldest: number;
  private readonly minWords: number;
  /** For windows that occur in more than one place. */
  private readonly known = new Map<number | string, number>();

  /** `earlier` ascending. */
  constructor(
    index: CollectionIndex,
    report: number,
    earlier: readonly number[],
    paragraphs: Uint8Array | null,
    minWords: number,
  ) {
    this.index = index;
    this.report = report;
    this.minWords = minWords;
    this.paragraphs = paragraphs;
    this.walk = new ReportWalk(index, report, minWords);
    this.inside = new Uint8Array(index.table.reports.length);
    for (const number of earlier) this.inside[number] = 1;
    this.oldest = earlier[0] ?? never;
  }

  /** For each token of a paragraph of the report: the number of the earliest report, or `never`. */
  ofParagraph(paragraph: number): Uint32Array {
    const { from, to } = this.walk.paragraph(this.index.table.localParagraph(this.report, paragraph));
    const tokens = to - from;
    const length = Math.min(this.minWords, tokens);
    const windows = new Uint32Array(tokens === 0 ? 0 : tokens - length + 1);
    for (let i = 0; i < windows.length; i += 1) {
      this.walk.next();
      windows[i] = this.earliest(this.walk.window(length));
    }
    return slidingMin(windows, length, tokens);
  }

  private earliest(run: Run): number {
    if (this.oldest === never || sizeOf(run) === 1) return never;
    const key = keyOf(run);
    let earliest = this.known.get(key);
    if (earliest === undefined) {
      earliest = never;
      for (const range of run.ranges) earliest = Math.min(earliest, this.earliestIn(range, earliest));
      this.known.set(key, earliest);
    }
    return earliest;
  }

  private earliestIn({ part: { part, index }, first, last }: PartRange, than: number): number {
    const { table } = this.index;
    const { globalOf } = part;
    const reportAt = index.reportAt.slice(first, last + 1);
    let earliest = than;
    for (let i = 0; i < reportAt.length && earliest > this.oldest; i += 1) {
      const report = globalOf[reportAt[i]!]!;
      if (report < 0 || report >= earliest || this.inside[report] === 0) continue;
      const paragraph = () => table.paragraphIn(report, index.suffixes.at(first + i));
      if (this.paragraphs?.[paragraph()] === 0) continue;
      earliest = report;
    }
    return earliest;
  }
}

/** For each of `tokens` places, the minimum over the windows of `length` places that contain it. */
function slidingMin(windows: Uint32Array, length: number, tokens: number): Uint32Array {
  const min = new Uint32Array(tokens);
  // Windows that can still be the minimum, by start; their values ascend from `head` on.
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
    min[token] = windows[queue[head]!]!;
  }
  return min;
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
