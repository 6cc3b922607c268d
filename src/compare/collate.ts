/**
 * More than two reports side by side: an alignment table, built report by report (progressive alignment), each compared
 * with the newest text of every row so far.
 */
import { alignParagraphs } from './align/index.ts';
import { type CollateBody, type CollateCell, type ReportText, reportName } from './body.ts';
import { differenceOf } from './change.ts';
import type { CompareOptions } from './compare.ts';
import { CompareError } from './error.ts';
import { shippedLists } from './lists.ts';
import { type Prepared, prepare, sideOf } from './side.ts';
import { Vocabulary } from './vocabulary.ts';

export const MOST_COLLATED = 200;

interface Row {
  /** The newest text of the row. */
  newest: Prepared[];
  cells: (CollateCell | null)[];
}

/**
 * The alignment table of reports in the given order. A paragraph that merged two rows is in the first of them; one that
 * was split keeps its row, with several paragraphs in the cell.
 * @throws CompareError `too_many_reports` beyond 200
 */
export function collateReports(reports: readonly ReportText[], options: CompareOptions = {}): CollateBody {
  if (reports.length > MOST_COLLATED)
    throw new CompareError(
      'too_many_reports',
      `${reports.length} reports are too many: at most ${MOST_COLLATED} are collated at once`,
    );
  const vocabulary = new Vocabulary(options.lists ?? shippedLists, options.budget);
  let rows: Row[] = [];
  reports.forEach(({ paragraphs }, column) => {
    const next = paragraphs.map((paragraph) => prepare(paragraph, vocabulary));
    rows = addColumn(rows, next, column, vocabulary);
  });
  return {
    reports: reports.map(({ report }) => reportName(report)),
    rows: rows.map(({ cells }) => ({ cells })),
  };
}

function addColumn(rows: Row[], next: readonly Prepared[], column: number, vocabulary: Vocabulary): Row[] {
  const flat: Prepared[] = [];
  const rowOf: number[] = [];
  rows.forEach(({ newest }, r) => {
    for (const prepared of newest) {
      flat.push(prepared);
      rowOf.push(r);
    }
  });
  const placed = new Map<number, number[]>();
  const rowOfNext = new Int32Array(next.length).fill(-1);
  for (const link of alignParagraphs(flat, next, vocabulary)) {
    const r = rowOf[link.base[0] as number] as number;
    placed.set(r, [...(placed.get(r) ?? []), ...link.other]);
    for (const j of link.other) rowOfNext[j] = r;
  }
  for (const [r, row] of rows.entries()) {
    const others = placed.get(r)?.sort((x, y) => x - y);
    row.cells.push(
      others
        ? cellOf(
            row.newest,
            others.map((j) => next[j] as Prepared),
            vocabulary,
          )
        : null,
    );
    if (others) row.newest = others.map((j) => next[j] as Prepared);
  }
  // New paragraphs get their own rows, after the row of the previous paragraph.
  const behind = new Map<number, Row[]>();
  let place = -1;
  for (let j = 0; j < next.length; j++) {
    if (rowOfNext[j] !== -1) {
      place = rowOfNext[j] as number;
      continue;
    }
    const prepared = next[j] as Prepared;
    const cells: (CollateCell | null)[] = new Array<null>(column).fill(null);
    const row = { newest: [prepared], cells: [...cells, cellOf(undefined, [prepared], vocabulary)] };
    const list = behind.get(place);
    if (list) list.push(row);
    else behind.set(place, [row]);
  }
  return [...(behind.get(-1) ?? []), ...rows.flatMap((row, r) => [row, ...(behind.get(r) ?? [])])];
}

function cellOf(before: Prepared[] | undefined, paragraphs: Prepared[], vocabulary: Vocabulary): CollateCell {
  const cell: CollateCell = {
    paragraphs: paragraphs.map(({ paragraph }) => paragraph.id),
    text: paragraphs.map(({ paragraph }) => paragraph.text).join('\n'),
    change: null,
    similarity: null,
    doubtful: null,
    diff: [],
  };
  if (!before) return cell;
  const { change, similarity, doubtful, diff } = differenceOf(sideOf(before), sideOf(paragraphs), vocabulary);
  return { ...cell, change, similarity, doubtful, diff };
}
