/**
 * Which segments are made one. Each that stays is to be at least twice as large as all smaller ones together, so their
 * sizes triple: a collection of n words has about log₃(n / 32,000) of them, nine at 450 million, and a word is written
 * again about as often. (As the logarithmic method of J. L. Bentley and J. B. Saxe, 1980; tiers of Lucene's.)
 */

/** What the choice depends on: positions in all, and positions of reports that still count. */
export interface Sized {
  positions: number;
  live: number;
}

/** Smaller segments count as so large: they cost next to nothing to merge. */
const smallest = 32_768;
/** From this share of masked words on a segment is written again without them. */
const tooManyMasked = 0.25;

/** Those to merge now, in their order; none when all is well. One alone is rewritten without what is masked. */
export function toMerge<S extends Sized>(segments: readonly S[]): S[] {
  const bySize = [...segments].sort((a, b) => a.live - b.live);
  let sum = 0;
  let count = 0;
  let chosen = 0;
  for (const segment of bySize) {
    // The larger one stands while it is twice as large as all before it.
    if (count > 0 && Math.max(segment.live, smallest) < 2 * Math.max(sum, smallest)) chosen = count + 1;
    sum += segment.live;
    count += 1;
  }
  if (chosen > 0) {
    const set = new Set(bySize.slice(0, chosen));
    return segments.filter((segment) => set.has(segment));
  }
  const worn = bySize.find(({ positions, live }) => positions - live > tooManyMasked * positions);
  return worn ? [worn] : [];
}
