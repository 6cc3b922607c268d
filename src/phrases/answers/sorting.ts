/** The sort orders of a concordance: by time, by report, by the words on either side. */
import type { CollectionIndex } from '../collection-index.ts';
import type { Hits } from './hits.ts';

/**
 * `year`: reports in dated order (undated last), then reading order. `report`: reports by id, then reading order.
 * `before`, `before2`, `before3`: by the word before, then by the one before that, up to that many words outwards; then
 * as `year`. `after`… the same on the other side. Words are compared in the form of the match profile, by code unit, so
 * that spellings of one word stay together; a paragraph's edge comes before every word.
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

/** Indexes into `hits` from `from` to (not including) `to` in that order. */
export function sortedHits(
  index: CollectionIndex,
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
  // The least important key first: each sort keeps the order of the previous ones in ties.
  for (const key of keysOf(index, hits, sort).reverse()) order = stablySorted(order, key);
  return [...order.subarray(from, last)];
}

/** A sort key for each hit, most important one first. */
function keysOf(index: CollectionIndex, hits: Hits, sort: ConcordanceSort): ((hit: number) => number)[] {
  if (sort === 'report') {
    const place = placesById(index);
    return [(hit) => place[hits.reports[hit]!]!];
  }
  const words = Number(/\d$/.exec(sort)?.[0] ?? 1);
  const isBefore = sort.startsWith('before');
  return Array.from({ length: words }, (_, distance) => {
    const places = wordPlaces(index, wordsAt(index, hits, isBefore, distance));
    return (hit: number) => places[hit]!;
  });
}

/**
 * For each hit, the word (+ 1) at this distance outwards; 0 past the paragraph's edge, which is itself a 0 among the
 * tokens.
 */
function wordsAt(index: CollectionIndex, hits: Hits, isBefore: boolean, distance: number): Uint32Array {
  const { table } = index;
  return hits.starts.map((start, hit) => {
    const report = hits.reports[hit]!;
    const place = table.segmentOf[report]!;
    const { tokens } = index.parts[place]!.index;
    const step = isBefore ? -1 : 1;
    let position = (isBefore ? start - 1 : hits.ends[hit]!) - table.shiftOf(report);
    for (let i = 0; i < distance; i += 1) {
      if (tokens.at(position) === 0) return 0;
      position += step;
    }
    const token = tokens.at(position);
    return token === 0 ? 0 : index.sharedId(place, token - 1) + 1;
  });
}

/** Words (+ 1) as their rank in code-unit order; 0 comes first. */
function wordPlaces(index: CollectionIndex, words: Uint32Array): Uint32Array {
  const distinct = [...new Set(words)].filter((word) => word > 0);
  distinct.sort((a, b) => index.compareWords(a - 1, b - 1));
  const placeOf = new Map(distinct.map((word, place) => [word, place + 1]));
  return words.map((word) => placeOf.get(word) ?? 0);
}

/** The rank of each report among all by id, in code-unit order. */
function placesById({ table }: CollectionIndex): Uint32Array {
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
  // One number holds both: a key below 2^21 and an index below 2^32.
  const keys = new Float64Array(order.length);
  for (let place = 0; place < order.length; place += 1) keys[place] = key(order[place]!) * 2 ** 32 + place;
  keys.sort();
  const sorted = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place += 1) sorted[place] = order[keys[place]! % 2 ** 32]!;
  return sorted;
}
