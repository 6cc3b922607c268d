/**
 * The threads of a phrase: the statements that contain it, each with its own history over the reports, and what
 * replaces it where it is gone.
 *
 *     phraseThreads(view, { q: 'مرة كل ثلاثة أشهر' }, scope).threads[0]!.gaps[0]!.instead
 */
import type { Profile } from 'arabic-normalizer';
import { findHits } from '../../phrases/answers/hits.ts';
import type { PhraseView } from '../../phrases/answers/view.ts';
import { parsePattern, patternTokens } from '../../phrases/pattern.ts';
import { type Scope, yearOf } from '../../phrases/scope.ts';
import type { ParagraphTable } from '../../phrases/table.ts';
import type { Paragraph, ReportSummary } from '../../report/index.ts';
import { CompareError } from '../error.ts';
import { shippedLists, type WordLists } from '../lists.ts';
import type { ThreadsBody } from './body.ts';
import { boundariesOf } from './boundaries.ts';
import { type FoundSentence, SentenceFinder } from './gaps.ts';
import { type Lineage, lineagesOf } from './lineages.ts';
import { LOOKED_AT, nearPassages, rarestWords } from './near.ts';
import { type Passage, passagesOf } from './passages.ts';
import { Writer } from './write.ts';

export type * from './body.ts';

/** Maximum number of occurrences whose threads are followed. */
export const MOST_OCCURRENCES = 5000;

export interface ThreadsParams {
  q: string;
  match: Profile;
  limit: number;
  offset: number;
  /** Whether gaps are listed, with what they have instead. */
  gaps: boolean;
}

export interface ThreadsView extends PhraseView {
  readonly reader: PhraseView['reader'] & { paragraphsByRow(rows: ArrayLike<number>): readonly Paragraph[] };
  readonly lists?: WordLists;
}

/**
 * @throws PhraseError for a phrase without words
 * @throws CompareError `too_many_occurrences`
 */
export function phraseThreads(view: ThreadsView, params: ThreadsParams, scope: Scope): ThreadsBody {
  const { q, limit, offset } = params;
  const { pattern, occurrences, index, texts, passages, order, total, found } = followed(view, params, scope);
  const boundaries = boundariesOf(view.table);
  const finder = new SentenceFinder({
    index,
    scope,
    boundaries,
    textOf: texts,
    isTaken: takenBy(passages),
    budget: view.budget,
  });
  const instead = finder.find(
    found.map(({ gaps }) => gaps),
    order,
  );
  found.forEach(({ gaps }, t) => {
    gaps.forEach((gap, at) => {
      gap.instead = instead[t]![at]!;
    });
  });
  const writer = new Writer(view, view.lists ?? shippedLists);
  return {
    phrase: { text: q.trim(), tokens: patternTokens(pattern) },
    occurrences,
    total,
    limit,
    offset,
    threads: writer.threads(found),
    near: occurrences === 0 ? writer.near(nearPassages(q, index, scope, boundaries, texts)) : [],
  };
}

/** By what the remaining paragraphs of an answer are found if only those with the phrase are known. */
export interface ThreadsSought {
  /** Folded words. Paragraphs with sentences at least half like these (`LEAST`). */
  wordings: string[][];
  /** If the phrase does not occur: the `count` paragraphs whose words have most content. */
  near: { words: ReadonlyMap<string, number>; count: number } | null;
}

/** @throws as `phraseThreads` */
export function threadsSought(view: ThreadsView, params: ThreadsParams, scope: Scope): ThreadsSought {
  const { occurrences, index, found } = followed(view, params, scope);
  const wordings = new Set(found.flatMap(({ gaps }) => gaps.map(({ wording }) => wording)));
  return {
    wordings: [...wordings].map((ids) => Array.from(ids, (id) => index.word(id - 1))),
    near: occurrences === 0 ? { words: rarestWords(params.q, index), count: LOOKED_AT } : null,
  };
}

/** @throws CompareError `too_many_occurrences` */
export function mustBeFollowable(occurrences: number): void {
  if (occurrences <= MOST_OCCURRENCES) return;
  throw new CompareError(
    'too_many_occurrences',
    `the phrase occurs ${occurrences} times; threads are followed up to ${MOST_OCCURRENCES}: make it longer, or ` +
      'narrow it with series, report, year_from, year_to, section or kind',
  );
}

