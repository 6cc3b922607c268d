/** The reports of successive snapshots: in a large collection only those that changed in between are read. */
import type { Report } from '../report/index.ts';
import { compareDated } from './dated-order.ts';
import type { CommitPoint, StoreReader } from './types.ts';

/** If at least this share of the reports changed, all are read. */
const mostChanged = 0.25;

/** A reader that can say what changed, and read reports from the file. */
export interface ListReader extends Pick<StoreReader, 'epoch' | 'commit' | 'commitAt'> {
  /** Ids of the reports that changed after an epoch. */
  changedAfter(epoch: number): string[];
  /** All reports, or those with these ids, read now. */
  readReports(ids?: readonly string[]): Report[];
}

export class ReportList {
  #last: CommitPoint | null = null;
  #reports: readonly Report[] = [];

  /** All reports of the reader's commit, in order. Do not modify it: the next list is made from it. */
  of(reader: ListReader): readonly Report[] {
    const last = this.#last;
    const { epoch, commit } = reader;
    if (last?.commit === commit) return this.#reports;
    const isLater = last !== null && last.epoch < epoch && reader.commitAt(last.epoch) === last.commit;
    this.#reports = (isLater ? this.#after(last.epoch, reader) : null) ?? reader.readReports();
    // A list with unreadable reports is not in order, so the next one is read completely.
    this.#last = this.#reports.some(({ source }) => source.sha256 === '') ? null : { epoch, commit };
    return this.#reports;
  }

  /** Null if so much changed that nothing would be saved. */
  #after(epoch: number, reader: ListReader): Report[] | null {
    const changed = new Set(reader.changedAfter(epoch));
    if (changed.size > mostChanged * this.#reports.length) return null;
    const again = new Set(changed);
    // Reports with the same bytes refer to each other.
    for (const { id, duplicate_of: others } of this.#reports)
      if (others.some((other) => changed.has(other))) again.add(id);
    for (const { duplicate_of: others } of reader.readReports([...changed]))
      for (const other of others) again.add(other);
    const kept = this.#reports.filter(({ id }) => !again.has(id));
    return merged(kept, reader.readReports([...again]));
  }
}

/** Merges two lists in dated order, of which the second is short. */
function merged(many: readonly Report[], few: readonly Report[]): Report[] {
  const all: Report[] = [];
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
