/** One page of an answer: the paragraphs with their words marked, and the other places of the same text. */
import { tokenize } from 'arabic-normalizer';
import { yearOf } from '../phrases/scope.ts';
import { StoreError } from '../store/errors.ts';
import type { StoredParagraph } from '../store/types.ts';
import type { SearchHit, SearchPlace, SearchView } from './answer.ts';
import type { Ranking } from './engine.ts';
import type { QueryMatcher } from './match.ts';

export interface Page {
  /** All matching paragraphs, best first. */
  order: Ranking;
  /** If equal texts are one hit: all of them, best first. */
  groups: number[][] | undefined;
  offset: number;
  limit: number;
}

export function hitsOf(
  view: SearchView,
  matcher: QueryMatcher,
  { order, groups, offset, limit }: Page,
): SearchHit[] {
  const end = offset + limit;
  const shown = groups
    ? groups.slice(offset, end)
    : Array.from(order.paragraphs.subarray(offset, end), (paragraph) => [paragraph]);
  const members = shown.flat();
  const stored = new Map(read(view, members).map((paragraph, i) => [members[i]!, paragraph]));
  const scores = scoresOf(order, shown);
  return shown.map((group) => {
    const [first] = group as [number];
    const { row: _, ...paragraph } = stored.get(first)!;
    const tokens = tokenize(paragraph.text, 'exact');
    return {
      paragraph,
      report: reportOf(view, first),
      score: scores.get(first)!,
      highlights: matcher
        .places(first)
        .map(({ start, end }): [number, number] => [tokens[start]!.start, tokens[end - 1]!.end]),
      ...(groups
        ? { places: group.toSorted((a, b) => a - b).map((each) => placeOf(view, each, stored.get(each)!)) }
        : {}),
    };
  });
}

function read({ reader, table }: SearchView, paragraphs: readonly number[]): StoredParagraph[] {
  const stored = reader.paragraphsByRow(paragraphs.map((paragraph) => table.rowOf(paragraph)));
  if (stored.length !== paragraphs.length)
    throw new StoreError(
      'damaged',
      'the index refers to a paragraph that is not stored: run "siyagha verify"',
    );
  return stored;
}

function scoresOf({ paragraphs, scores }: Ranking, shown: readonly number[][]): Map<number, number> {
  const wanted = new Set(shown.map(([first]) => first));
  const found = new Map<number, number>();
  for (let i = 0; i < paragraphs.length && found.size < wanted.size; i += 1) {
    if (wanted.has(paragraphs[i]!)) found.set(paragraphs[i]!, scores[i]!);
  }
  return found;
}

function reportOf({ table }: SearchView, paragraph: number): SearchPlace['report'] {
  const report = table.reports[table.reportOf(paragraph)]!;
  return { id: report.id, symbol: report.symbol, year: yearOf(report) };
}

function placeOf(view: SearchView, paragraph: number, stored: StoredParagraph): SearchPlace {
  const { id, number, label, part } = stored;
  return { paragraph: id, report: reportOf(view, paragraph), number, label, part };
}
