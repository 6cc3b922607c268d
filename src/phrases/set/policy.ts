/**
 * Which segments to merge. Each remaining one should be at least twice as large as all smaller ones together, so sizes
 * triple: a collection of n words has about log₃(n / 32,000) segments, nine at 450 million, and a word is rewritten
 * about as often. (Like the logarithmic method of J. L. Bentley and J. B. Saxe, 1980, and Lucene's tiers.)
 */

/** What the choice depends on: positions in total, and positions of reports that still count. */
export interface Sized {
  positions: number;
  live: number;
}

/** Smaller segments count as this large: merging them costs next to nothing. */
const smallest = 32_768;
/** From this share of masked words, a segment is rewritten without them. */
const tooManyMasked = 0.25;

/**
 * The segments to merge now, in order; none if no merge is needed. A single one is rewritten without what is masked.
 */
export function toMerge<S extends Sized>(segments: readonly S[]): S[] {
  const bySize = [...segments].sort((a, b) => a.live - b.live);
  let sum = 0;
  let count = 0;
  let chosen = 0;
  for (const segment of bySize) {
    // The larger one stays if it is twice as large as all before it.
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
