/** Times and their order statistics. */

export function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** Like `timed`, in milliseconds of processor time, to which other work on the machine does not add. */
export function onProcessor<T>(work: () => T): { ms: number; result: T } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, result };
}

/** Milliseconds of `work` for each item, ascending; every item runs once before, so that nothing is measured cold. */
export function timesOf<T>(
  items: readonly T[],
  work: (item: T) => unknown,
  clock = timed<unknown>,
): Float64Array {
  for (const item of items) work(item);
  return Float64Array.from(items, (item) => clock(() => work(item)).ms).sort();
}

export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A seeded generator of integers from 0 to below the argument. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
