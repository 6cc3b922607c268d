/** Clients of a server: some ask from time to time and record the latency, others ask one question after the other. */

/** Milliseconds of each answer, ascending; one question after the other, at most one every `every` milliseconds. */
export async function askOften(
  base: string,
  path: () => string,
  { every, milliseconds }: { every: number; milliseconds: number },
): Promise<Float64Array> {
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const began = performance.now();
    const response = await fetch(base + path());
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${response.status} for a light question`);
    const took = performance.now() - began;
    times.push(took);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, every - took)));
  }
  return Float64Array.from(times).sort();
}

/** How questions ended. */
export interface Heavy {
  answered: number;
  tooMuch: number;
  busy: number;
  other: number;
  /** Milliseconds. */
  longest: number;
}

/** Asks these paths in turn until told to stop; each path is unique, so that no answer comes from a cache. */
export async function keepAsking(base: string, paths: Iterator<string>, signal: AbortSignal): Promise<Heavy> {
  const ends: Heavy = { answered: 0, tooMuch: 0, busy: 0, other: 0, longest: 0 };
  while (!signal.aborted) {
    const began = performance.now();
    try {
      const response = await fetch(base + (paths.next().value as string), { signal });
      const body = await response.text();
      if (response.status === 200) ends.answered += 1;
      else if (body.includes('problem:too_much_work')) ends.tooMuch += 1;
      else if (body.includes('problem:busy')) {
        ends.busy += 1;
        await new Promise((resolve) => setTimeout(resolve, 1000));
      } else ends.other += 1;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    ends.longest = Math.max(ends.longest, performance.now() - began);
  }
  return ends;
}
