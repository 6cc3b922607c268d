/** The paragraph table: which paragraph belongs to which report, in numbers. */
import { type ParagraphKind, paragraphId, paragraphKinds, type Report } from '../report/index.ts';
import type { ScannedParagraph } from '../store/types.ts';
import type { ParagraphTable, ScannedReader } from './types.ts';

/** The columns of a table; what a file holds of it. */
export interface ParagraphColumns {
  reportOf: Uint32Array;
  firstOf: Uint32Array;
  kindOf: Uint8Array;
  rowOf: Uint32Array;
}

/**
 * Reads the paragraphs of all reports once, in the reader's order. `each` sees every paragraph, in order.
 * Throws when the reader's ordinals are not 1, 2, 3… inside a report: ids could not be told from numbers then.
 */
export function buildParagraphTable(
  reader: ScannedReader,
  each: (paragraph: ScannedParagraph) => void = () => {},
): ParagraphTable {
  const reports = reader.countedReports();
  const count = reports.reduce((sum, report) => sum + report.paragraphs, 0);
  const columns: ParagraphColumns = {
    reportOf: new Uint32Array(count),
    firstOf: new Uint32Array(reports.length + 1),
    kindOf: new Uint8Array(count),
    rowOf: new Uint32Array(count),
  };
  let report = -1;
  let at = 0;
  for (const paragraph of reader.scan()) {
    while (report < 0 || reports[report]!.id !== paragraph.report) {
      report += 1;
      if (report >= reports.length)
        throw new Error(`report ${paragraph.report} is out of order in the store`);
      columns.firstOf[report] = at;
    }
    if (paragraph.ordinal !== at - columns.firstOf[report]! + 1 || at >= count) {
      throw new Error(`paragraph ${paragraph.report}:${paragraph.ordinal} is out of order in the store`);
    }
    columns.reportOf[at] = report;
    columns.kindOf[at] = paragraphKinds.indexOf(paragraph.kind);
    columns.rowOf[at] = paragraph.row;
    each(paragraph);
    at += 1;
  }
  if (at !== count) throw new Error(`the store holds ${at} paragraphs, its reports say ${count}`);
  columns.firstOf.fill(count, report + 1);
  return paragraphTable(reader.epoch, reports, columns);
}

/** A table from its columns, as read from a file or made by a worker. */
export function paragraphTable(
  epoch: number,
  reports: readonly Report[],
  columns: ParagraphColumns,
): ParagraphTable {
  const { reportOf, firstOf, kindOf, rowOf } = columns;
  const numbers = new Map(reports.map((report, number) => [report.id, number]));
  return {
    epoch,
    reports,
    count: reportOf.length,
    reportOf,
    firstOf,
    kindOf,
    rowOf,
    id(paragraph) {
      const report = reportOf[paragraph]!;
      return paragraphId(reports[report]!.id, paragraph - firstOf[report]! + 1);
    },
    number(id) {
      const colon = id.lastIndexOf(':');
      const report = numbers.get(id.slice(0, Math.max(colon, 0)));
      const ordinal = id.slice(colon + 1);
      if (report === undefined || !/^[1-9][0-9]{0,9}$/.test(ordinal)) return -1;
      const paragraph = firstOf[report]! + Number(ordinal) - 1;
      return paragraph < firstOf[report + 1]! ? paragraph : -1;
    },
    reportNumber: (id) => numbers.get(id) ?? -1,
    kind: (paragraph): ParagraphKind => paragraphKinds[kindOf[paragraph]!] ?? 'other',
  };
}
