/**
 * Long texts and tables drawn chunk after chunk over some frames, so that the beginning is read while the end is still
 * being drawn. All of it comes to stand in the page, so that it prints and the browser finds in it.
 */
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

interface Drawn<T> {
  items: readonly T[];
  of: readonly unknown[];
  content: VNode;
}

export interface Staged {
  /** In order; the same nodes again for what did not change, which costs nothing. */
  content: VNode[];
  /** How many chunks stand in the page. */
  drawn: number;
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, i) => one === b[i]);

/**
 * @param draw makes the node of a chunk, `index` its place among the chunks
 * @param of what `draw` depends on beside the items: where it changes all is drawn again, from the beginning on
 * @param least the item of this index is drawn at once, with all before it
 */
export function useStaged<T>(
  items: readonly T[],
  draw: (items: readonly T[], index: number) => VNode,
  of: readonly unknown[],
  { chunk, stage, least = -1 }: { chunk: number; stage: number; least?: number },
): Staged {
  const chunks = useMemo(() => {
    const count = Math.ceil(items.length / chunk);
    return Array.from({ length: count }, (_, index) => items.slice(index * chunk, (index + 1) * chunk));
  }, [items]);
  const kept = useRef<Drawn<T>[]>([]);
  const ready = Math.max(
    useStages(chunks.length, stage, [chunks, ...of]),
    Math.min(chunks.length, Math.floor(least / chunk) + 1),
  );
  // What is not at its turn yet stays as it was, or out.
  kept.current = chunks.slice(0, Math.max(ready, kept.current.length)).flatMap((list, index) => {
    const before = kept.current[index];
    if (before?.items === list && (same(before.of, of) || index >= ready)) return before;
    if (index >= ready) return [];
    return { items: list, of, content: draw(list, index) };
  });
  return { content: kept.current.map(({ content }) => content), drawn: ready };
}

/** How many of so many may be drawn: a few more each frame, from the first on whenever what they are of changes. */
function useStages(count: number, stage: number, of: readonly unknown[]): number {
  const first = Math.ceil(stage / 2);
  const [state, setState] = useState({ of, ready: first });
  const ready = same(of, state.of) ? state.ready : first;
  useEffect(() => {
    if (ready >= count) return;
    // Behind the next frame's painting.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const further = () => setState({ of, ready: ready + stage });
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(further);
    });
    // A page out of sight has no frames.
    const anyway = setTimeout(further, 250);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      clearTimeout(anyway);
    };
  }, [count, ready, ...of]);
  return Math.min(ready, count);
}
