/** The length of the fault tests: a short form with all other tests, the full one with `npm run test:faults`. */
export const full = process.env.SIYAGHA_FAULTS === 'full';

/** The seed of a full run can be given, to repeat it. */
export const seed = Number(process.env.SIYAGHA_SEED ?? 20_240_131);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
