/** Counts of pairs of small integers: open addressing over typed arrays, much faster than a Map with joined keys. */
export class PairTable {
  #keys: Int32Array;
  #counts: Float64Array;
  #size = 0;

  /** @param expected number of pairs that fit before the table grows */
  constructor(expected = 64) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#keys = new Int32Array(2 * slots).fill(-1);
    this.#counts = new Float64Array(slots);
  }

  /** The count of a pair, 0 if it was never added; negative indexes are in no pair. */
  get(first: number, second: number): number {
    if (first < 0 || second < 0) return 0;
    return this.#counts[this.#slot(first, second)]!;
  }

  /** @param first,second 0 to 2³¹ − 1. */
  add(first: number, second: number, count: number): void {
    const slot = this.#slot(first, second);
    if (this.#keys[2 * slot] === -1) {
      this.#keys[2 * slot] = first;
      this.#keys[2 * slot + 1] = second;
      this.#size++;
    }
    this.#counts[slot]! += count;
    if (this.#size * 2 > this.#counts.length) this.#grow();
  }

  #slot(first: number, second: number): number {
    const keys = this.#keys;
    const mask = this.#counts.length - 1;
    let slot = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    while (keys[2 * slot] !== -1 && (keys[2 * slot] !== first || keys[2 * slot + 1] !== second))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Int32Array(2 * keys.length).fill(-1);
    this.#counts = new Float64Array(2 * counts.length);
    this.#size = 0;
    for (let slot = 0; slot < counts.length; slot++) {
      if (keys[2 * slot] !== -1) this.add(keys[2 * slot]!, keys[2 * slot + 1]!, counts[slot]!);
    }
  }
}
