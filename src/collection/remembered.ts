/**
 * Caches what is derived from the list of reports and needed for nearly every question. The cache is attached to
 * the state of the collection and goes with it.
 */
import { LRUCache } from 'lru-cache';
import type { View } from './view.ts';

/**
 * Maximum number of cached filters per state: enough for a dashboard's filters, but not for everything anyone might
 * ask.
 */
const most = 64;

const ofStates = new WeakMap<object, LRUCache<string, object>>();

/** The result of `make` for the same kind and the same filter. Do not modify it. Errors are not cached. */
export function remembered<T extends object>(view: View, kind: string, filter: unknown, make: () => T): T {
  let known = ofStates.get(view.table.state);
  if (!known) {
    known = new LRUCache({ max: most });
    ofStates.set(view.table.state, known);
  }
  const key = `${kind} ${JSON.stringify(filter)}`;
  const before = known.get(key) as T | undefined;
  if (before) return before;
  const value = make();
  known.set(key, value);
  return value;
}
