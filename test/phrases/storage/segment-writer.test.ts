/** Writing segments: sections in any order; the file is complete or not there at all. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSegmentFile, PageCache, SegmentWriter, widthFor } from '../../../src/phrases/storage/index.ts';
import { amount } from '../../amount.ts';
import { bytesOf, errorOf, newTarget, temporaryFolder, writeSections } from './files.ts';
import { patterned } from './pattern.ts';

const folder = temporaryFolder();
const cacheOf = (pages: number) => ({ cache: PageCache.create(pages * 4096) });

test('sections of known length are written alternately, those of unknown length one after the other', () => {
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
          expect(Buffer.compare(bytesOf(segment.column(section.name).whole!), bytesOf(values))).toBe(0);
        }
        expect(segment.column('late').at(0)).toBe(7);
        expect(segment.facts).toEqual({ chunk });
      },
    ),
    { numRuns: amount(20, 120) },
  );
});

test('number by number, with the narrowest width', () => {
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
  expect(() => writer.finish({})).toThrow('small should have 2 numbers but has 1');
  const other = new SegmentWriter({ path: null, number: 1 });
  const two = other.section('two', 4, 2);
  expect(() => two.append(Uint32Array.of(1, 2, 3))).toThrow('two is written past its end');
  expect(() => other.section('long', 1, 2 ** 32)).toThrow('long is too long');
});

test('the file appears when it is finished and not before; aborted and failed writes leave nothing', () => {
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
  expect(() => failed.finish({})).toThrow('should have 5 numbers');
  expect(readdirSync(place)).toEqual(['1.segment']);
  expect(() => new SegmentWriter({ path: join(target.path, 'below a file'), number: 903 })).toThrow(
    /ENOTDIR|EEXIST/,
  );
});

test('an empty segment and empty sections', () => {
  const none = openSegmentFile(writeSections(newTarget(folder), {}), cacheOf(1));
  expect(none.has('values')).toBe(false);
  expect(errorOf(() => none.column('values')).message).toMatch(/is damaged: it holds no values$/);
  const empty = openSegmentFile(writeSections(newTarget(folder), { values: new Uint32Array(0) }), cacheOf(1));
  expect([empty.column('values').length, empty.column('values').at(0)]).toEqual([0, 0]);
});
