/** Typed arrays whose width depends on the largest value they must hold. */

export type Numbers = Uint16Array | Uint32Array;

/** An array of `length` zeros that can hold 0…largest. */
export function numbersUpTo(largest: number, length: number): Numbers {
  return largest < 65536 ? new Uint16Array(length) : new Uint32Array(length);
}

/** First index in `low`…`high` (exclusive) whose sorted value is at least `value`; `high` if there is none. */
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

const digitBits = 12;

/** Sorts ascending, in place: long arrays by radix, in passes over 12 bits. */
export function sortNumbers(values: Uint32Array): Uint32Array {
  if (values.length < 1024) return values.sort();
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) if (values[i]! > largest) largest = values[i]!;
  let from = values;
  let to = new Uint32Array(values.length);
  const next = new Uint32Array(1 << digitBits);
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += digitBits) {
    next.fill(0);
    for (let i = 0; i < from.length; i += 1) next[(from[i]! >>> shift) & 4095]! += 1;
    let start = 0;
    for (let digit = 0; digit < next.length; digit += 1) {
      const count = next[digit]!;
      next[digit] = start;
      start += count;
    }
    for (let i = 0; i < from.length; i += 1) {
      const value = from[i]!;
      const digit = (value >>> shift) & 4095;
      to[next[digit]!] = value;
      next[digit]! += 1;
    }
    [from, to] = [to, from as Uint32Array<ArrayBuffer>];
  }
  if (from !== values) values.set(from);
  return values;
}
