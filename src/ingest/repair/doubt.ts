/**
 * The probability that a word of a repaired line is wrong: a logistic function of its signals, fitted on texts damaged
 * on purpose. `npm run eval:doubt` measures it on other texts and can fit it again.
 */
import { SIGNALS, type Signals } from './signals.ts';

/** From this probability on a word is doubtful; `docs/doubt.md` says why. */
export const DOUBTED = 0.06;

/** Weight of each signal in the log-odds, and the log-odds if all signals are 0. */
export const WEIGHTS: Readonly<Record<keyof Signals, number>> & { readonly none: number } = {
  none: 1.02,
  rivalled: 0.79,
  unknown: 1.9,
  besideUnknown: 0.95,
  lamAlef: 1.23,
  time: 6.4,
  moved: 0.21,
  piece: -0.42,
  cost: 0.076,
  fits: -0.094,
  broken: 0.57,
  seams: 1.48,
  cuts: -1.86,
};

export function chanceWrong(signals: Signals): number {
  let odds = WEIGHTS.none;
  for (const name of SIGNALS) odds += WEIGHTS[name] * signals[name];
  return 1 / (1 + Math.exp(-odds));
}
