/** The output of the tools of `bench/peers/compare.ts` for each pair of texts, and how it is interpreted. */

/** A piece of text in both texts, or in only one: jsdiff's form. */
export interface Part {
  value: string;
  added?: boolean;
  removed?: boolean;
}

export type Link = readonly [base: number, other: number];
export type Range = [start: number, end: number];

/** Letters that stayed, as ranges of the two texts. */
export interface Kept {
  base: Range[];
  other: Range[];
}

/**
 * A tool that says itself which paragraph became which returns `links`; for others this is derived from their parts.
 */
export type Answer = { ms: number } & ({ parts: Part[] } | { links: Link[]; kept: Kept | null });

/** Both texts as a tool's parts reproduce them. */
export const textsOf = (parts: readonly Part[]): [string, string] => [
  parts.flatMap(({ value, added }) => (added ? [] : [value])).join(''),
  parts.flatMap(({ value, removed }) => (removed ? [] : [value])).join(''),
];

export function keptOf(parts: readonly Part[]): Kept {
  const kept: Kept = { base: [], other: [] };
  let [i, j] = [0, 0];
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      kept.base.push([i, i + value.length]);
      kept.other.push([j, j + value.length]);
    }
    if (!added) i += value.length;
    if (!removed) j += value.length;
  }
  return kept;
}

/**
 * The paragraphs that have most in common according to a list of parts: each of `other` with one of `base`, if a third
 * of its letters are called equal.
 */
export function linksOf(parts: readonly Part[], base: readonly string[], other: readonly string[]): Link[] {
  const places = (texts: readonly string[]) =>
    texts.flatMap((text, i) => Array<number>(text.length + 1).fill(i));
  const [left, right] = [places(base), places(other)];
  const shared = new Map<number, Map<number, number>>();
  const kept = keptOf(parts);
  kept.base.forEach(([from, to], n) => {
    const start = kept.other[n]![0];
    for (let k = 0; k < to - from; k += 1) {
      const of = shared.get(right[start + k]!) ?? new Map<number, number>();
      const paragraph = left[from + k]!;
      shared.set(right[start + k]!, of.set(paragraph, (of.get(paragraph) ?? 0) + 1));
    }
  });
  return [...shared].flatMap(([to, from]): Link[] => {
    const [best] = [...from].sort((x, y) => y[1] - x[1]);
    // A few letters in common are not an answer.
    return best && best[1] >= 0.3 * other[to]!.length ? [[best[0], to]] : [];
  });
}
