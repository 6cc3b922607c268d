/** Sets of paragraph numbers as ascending arrays. */

export function intersection(a: Uint32Array, b: Uint32Array): Uint32Array {
  const result = new Uint32Array(Math.min(a.length, b.length));
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) {
      result[count] = x;
      count += 1;
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return result.subarray(0, count);
}

/** What is in `a` but not in `b`. */
export function difference(a: Uint32Array, b: Uint32Array): Uint32Array {
  let j = 0;
  return a.filter((value) => {
    while (j < b.length && b[j]! < value) j += 1;
    return b[j] !== value;
  });
}

export function union(sets: readonly Uint32Array[]): Uint32Array {
  if (sets.length <= 1) return sets[0] ?? new Uint32Array(0);
  const all = new Uint32Array(sets.reduce((sum, set) => sum + set.length, 0));
  let at = 0;
  for (const set of sets) {
    all.set(set, at);
    at += set.length;
  }
  all.sort();
  return all.filter((value, i) => i === 0 || all[i - 1] !== value);
}
