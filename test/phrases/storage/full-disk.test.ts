/** A disk that fails while a segment is written: the error passes through, and nothing is left behind. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openSegmentFile, SegmentWriter } from '../../../src/phrases/storage/index.ts';
import { temporaryFolder } from './files.ts';
import { patterned } from './pattern.ts';

/** How many calls succeed before one fails. */
const good = { writeSync: Number.POSITIVE_INFINITY, fsyncSync: Number.POSITIVE_INFINITY };
let calls = 0;

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const fail = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return {
    ...real,
    writeSync: (file: number, bytes: Uint8Array, offset: number, length: number, position: number) => {
      calls += 1;
      if (calls > good.writeSync) fail();
      // Never more than a part at once, as systems may do.
      return real.writeSync(file, bytes, offset, Math.min(length, 5000), position);
    },
    fsyncSync: (file: number) => {
      if (good.fsyncSync === 0) fail();
      real.fsyncSync(file);
    },
  };
});

const folder = temporaryFolder();
const path = join(folder, '1.segment');
const values = patterned(4, 60_000, 1);

beforeEach(() => {
  calls = 0;
  good.writeSync = Number.POSITIVE_INFINITY;
  good.fsyncSync = Number.POSITIVE_INFINITY;
});

function write(): void {
  const writer = new SegmentWriter({ path, number: 1 });
  const [left, right] = [writer.section('left', 4, values.length), writer.section('right', 4, values.length)];
  for (let from = 0; from < values.length; from += 7000) {
    left.append(values.subarray(from, from + 7000));
    right.append(values.subarray(from, from + 7000));
  }
  writer.finish({});
}

test('whichever write fails', () => {
  write();
  const writes = calls;
  expect(writes).toBeGreaterThan(90);
  expect([...openSegmentFile({ path, number: 1 }, { resident: true }).column('right').whole!]).toEqual([
    ...values,
  ]);
  fs.rmSync(path);
  for (let n = 0; n < writes; n += 1) {
    calls = 0;
    good.writeSync = n;
    expect(write, `write ${n}`).toThrow('ENOSPC');
    expect(fs.readdirSync(folder)).toEqual([]);
  }
});

test('if the last step before the file is in place fails', () => {
  good.fsyncSync = 0;
  expect(write).toThrow('ENOSPC');
  expect(fs.readdirSync(folder)).toEqual([]);
});
