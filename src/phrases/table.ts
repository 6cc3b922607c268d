/**
 * The reports of a collection at one epoch and the numbering that answers use. *Report numbers* follow
 * `StoreReader.countedReports()`, *paragraph numbers* 0…count-1 go through the reports in that order and through each
 * in reading order, and so do *positions*, with one separator after each paragraph.
 */
import { type ParagraphKind, paragraphId, paragraphKinds, type ReportSummary } from '../report/index.ts';
import { lowerBound } from './numbers.ts';
import type { Segment } from './segment/segment.ts';

/** Where each report is: its segment's index in the list of segments, and its number there. */
export interface ReportPlaces {
  segmentOf: Uint16Array;
  localOf: Uint32Array;
}

export class ParagraphTable {
  readonly epoch: number;
  /** In `StoreReader.countedReports()` order; a report's index here is its report number. */
  readonly reports: readonly ReportSummary[];
  readonly segments: readonly Segment[];
  /** Count of paragraphs. */
  readonly count: number;
  /** First paragraph number, and first position, of each report; one entry more than reports. */
  readonly firstOf: Uint32Array;
  readonly startOf: Uint32Array;
  /** Number of tokens of each report, and of all. */
  readonly reportTokens: Uint32Array;
  readonly tokenCount: number;
  /** Index of each report's segment in `segments`, and its number there. */
  readonly segmentOf: Uint16Array;
  readonly localOf: Uint32Array;
  /** The same object for all tables of one state of the collection: what belongs to the state is cached on it. */
  readonly state: object;
  /** Report number of each report's id. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** Report of every 64th paragraph. */
  private readonly reportOf64: Uint32Array;
  private rows: RowIndex | null = null;

  /** @param whole what is true of all paragraphs, if the segments contain only some of them */
  constructor(
    epoch: number,
    reports: readonly ReportSummary[],
    segments: readonly Segment[],
    { segmentOf, localOf }: ReportPlaces,
    whole: Partial<Pick<ParagraphTable, 'reportTokens' | 'tokenCount' | 'numberOf' | 'state'>> = {},
  ) {
    this.epoch = epoch;
    this.reports = reports;
    this.segments = segments;
    this.firstOf = new Uint32Array(reports.length + 1);
    this.startOf = new Uint32Array(reports.length + 1);
    const reportTokens = new Uint32Array(reports.length);
    this.segmentOf = segmentOf;
    this.localOf = localOf;
    let position = 0;
    for (let report = 0; report < reports.length; report += 1) {
      const { firstOf, startOf } = segments[segmentOf[report]!]!;
      const local = localOf[report]!;
      const paragraphs = firstOf[local + 1]! - firstOf[local]!;
      const positions = startOf[local + 1]! - startOf[local]!;
      position += positions;
      if (position > 0xffffffff)
        throw new RangeError('more than 4,294,967,295 words: too many for one collection');
      this.firstOf[report + 1] = this.firstOf[report]! + paragraphs;
      this.startOf[report + 1] = position;
      reportTokens[report] = positions - paragraphs;
    }
    this.count = this.firstOf[reports.length]!;
    this.state = whole.state ?? this;
    this.reportTokens = whole.reportTokens ?? reportTokens;
    this.tokenCount = whole.tokenCount ?? this.reportTokens.reduce((sum, tokens) => sum + tokens, 0);
    this.numberOf = whole.numberOf ?? new Map(reports.map((report, number) => [report.id, number]));
    this.reportOf64 = new Uint32Array((this.count >>> 6) + 1);
    let report = 0;
    for (let block = 0; block < this.reportOf64.length; block += 1) {
      while (report + 1 < reports.length && this.firstOf[report + 1]! <= block << 6) report += 1;
      this.reportOf64[block] = report;
    }
  }

  /** Count of the paragraphs of the collection, even if the segments contain only some of them. */
  get countOfAll(): number {
    return this.count;
  }

  /** Relative place of a paragraph in its report, 0…1. */
  placeOf(paragraph: number): number {
    const report = this.reportOf(paragraph);
    const [first, end] = [this.firstOf[report]!, this.firstOf[report + 1]!];
    return (paragraph - first) / (end - first);
  }

  /** Report number of a paragraph. */
  reportOf(paragraph: number): number {
    let report = this.reportOf64[paragraph >>> 6]!;
    while (this.firstOf[report + 1]! <= paragraph) report += 1;
    return report;
  }

  /** Report number of a position. */
  reportAt(position: number): number {
    return lowerBound(this.startOf, position + 1, 0, this.reports.length) - 1;
  }

  /** Index into `paragraphKinds` of a paragraph. */
  kindOf(paragraph: number): number {
    const report = this.reportOf(paragraph);
    return this.segmentOfReport(report).kindOf.at(this.localParagraph(report, paragraph));
  }

