/**
 * 32 small counters side by side, one in each bit of six words, so that one addition counts for all of them (vertical
 * counters, as in bit-sliced arithmetic). A counter saturates at 63.
 */
const PLANES = 6;
const MOST = (1 << PLANES) - 1;

export class Counters {
  /** Bit `t` of `needed[k]` is bit `k` of the value that counter `t` must reach. */
  private readonly needed = new Int32Array(PLANES);

  need(t: number, least: number): void {
    const wanted = Math.min(MOST, least);
    for (let k = 0; k < PLANES; k++) {
      if ((wanted & (1 << k)) === 0) this.needed[k]! &= ~(1 << t);
      else this.needed[k]! |= 1 << t;
    }
  }

  /** The counters that reach the value they need when each token of a range adds its bits. */
  enough(tokens: Int32Array, from: number, to: number, bits: Int32Array): number {
    let p0 = 0;
    let p1 = 0;
    let p2 = 0;
    let p3 = 0;
    let p4 = 0;
    let p5 = 0;
    for (let at = from; at < to; at++) {
      let carry = bits[tokens[at]!]!;
      if (carry === 0) continue;
      let next = p0 & carry;
      p0 ^= carry;
      if (next === 0) continue;
      carry = p1 & next;
      p1 ^= next;
      if (carry === 0) continue;
      next = p2 & carry;
      p2 ^= carry;
      if (next === 0) continue;
      carry = p3 & next;
      p3 ^= next;
      next = p4 & carry;
      p4 ^= carry;
      carry = p5 & next;
      p5 ^= next;
      // An overflowing counter stays full.
      p0 |= carry;
      p1 |= carry;
      p2 |= carry;
      p3 |= carry;
      p4 |= carry;
      p5 |= carry;
    }
    const planes = [p0, p1, p2, p3, p4, p5];
    let more = 0;
    let equal = -1;
    for (let k = PLANES - 1; k >= 0; k--) {
      const plane = planes[k]!;
      const wanted = this.needed[k]!;
      more |= equal & plane & ~wanted;
      equal &= ~(plane ^ wanted);
    }
    return more | equal;
  }
}
