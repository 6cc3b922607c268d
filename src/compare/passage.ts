/**
 * The part of a paragraph most like an anchor: the window of greatest 2·LCS / (anchor + window), by Dinkelbach's
 * method for fractional programmes (1967) over a local alignment; exact.
 */
import { similarityOf } from './lcs.ts';

export interface Window {
  /** Tokens `from`…`to`, `to` exclusive. */
  from: number;
  to: number;
  common: number;
  similarity: number;
}

/**
 * The best window of `ids`, or undefined where no word is shared. Among equals the earliest end, then the shortest.
 * Time: anchor·paragraph words, a few times over.
 * @param than only a window more alike than this one is looked for
 */
export function bestWindow(
  anchor: Int32Array,
  ids: Int32Array,
  than?: { from: number; to: number; common: number },
): Window | undefined {
  let known = than;
  let best: Window | undefined;
  for (;;) {
    // Is there a window whose 2·common exceeds the best ratio's share of its length? In whole numbers: ratio p/q.
    const p = known ? 2 * known.common : 0;
    const q = known ? anchor.length + known.to - known.from : 1;
    if (known && !mayExceed(anchor, ids, p, q)) return best;
    const found = heaviest(anchor, ids, 2 * q, p, p * (known ? anchor.length : 0));
    if (!found) return best;
    best = { ...found, similarity: similarityOf(found.common, anchor.length, found.to - found.from) };
    known = best;
  }
}

/** Whether some window could exceed the ratio p/q if its words' order did not matter (Kadane's greatest run). */
function mayExceed(anchor: Int32Array, ids: Int32Array, p: number, q: number): boolean {
  const words = new Set(anchor);
  let run = 0;
  let most = 0;
  for (const id of ids) {
    run = Math.max(0, run) + (words.has(id) ? 2 * q - p : -p);
    if (run > most) most = run;
  }
  return most > p * anchor.length;
}

/** A greatest similarity that `anchor` words with `common` of them anywhere in a paragraph can reach in a window. */
export function windowBound(anchor: number, common: number): number {
  return similarityOf(common, anchor, common);
}

/** The window of greatest `match`·common − `cost`·length, where that is more than `more`. */
function heaviest(
  anchor: Int32Array,
  ids: Int32Array,
  match: number,
  cost: number,
  more: number,
): { from: number; to: number; common: number } | undefined {
  const rows = anchor.length;
  let value = new Float64Array(rows + 1);
  let start = new Int32Array(rows + 1);
  let count = new Int32Array(rows + 1);
  let nextValue = new Float64Array(rows + 1);
  let nextStart = new Int32Array(rows + 1);
  let nextCount = new Int32Array(rows + 1);
  let found: { from: number; to: number; common: number } | undefined;
  let greatest = more;
  for (let j = 0; j < ids.length; j++) {
    const id = ids[j];
    nextValue[0] = 0;
    nextStart[0] = j + 1;
    nextCount[0] = 0;
    for (let i = 1; i <= rows; i++) {
      // Begin behind this word; leave out the anchor's word; keep this word unmatched; match it.
      let v = 0;
      let s = j + 1;
      let c = 0;
      if (nextValue[i - 1]! > v) {
        v = nextValue[i - 1]!;
        s = nextStart[i - 1]!;
        c = nextCount[i - 1]!;
      }
      if (value[i]! - cost > v) {
        v = value[i]! - cost;
        s = start[i]!;
        c = count[i]!;
      }
      if (anchor[i - 1] === id) {
        const matched = value[i - 1]! + match - cost;
        const from = value[i - 1]! > 0 ? start[i - 1]! : j;
        if (matched > v || (matched === v && from > s)) {
          v = matched;
          s = from;
          c = value[i - 1]! > 0 ? count[i - 1]! + 1 : 1;
        }
      }
      nextValue[i] = v;
      nextStart[i] = s;
      nextCount[i] = c;
    }
    if (nextValue[rows]! > greatest) {
      greatest = nextValue[rows]!;
      found = { from: nextStart[rows]!, to: j + 1, common: nextCount[rows]! };
    }
    [value, nextValue] = [nextValue, value];
    [start, nextStart] = [nextStart, start];
    [count, nextCount] = [nextCount, count];
  }
  return found;
}
