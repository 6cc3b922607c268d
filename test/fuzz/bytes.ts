/** Damage that any file may have: flipped bytes, truncation, stretches repeated, swapped or blanked. */
import type { Random } from './random.ts';

export type Mutate = (bytes: Uint8Array, random: Random) => Uint8Array;

const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Somewhere in the file, and its length. */
function stretch(bytes: Uint8Array, random: Random, most = 4096): [from: number, to: number] {
  const from = random.int(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random.int(most))];
}

const flipped: Mutate = (bytes, random) => {
  const out = bytes.slice();
  for (let n = 1 + random.int(40); n > 0; n -= 1) out[random.int(out.length)]! ^= 1 << random.int(8);
  return out;
};

const cut: Mutate = (bytes, random) => bytes.slice(0, random.int(bytes.length));

const without: Mutate = (bytes, random) => {
  const [from, to] = stretch(bytes, random);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
};

const repeated: Mutate = (bytes, random) => {
  const [from, to] = stretch(bytes, random);
  const again = bytes.subarray(from, to);
  const times = Array.from({ length: 1 + random.int(random.pick([3, 3, 200])) }, () => again);
  return joined(bytes.subarray(0, to), ...times, bytes.subarray(to));
};

const swapped: Mutate = (bytes, random) => {
  const places = Array.from({ length: 3 }, () => random.int(bytes.length)).sort((a, b) => a - b);
  const [a, b, c] = places as [number, number, number];
  return joined(bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c));
};

const blanked: Mutate = (bytes, random) => {
  const out = bytes.slice();
  const [from, to] = stretch(bytes, random, 512);
  return out.fill(random.pick([0, 255, 0x20, 0x30]), from, to);
};

export const anywhere: Record<string, Mutate> = { flipped, cut, without, repeated, swapped, blanked };
