/** Simple ways to align two lists of paragraphs, as baselines. */
import { words } from 'arabic-normalizer';
import { diffArrays } from 'diff';
import type { Line } from './corpus.ts';

export interface PlainLink {
  base: number;
  other: number;
}

/** A line diff; inside a change, removed and added lines are paired in order. */
export function byLineDiff(base: readonly Line[], other: readonly Line[]): PlainLink[] {
  const links: PlainLink[] = [];
  let i = 0;
  let j = 0;
  let removed: number[] = [];
  for (const part of diffArrays(
    base.map((line) => line.text),
    other.map((line) => line.text),
  )) {
    const count = part.value.length;
    if (part.removed) {
      removed = Array.from({ length: count }, (_, k) => i + k);
      i += count;
    } else if (part.added) {
      for (let k = 0; k < count; k++)
        if (removed[k] !== undefined) links.push({ base: removed[k]!, other: j + k });
      removed = [];
      j += count;
    } else {
      for (let k = 0; k < count; k++) links.push({ base: i + k, other: j + k });
      removed = [];
      i += count;
      j += count;
    }
  }
  return links;
}

/** Repeatedly takes the pair with the greatest cosine of word counts, as long as it is at least `least`. */
export function byCosine(base: readonly Line[], other: readonly Line[], least = 0.3): PlainLink[] {
  const bags = (lines: readonly Line[]) =>
    lines.map((line) => {
      const counts = new Map<string, number>();
      for (const word of words(line.text)) counts.set(word, (counts.get(word) ?? 0) + 1);
      return { counts, length: Math.sqrt([...counts.values()].reduce((sum, n) => sum + n * n, 0)) };
    });
  const [left, right] = [bags(base), bags(other)];
  const pairs: (PlainLink & { cosine: number })[] = [];
  left.forEach((x, i) => {
    right.forEach((y, j) => {
      let dot = 0;
      for (const [word, n] of x.counts) dot += n * (y.counts.get(word) ?? 0);
      const cosine = dot / (x.length * y.length || 1);
      if (cosine >= least) pairs.push({ base: i, other: j, cosine });
    });
  });
  pairs.sort((x, y) => y.cosine - x.cosine);
  const usedBase = new Set<number>();
  const usedOther = new Set<number>();
  return pairs.filter(({ base: i, other: j }) => {
    if (usedBase.has(i) || usedOther.has(j)) return false;
    usedBase.add(i);
    usedOther.add(j);
    return true;
  });
}
