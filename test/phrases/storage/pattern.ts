/** Numbers that depend on their position, so that a page read from a wrong position, or only in part, is noticed. */
import type { Values, Width } from '../../../src/phrases/storage/index.ts';

export function patternAt(i: number, seed: number): number {
  const mixed = Math.imul(i ^ Math.imul(seed, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

export function patterned(width: Width, length: number, seed: number): Values {
  const values =
    width === 1 ? new Uint8Array(length) : width === 2 ? new Uint16Array(length) : new Uint32Array(length);
  for (let i = 0; i < length; i += 1) values[i] = patternAt(i, seed);
  return values;
}
