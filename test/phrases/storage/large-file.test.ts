/** Files of more than 4 GB: numbers beyond that are read correctly. */
import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { openSegmentFile, PageCache } from '../../../src/phrases/storage/index.ts';
import { encodeOpening } from '../../../src/phrases/storage/layout.ts';
import { bytesOf, errorOf, newTarget, temporaryFolder } from './files.ts';
import { patterned } from './pattern.ts';

const folder = temporaryFolder();
const cacheOf = (pages: number) => ({ cache: PageCache.create(pages * 4096) });

const zeroPage = crc32(new Uint8Array(4096));

/** `hole`, zeros that take no space on the disk, and `after`, which begins beyond 4 GB: laid out as by the writer. */
function sparse(path: string, after: Uint32Array, hole: number): void {
  const first = 1 + Math.ceil((4 * hole) / 4096);
  const pages = first + Math.ceil(after.byteLength / 4096);
  const checks = new Uint32Array(Math.ceil(pages / 1024) * 1024).fill(zeroPage, 1, first);
  const content = new Uint8Array((pages - first) * 4096);
  content.set(bytesOf(after));
  for (let at = 0; at < content.length; at += 4096) {
    checks[first + at / 4096] = crc32(content.subarray(at, at + 4096));
  }
  const checksOfChecks = new Uint32Array(checks.length / 1024);
  checksOfChecks.forEach((_, i) => {
    checksOfChecks[i] = crc32(bytesOf(checks.subarray(i * 1024, (i + 1) * 1024)));
  });
  const sections = [
    { name: 'hole', width: 4, length: hole, offset: 4096 },
    { name: 'after', width: 4, length: after.length, offset: first * 4096 },
  ];
  const header = Buffer.concat([
    bytesOf(checksOfChecks),
    Buffer.from(JSON.stringify({ facts: {}, sections })),
  ]);
  const file = openSync(path, 'w');
  try {
    const end = pages * 4096 + checks.byteLength;
    ftruncateSync(file, end + header.length);
    writeSync(file, content, 0, content.length, first * 4096);
    writeSync(file, bytesOf(checks), 0, checks.byteLength, pages * 4096);
    writeSync(file, header, 0, header.length, end);
    const opening = encodeOpening({ pages, headerLength: header.length, headerCheck: crc32(header) });
    writeSync(file, opening, 0, opening.length, 0);
  } finally {
    closeSync(file);
  }
}

test('numbers are read from the right position', (context) => {
  const target = newTarget(folder);
  const after = patterned(4, 5000, 9) as Uint32Array;
  const hole = 1_200_000_000;
  try {
    sparse(target.path, after, hole);
  } catch (error) {
    console.log(`skipped: a file of 5 GB cannot be made here (${(error as Error).message})`);
    context.skip();
  }
  const segment = openSegmentFile(target, cacheOf(16));
  expect(segment.bytes).toBeGreaterThan(4 * hole);
  const [zeros, column] = [segment.column('hole'), segment.column('after')];
  for (let i = 0; i < after.length; i += 99) expect(column.at(i)).toBe(after[i]);
  expect(bytesOf(column.slice(10, 5000))).toEqual(bytesOf(after.subarray(10)));
  for (const i of [0, 2 ** 29, 2 ** 30, hole - 1]) expect(zeros.at(i)).toBe(0);
  segment.close();
  const file = openSync(target.path, 'r+');
  writeSync(file, Buffer.of(1), 0, 1, 4096 + 4 * (hole - 1));
  closeSync(file);
  const page = Math.floor((4096 + 4 * (hole - 1)) / 4096);
  const again = openSegmentFile(target, cacheOf(16));
  expect(errorOf(() => again.column('hole').at(hole - 1)).message).toContain(`page ${page} (hole)`);
  expect(again.column('after').at(0)).toBe(after[0]);
  again.close();
  rmSync(target.path);
});
