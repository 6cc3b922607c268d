/**
 * Draws long texts and tables in chunks over several frames, so that the beginning can be read while the end is still
 * being drawn. In the end everything is in the page, so that it can be printed and searched.
 */
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

interface Drawn<T> {
  items: readonly T[];
  of: readonly unknown[];
  content: VNode;
}

export interface Staged {
  /** In order; unchanged items keep the same nodes, which costs nothing. */
  content: VNode[];
  /** Number of chunks in the page. */
  drawn: number;
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, i) => one === b[i]);

/**
 * @param draw makes the node of a chunk; `index` is its position among the chunks
 * @param of what `draw` depends on besides the items; when it changes, everything is drawn again from the beginning
 * @param least the item with this index is drawn at once, with all before it
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
  // Chunks that are not due yet stay as they were, or out of the page.
  kept.current = chunks.slice(0, Math.max(ready, kept.current.length)).flatMap((list, index) => {
    const before = kept.current[index];
    if (before?.items === list && (same(before.of, of) || index >= ready)) return before;
    if (index >= ready) return [];
    return { items: list, of, content: draw(list, index) };
  });
  return { content: kept.current.map(({ content }) => content), drawn: ready };
}

/** How many chunks may be drawn: a few more each frame, starting over whenever their source changes. */
function useStages(count: number, stage: number, of: readonly unknown[]): number {
  const first = Math.ceil(stage / 2);
  const [state, setState] = useState({ of, ready: first });
  const ready = same(of, state.of) ? state.ready : first;
  useEffect(() => {
    if (ready >= count) return;
    // After the next frame is painted.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const further = () => setState({ of, ready: ready + stage });
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(further);
    });
    // A page in the background has no frames.
    const anyway = setTimeout(further, 250);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      clearTimeout(anyway);
    };
  }, [count, ready, ...of]);
  return Math.min(ready, count);
}
