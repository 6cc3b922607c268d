/**
 * The words at a segment's positions. Only exact ones are stored: a word of another profile is a function of the exact
 * one, so all profiles read the same pages.
 */
import type { Column } from '../storage/index.ts';

export class Tokens {
  private readonly exact: Column;
  /** The profile's token for each exact one; null under `exact`. In memory, because every step of a search needs it. */
  private readonly tokenOf: Uint32Array | null;

  /** @param ofExact word id of each exact word id; null under `exact` */
  constructor(exact: Column, ofExact: Column | null) {
    this.exact = exact;
    this.tokenOf = ofExact && tokensOf(ofExact);
  }

  /** Count of positions. */
  get length(): number {
    return this.exact.length;
  }

  /** Word id + 1 at a position; 0 after each paragraph and outside the segment. */
  at(position: number): number {
    return this.ofExact(this.exact.at(position));
  }

  /** The profile's word for an exact one, both as id + 1. */
  ofExact(token: number): number {
    return this.tokenOf === null ? token : this.tokenOf[token]!;
  }

  /** The words from `from` to (not including) `to`. Do not modify the array. */
  slice(from: number, to: number): Uint32Array {
    const exact = this.exact.slice(from, to) as Uint32Array;
    const { tokenOf } = this;
    if (tokenOf === null) return exact;
    const tokens = new Uint32Array(exact.length);
    for (let i = 0; i < exact.length; i += 1) tokens[i] = tokenOf[exact[i]!]!;
    return tokens;
  }
}

function tokensOf(ofExact: Column): Uint32Array {
  const tokens = new Uint32Array(ofExact.length + 1);
  const ids = ofExact.slice(0, ofExact.length);
  for (let form = 0; form < ids.length; form += 1) tokens[form + 1] = ids[form]! + 1;
  return tokens;
}
