/** A long list drawn as far as it is read: the next part comes before its end is in sight. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { number } from '../language.ts';
import { say } from '../strings/index.ts';

/**
 * `children` draws the items given; `of` says which list this is: another one begins anew. The button below is for the
 * keyboard, and for browsers that observe nothing.
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
  /** Whether more is drawn only when it is asked for. */
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
