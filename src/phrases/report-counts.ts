/**
 * For every run of words that repeats, the number of distinct reports that hold it: Hui, "Color Set Size Problem
 * with Applications to String Matching" (CPM 1992), over LCP intervals instead of a suffix tree.
 *
 * Runs with the same occurrences are one LCP interval. Of its suffixes, one in each report is counted: the others
 * repeat the report of the suffix before them, and are taken off at the smallest interval that holds both.
 */
import { type Numbers, numbersUpTo } from './numbers.ts';

/**
 * The count of each interval stands at its *mark*: the first index inside it (its own first excluded) where `lcp`
 * is the interval's depth. 0 elsewhere. `reportAt`: report number of each suffix in order.
 */
export function reportCounts(lcp: Numbers, reportAt: Numbers, reports: number): Numbers {
  const suffixes = reportAt.length;
  const counts = numbersUpTo(reports, suffixes + 1);
  const lastOf = new Int32Array(reports).fill(-1);
  let top = 0;
  let capacity = 1024;
  let first = new Int32Array(capacity);
  let depth = new Int32Array(capacity);
  let mark = new Int32Array(capacity);
  let repeats = new Int32Array(capacity);
  for (let i = 0; i <= suffixes; i += 1) {
    const shared = i < suffixes ? lcp[i]! : 0;
    let start = i - 1;
    let carried = 0;
    while (depth[top]! > shared) {
      start = first[top]!;
      repeats[top]! += carried;
      carried = repeats[top]!;
      counts[mark[top]!] = i - start - carried;
      top -= 1;
    }
    if (depth[top]! < shared) {
      top += 1;
      if (top === capacity) {
        capacity *= 2;
        [first, depth, mark, repeats] = [first, depth, mark, repeats].map((stack) =>
          doubled(stack),
        ) as Stacks;
      }
      first[top] = start;
      depth[top] = shared;
      mark[top] = i;
      repeats[top] = carried;
    } else repeats[top]! += carried;
    if (i === suffixes) break;
    const report = reportAt[i]!;
    const last = lastOf[report]!;
    lastOf[report] = i;
    if (last < 0) continue;
    // The deepest open interval that holds the report's suffix before: starts grow with the stack.
    let low = 0;
    let high = top;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (first[middle]! <= last) low = middle;
      else high = middle - 1;
    }
    repeats[low]! += 1;
  }
  return counts;
}

type Stacks = [
  Int32Array<ArrayBuffer>,
  Int32Array<ArrayBuffer>,
  Int32Array<ArrayBuffer>,
  Int32Array<ArrayBuffer>,
];

function doubled(stack: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(stack.length * 2);
  larger.set(stack);
  return larger;
}
