/**
 * Examples that fix a table of heuristic numbers: each is correct with the shipped values, and changing any number by
 * half, down or up, makes one of them wrong.
 */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { moved, moves, type Table, tables } from '../../../bench/thresholds/tables.ts';

export interface Example {
  says: string;
  /** The numbers that it depends on. */
  of: readonly string[];
  read: () => unknown;
  gives: unknown;
}

/** Whether the result is wrong: a different one, or none. */
async function isWrong({ read, gives }: Example): Promise<boolean> {
  try {
    return !isDeepStrictEqual(await read(), gives);
  } catch {
    return true;
  }
}

/** @param oneWay numbers for which only one direction is known to do harm, or neither, with the reason */
export function hold(
  name: string,
  examples: readonly Example[],
  oneWay: Record<string, 'down' | 'up' | 'neither'> = {},
): void {
  const table: Table = tables.find((one) => one.name === name)!;
  const numbers = Object.entries(table.values).filter(([number]) => oneWay[number] !== 'neither');
  describe(`${name}: what is right`, () => {
    it.each(examples)('$says', async ({ read, gives }) => expect(await read()).toEqual(gives));
  });
  describe(`${name}: moved by half`, () => {
    it.each(numbers)('%s', async (number, value) => {
      const about = examples.filter(({ of }) => of.includes(number));
      expect(about, 'an example of it').not.toEqual([]);
      const harmless: string[] = [];
      const [down, up] = moves(number, value, 1.5);
      for (const [way, to] of [
        ['down', down],
        ['up', up],
      ] as const) {
        if (oneWay[number] !== undefined && oneWay[number] !== way) continue;
        const wrong = await moved(table, number, to, () => Promise.all(about.map(isWrong)));
        if (!wrong.includes(true)) harmless.push(`${way} to ${to}`);
      }
      expect(harmless).toEqual([]);
      expect(table.values[number]).toBe(value);
      expect(await Promise.all(about.map(isWrong))).toEqual(about.map(() => false));
    });
  });
}
