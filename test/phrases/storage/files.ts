/** Segment files of random numbers for the tests, in a folder that is removed when the tests are done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import {
  SegmentFileError,
  type SegmentSource,
  SegmentWriter,
  type Values,
  type Width,
} from '../../../src/phrases/storage/index.ts';
import { patterned } from './pattern.ts';

export type Sections = Record<string, Values>;

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-storage-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let numbers = 0;

/** Every file gets its own number and name, as the cache requires. */
export function newTarget(folder: string): { path: string; number: number } {
  numbers += 1;
  return { path: join(folder, `${numbers}.segment`), number: numbers };
}

/** Writes sections one after the other, every other one with a length given beforehand. */
export function writeSections(
  target: { path: string | null; number: number },
  sections: Sections,
): SegmentSource {
  const writer = new SegmentWriter(target);
  for (const [i, [name, values]] of Object.entries(sections).entries()) {
    const length = i % 2 === 0 ? values.length : undefined;
    writer.section(name, values.BYTES_PER_ELEMENT as Width, length).append(values);
  }
  return writer.finish({ names: Object.keys(sections) });
}

/** A few sections of all widths, from none to a few pages long. */
export const someSections: fc.Arbitrary<Sections> = fc
  .array(
    fc.record({
      width: fc.constantFrom<Width>(1, 2, 4),
      length: fc.oneof(
        fc.nat(20),
        fc.nat(3000),
        fc.nat(20_000),
        fc.constantFrom(4096, 4095, 4097, 2048, 1024, 1025),
      ),
      seed: fc.nat(1000),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    Object.fromEntries(list.map(({ width, length, seed }, i) => [`s${i}`, patterned(width, length, seed)])),
  );

/** What `work` throws, which must be of this class. */
export function errorOf(work: () => unknown): SegmentFileError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(SegmentFileError);
    return error as SegmentFileError;
  }
  throw new Error('no error was thrown');
}

export function bytesOf(values: Values): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
}
