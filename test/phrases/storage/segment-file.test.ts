/** Segment files that are damaged, missing or of another version: nothing goes unnoticed, and the error is named. */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  openSegmentFile,
  PageCache,
  type SegmentFile,
  verifyPages,
} from '../../../src/phrases/storage/index.ts';
import { amount } from '../../amount.ts';
import { errorOf, newTarget, temporaryFolder, writeSections } from './files.ts';
import { patterned } from './pattern.ts';

const folder = temporaryFolder();
const cacheOf = (pages: number) => ({ cache: PageCache.create(pages * 4096) });

/** Every number of every section, read by page. */
function readAll(segment: SegmentFile, names: readonly string[]): void {
  for (const name of names) {
    const column = segment.column(name);
    for (let i = 0; i < column.length; i += 100) column.at(i);
    column.at(column.length - 1);
  }
}

const target = newTarget(folder);
const sections = {
  letters: patterned(1, 10_000, 1),
  short: patterned(2, 100, 2),
  tiny: patterned(1, 3, 3),
  numbers: patterned(4, 5000, 4),
};
const names = Object.keys(sections);
writeSections(target, sections);
const original = readFileSync(target.path);
// Page 0; three of letters, five of numbers, one shared by the two short ones; one of checksums; the header.
const pages = { letters: [1, 2, 3], numbers: [4, 5, 6, 7, 8], 'short, tiny': [9], 'the checksums': [10] };

function damaged(change: (copy: Buffer) => Buffer): { path: string; number: number } {
  const copy = Buffer.from(original);
  const changed = newTarget(folder);
  writeFileSync(changed.path, change(copy));
  return changed;
}

function flip(copy: Buffer, at: number, bit = 0): Buffer {
  copy[at]! ^= 1 << bit;
  return copy;
}

test('the file has the pages that the next tests refer to', () => {
  expect(original.length).toBeGreaterThan(11 * 4096);
  expect(original.length).toBeLessThan(12 * 4096);
  expect([...verifyPages(target)]).toEqual([]);
});

test('a flipped bit anywhere is found, by page and at once, and the page and section are named', () => {
  fc.assert(
    fc.property(fc.nat(original.length - 1), fc.nat(7), (at, bit) => {
      const changed = damaged((copy) => flip(copy, at, bit));
      const page = Math.floor(at / 4096);
      const section = Object.entries(pages).find(([, list]) => list.includes(page))?.[0];
      const errors = [
        errorOf(() => openSegmentFile(changed, { resident: true })),
        errorOf(() => readAll(openSegmentFile(changed, cacheOf(4)), names)),
      ];
      for (const error of errors) {
        expect(error).toMatchObject({ code: 'damaged', path: changed.path });
        expect(error.message).toContain(
          section ? `page ${page} (${section}) does not match its checksum` : `${changed.path} is damaged: `,
        );
      }
      if (section) {
        expect([...verifyPages(changed)]).toEqual([{ page, sections: section.split(', ') }]);
      } else {
        errorOf(() => [...verifyPages(changed)]);
      }
      rmSync(changed.path);
    }),
    {
      numRuns: 150,
      examples: [
        [0, 0],
        [8, 0],
        [4095, 7],
        [4096, 0],
        [9 * 4096 + 3000, 1],
        [11 * 4096, 0],
      ],
    },
  );
});

test('a file truncated anywhere, or with extra bytes, is not opened', () => {
  fc.assert(
    fc.property(fc.nat(original.length - 1), (length) => {
      const changed = damaged((copy) => copy.subarray(0, length));
      const error = errorOf(() => openSegmentFile(changed, cacheOf(4)));
      expect(error).toMatchObject({ code: 'damaged', path: changed.path });
      expect(error.message).toContain('it is cut short');
      rmSync(changed.path);
    }),
    { numRuns: amount(30, 120), examples: [[0], [7], [4095], [4096]] },
  );
  const longer = damaged((copy) => Buffer.concat([copy, Buffer.of(0)]));
  expect(errorOf(() => openSegmentFile(longer, cacheOf(4))).message).toContain('it is too long');
});

test('two damaged pages are both named; the others are read', () => {
  const changed = damaged((copy) => flip(flip(copy, 2 * 4096 + 5), 8 * 4096 + 5));
  expect([...verifyPages(changed)].map(({ page }) => page)).toEqual([2, 8]);
  const letters = openSegmentFile(changed, cacheOf(2)).column('letters');
  expect(letters.at(100)).toBe(sections.letters[100]);
  expect(errorOf(() => letters.at(5000)).message).toContain('page 2 (letters)');
  expect(errorOf(() => letters.slice(4000, 5000)).message).toContain('page 2 (letters)');
  // Again, because nothing of it may have entered the cache.
  expect(errorOf(() => letters.at(5000)).message).toContain('page 2 (letters)');
  expect(letters.at(9000)).toBe(sections.letters[9000]);
});

test('a file that shrinks while it is open', () => {
  const changed = damaged((copy) => copy);
  const segment = openSegmentFile(changed, cacheOf(2));
  const column = segment.column('numbers');
  expect(column.at(0)).toBe(sections.numbers[0]);
  truncateSync(changed.path, 5 * 4096);
  const error = errorOf(() => column.at(4000));
  expect(error).toMatchObject({ code: 'damaged', path: changed.path });
  expect(error.message).toMatch(/it is cut short in page/);
  segment.close();
});

test('a file that is removed while it is open is read to its end; opening it again says that it is missing', () => {
  const changed = damaged((copy) => copy);
  const segment = openSegmentFile(changed, cacheOf(2));
  rmSync(changed.path);
  if (process.platform !== 'win32') readAll(segment, names);
  segment.close();
  expect(() => segment.column('numbers').at(4000)).toThrow('after it was closed');
  const error = errorOf(() => openSegmentFile(changed, cacheOf(2)));
  expect(error).toMatchObject({ code: 'missing', message: `${changed.path} cannot be read (ENOENT)` });
  expect(errorOf(() => [...verifyPages(changed)]).code).toBe('missing');
});

test.each([
  [0, 'older_version'],
  [2, 'newer_version'],
])('a file of version %i', (version, code) => {
  const changed = damaged((copy) => {
    copy.writeUInt32LE(version, 8);
    copy.writeUInt32LE(crc32(copy.subarray(0, 4092)), 4092);
    return copy;
  });
  expect(errorOf(() => openSegmentFile(changed, cacheOf(2)))).toMatchObject({
    code,
    message: `${changed.path} has version ${version}, this program writes 1`,
  });
});

test.each([
  ['another file', Buffer.from('x'.repeat(20_000)), 'not a segment'],
  ['a short one', Buffer.from('hello'), 'it is cut short'],
  ['an empty one', Buffer.alloc(0), 'it is cut short'],
  ['zeros, as a crash may leave', Buffer.alloc(50_000), 'not a segment'],
])('%s', (_, content, message) => {
  const changed = damaged(() => content);
  expect(errorOf(() => openSegmentFile(changed, cacheOf(2))).message).toBe(
    `${changed.path} is damaged: ${message}`,
  );
});

test('a folder in its place', () => {
  const path = dirname(target.path);
  expect(errorOf(() => openSegmentFile({ path, number: 950 }, cacheOf(2))).path).toBe(path);
});
