/** The reports of one snapshot after another: in a large collection only those that changed between them are read. */
import type { Report } from '../report/index.ts';
import { compareDated } from './dated-order.ts';
import type { CommitPoint, StoreReader } from './types.ts';

/** From this share of changed reports on all are read. */
const mostChanged = 0.25;

/** A reader that can tell what changed, and read reports from the file. */
export interface ListReader extends Pick<StoreReader, 'epoch' | 'commit' | 'commitAt'> {
  /** Ids of the reports that changed after an epoch. */
  changedAfter(epoch: number): string[];
  /** All reports, or those of some ids, read now. */
  readReports(ids?: readonly string[]): Report[];
}

export class ReportList {
  #last: CommitPoint | null = null;
  #reports: readonly Report[] = [];

  /** All reports of the reader's commit, in their order. Not to be changed: the next list is made from it. */
  of(reader: ListReader): readonly Report[] {
    const last = this.#last;
    const { epoch, commit } = reader;
    if (last?.commit === commit) return this.#reports;
    const isLater = last !== null && last.epoch < epoch && reader.commitAt(last.epoch) === last.commit;
    this.#reports = (isLater ? this.#after(last.epoch, reader) : null) ?? reader.readReports();
    // A list with reports that could not be read is not in order: the next one is read as a whole.
    this.#last = this.#reports.some(({ source }) => source.sha256 === '') ? null : { epoch, commit };
    return this.#reports;
  }

  /** Null where so much changed that nothing is saved. */
  #after(epoch: number, reader: ListReader): Report[] | null {
    const changed = new Set(reader.changedAfter(epoch));
    if (changed.size > mostChanged * this.#reports.length) return null;
    const again = new Set(changed);
    // Reports with the same bytes name each other.
    for (const { id, duplicate_of: others } of this.#reports)
      if (others.some((other) => changed.has(other))) again.add(id);
    for (const { duplicate_of: others } of reader.readReports([...changed]))
      for (const other of others) again.add(other);
    const kept = this.#reports.filter(({ id }) => !again.has(id));
    return merged(kept, reader.readReports([...again]));
  }
}

/** Two lists in dated order as one, the second a short one. */
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
