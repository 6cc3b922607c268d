/**
 * The baseline for the suffix array: plain prefix doubling (Manber and Myers, 1993). Each round sorts all suffixes by
 * two ranks, with two passes of counting sort over everything, until all ranks differ.
 */
export function prefixDoubling(text: Int32Array, letters: number): Int32Array {
  const length = text.length;
  let rank: Int32Array<ArrayBufferLike> = text.slice();
  let next = new Int32Array(length);
  let order = new Int32Array(length);
  let ranks = letters;
  sortBy(Int32Array.from(text.keys()), (p) => text[p]!, ranks, order);
  for (let step = 1; ; step *= 2) {
    const second = (p: number) => (p + step < length ? rank[p + step]! + 1 : 0);
    const bySecond = new Int32Array(length);
    sortBy(order, second, ranks + 1, bySecond);
    const sorted = new Int32Array(length);
    sortBy(bySecond, (p) => rank[p]!, ranks, sorted);
    order = sorted;
    let name = 0;
    for (let i = 0; i < length; i += 1) {
      const p = order[i]!;
      const before = i === 0 ? -1 : order[i - 1]!;
      if (i > 0 && (rank[p] !== rank[before] || second(p) !== second(before))) name += 1;
      next[p] = name;
    }
    [rank, next] = [next, rank as Int32Array<ArrayBuffer>];
    ranks = name + 1;
    if (ranks === length) return order;
  }
}

function sortBy(items: Int32Array, key: (item: number) => number, keys: number, into: Int32Array): void {
  const starts = new Int32Array(keys + 1);
  for (const item of items) starts[key(item) + 1]! += 1;
  for (let k = 0; k < keys; k += 1) starts[k + 1]! += starts[k]!;
  for (const item of items) {
    const k = key(item);
    into[starts[k]!] = item;
    starts[k]! += 1;
  }
}
