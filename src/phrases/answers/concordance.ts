/** Concordance: each occurrence with the words around it. "Before" and "after" are in reading order. */
import type { PhraseIndex } from '../types.ts';
import type { Hits } from './hits.ts';
import { ParagraphTexts } from './texts.ts';
import { datedReport, type PhraseView } from './view.ts';

/** `year`: dated order, then reading order. `before`/`after`: by the next word on that side, then by year. */
export type ConcordanceSort = 'year' | 'before' | 'after';

export interface ConcordanceLine {
  paragraph: string;
  report: string;
  year: number | null;
  /** UTF-16 offsets of the keyword into the paragraph's text. */
  start: number;
  end: number;
  /** Up to eight words before the keyword, as they stand in the text; empty at the paragraph's start. */
  before: string;
  keyword: string;
  after: string;
}

const contextWords = 8;

/** Lines `offset` to `offset + limit` of all hits in the order of `sort`. Reads only the texts of these. */
export function concordance(
  view: PhraseView,
  index: PhraseIndex,
  hits: Hits,
  { sort, limit, offset }: { sort: ConcordanceSort; limit: number; offset: number },
): ConcordanceLine[] {
  const page = ordered(index, hits, sort, offset, offset + limit);
  const texts = new ParagraphTexts(view.reader, view.table);
  return page.map((hit) => {
    const paragraph = hits.paragraphs[hit]!;
    const origin = index.tokenStart[paragraph]!;
    const first = hits.starts[hit]! - origin;
    const end = hits.ends[hit]! - origin;
    const { text, tokens } = texts.get(paragraph);
    const range = texts.range(paragraph, first, end);
    const from = first > contextWords ? tokens[first - contextWords]!.start : 0;
    const to = end + contextWords < tokens.length ? tokens[end + contextWords - 1]!.end : text.length;
    return {
      paragraph: range.paragraph,
      ...datedReport(view.table, hits.reports[hit]!),
      start: range.start,
      end: range.end,
      before: text.slice(from, range.start).trim(),
      keyword: text.slice(range.start, range.end),
      after: text.slice(range.end, to).trim(),
    };
  });
}

/** Places in `hits`, in order. Word ids are in the order of the words, 0 (a paragraph's edge) first. */
function ordered(index: PhraseIndex, hits: Hits, sort: ConcordanceSort, from: number, to: number): number[] {
  const { tokens } = index;
  const count = hits.starts.length;
  const page = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, i) => from + i);
  if (sort === 'year') return page;
  // One number holds both keys: a token below 2^21 more than any place below 2^32.
  const keys = new Float64Array(count);
  for (let hit = 0; hit < count; hit += 1) {
    const token = sort === 'before' ? tokens[hits.starts[hit]! - 1] : tokens[hits.ends[hit]!];
    keys[hit] = (token ?? 0) * 2 ** 32 + hit;
  }
  keys.sort();
  return page.map((place) => keys[place]! % 2 ** 32);
}
