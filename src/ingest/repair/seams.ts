/** How two atoms meet in reading order: as one word, as two, or as either at a cost. */
import type { Atom } from './atoms.ts';
import type { Evidence } from './evidence.ts';
import { orderThresholds } from './thresholds.ts';

/** Costs in nats of joining and of keeping apart. */
export interface Seam {
  join: number;
  part: number;
}

const NEVER = Number.POSITIVE_INFINITY;
export const JOIN: Seam = { join: 0, part: NEVER };
const PART: Seam = { join: NEVER, part: 0 };
/** There is kashida where the two meet. */
const loose = (): Seam => ({ join: 0, part: orderThresholds.looseApart });
/** No space was stored on either side. */
const tight = (): Seam => ({ join: 0, part: orderThresholds.tightApart });
/** A space was stored, as after every piece of a justified line. */
const spaced = (): Seam => ({ join: orderThresholds.spacedJoin, part: 0 });

const joiner = /[بتثجحخسشصضطظعغفقكلمنهيئ]$/u;

/** Between the end of one piece and the beginning of the next. */
export function seamBetween(atoms: readonly Atom[], trailing: number, last: number, first: number): Seam {
  const right = atoms[first]!;
  if (last < 0) return PART;
  const left = atoms[last]!;
  if (right.kind === 'mark') return left.kind === 'word' ? JOIN : PART;
  if (left.kind !== 'word' || right.kind !== 'word') return PART;
  if ((right.lead > 0 || left.trail > 0) && joiner.test(left.text)) return loose();
  const behind = last + 1 < atoms.length ? atoms[last + 1]!.gap : trailing;
  return behind + right.gap === 0 ? tight() : spaced();
}

/** Inside a piece: whether atom `i` continues the previous one. */
export function seamInside(atoms: readonly Atom[], i: number, evidence: Evidence): boolean {
  const left = atoms[i - 1]!;
  const right = atoms[i]!;
  if (right.inner) return true;
  if (right.kind === 'mark') return left.kind === 'word';
  if (left.kind !== 'word' || right.kind !== 'word' || (left.trail === 0 && right.lead === 0)) return false;
  if (!joiner.test(left.text)) return false;
  const whole = evidence.word(left.text + right.text);
  return whole.cost < evidence.word(left.text).cost + evidence.word(right.text).cost;
}
