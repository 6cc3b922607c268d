/**
 * The chance that a word of a repaired line is wrong: a logistic function of its signals, fitted on texts damaged on
 * purpose. `npm run eval:doubt` measures it on others and fits it anew.
 */
import { SIGNALS, type Signals } from './signals.ts';

/** From this chance on a word is doubted; why here, see `docs/doubt.md`. */
export const DOUBTED = 0.06;

/** Weight of each signal in the logarithm of the odds, and the odds' logarithm where all signals are 0. */
export const WEIGHTS: Readonly<Record<keyof Signals, number>> & { readonly none: number } = {
  none: 1.26,
  rivalled: 0.79,
  unknown: 2.3,
  besideUnknown: 1.15,
  lamAlef: 1.1,
  time: 6,
  moved: 0.39,
  piece: -0.53,
  cost: 0.066,
  fits: -0.1,
  broken: 0.55,
  seams: 1.49,
  cuts: -1.86,
};

export function chanceWrong(signals: Signals): number {
  let odds = WEIGHTS.none;
  for (const name of SIGNALS) odds += WEIGHTS[name] * signals[name];
  return 1 / (1 + Math.exp(-odds));
}
