/** Recent and saved queries, kept in this browser only. */
import { useEffect, useState } from 'preact/hooks';
import type { Place } from './place.ts';

export interface Kept {
  place: Place;
  saved: boolean;
}

const key = 'queries';
/** Number of unsaved queries that are kept. */
const most = 12;
const changed = new EventTarget();

/** What makes two queries equal: the view and its subject, not how many results are shown. */
function identity({ limit: _, offset: __, ...place }: Place): string {
  return JSON.stringify(
    Object.entries(place)
      .filter(([, value]) => value !== '')
      .sort(),
  );
}

function read(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter(
      (one): one is Kept => typeof one?.place?.q === 'string' && typeof one.saved === 'boolean',
    );
  } catch {
    return [];
  }
}

function write(list: readonly Kept[]): void {
  let left = most;
  const kept = list.filter(({ saved }) => saved || left-- > 0);
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    return;
  }
  changed.dispatchEvent(new Event('changed'));
}

/** Moves an answered query to the top; a saved one stays saved. */
export function remember(place: Place): void {
  const list = read();
  const same = list.find((one) => identity(one.place) === identity(place));
  write([{ place, saved: same?.saved ?? false }, ...list.filter((one) => one !== same)]);
}

export function save(place: Place, saved: boolean): void {
  const list = read();
  const same = list.find((one) => identity(one.place) === identity(place));
  if (same) write(list.map((one) => (one === same ? { ...one, saved } : one)));
  else write([{ place, saved }, ...list]);
}

export const clearRecent = (): void => write(read().filter(({ saved }) => saved));

export const isSaved = (list: readonly Kept[], place: Place): boolean =>
  list.some((one) => one.saved && identity(one.place) === identity(place));

export function useQueries(): readonly Kept[] {
  const [list, setList] = useState(read);
  useEffect(() => {
    const update = () => setList(read());
    changed.addEventListener('changed', update);
    addEventListener('storage', update);
    return () => {
      changed.removeEventListener('changed', update);
      removeEventListener('storage', update);
    };
  }, []);
  return list;
}
