/** Many threads on one cache: every value that any of them reads is right, whatever the others evict. */
import { Worker } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import { openSegmentFile, PageCache, type SegmentSource } from '../../../src/phrases/storage/index.ts';
import { newTarget, temporaryFolder, writeSections } from './files.ts';
import { patternAt, patterned } from './pattern.ts';
import type { ReaderReport, ReaderTask } from './reader-thread.ts';

const folder = temporaryFolder();

const segments = [3, 4].map((seed) => {
  const source = writeSections(newTarget(folder), {
    u8: patterned(1, 50_000, seed),
    u16: patterned(2, 50_000, seed),
    u32: patterned(4, 50_000, seed),
  });
  return { source, seed };
});

function read(task: ReaderTask): Promise<ReaderReport> {
  const tsx = import.meta.resolve('tsx/esm/api');
  const thread = new URL('./reader-thread.ts', import.meta.url).href;
  const start = `import('${tsx}').then((tsx) => { tsx.register(); return import('${thread}'); })`;
  return new Promise((done, failed) => {
    const worker = new Worker(start, { eval: true, workerData: task });
    worker.once('message', done);
    worker.once('error', failed);
  });
}

describe('four threads on a cache', () => {
  test.each([1, 2, 3, 8, 24, 512])('of %i pages', async (frames) => {
    const cache = PageCache.create(frames * 4096);
    const task = (random: number): ReaderTask => ({ cache: cache.shared, segments, reads: 8000, random });
    const reports = await Promise.all([1, 2, 3, 4].map((random) => read(task(random))));
    expect(reports.flatMap(({ wrong }) => wrong)).toEqual([]);
    // Each page is read at least once, and in a small cache again and again.
    const pages = 2 * (13 + 25 + 49);
    expect(cache.counters.misses).toBeGreaterThanOrEqual(frames < 100 ? 10 * pages : pages);
    // Nothing was left half done: this thread finds and fills every frame.
    const columns = segments.map(({ source }) => openSegmentFile(source, { cache }).column('u32'));
    for (let i = 0; i < 50_000; i += 1000) {
      columns.forEach((column, at) => {
        expect(column.at(i)).toBe(patternAt(i, segments[at]!.seed));
      });
    }
  });
});

test('the least recently used page is evicted', () => {
  const source: SegmentSource = writeSections(newTarget(folder), { values: patterned(4, 1024 * 20, 5) });
  const cache = PageCache.create(8 * 4096);
  const column = openSegmentFile(source, { cache }).column('values');
  const misses = (page: number) => {
    const before = cache.counters.misses;
    column.at(page * 1024);
    return cache.counters.misses - before;
  };
  // With the page of checksums that makes eight, read before they are full.
  for (let page = 0; page < 7; page += 1) misses(page);
  for (let page = 10; page < 20; page += 1) {
    expect([misses(0), misses(1)]).toEqual([0, 0]);
    expect(misses(page)).toBe(1);
  }
  expect(misses(5)).toBe(1);
});

test('a cache over the posted memory is the same cache', () => {
  const source = writeSections(newTarget(folder), { values: patterned(4, 5000, 6) });
  const cache = PageCache.create(1 << 20);
  openSegmentFile(source, { cache }).column('values').at(3000);
  const other = PageCache.over(structuredClone(cache.shared));
  openSegmentFile(source, { cache: other }).column('values').at(3000);
  expect(other.counters.misses).toBe(2);
});

test('a large setting takes no memory before it is used', () => {
  const before = process.memoryUsage.rss();
  const cache = PageCache.create(3 * 2 ** 30);
  expect(cache.bytes).toBe(3 * 2 ** 30);
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 << 20);
});

test('a setting larger than the process can allocate gives a smaller cache, which works', () => {
  const Real = SharedArrayBuffer;
  let given = 0;
  vi.stubGlobal(
    'SharedArrayBuffer',
    class extends Real {
      constructor(length: number) {
        if (length === 2 ** 28) given += 1;
        if (length === 2 ** 28 && given > 4) throw new RangeError('Array buffer allocation failed');
        super(length);
      }
    },
  );
  try {
    const cache = PageCache.create(2 ** 40);
    expect(cache.bytes).toBe(2 ** 30 - 2 ** 28);
    const source = writeSections(newTarget(folder), { values: patterned(4, 50_000, 7) });
    const column = openSegmentFile(source, { cache }).column('values');
    for (let i = 0; i < 50_000; i += 999) expect(column.at(i)).toBe(patternAt(i, 7));
  } finally {
    vi.unstubAllGlobals();
  }
});
