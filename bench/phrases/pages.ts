/**
 * What reading a column costs compared with a plain array: binary searches over sorted numbers, in memory and by page.
 * `npx tsx bench/phrases/pages.ts`. Ratios are medians over turns taken one after the other, and times are processor
 * time, so that a busy machine slows all equally.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Column,
  openSegmentFile,
  PageCache,
  SegmentWriter,
  type Values,
} from '../../src/phrases/storage/index.ts';
import { generator, onProcessor, quantile } from './timing.ts';

const length = 1 << 22;
const searches = 20_000;
const turns = 21;

const folder = mkdtempSync(join(tmpdir(), 'siyagha-pages-'));
const random = generator(11);
const sorted = { u8: new Uint8Array(length), u16: new Uint16Array(length), u32: new Uint32Array(length) };
for (let i = 0; i < length; i += 1) {
  sorted.u8[i] = Math.floor((i * 256) / length);
  sorted.u16[i] = Math.floor((i * 65_536) / length);
  sorted.u32[i] = i * 7;
}
const sought = Uint32Array.from({ length: searches }, () => random(length));

function searchArray(array: Values, value: number): number {
  let low = 0;
  let high = array.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (array[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function searchColumn(column: Column, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column.at(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const writer = new SegmentWriter({ path: join(folder, 'pages.segment'), number: 1 });
for (const [name, values] of Object.entries(sorted))
  writer.section(name, values.BYTES_PER_ELEMENT as 1, length).append(values);
const source = writer.finish({});

const large = PageCache.create(64 << 20);
const small = PageCache.create(8 * 4096);
const paged = openSegmentFile(source, { cache: large });
const missing = openSegmentFile(source, { cache: small });
const resident = openSegmentFile(source, { resident: true });

let sum = 0;

function nanoseconds(reads: number, work: () => number): () => number {
  return () => {
    const { ms, result } = onProcessor(work);
    sum += result;
    return (1e6 * ms) / reads;
  };
}

const steps = Math.log2(length) * searches;
const each = (find: (value: number) => number, values: Values) => () => {
  let found = 0;
  for (const at of sought) found += find(values[at]!);
  return found;
};

const works: Record<string, () => number> = {};
for (const [name, values] of Object.entries(sorted)) {
  const column = resident.column(name);
  // The same memory, so that only the access to it differs.
  const array = column.whole!;
  works[`array, ${name}: a step of a binary search`] = nanoseconds(
    steps,
    each((value) => searchArray(array, value), values),
  );
  works[`resident, ${name}: a step of a binary search`] = nanoseconds(
    steps,
    each((value) => searchColumn(column, value), values),
  );
}
const near = resident.column('u32').whole!;
works['array, u32: a random number'] = nanoseconds(searches, () => {
  let found = 0;
  for (const at of sought) found += near[at]!;
  return found;
});
const far = paged.column('u32');
works['paged, u32: a step of a binary search'] = nanoseconds(
  steps,
  each((value) => searchColumn(far, value), sorted.u32),
);
works['paged, u32: a random number, its page in the cache'] = nanoseconds(searches, () => {
  let found = 0;
  for (const at of sought) found += far.at(at);
  return found;
});
works['paged, u32: numbers in sequence'] = nanoseconds(length / 8, () => {
  let found = 0;
  for (let i = 0; i < length / 8; i += 1) found += far.at(i);
  return found;
});
const missed = missing.column('u32');
works['paged, u32: a random number, its page not in the cache'] = nanoseconds(2000, () => {
  let found = 0;
  for (const at of sought.subarray(0, 2000)) found += missed.at(at);
  return found;
});

const times = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
for (let turn = 0; turn < turns; turn += 1) {
  for (const [name, work] of Object.entries(works)) {
    const time = work();
    if (turn > 0) times.get(name)!.push(time);
  }
}
for (const [name, list] of times) {
  console.log(
    `${name.padEnd(62)} ${quantile(Float64Array.from(list).sort(), 0.5).toFixed(1).padStart(8)} ns`,
  );
}
for (const name of Object.keys(sorted)) {
  const ratios = times
    .get(`resident, ${name}: a step of a binary search`)!
    .map((time, i) => time / times.get(`array, ${name}: a step of a binary search`)![i]!);
  console.log(
    `ratio of resident to array, ${name}: ${quantile(Float64Array.from(ratios).sort(), 0.5).toFixed(2)}`,
  );
}
if (sum === 0) console.log('nothing was found');
rmSync(folder, { recursive: true });
