/** Cuts a stream into groups, so that the cost of each group (a commit) is shared and nothing waits long for it. */

export interface GroupLimits<T> {
  /** Maximum number of items in a group. */
  items: number;
  /** A group of at least this weight is complete. */
  weight: number;
  weigh: (item: T) => number;
  /** Maximum time that an item waits for others, in milliseconds. */
  wait: number;
}

/** All items in order; no group is empty. */
export async function* inGroups<T>(stream: AsyncIterator<T>, limits: GroupLimits<T>): AsyncGenerator<T[]> {
  let group: T[] = [];
  let weight = 0;
  let due = 0;
  const whole = () => {
    const items = group;
    group = [];
    weight = 0;
    return items;
  };
  let next = stream.next();
  for (;;) {
    const got = group.length === 0 ? await next : await within(next, due - performance.now());
    if (got === null) {
      yield whole();
      continue;
    }
    if (got.done) break;
    next = stream.next();
    if (group.length === 0) due = performance.now() + limits.wait;
    group.push(got.value);
    weight += limits.weigh(got.value);
    if (group.length >= limits.items || weight >= limits.weight) yield whole();
  }
  if (group.length > 0) yield whole();
}

/** null if it took longer than `ms`. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms), null);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
