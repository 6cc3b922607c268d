/** Files parsed at the same time give their results in order; a stream cut into groups keeps its order too. */
import { expect, test } from 'vitest';
import { type Outcome, workAhead } from '../../src/ingest/ahead.ts';
import { inGroups } from '../../src/ingest/groups.ts';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const limits = { items: 3, weight: 10, weigh: (n: number) => n, wait: 60_000 };

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

test('outcomes are in the order of the files, whichever is done first, with each failure in its place', async () => {
  const measure = async (file: string) => {
    if (file === 'gone') throw new Error('gone');
    return 1;
  };
  const work = async (file: string) => {
    await pause(file === 'slow' ? 30 : 1);
    if (file === 'bad') throw new Error('bad');
    return file.toUpperCase();
  };
  const outcomes: Outcome<string>[] = await all(workAhead(['slow', 'a', 'gone', 'bad', 'b'], measure, work));
  expect(outcomes).toEqual([
    { file: 'slow', value: 'SLOW' },
    { file: 'a', value: 'A' },
    { file: 'gone', error: new Error('gone') },
    { file: 'bad', error: new Error('bad') },
    { file: 'b', value: 'B' },
  ]);
});

test.each([
  ['files', { files: 3, bytes: 1000 }, 3],
  ['bytes', { files: 100, bytes: 50 }, 5],
  ['bytes of one file', { files: 100, bytes: 1 }, 1],
])('no more %s are in progress than allowed', async (_, ahead, most) => {
  let underWay = 0;
  let highest = 0;
  const measure = async () => 10;
  const work = async () => {
    underWay += 1;
    highest = Math.max(highest, underWay);
    await pause(1);
    underWay -= 1;
  };
  const files = Array.from({ length: 20 }, (_, i) => `${i}`);
  expect(await all(workAhead(files, measure, work, ahead))).toHaveLength(20);
  expect(highest).toBe(most);
});

test('a group is complete by the number of its items or by its weight', async () => {
  const groups = await all(inGroups(from([1, 1, 1, 1, 20, 2, 3, 5, 1]), limits));
  expect(groups).toEqual([[1, 1, 1], [1, 20], [2, 3, 5], [1]]);
  expect(await all(inGroups(from<number>([]), limits))).toEqual([]);
});

test('an item does not wait for one that takes long', async () => {
  let arrived = () => {};
  const last = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  async function* slow() {
    yield 1;
    yield 2;
    await last;
    yield 3;
  }
  const groups: number[][] = [];
  for await (const group of inGroups(slow(), { ...limits, wait: 5 })) {
    groups.push(group);
    // It comes only after the two before it have been returned.
    arrived();
  }
  expect(groups).toEqual([[1, 2], [3]]);
});
