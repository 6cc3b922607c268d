/** Typed arrays whose width follows the largest value they must hold. */

export type Numbers = Uint16Array | Uint32Array;

/** An array of `length` zeros that can hold 0…largest. */
export function numbersUpTo(largest: number, length: number): Numbers {
  return largest < 65536 ? new Uint16Array(length) : new Uint32Array(length);
}

/** First index in `low`…`high` (exclusive) whose sorted value is at least `value`; `high` when none is. */
export function lowerBound(sorted: ArrayLike<number>, value: number, low = 0, high = sorted.length): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
