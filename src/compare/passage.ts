/**
 * The part of a paragraph most similar to an anchor: the window with the maximum 2·LCS / (anchor + window), by
 * Dinkelbach's method for fractional programmes (1967) over a local alignment; exact.
 */
import { similarityOf } from './lcs.ts';
import { isAboutSame, type Sayings, sharedSaying } from './rarity.ts';

export interface Window {
  /** Tokens `from`…`to`, `to` exclusive. */
  from: number;
  to: number;
  common: number;
  similarity: number;
}

/**
 * The best window of `ids`, or undefined if no word is shared. In ties the earliest end, then the shortest. Time:
 * anchor·paragraph words, a few times over.
 * @param than only a window more similar than this is searched for
 */
export function bestWindow(
  anchor: Int32Array,
  ids: Int32Array,
  than?: { from: number; to: number; common: number },
): Window | undefined {
  let known = than;
  let best: Window | undefined;
  for (;;) {
    // Is there a window whose 2·common exceeds the best ratio's share of its length? In integers: ratio p/q.
    const p = known ? 2 * known.common : 0;
    const q = known ? anchor.length + known.to - known.from : 1;
    if (known && !mayExceed(anchor, ids, p, q)) return best;
    const found = heaviest(anchor, ids, 2 * q, p, p * (known ? anchor.length : 0));
    if (!found) return best;
    best = { ...found, similarity: similarityOf(found.common, anchor.length, found.to - found.from) };
    known = best;
  }
}

/**
 * Maximum length of an anchor for which all windows of a paragraph are tried if the best one shares too little content.
 */
const TRIED = 64;

/**
 * The best window among those about the same subject as the anchor; two particles in common are not enough. Usually it
 * is the best of all. If that one shares too little content, every window that could be half alike is tried, for
 * anchors of up to 64 words; a longer one can hardly be half alike and share so little.
 */
export function sayingWindow(
  anchor: Int32Array,
  ids: Int32Array,
  { says, enough }: Sayings,
): Window | undefined {
  const best = bestWindow(anchor, ids);
  if (!best) return undefined;
  const ofBest = sharedSaying(anchor, ids.subarray(best.from, best.to), says);
  if (isAboutSame(ofBest, enough)) return best;
  if (anchor.length > TRIED || !isAboutSame(sharedSaying(anchor, ids, says), enough)) return undefined;
  const { all, allWords } = ofBest;
  let found: Window | undefined;
  for (let from = 0; from < ids.length; from++) {
    if (!says.has(ids[from]!)) continue;
    const left = new Map<number, number>();
    for (const id of anchor) left.set(id, (left.get(id) ?? 0) + 1);
    const row = new Int32Array(anchor.length + 1);
    let shared = 0;
    let sharedWords = 0;
    // Half alike: a window with more than three times the anchor's words is not.
    for (let to = from + 1; to <= Math.min(ids.length, from + 3 * anchor.length); to++) {
      const id = ids[to - 1]!;
      const times = left.get(id);
      if (times === undefined) continue;
      left.set(id, times - 1);
      if (times > 0) {
        const worth = says.get(id) ?? 0;
        shared += worth;
        if (worth > 0) sharedWords++;
      }
      extend(row, anchor, id);
      if (!isAboutSame({ shared, all, sharedWords, allWords }, enough)) continue;
      const common = row[anchor.length]!;
      const similarity = similarityOf(common, anchor.length, to - from);
      if (!found || similarity > found.similarity) found = { from, to, common, similarity };
    }
  }
  return found;
}

/** One more word of the other side: `row[i]` is what it has in common, in order, with the anchor's first `i` words. */
function extend(row: Int32Array, anchor: Int32Array, id: number): void {
  let diagonal = 0;
  for (let i = 1; i < row.length; i++) {
    const above = row[i]!;
    row[i] = anchor[i - 1] === id ? diagonal + 1 : Math.max(above, row[i - 1]!);
    diagonal = above;
  }
}

/** Whether some window could exceed the ratio p/q if its words' order did not matter (Kadane's maximum run). */
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

/** The maximum similarity that `anchor` words can reach in a window if `common` of them are anywhere in a paragraph. */
export function windowBound(anchor: number, common: number): number {
  return similarityOf(common, anchor, common);
}

/** The window with the maximum `match`·common − `cost`·length, if that is more than `more`. */
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
      // Begin after this word; skip the anchor's word; leave this word unmatched; match it.
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
