/** Which paragraphs of the reader are in view. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface InSight {
  first: number;
  last: number;
}

/** Just below the position of a paragraph that was scrolled to the top (`scroll-padding`), in CSS pixels. */
const topEdge = 24;

const ordinalOf = (element: Element): number =>
  Number(element.id.slice(1) || element.getAttribute('data-first') || 0);

/** The first of the children, which are in order, whose lower edge is below `y`. */
function childAt(children: HTMLCollection, y: number): Element {
  let [low, high] = [0, children.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (children[middle]!.getBoundingClientRect().bottom > y) high = middle;
    else low = middle + 1;
  }
  return children[low]!;
}

/** The ordinal of the paragraph at `y`; 0 if there is none. */
function ordinalAt(article: Element, y: number): number {
  const part = childAt(article.children, y);
  return part.children.length === 0 ? 0 : ordinalOf(childAt(part.children, y));
}

/** The ordinal of the first paragraph in view; 0 if there is none. Measured now, not at the last scroll. */
export function firstInSight(within: HTMLElement | null): number {
  const article = within?.querySelector('.report');
  return article?.firstElementChild ? ordinalAt(article, topEdge) : 0;
}

/** @param within the element that holds the article; `of` changes when the article does */
export function useInSight(within: RefObject<HTMLElement | null>, of: unknown): InSight | null {
  const [inSight, setInSight] = useState<InSight | null>(null);
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const article = within.current?.querySelector('.report');
      if (!article?.firstElementChild) return;
      const first = ordinalAt(article, topEdge);
      const last = ordinalAt(article, innerHeight);
      setInSight((before) => (before?.first === first && before.last === last ? before : { first, last }));
    };
    const moved = () => {
      asked ||= requestAnimationFrame(look);
    };
    moved();
    addEventListener('scroll', moved, { passive: true });
    addEventListener('resize', moved);
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener('scroll', moved);
      removeEventListener('resize', moved);
    };
  }, [of]);
  return inSight;
}
