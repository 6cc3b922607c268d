/**
 * For every repeated run of words, the number of distinct reports that contain it: Hui, "Color Set Size Problem with
 * Applications to String Matching" (CPM 1992), over LCP intervals instead of a suffix tree.
 *
 * Runs with the same occurrences form one LCP interval. Of its suffixes, one per report is counted: the others repeat
 * the report of an earlier suffix, and are subtracted at the smallest interval that contains both.
 */
import { type Numbers, numbersUpTo } from './numbers.ts';

/**
 * The count of each interval is stored at its *mark*: the first index inside it (after its own first) where `lcp`
 * equals the interval's depth. 0 elsewhere. `reportAt`: report number of each suffix in order.
 */
export function reportCounts(lcp: Numbers, reportAt: Numbers, reports: number): Numbers {
  const counts = numbersUpTo(reports, reportAt.length + 1);
  const counter = new ReportCounter(reports, (mark, count) => {
    counts[mark] = count;
  });
  for (let i = 0; i < reportAt.length; i += 1) counter.push(lcp[i]!, reportAt[i]!);
  counter.end();
  return counts;
}

/** Takes suffixes one by one, in order, and reports each interval's mark and count. Memory: the open intervals. */
export class ReportCounter {
  private readonly tell: (mark: number, count: number) => void;
  private readonly lastOf: Int32Array;
  private at = 0;
  private top = 0;
  private capacity = 1024;
  private first = new Int32Array(this.capacity);
  private depth = new Int32Array(this.capacity);
  private mark = new Int32Array(this.capacity);
  private repeats = new Int32Array(this.capacity);

  constructor(reports: number, tell: (mark: number, count: number) => void) {
    this.tell = tell;
    this.lastOf = new Int32Array(reports).fill(-1);
  }

  /** @param shared number of words that the suffix shares with the previous one */
  push(shared: number, report: number): void {
    this.closeTo(shared);
    const i = this.at;
    this.at += 1;
    const last = this.lastOf[report]!;
    this.lastOf[report] = i;
    if (last < 0) return;
    // The deepest open interval that contains the report's previous suffix: starts grow with the stack.
    let low = 0;
    let high = this.top;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.first[middle]! <= last) low = middle;
      else high = middle - 1;
    }
    this.repeats[low]! += 1;
  }

  /** After the last suffix. */
  end(): void {
    this.closeTo(0);
  }

  /**
   * Closes the intervals that do not contain a suffix sharing this many words, and opens one for the words it does
   * share.
   */
  private closeTo(shared: number): void {
    const i = this.at;
    const { depth } = this;
    let start = i - 1;
    let carried = 0;
    while (depth[this.top]! > shared) {
      start = this.first[this.top]!;
      this.repeats[this.top]! += carried;
      carried = this.repeats[this.top]!;
      this.tell(this.mark[this.top]!, i - start - carried);
      this.top -= 1;
    }
    if (depth[this.top]! < shared) {
      this.top += 1;
      if (this.top === this.capacity) this.grow();
      this.first[this.top] = start;
      this.depth[this.top] = shared;
      this.mark[this.top] = i;
      this.repeats[this.top] = carried;
    } else this.repeats[this.top]! += carried;
  }

  private grow(): void {
    this.capacity *= 2;
    const doubled = (stack: Int32Array) => {
      const larger = new Int32Array(this.capacity);
      larger.set(stack);
      return larger;
    };
    this.first = doubled(this.first);
    this.depth = doubled(this.depth);
    this.mark = doubled(this.mark);
    this.repeats = doubled(this.repeats);
  }
}
