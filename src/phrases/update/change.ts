/** What became of a collection: which reports stayed as they were, and the words of those that did not. */
import { words } from 'arabic-normalizer';
import { paragraphKinds, type Report } from '../../report/index.ts';
import type { StoreReader } from '../../store/types.ts';
import { type ParagraphColumns, paragraphTable } from '../table.ts';
import type { ParagraphTable } from '../types.ts';

export type ChangeReader = Pick<StoreReader, 'epoch' | 'countedReports' | 'paragraphs'>;

/** The paragraphs of the collection as it was. */
export interface OldParagraphs extends ParagraphColumns {
  /** Ids of its reports, in order. */
  ids: readonly string[];
  tokenStart: Uint32Array;
}

export interface FreshReport {
  report: number;
  /** Each paragraph's words under `exact`. */
  paragraphs: string[][];
}

export interface Change {
  table: ParagraphTable;
  tokenStart: Uint32Array;
  /** Old report number of each report; -1 for one that is new or other than before. */
  from: Int32Array;
  /** New report number of each old report; -1 for one that is gone or other now. */
  to: Int32Array;
  fresh: FreshReport[];
}

/** `changed`: ids of all reports that may differ (or be gone); only these are read. */
export function readChange(reader: ChangeReader, old: OldParagraphs, changed: ReadonlySet<string>): Change {
  const reports = reader.countedReports();
  const oldNumbers = new Map(old.ids.map((id, number) => [id, number]));
  const from = Int32Array.from(reports, (report) => {
    const oldNumber = changed.has(report.id) ? undefined : oldNumbers.get(report.id);
    return oldNumber !== undefined && sameSize(report, old, oldNumber) ? oldNumber : -1;
  });
  const to = new Int32Array(old.ids.length).fill(-1);
  for (const [number, oldNumber] of from.entries()) if (oldNumber >= 0) to[oldNumber] = number;

  const count = reports.reduce((sum, report) => sum + report.paragraphs, 0);
  const columns: ParagraphColumns = {
    reportOf: new Uint32Array(count),
    firstOf: new Uint32Array(reports.length + 1),
    kindOf: new Uint8Array(count),
    rowOf: new Uint32Array(count),
  };
  const tokenStart = new Uint32Array(count + 1);
  const fresh: FreshReport[] = [];
  let at = 0;
  for (const [number, report] of reports.entries()) {
    columns.firstOf[number] = at;
    const first = at;
    const oldNumber = from[number]!;
    if (oldNumber >= 0) {
      const oldFirst = old.firstOf[oldNumber]!;
      const oldEnd = old.firstOf[oldNumber + 1]!;
      columns.kindOf.set(old.kindOf.subarray(oldFirst, oldEnd), at);
      columns.rowOf.set(old.rowOf.subarray(oldFirst, oldEnd), at);
      const shift = tokenStart[at]! - old.tokenStart[oldFirst]!;
      for (let p = oldFirst; p < oldEnd; p += 1, at += 1) tokenStart[at + 1] = old.tokenStart[p + 1]! + shift;
    } else {
      const paragraphs: string[][] = [];
      for (const { kind, row, text } of reader.paragraphs(report.id)) {
        const found = words(text, 'exact');
        paragraphs.push(found);
        columns.kindOf[at] = paragraphKinds.indexOf(kind);
        columns.rowOf[at] = row;
        tokenStart[at + 1] = tokenStart[at]! + found.length + 1;
        at += 1;
      }
      fresh.push({ report: number, paragraphs });
    }
    columns.reportOf.fill(number, first, at);
    if (at - first !== report.paragraphs)
      throw new Error(`${report.id} has not the paragraphs that the store says`);
  }
  columns.firstOf[reports.length] = at;
  return { table: paragraphTable(reader.epoch, reports, columns), tokenStart, from, to, fresh };
}

/** A report that is not said to have changed and yet has another size is read anew. */
function sameSize({ paragraphs, words: tokens }: Report, old: OldParagraphs, number: number): boolean {
  const first = old.firstOf[number]!;
  const end = old.firstOf[number + 1]!;
  return end - first === paragraphs && old.tokenStart[end]! - old.tokenStart[first]! === tokens + paragraphs;
}

/**
 * Is following this change less work than building anew? Not when much of the collection is fresh, nor with
 * paragraphs so long that comparing suffixes one by one could take longer than sorting them all.
 */
export function worthFollowing({ fresh, tokenStart }: Change): boolean {
  let tokens = 0;
  let squares = 0;
  for (const { paragraphs } of fresh) {
    for (const { length } of paragraphs) {
      tokens += length;
      squares += length * length;
    }
  }
  return tokens * 4 <= tokenStart.at(-1)! && squares <= 1e8;
}
