/** Where the reader is, kept in the address so that every view can be linked to. */
import { useEffect, useState } from 'preact/hooks';
import { keepScroll, restoreScroll } from './scroll.ts';

export type Place = Readonly<Record<string, string>>;

export interface Here {
  place: Place;
  /** What stands behind `#`, without it. */
  fragment: string;
}

const read = (): Here => ({
  place: Object.fromEntries(new URLSearchParams(location.search)),
  fragment: location.hash.slice(1),
});

/** The address of a place, for links; empty values are left out. */
export function address(place: Place, fragment = ''): string {
  const query = new URLSearchParams(Object.entries(place).filter(([, value]) => value !== '')).toString();
  return `/${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
}

const moved = new EventTarget();

/** Goes to a place as a link to it would. */
export function go(place: Place): void {
  follow(new URL(address(place), location.origin));
}

/** What a view is of; everything else in the address (filters, order, how many) only tunes it. */
const subjects = ['page', 'id', 'q', 'paragraph', 'base', 'other'];

function follow(url: URL): void {
  const before = new URLSearchParams(location.search);
  keepScroll();
  history.pushState(null, '', url);
  const sameView = subjects.every((name) => before.get(name) === url.searchParams.get(name));
  moved.dispatchEvent(new Event('moved'));
  if (!sameView && url.hash === '') scrollTo(0, 0);
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
      if (!link || !plain || event.defaultPrevented || link.target !== '') return;
      if (link.origin !== location.origin || link.pathname !== '/') return;
      event.preventDefault();
      follow(new URL(link.href));
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
