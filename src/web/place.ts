/**
 * Where the reader is, kept in the address so that every view can be linked to. The chosen series is part of it: it is
 * added to every link that does not name one itself (`address({ page: 'trends', q })`), and `*` stands for all series.
 */
import { useEffect, useState } from 'preact/hooks';
import { keepScroll, restoreScroll } from './scroll.ts';

export type Place = Readonly<Record<string, string>>;

export interface Here {
  place: Place;
  /** The part after `#`, without it. */
  fragment: string;
}

export { everySeries } from './query.ts';

let chosen = '';

/** The series added to links; empty until one is known. */
export const chosenSeries = (): string => chosen;

function read(): Here {
  const place = Object.fromEntries(new URLSearchParams(location.search));
  if (place.series) chosen = place.series;
  return { place, fragment: location.hash.slice(1) };
}

/** The address of a place, for links; empty values are left out. */
export function address(place: Place, fragment = ''): string {
  const whole = place.series === undefined ? { ...place, series: chosen } : place;
  const query = new URLSearchParams(Object.entries(whole).filter(([, value]) => value !== '')).toString();
  return `/${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
}

const moved = new EventTarget();

/** Goes to a place as a link would. */
export function go(place: Place, fragment = ''): void {
  follow(new URL(address(place, fragment), location.origin));
}

/** Corrects the address of the current view without a history entry. */
export function amend(place: Place): void {
  history.replaceState(history.state, '', address(place, location.hash.slice(1)));
  moved.dispatchEvent(new Event('moved'));
}

/**
 * The part of the address that says what a view is about; the rest (filters, order, number of entries) only adjusts it.
 */
const subjects = ['page', 'id', 'q', 'paragraph', 'base', 'other'];

function follow(url: URL): void {
  const before = new URLSearchParams(location.search);
  keepScroll();
  history.pushState(null, '', url);
  const sameView = subjects.every((name) => before.get(name) === url.searchParams.get(name));
  moved.dispatchEvent(new Event('moved'));
  if (!sameView && url.hash === '') scrollTo(0, 0);
}

/** The address of an HTML or SVG link (for links in charts). */
function addressOf(link: Element): URL | null {
  const href = link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
  return href === null || link.hasAttribute('download') ? null : new URL(href, location.href);
}

/** The current place, following links, the back and forward buttons and `go`. */
export function useHere(): Here {
  const [here, setHere] = useState(read);
  useEffect(() => {
    const changed = () => setHere(read());
    const popped = (event: PopStateEvent) => {
      changed();
      restoreScroll(event.state);
    };
    const clicked = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest('a');
      const plain =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!link || !plain || event.defaultPrevented || link.getAttribute('target')) return;
      const url = addressOf(link);
      if (url?.origin !== location.origin || url.pathname !== '/') return;
      event.preventDefault();
      follow(url);
    };
    addEventListener('popstate', popped);
    moved.addEventListener('moved', changed);
    document.addEventListener('click', clicked);
    return () => {
      removeEventListener('popstate', popped);
      moved.removeEventListener('moved', changed);
      document.removeEventListener('click', clicked);
    };
  }, []);
  return here;
}
