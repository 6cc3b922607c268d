/** Logistic regression by Newton's method (iteratively reweighted least squares), with a little ridge. */
import { SIGNALS, type Signals } from '../../src/ingest/repair/signals.ts';
import type { JudgedWord } from './measure.ts';

const RIDGE = 1;

/** @returns the weights in the form of `doubt.ts` */
export function fitWeights(judged: readonly JudgedWord[]): Record<keyof Signals | 'none', number> {
  const read = judged.flatMap(({ wrong, signals }) => (signals ? [{ wrong, signals }] : []));
  const rows = read.map(({ signals }) => [1, ...SIGNALS.map((name) => signals[name])]);
  const size = SIGNALS.length + 1;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -RIDGE * weight));
    const bend = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? RIDGE : 0)),
    );
    rows.forEach((row, n) => {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * weights[i]!, 0)));
      const off = (read[n]!.wrong ? 1 : 0) - chance;
      const spread = chance * (1 - chance);
      for (let i = 0; i < size; i++) {
        slope[i]! += row[i]! * off;
        for (let j = 0; j < size; j++) bend[i]![j]! += row[i]! * row[j]! * spread;
      }
    });
    solve(bend, slope).forEach((step, i) => {
      weights[i]! += step;
    });
  }
  const named = SIGNALS.map((name, i) => [name, Number(weights[i + 1]!.toFixed(3))]);
  return Object.fromEntries([['none', Number(weights[0]!.toFixed(3))], ...named]);
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let k = i + 1; k < size; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = 0; k < size; k++) {
      if (k === i) continue;
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let j = i; j <= size; j++) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