/** The threads, and of those on the page also the reports without a version. */
function followed(view: ThreadsView, { q, match, limit, offset, gaps }: ThreadsParams, scope: Scope) {
  const pattern = parsePattern(q, match, { lexicon: view.lexicon });
  const hits = findHits(view.byProfile(match), pattern, scope);
  const occurrences = hits.starts.length;
  mustBeFollowable(occurrences);
  const index = view.byProfile('folded');
  const texts = textsOf(view);
  const passages = passagesOf(hits, index, texts);
  const order = datedOrder(view.table, scope);
  const lineages = lineagesOf(byReport(passages, order), index.wordCount + 1, view.budget).sort(ranked);
  const found = lineages
    .slice(offset, offset + limit)
    .map((lineage) => ({ lineage, gaps: gaps ? gapsOf(lineage, view.table, order) : [] }));
  return { pattern, occurrences, index, texts, passages, order, total: lineages.length, found };
}

/** The texts of paragraphs by number, each read once. */
function textsOf({ reader, table }: ThreadsView): (paragraph: number) => string {
  const known = new Map<number, string>();
  return (paragraph) => {
    let text = known.get(paragraph);
    if (text === undefined) {
      text = reader.textByRow(table.rowOf(paragraph)) ?? '';
      known.set(paragraph, text);
    }
    return text;
  };
}

/** The scope's reports by date, undated last, then by id. */
function datedOrder({ reports }: ParagraphTable, scope: Scope): number[] {
  const keyed = [...reports.keys()]
    .filter((report) => scope.reports[report] === 1)
    .map((report) => ({ report, date: keyOf(reports[report]!), id: reports[report]!.id }));
  keyed.sort((x, y) => (x.date === y.date ? (x.id < y.id ? -1 : 1) : x.date < y.date ? -1 : 1));
  return keyed.map(({ report }) => report);
}

/** Sorts by date: a year alone comes before its days, undated after everything. */
function keyOf(report: ReportSummary): string {
  const year = yearOf(report);
  return report.date?.from ?? (year === null ? '\uffff' : String(year).padStart(4, '0'));
}

/** Passages by report, in this order of reports. */
function byReport(passages: readonly Passage[], order: readonly number[]): Passage[][] {
  const groups = new Map<number, Passage[]>();
  for (const passage of passages) {
    const group = groups.get(passage.report);
    if (group) group.push(passage);
    else groups.set(passage.report, [passage]);
  }
  return order.flatMap((report) => {
    const group = groups.get(report);
    return group ? [group] : [];
  });
}

/** Most reports first, then most occurrences; in ties the earliest, which is the order of the input. */
function ranked(x: Lineage<Passage>, y: Lineage<Passage>): number {
  return y.versions.length - x.versions.length || occurrencesOf(y) - occurrencesOf(x);
}

export function occurrencesOf({ versions }: Lineage<Passage>): number {
  return versions.reduce(
    (sum, { passage, also }) =>
      also.reduce((more, other) => more + other.occurrences, sum + passage.occurrences),
    0,
  );
}

/** Whether a sentence overlaps a passage of any thread. */
function takenBy(passages: readonly Passage[]): (paragraph: number, from: number, to: number) => boolean {
  const byParagraph = new Map<number, Passage[]>();
  for (const passage of passages) {
    const same = byParagraph.get(passage.paragraph);
    if (same) same.push(passage);
    else byParagraph.set(passage.paragraph, [passage]);
  }
  return (paragraph, from, to) =>
    byParagraph.get(paragraph)?.some((passage) => passage.from < to && from < passage.to) ?? false;
}

/** A report of the thread's series without a version. */
export interface FoundGap {
  report: number;
  /** The version before it, otherwise the first. */
  base: Passage;
  wording: Int32Array;
  instead: FoundSentence | null;
}

/** The reports of the thread's series without a version, each with the previous version. */
function gapsOf(
  { versions }: Lineage<Passage>,
  { reports }: ParagraphTable,
  order: readonly number[],
): FoundGap[] {
  const own = new Map(versions.map(({ passage }) => [passage.report, passage]));
  const series = new Set([...own.keys()].map((report) => reports[report]!.series));
  let base = versions[0]!.passage;
  const gaps: FoundGap[] = [];
  for (const report of order) {
    const version = own.get(report);
    if (version) base = version;
    else if (series.has(reports[report]!.series))
      gaps.push({ report, base, wording: base.ids, instead: null });
  }
  return gaps;
}
