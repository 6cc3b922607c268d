/** Segment files: written in any order of sections, whole or not there at all, and no damage goes unnoticed. */
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  openSegmentFile,
  PageCache,
  type SegmentFile,
  SegmentFileError,
  SegmentWriter,
  verifyPages,
  widthFor,
} from '../../../src/phrases/storage/index.ts';
import { encodeOpening } from '../../../src/phrases/storage/layout.ts';
import { newTarget, temporaryFolder, writeSections } from './files.ts';
import { patterned } from './pattern.ts';

const folder = temporaryFolder();
const cacheOf = (pages: number) => ({ cache: PageCache.create(pages * 4096) });

function errorOf(work: () => unknown): SegmentFileError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(SegmentFileError);
    return error as SegmentFileError;
  }
  throw new Error('no error was thrown');
}

/** Every number of every section, as the paged way reads them. */
function readAll(segment: SegmentFile, names: readonly string[]): void {
  for (const name of names) {
    const column = segment.column(name);
    for (let i = 0; i < column.length; i += 100) column.at(i);
    column.at(column.length - 1);
  }
}

describe('writing', () => {
  test('sections of known length are written in turns, those of unknown length after each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ width: fc.constantFrom(1, 2, 4), length: fc.nat(30_000) }), { maxLength: 5 }),
        fc.array(fc.record({ width: fc.constantFrom(1, 2, 4), length: fc.nat(30_000) }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.boolean(),
        (together, after, chunk, inFile) => {
          const writer = new SegmentWriter(inFile ? newTarget(folder) : { path: null, number: 1 });
          const known = together.map(({ width, length }, i) => ({
            section: writer.section(`known${i}`, width as 1, length),
            values: patterned(width as 1, length, i),
          }));
          for (let from = 0; known.some(({ values }) => from < values.length); from += chunk) {
            for (const { section, values } of known) section.append(values.subarray(from, from + chunk));
          }
          const grown = after.map(({ width, length }, i) => {
            const section = writer.section(`grown${i}`, width as 1);
            const values = patterned(width as 1, length, 100 + i);
            for (let from = 0; from < length; from += chunk)
              section.append(values.subarray(from, from + chunk));
            return { section, values };
          });
          const late = writer.section('late', 4, 1);
          late.push(7);
          const segment = openSegmentFile(writer.finish({ chunk }), { resident: true });
          for (const { section, values } of [...known, ...grown]) {
            expect(Buffer.compare(bytes(segment.column(section.name).whole!), bytes(values))).toBe(0);
          }
          expect(segment.column('late').at(0)).toBe(7);
          expect(segment.facts).toEqual({ chunk });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('number by number, into the narrowest width', () => {
    expect([0, 255, 256, 65_535, 65_536, 2 ** 32 - 1].map(widthFor)).toEqual([1, 1, 2, 2, 4, 4]);
    const writer = new SegmentWriter(newTarget(folder));
    const lists = [writer.section('a', 1, 9000), writer.section('b', 2, 9000), writer.section('c', 4, 9000)];
    for (let i = 0; i < 9000; i += 1) {
      lists[0]!.push(i % 256);
      lists[1]!.push(i);
      lists[2]!.push(i * 400_000);
    }
    const segment = openSegmentFile(writer.finish({}), cacheOf(3));
    const [a, b, c] = ['a', 'b', 'c'].map((name) => segment.column(name));
    for (let i = 0; i < 9000; i += 1) {
      expect([a!.at(i), b!.at(i), c!.at(i)]).toEqual([i % 256, i, i * 400_000]);
    }
    segment.close();
  });

  test('a number that does not fit, too many numbers and too few are refused', () => {
    const writer = new SegmentWriter(newTarget(folder));
    const section = writer.section('small', 1, 2);
    expect(() => section.push(256)).toThrow('256 does not fit into small');
    expect(() => section.push(-1)).toThrow('does not fit');
    expect(() => section.push(Number.NaN)).toThrow('does not fit');
    expect(() => section.append(Uint32Array.of(1, 1000))).toThrow('1000 does not fit into small');
    expect(() => writer.finish({})).toThrow('small was to have 2 numbers and has 1');
    const other = new SegmentWriter({ path: null, number: 1 });
    const two = other.section('two', 4, 2);
    expect(() => two.append(Uint32Array.of(1, 2, 3))).toThrow('two is written past its end');
    expect(() => other.section('long', 1, 2 ** 32)).toThrow('long is too long');
  });

  test('the file is there when it is finished and not before; what was aborted or failed leaves nothing', () => {
    const place = join(folder, 'new', 'folder');
    const target = { path: join(place, '1.segment'), number: 900 };
    const writer = new SegmentWriter(target);
    writer.section('values', 4).append(patterned(4, 100_000, 1));
    expect(existsSync(target.path)).toBe(false);
    writer.finish({});
    expect(readdirSync(place)).toEqual(['1.segment']);
    const aborted = new SegmentWriter({ path: join(place, '2.segment'), number: 901 });
    aborted.section('values', 4).append(patterned(4, 100_000, 1));
    aborted.abort();
    aborted.abort();
    const failed = new SegmentWriter({ path: join(place, '3.segment'), number: 902 });
    failed.section('values', 4, 5);
    expect(() => failed.finish({})).toThrow('was to have 5 numbers');
    expect(readdirSync(place)).toEqual(['1.segment']);
    expect(() => new SegmentWriter({ path: join(target.path, 'below a file'), number: 903 })).toThrow(
      /ENOTDIR|EEXIST/,
    );
  });

  test('an empty segment and empty sections', () => {
    const none = openSegmentFile(writeSections(newTarget(folder), {}), cacheOf(1));
    expect(none.has('values')).toBe(false);
    expect(errorOf(() => none.column('values')).message).toMatch(/is damaged: it holds no values$/);
    const empty = openSegmentFile(
      writeSections(newTarget(folder), { values: new Uint32Array(0) }),
      cacheOf(1),
    );
    expect([empty.column('values').length, empty.column('values').at(0)]).toEqual([0, 0]);
  });
});

function bytes(values: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
}

describe('damage', () => {
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
  // Page 0; three of letters, five of numbers, one that the two short ones share; one of checksums; the header.
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

  test('the file has the pages that the next tests speak of', () => {
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
            section
              ? `page ${page} (${section}) does not match its checksum`
              : `${changed.path} is damaged: `,
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

  test('a file cut at any place, or with bytes too many, is not opened', () => {
    fc.assert(
      fc.property(fc.nat(original.length - 1), (length) => {
        const changed = damaged((copy) => copy.subarray(0, length));
        const error = errorOf(() => openSegmentFile(changed, cacheOf(4)));
        expect(error).toMatchObject({ code: 'damaged', path: changed.path });
        expect(error.message).toContain('it is cut short');
        rmSync(changed.path);
      }),
      { numRuns: 60, examples: [[0], [7], [4095], [4096]] },
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
    // Again, since nothing of it may have come into the cache.
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
});

describe('past 4 GB', () => {
  const zeroPage = crc32(new Uint8Array(4096));

  /** `hole`, zeros that take no room on the disk, and `after`, which begins past 4 GB: laid out as the writer does. */
  function sparse(path: string, after: Uint32Array, hole: number): void {
    const first = 1 + Math.ceil((4 * hole) / 4096);
    const pages = first + Math.ceil(after.byteLength / 4096);
    const checks = new Uint32Array(Math.ceil(pages / 1024) * 1024).fill(zeroPage, 1, first);
    const content = new Uint8Array((pages - first) * 4096);
    content.set(bytes(after));
    for (let at = 0; at < content.length; at += 4096) {
      checks[first + at / 4096] = crc32(content.subarray(at, at + 4096));
    }
    const checksOfChecks = new Uint32Array(checks.length / 1024);
    checksOfChecks.forEach((_, i) => {
      checksOfChecks[i] = crc32(bytes(checks.subarray(i * 1024, (i + 1) * 1024)));
    });
    const sections = [
      { name: 'hole', width: 4, length: hole, offset: 4096 },
      { name: 'after', width: 4, length: after.length, offset: first * 4096 },
    ];
    const header = Buffer.concat([
      bytes(checksOfChecks),
      Buffer.from(JSON.stringify({ facts: {}, sections })),
    ]);
    const file = openSync(path, 'w');
    try {
      const end = pages * 4096 + checks.byteLength;
      ftruncateSync(file, end + header.length);
      writeSync(file, content, 0, content.length, first * 4096);
      writeSync(file, bytes(checks), 0, checks.byteLength, pages * 4096);
      writeSync(file, header, 0, header.length, end);
      const opening = encodeOpening({ pages, headerLength: header.length, headerCheck: crc32(header) });
      writeSync(file, opening, 0, opening.length, 0);
    } finally {
      closeSync(file);
    }
  }

  test('numbers are read from their place', (context) => {
    const target = newTarget(folder);
    const after = patterned(4, 5000, 9) as Uint32Array;
    const hole = 1_200_000_000;
    try {
      sparse(target.path, after, hole);
    } catch (error) {
      console.log(`skipped: no file of 5 GB can be made here (${(error as Error).message})`);
      context.skip();
    }
    const segment = openSegmentFile(target, cacheOf(16));
    expect(segment.bytes).toBeGreaterThan(4 * hole);
    const [zeros, column] = [segment.column('hole'), segment.column('after')];
    for (let i = 0; i < after.length; i += 99) expect(column.at(i)).toBe(after[i]);
    expect(bytes(column.slice(10, 5000))).toEqual(bytes(after.subarray(10)));
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
});
