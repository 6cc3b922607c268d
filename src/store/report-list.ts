/** The summaries of successive snapshots: in a large collection only those that changed in between are read. */
import type { ReportSummary } from '../report/index.ts';
import { compareDated } from './dated-order.ts';
import type { CommitPoint, StoreReader } from './types.ts';

/** If at least this share of the reports changed, all are read. */
const mostChanged = 0.25;

/** A reader that can say what changed, and read reports from the file. */
export interface ListReader extends Pick<StoreReader, 'epoch' | 'commit' | 'commitAt'> {
  /** Ids of the reports that changed after an epoch. */
  changedAfter(epoch: number): string[];
  /** All reports, or those with these ids, read now. */
  readSummaries(ids?: readonly string[]): Summaries;
}

export interface Summaries {
  /** In order; the lost ones last. */
  reports: ReportSummary[];
  /** Whether there are reports of which only the id could be read. */
  isDamaged: boolean;
}

export class ReportList {
  #last: CommitPoint | null = null;
  #reports: readonly ReportSummary[] = [];

  /** All reports of the reader's commit, in order. Do not modify it: the next list is made from it. */
  of(reader: ListReader): readonly ReportSummary[] {
    const last = this.#last;
    const { epoch, commit } = reader;
    if (last?.commit === commit) return this.#reports;
    const isLater = last !== null && last.epoch < epoch && reader.commitAt(last.epoch) === last.commit;
    const { reports, isDamaged } =
      (isLater ? this.#after(last.epoch, reader) : null) ?? reader.readSummaries();
    this.#reports = reports;
    // A list with lost reports is not in order, so the next one is read completely.
    this.#last = isDamaged ? null : { epoch, commit };
    return reports;
  }

  /** Null if so much changed that nothing would be saved. */
  #after(epoch: number, reader: ListReader): Summaries | null {
    const changed = new Set(reader.changedAfter(epoch));
    if (changed.size > mostChanged * this.#reports.length) return null;
    const kept = this.#reports.filter(({ id }) => !changed.has(id));
    const { reports, isDamaged } = reader.readSummaries([...changed]);
    return { reports: merged(kept, reports), isDamaged };
  }
}

/** Merges two lists in dated order, of which the second is short. */
function merged(many: readonly ReportSummary[], few: readonly ReportSummary[]): ReportSummary[] {
  const all: ReportSummary[] = [];
  let from = 0;
  for (const report of few) {
    let to = many.length;
    for (let low = from; low < to; ) {
      const middle = (low + to) >>> 1;
      if (compareDated(many[middle]!, report) < 0) low = middle + 1;
      else to = middle;
    }
    for (; from < to; from += 1) all.push(many[from]!);
    all.push(report);
  }
  for (; from < many.length; from += 1) all.push(many[from]!);
  return all;
}
