/**
 * What is derived from the list of reports and needed for nearly every question. A view's table stands for
 * one state of the collection, so it is remembered beside the table, and goes with it.
 */
import { LRUCache } from 'lru-cache';
import type { View } from './view.ts';

/** Questions' filters that are remembered of one state: a dashboard's few, not everything that anybody asks. */
const most = 64;

const ofTables = new WeakMap<View['table'], LRUCache<string, object>>();

/** What `make` gave for the same kind of thing and the same filter. Not to be changed. What it throws is not remembered. */
export function remembered<T extends object>(view: View, kind: string, filter: unknown, make: () => T): T {
  let known = ofTables.get(view.table);
  if (!known) {
    known = new LRUCache({ max: most });
    ofTables.set(view.table, known);
  }
  const key = `${kind} ${JSON.stringify(filter)}`;
  const before = known.get(key) as T | undefined;
  if (before) return before;
  const value = make();
  known.set(key, value);
  return value;
}
