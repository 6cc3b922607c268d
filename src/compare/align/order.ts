/** Which pairs moved: those outside the heaviest set of pairs that keeps the order of both sides. */

export interface Placed {
  base: number;
  other: number;
  /** Number of words in common. */
  weight: number;
}

/**
 * For each pair, whether it is in the order-preserving set: most words in common first, then earliest in `other`.
 * Heaviest increasing subsequence with a Fenwick tree of maxima, O(n log n).
 * @param pairs ascending in `other`, all distinct on both sides
 */
export function inOrderSet(pairs: readonly Placed[]): boolean[] {
  const ranks = rank(pairs.map((pair) => pair.base));
  const size = pairs.length;
  // best[p]: maximum weight of a chain that begins with p.
  const best = new Float64Array(size);
  const tree = new Float64Array(size + 2);
  for (let p = size - 1; p >= 0; p--) {
    const back = size - (ranks[p] as number); // greater base, smaller number
    let heaviest = 0;
    for (let at = back - 1; at > 0; at -= at & -at) heaviest = Math.max(heaviest, tree[at] as number);
    const weight = (pairs[p] as Placed).weight + heaviest;
    best[p] = weight;
    for (let at = back; at <= size; at += at & -at) if ((tree[at] as number) < weight) tree[at] = weight;
  }
  const kept = new Array<boolean>(size).fill(false);
  let remaining = 0;
  for (const weight of best) remaining = Math.max(remaining, weight);
  let last = -1;
  for (let p = 0; p < size; p++) {
    if ((ranks[p] as number) <= last || best[p] !== remaining) continue;
    kept[p] = true;
    last = ranks[p] as number;
    remaining -= (pairs[p] as Placed).weight;
  }
  return kept;
}

/** Rank of each value among all, from 0. */
function rank(values: readonly number[]): number[] {
  const sorted = values.map((value, at) => [value, at] as const).sort((x, y) => x[0] - y[0]);
  const ranks = new Array<number>(values.length).fill(0);
  sorted.forEach(([, at], position) => {
    ranks[at] = position;
  });
  return ranks;
}
