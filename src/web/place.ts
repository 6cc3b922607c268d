/** Where the reader is, kept in the address so that every view can be linked to. */
import { useEffect, useState } from 'preact/hooks';

export type Place = Readonly<Record<string, string>>;

const read = (): Place => Object.fromEntries(new URLSearchParams(location.search));

/** The address of a place, for links. */
export function address(place: Place, fragment = ''): string {
  const query = new URLSearchParams(Object.entries(place).filter(([, value]) => value !== '')).toString();
  return `/${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
}

/** Goes to a place; links inside the dashboard come here too. */
export function go(place: Place, fragment = ''): void {
  history.pushState(null, '', address(place, fragment));
  dispatchEvent(new PopStateEvent('popstate'));
}

export function usePlace(): Place {
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const changed = () => setPlace(read());
    const clicked = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest('a');
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
      if (!link || !plain || link.target !== '' || link.origin !== location.origin) return;
      if (link.pathname !== '/') return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      changed();
      if (link.hash === '') scrollTo(0, 0);
    };
    addEventListener('popstate', changed);
    document.addEventListener('click', clicked);
    return () => {
      removeEventListener('popstate', changed);
      document.removeEventListener('click', clicked);
    };
  }, []);
  return place;
}
