/**
 * Ranges of several kinds over one text (a reference, an age, a doubtful word), which may cross, as a tree. Pure
 * functions.
 */

export interface Ranged<T> {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  value: T;
}

export type Node<T> = string | { value: T; inside: Node<T>[] };

/**
 * The text from `start` to `end` as a tree: ranges of the first layer contain pieces of ranges of the second, and so
 * on; if two cross, the one of the later layer is cut. Ranges of one layer are sorted and do not overlap.
 */
export function nested<T>(
  text: string,
  [layer, ...others]: readonly (readonly Ranged<T>[])[],
  start = 0,
  end = text.length,
): Node<T>[] {
  if (start >= end) return [];
  if (layer === undefined) return [text.slice(start, end)];
  const nodes: Node<T>[] = [];
  let at = start;
  for (const range of layer) {
    const from = Math.max(at, range.start);
    const to = Math.min(end, range.end);
    if (from >= to) continue;
    nodes.push(...nested(text, others, at, from));
    nodes.push({ value: range.value, inside: nested(text, others, from, to) });
    at = to;
  }
  nodes.push(...nested(text, others, at, end));
  return nodes;
}
