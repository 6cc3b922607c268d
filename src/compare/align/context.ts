/** What a pair's surroundings say for or against it: kind, label, headings, and the partners of its neighbours. */
import type { Paragraph } from '../../report/index.ts';
import type { Prepared } from '../side.ts';
import { kindClass } from './equal.ts';
import type { Likeness } from './likeness.ts';
import { inOrderSet, type Placed } from './order.ts';

const SAME_CLASS = -0.04;
/** A penalty that only the same text in the same place outweighs. */
const OTHER_CLASS = -0.6;
const LABEL = 0.02;
const HEADING = 0.02;
const PART = 0.01;
const NEIGHBOUR = 0.08;
const PARENT = 0.04;
const IN_ORDER = 0.05;
const OUT_OF_ORDER = -0.06;
/**
 * Additional penalty for differences: formulas are similar throughout a report, and moved ones are mostly unchanged.
 */
const OUT_OF_ORDER_UNLIKE = -0.05;
/**
 * Additional penalty for different numbers and dates: a formula that cites another law has not moved, it is a different
 * one.
 */
const OUT_OF_ORDER_DETAILS = -1.5;

/** The part that does not depend on other pairs. */
export function standing(base: Paragraph, other: Paragraph): number {
  let sum = 0;
  if (base.kind !== other.kind)
    sum += kindClass(base.kind) === kindClass(other.kind) ? SAME_CLASS : OTHER_CLASS;
  if (base.label !== null && base.label === other.label) sum += LABEL;
  if (base.number !== null && base.number === other.number) sum += LABEL;
  if (base.path.length > 0 && base.path[base.path.length - 1] === other.path[other.path.length - 1])
    sum += HEADING;
  if (base.part === other.part) sum += PART;
  return sum;
}

/** The pairs found so far, as surroundings. */
export class Surroundings {
  private readonly partner: Int32Array;
  private readonly below: Int32Array;
  private readonly above: Int32Array;
  private readonly parentOfBase: Int32Array;
  private readonly parentOfOther: Int32Array;

  /** @param partner the (first) partner of each base paragraph, or -1 */
  constructor(
    partner: Int32Array,
    base: readonly Prepared[],
    parents: { ofBase: Int32Array; ofOther: Int32Array },
  ) {
    this.partner = partner;
    this.parentOfBase = parents.ofBase;
    this.parentOfOther = parents.ofOther;
    const pairs: Placed[] = [];
    for (let i = 0; i < partner.length; i++)
      if (partner[i] !== -1)
        pairs.push({ base: i, other: partner[i] as number, weight: (base[i] as Prepared).ids.length + 1 });
    pairs.sort((x, y) => x.other - y.other);
    const kept = inOrderSet(pairs);
    const fixed = new Int32Array(partner.length).fill(-1);
    pairs.forEach((pair, p) => {
      if (kept[p]) fixed[pair.base] = pair.other;
    });
    this.below = new Int32Array(partner.length);
    this.above = new Int32Array(partner.length);
    let low = -1;
    for (let i = 0; i < partner.length; i++) {
      this.below[i] = low;
      if (fixed[i] !== -1) low = fixed[i] as number;
    }
    let high = 2 ** 31 - 1;
    for (let i = partner.length - 1; i >= 0; i--) {
      this.above[i] = high;
      if (fixed[i] !== -1) high = fixed[i] as number;
    }
  }

  /** What the neighbours say about pairing `i` with `j`. */
  bonus(i: number, j: number, { own, otherDetails }: Likeness): number {
    const { partner, parentOfBase, parentOfOther } = this;
    let sum =
      j > (this.below[i] as number) && j < (this.above[i] as number)
        ? IN_ORDER
        : OUT_OF_ORDER + OUT_OF_ORDER_UNLIKE * (1 - own) + OUT_OF_ORDER_DETAILS * otherDetails;
    if (i > 0 && j > 0 && partner[i - 1] === j - 1) sum += NEIGHBOUR;
    if (i + 1 < partner.length && partner[i + 1] === j + 1) sum += NEIGHBOUR;
    const parent = parentOfBase[i] as number;
    if (parent >= 0 && parentOfOther[j] !== -1 && partner[parent] === parentOfOther[j]) sum += PARENT;
    return sum;
  }
}

/** Position of each paragraph's parent, or -1. */
export function parentsOf(side: readonly Prepared[]): Int32Array {
  const position = new Map(side.map((p, at) => [p.paragraph.id, at]));
  return Int32Array.from(side, (p) =>
    p.paragraph.parent === null ? -1 : (position.get(p.paragraph.parent) ?? -1),
  );
}
