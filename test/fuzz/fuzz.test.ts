/** Damaged files of every format: each is read or fails with a code and its name, and the process survives. */
import { expect, test } from 'vitest';
import { round } from './round.ts';

test('sixty damaged files', { timeout: 300_000 }, async () => {
  const numbers = [...Array(60).keys()];
  const outcomes = await round({ seed: 7, numbers, wide: false, time: 120_000, memory: 1500 });
  expect(outcomes.map(({ number }) => number)).toEqual(numbers);
  const wrong = outcomes.filter(
    ({ code, message, number }) => code === null || (code !== 'read' && !message.includes(`f${number}.`)),
  );
  expect(wrong).toEqual([]);
  const codes = new Set(outcomes.map(({ code }) => code));
  // Damage that nothing notices, or that nothing survives, would show nothing.
  expect(codes.has('read')).toBe(true);
  expect(codes.size).toBeGreaterThan(4);
});
