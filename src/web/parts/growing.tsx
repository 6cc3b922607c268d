/** A long list, drawn as far as it is read: the next part is added before its end comes into view. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { number } from '../language.ts';
import { say } from '../strings/index.ts';

/**
 * `children` draws the given items; `of` identifies the list: with another one, drawing starts over. The button below
 * is for keyboards, and for browsers without observers.
 */
export function Growing<T>({
  items,
  of = '',
  step = 100,
  onDemand = false,
  children,
}: {
  items: readonly T[];
  of?: string;
  step?: number;
  /** Whether more is drawn only on request. */
  onDemand?: boolean;
  children: (shown: readonly T[]) => ComponentChildren;
}) {
  const [state, setState] = useState({ of, count: step });
  const count = state.of === of ? state.count : step;
  const end = useRef<HTMLButtonElement>(null);
  const grow = () => setState({ of, count: count + step });
  const more = items.length > count;
  useEffect(() => {
    if (!more || onDemand || !end.current) return;
    const near = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && grow(),
      {
        rootMargin: '1200px',
      },
    );
    near.observe(end.current);
    return () => near.disconnect();
  }, [more, count, of]);
  return (
    <>
      {children(more ? items.slice(0, count) : items)}
      {more && (
        <button ref={end} type="button" class="more" onClick={grow}>
          {say('more')} ({number(items.length - count)})
        </button>
      )}
    </>
  );
}
