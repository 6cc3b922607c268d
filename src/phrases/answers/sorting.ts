/** The orders of a concordance: by time, by report, by the words on either side. */
import type { PhraseIndex } from '../types.ts';
import type { Hits } from './hits.ts';

/**
 * `year`: reports in dated order (undated last), then reading order. `report`: reports by id, then reading order.
 * `before`, `before2`, `before3`: by the word before, then by the one before that, up to so many words outwards; then
 * as `year`. `after`… the same on the other side. Words compare as the match profile has them, so that spellings of one
 * word stand together, letter by letter (by code unit); a paragraph's edge comes before every word.
 */
export const concordanceSorts = [
  'year',
  'report',
  'before',
  'before2',
  'before3',
  'after',
  'after2',
  'after3',
] as const;
export type ConcordanceSort = (typeof concordanceSorts)[number];

/** Places in `hits` from `from` to below `to` of that order. */
export function sortedHits(
  index: PhraseIndex,
  hits: Hits,
  sort: ConcordanceSort,
  from: number,
  to: number,
): number[] {
  const count = hits.starts.length;
  const last = Math.min(to, count);
  if (sort === 'year') return Array.from({ length: Math.max(0, last - from) }, (_, i) => from + i);
  let order = new Uint32Array(count);
  for (let hit = 0; hit < count; hit += 1) order[hit] = hit;
  // The least important key first: each sort keeps the order of those before it among equals.
  for (const key of keysOf(index, hits, sort).reverse()) order = stablySorted(order, key);
  return [...order.subarray(from, last)];
}

/** A number for each hit, the most important one first. */
function keysOf(index: PhraseIndex, hits: Hits, sort: ConcordanceSort): ((hit: number) => number)[] {
  if (sort === 'report') {
    const place = placesById(index);
    return [(hit) => place[hits.reports[hit]!]!];
  }
  const words = Number(/\d$/.exec(sort)?.[0] ?? 1);
  const { tokens } = index;
  const isBefore = sort.startsWith('before');
  /** The word so far outwards; 0 past the paragraph's edge, which is itself a 0 among the tokens. */
  const key = (hit: number, distance: number): number => {
    const step = isBefore ? -1 : 1;
    let position = isBefore ? hits.starts[hit]! - 1 : hits.ends[hit]!;
    for (let i = 0; i < distance; i += 1) {
      if ((tokens[position] ?? 0) === 0) return 0;
      position += step;
    }
    return tokens[position] ?? 0;
  };
  return Array.from({ length: words }, (_, distance) => (hit: number) => key(hit, distance));
}

/** Each report's place among all by id, in code-unit order. */
function placesById({ table }: PhraseIndex): Uint32Array {
  const places = new Uint32Array(table.reports.length);
  const { reports } = table;
  [...reports.keys()]
    .sort((a, b) => (reports[a]!.id < reports[b]!.id ? -1 : 1))
    .forEach((report, place) => {
      places[report] = place;
    });
  return places;
}

function stablySorted(order: Uint32Array, key: (hit: number) => number): Uint32Array<ArrayBuffer> {
  // One number holds both: a key below 2^21 more than any place below 2^32.
  const keys = new Float64Array(order.length);
  for (let place = 0; place < order.length; place += 1) keys[place] = key(order[place]!) * 2 ** 32 + place;
  keys.sort();
  const sorted = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place += 1) sorted[place] = order[keys[place]! % 2 ** 32]!;
  return sorted;
}