  /** Row in the store of a paragraph. */
  rowOf(paragraph: number): number {
    const report = this.reportOf(paragraph);
    return this.segmentOfReport(report).rowOf.at(this.localParagraph(report, paragraph));
  }

  /** Paragraph number of a row in the store; -1 if the row is not a paragraph here. */
  paragraphOfRow(row: number): number {
    this.rows ??= new RowIndex(this);
    return this.rows.paragraph(row);
  }

  kind(paragraph: number): ParagraphKind {
    return paragraphKinds[this.kindOf(paragraph)] ?? 'other';
  }

  id(paragraph: number): string {
    const report = this.reportOf(paragraph);
    return paragraphId(this.reports[report]!.id, paragraph - this.firstOf[report]! + 1);
  }

  /** -1 if unknown. */
  number(id: string): number {
    const colon = id.lastIndexOf(':');
    const report = this.numberOf.get(id.slice(0, Math.max(colon, 0)));
    const ordinal = id.slice(colon + 1);
    if (report === undefined || !/^[1-9][0-9]{0,9}$/.test(ordinal)) return -1;
    return this.paragraphOf(report, Number(ordinal));
  }

  /** The paragraph with an ordinal in a report (by number); -1 if there is none. */
  paragraphOf(report: number, ordinal: number): number {
    const paragraph = this.firstOf[report]! + ordinal - 1;
    return paragraph < this.firstOf[report + 1]! ? paragraph : -1;
  }

  /** -1 if unknown. */
  reportNumber(id: string): number {
    return this.numberOf.get(id) ?? -1;
  }

  segmentOfReport(report: number): Segment {
    return this.segments[this.segmentOf[report]!]!;
  }

  /** A paragraph of a report, in its segment's numbering. */
  localParagraph(report: number, paragraph: number): number {
    return paragraph - this.paragraphShiftOf(report);
  }

  /** Offset added to a paragraph number of the report's segment to get the collection's. */
  paragraphShiftOf(report: number): number {
    return this.firstOf[report]! - this.segmentOfReport(report).firstOf[this.localOf[report]!]!;
  }

  /** Offset added to a position of the report's segment to get the collection's. */
  shiftOf(report: number): number {
    return this.startOf[report]! - this.segmentOfReport(report).startOf[this.localOf[report]!]!;
  }

  /** Position of a paragraph's first token. */
  tokenStart(paragraph: number): number {
    const report = this.reportOf(paragraph);
    const { tokenStart } = this.segmentOfReport(report);
    return tokenStart.at(this.localParagraph(report, paragraph)) + this.shiftOf(report);
  }

  /** Count of a paragraph's tokens. */
  lengthOf(paragraph: number): number {
    const report = this.reportOf(paragraph);
    const { tokenStart } = this.segmentOfReport(report);
    const local = this.localParagraph(report, paragraph);
    return tokenStart.at(local + 1) - 1 - tokenStart.at(local);
  }

  /** Paragraph number that contains a position. */
  paragraphAt(position: number): number {
    const report = this.reportAt(position);
    return this.paragraphIn(report, position - this.shiftOf(report));
  }

  /** Paragraph number of a position in the report's segment. */
  paragraphIn(report: number, local: number): number {
    return this.segmentOfReport(report).paragraphAt(local) + this.paragraphShiftOf(report);
  }
}

/** Reports by the row of their first paragraph: the store gives a report's paragraphs consecutive rows. */
class RowIndex {
  private readonly table: ParagraphTable;
  private readonly byRow: Uint32Array;
  private readonly firstRow: Uint32Array;

  constructor(table: ParagraphTable) {
    this.table = table;
    const { firstOf } = table;
    const filled = [...table.reports.keys()].filter((report) => firstOf[report + 1]! > firstOf[report]!);
    const rows = new Map(filled.map((report) => [report, table.rowOf(firstOf[report]!)]));
    filled.sort((a, b) => rows.get(a)! - rows.get(b)!);
    this.byRow = Uint32Array.from(filled);
    this.firstRow = Uint32Array.from(filled, (report) => rows.get(report)!);
  }

  paragraph(row: number): number {
    const { table, byRow, firstRow } = this;
    const at = lowerBound(firstRow, row + 1) - 1;
    if (at < 0) return -1;
    const report = byRow[at]!;
    const first = table.firstOf[report]!;
    const end = table.firstOf[report + 1]!;
    const expected = first + row - firstRow[at]!;
    if (expected < end && table.rowOf(expected) === row) return expected;
    for (let paragraph = first; paragraph < end; paragraph += 1)
      if (table.rowOf(paragraph) === row) return paragraph;
    return -1;
  }
}
