/** Concordance: each occurrence with the words around it. "Before" and "after" are in reading order. */

import type { CollectionIndex } from '../collection-index.ts';
import { wholeNumber } from '../errors.ts';
import type { Hits } from './hits.ts';
import { drawSample } from './sample.ts';
import { type ConcordanceSort, sortedHits } from './sorting.ts';
import type { ParagraphTexts } from './texts.ts';
import { datedReport, type PhraseView } from './view.ts';

export interface ConcordanceLine {
  paragraph: string;
  report: string;
  year: number | null;
  /** UTF-16 offsets of the keyword into the paragraph's text. */
  start: number;
  end: number;
  /** Up to `width` words before the keyword, as printed; empty at the paragraph's start. */
  before: string;
  keyword: string;
  after: string;
}

export interface ConcordanceParams {
  sort?: ConcordanceSort | undefined;
  /** Default 20; with a sample, all of it. */
  limit?: number | undefined;
  offset?: number | undefined;
  /** Words of context on each side; default 8. */
  width?: number | undefined;
  /** Number of occurrences to draw at random; by default all are used. */
  sample?: number | undefined;
  /** Each seed draws another sample; default 1. */
  seed?: number | undefined;
}

export interface Concordance {
  /** The sample that the lines come from; null if they come from all occurrences. */
  sample: { size: number; seed: number } | null;
  concordance: ConcordanceLine[];
}

/** One page of all hits, or of a sample of them, in the order of `sort`. Only the texts of these are read. */
export function concordance(
  view: PhraseView,
  index: CollectionIndex,
  hits: Hits,
  params: ConcordanceParams,
  texts: ParagraphTexts,
): Concordance {
  const width = wholeNumber(params.width ?? 8, 0, 'width');
  const offset = wholeNumber(params.offset ?? 0, 0, 'offset');
  const seed = wholeNumber(params.seed ?? 1, 0, 'seed');
  const wanted = params.sample === undefined ? null : wholeNumber(params.sample, 1, 'sample');
  const drawn = wanted === null ? hits : drawSample(index, hits, wanted, seed);
  const limit = wholeNumber(params.limit ?? (wanted === null ? 20 : drawn.starts.length), 0, 'limit');
  const page = sortedHits(index, drawn, params.sort ?? 'year', offset, offset + limit);
  return {
    sample: wanted === null ? null : { size: drawn.starts.length, seed },
    concordance: linesOf(view, index, drawn, page, width, texts),
  };
}

function linesOf(
  view: PhraseView,
  index: CollectionIndex,
  hits: Hits,
  page: readonly number[],
  width: number,
  texts: ParagraphTexts,
): ConcordanceLine[] {
  return page.map((hit) => {
    const paragraph = hits.paragraphs[hit]!;
    const origin = index.tokenStart(paragraph);
    const first = hits.starts[hit]! - origin;
    const end = hits.ends[hit]! - origin;
    const { text, tokens } = texts.get(paragraph);
    const range = texts.range(paragraph, first, end);
    const from = first > width ? (tokens[first - width]?.start ?? range.start) : 0;
    const to = end + width < tokens.length ? (tokens[end + width - 1]?.end ?? range.end) : text.length;
    return {
      paragraph: range.paragraph,
      ...datedReport(view.table, hits.reports[hit]!),
      start: range.start,
      end: range.end,
      before: text.slice(Math.min(from, range.start), range.start).trim(),
      keyword: text.slice(range.start, range.end),
      after: text.slice(range.end, Math.max(to, range.end)).trim(),
    };
  });
}
