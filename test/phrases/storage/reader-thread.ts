/**
 * A thread of the cache's test: reads at random positions through the shared cache and checks every value against its
 * pattern.
 */
import { parentPort, workerData } from 'node:worker_threads';
import {
  type Column,
  openSegmentFile,
  PageCache,
  type SegmentSource,
  type SharedPageCache,
} from '../../../src/phrases/storage/index.ts';
import { patternAt } from './pattern.ts';

export interface ReaderTask {
  cache: SharedPageCache;
  segments: { source: SegmentSource; seed: number }[];
  reads: number;
  random: number;
}

export interface ReaderReport {
  wrong: string[];
  misses: number;
}

const { cache: shared, segments, reads, random } = workerData as ReaderTask;
const cache = PageCache.over(shared);
const masks = { u8: 0xff, u16: 0xffff, u32: 0xffffffff };
const columns = segments.flatMap(({ source, seed }) => {
  const segment = openSegmentFile(source, { cache });
  return Object.entries(masks).map(([name, mask]) => ({ column: segment.column(name), seed, mask }));
});

const wrong: string[] = [];
function hold(column: Column, i: number, got: number, wanted: number): void {
  if (got !== wanted && wrong.length < 10)
    wrong.push(`${column.width} bytes, at ${i}: ${got}, not ${wanted}`);
}

let state = random;
function next(below: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

for (let read = 0; read < reads; read += 1) {
  const { column, seed, mask } = columns[next(columns.length)]!;
  const i = next(column.length);
  if (read % 16 === 0) {
    const values = column.slice(i, Math.min(column.length, i + 3000));
    values.forEach((value, k) => {
      hold(column, i + k, value, (patternAt(i + k, seed) & mask) >>> 0);
    });
  } else {
    // A run of neighbouring values, during which others evict the page.
    for (let k = i; k < Math.min(column.length, i + 40); k += 1) {
      hold(column, k, column.at(k), (patternAt(k, seed) & mask) >>> 0);
    }
  }
}
parentPort!.postMessage({ wrong, misses: cache.counters.misses } satisfies ReaderReport);
