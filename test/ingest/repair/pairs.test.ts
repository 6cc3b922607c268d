import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Joints } from '../../../src/ingest/repair/joints.ts';
import { PairTable } from '../../../src/ingest/repair/pair-table.ts';

const index = fc.oneof(fc.nat(20), fc.nat(2 ** 31 - 1));

describe('a table of pairs', () => {
  it('counts like a map of joined keys, grown or not', () => {
    const entry = fc.tuple(index, index, fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 400 }), (entries) => {
        const table = new PairTable(4);
        const slow = new Map<string, number>();
        for (const [first, second, count] of entries) {
          table.add(first, second, count);
          slow.set(`${first} ${second}`, (slow.get(`${first} ${second}`) ?? 0) + count);
        }
        for (const [first, second] of entries) {
          expect(table.get(first, second)).toBe(slow.get(`${first} ${second}`));
          expect(table.get(second, first)).toBe(slow.get(`${second} ${first}`) ?? 0);
        }
      }),
    );
  });

  it('has no pair of an unknown word', () => {
    expect(new PairTable().get(-1, 3)).toBe(0);
  });
});

describe('joints of letters', () => {
  const joints = new Joints();
  joints.add('الاتجار');

  it.each([
    ['الا', 'تجار', true],
    ['ا', 'لا', true],
    ['الاتجا', 'ر', true],
    ['تجار', 'الا', false],
    ['الاتجار', 'من', false],
  ])('%s and %s', (left, right, meets) => {
    expect(joints.meets(left, right)).toBe(meets);
  });
});
