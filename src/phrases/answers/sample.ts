/**
 * A reproducible random sample: every occurrence gets a number that depends only on the seed and its place (report,
 * paragraph, word), and the lowest numbers are taken. So the order of the answer does not matter, and when a collection
 * grows, its sample changes only by what the new reports displace.
 */
import { crc32 } from 'node:zlib';
import type { CollectionIndex } from '../collection-index.ts';
import { lowerBound } from '../numbers.ts';
import type { Hits } from './hits.ts';

/** Up to `size` of the hits, in their order. */
export function drawSample(index: CollectionIndex, hits: Hits, size: number, seed: number): Hits {
  const count = hits.starts.length;
  if (count <= size) return hits;
  const { table } = index;
  let report = -1;
  let ofReport = 0;
  const numbers = hits.starts.map((start, hit) => {
    if (hits.reports[hit] !== report) {
      report = hits.reports[hit]!;
      ofReport = mixed(crc32(table.reports[report]!.id), seed);
    }
    const paragraph = hits.paragraphs[hit]!;
    const ordinal = paragraph - table.firstOf[report]!;
    return mixed(mixed(ofReport, ordinal), start - table.tokenStart(paragraph));
  });
  const sorted = numbers.slice().sort();
  const highest = sorted[size - 1]!;
  // Of those tied at the highest number taken, the first ones.
  let ofHighest = size - lowerBound(sorted, highest);
  const taken = Uint32Array.from(numbers.keys()).filter((hit) => {
    if (numbers[hit]! === highest) ofHighest -= 1;
    return numbers[hit]! < highest || (numbers[hit]! === highest && ofHighest >= 0);
  });
  const pick = (list: Uint32Array) => taken.map((hit) => list[hit]!);
  return {
    starts: pick(hits.starts),
    ends: pick(hits.ends),
    reports: pick(hits.reports),
    paragraphs: pick(hits.paragraphs),
  };
}

/** 32 bits that depend on every bit of both (the finalizer of MurmurHash3, public domain). */
function mixed(a: number, b: number): number {
  let hash = (a ^ Math.imul(b + 0x9e3779b9, 0x85ebca6b)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
