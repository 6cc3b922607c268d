/**
 * Length of the longest common subsequence, bit-parallel: Hyyrö, "Bit-parallel LCS-length computation revisited"
 * (2004). One side is prepared once and then compared with many.
 */

/** `2·common / (a + b)`; 1 for two empty texts. */
export function similarityOf(common: number, a: number, b: number): number {
  return a + b === 0 ? 1 : (2 * common) / (a + b);
}

/**
 * Words of a side processed at once, a multiple of 32; longer sides are processed in blocks so that memory stays small.
 */
const BLOCK = 4096;

export class LcsMatcher {
  private slots = new Int32Array(0);
  private masks = new Int32Array(0);
  private row = new Int32Array(0);
  private width = 0;
  private side: Int32Array = new Int32Array(0);
  private readonly loaded: number[] = [];
  /** A side too long to be processed at once. */
  private whole: { side: Int32Array; vocabularySize: number } | undefined;

  /**
   * Prepares one side.
   * @param vocabularySize ids of both sides are below it
   */
  load(side: Int32Array, vocabularySize: number): this {
    for (const id of this.loaded) this.slots[id] = 0;
    this.loaded.length = 0;
    this.whole = undefined;
    if (side.length > BLOCK) {
      this.whole = { side, vocabularySize };
      return this;
    }
    if (this.slots.length < vocabularySize) this.slots = new Int32Array(vocabularySize * 2);
    this.side = side;
    this.width = (side.length + 31) >>> 5;
    for (const id of side) {
      if (this.slots[id] !== 0) continue;
      this.loaded.push(id);
      this.slots[id] = this.loaded.length;
    }
    const size = this.loaded.length * this.width;
    if (this.masks.length < size) this.masks = new Int32Array(size * 2);
    else this.masks.fill(0, 0, size);
    if (this.row.length < this.width) this.row = new Int32Array(this.width * 2);
    for (let i = 0; i < side.length; i++) {
      const slot = (this.slots[side[i] as number] as number) - 1;
      this.masks[slot * this.width + (i >>> 5)]! |= 1 << (i & 31);
    }
    return this;
  }

  /**
   * Length of the longest common subsequence of the loaded side and `other`, or `other` from `from` to (not including)
   * `to`.
   */
  length(other: Int32Array, from = 0, to = other.length): number {
    if (this.whole) return lcsLength(this.whole.side, other.subarray(from, to), this.whole.vocabularySize);
    const { slots, masks, row, width } = this;
    if (width === 0 || from >= to) return 0;
    if (width === 1) return this.lengthOfShort(other, from, to);
    row.fill(-1, 0, width);
    for (let j = from; j < to; j++) {
      const slot = slots[other[j] as number] as number;
      if (slot === 0) continue;
      const at = (slot - 1) * width;
      let carry = 0;
      for (let w = 0; w < width; w++) {
        const v = row[w] as number;
        const m = masks[at + w] as number;
        const u = v & m;
        const sum = (v >>> 0) + (u >>> 0) + carry;
        carry = sum > 0xffffffff ? 1 : 0;
        row[w] = sum | 0 | (v & ~m);
      }
    }
    let common = 0;
    for (let w = 0; w < width; w++) common += zeros(row[w] as number, this.side.length - w * 32);
    return common;
  }

  /**
   * The same for one block of a longer side: `carries` has, per word of `other`, the carry out of the previous block
   * and receives this block's.
   */
  lengthOfBlock(other: Int32Array, carries: Uint8Array): number {
    const { slots, masks, row, width } = this;
    row.fill(-1, 0, width);
    for (let j = 0; j < other.length; j++) {
      const slot = slots[other[j] as number] as number;
      let carry = carries[j] as number;
      if (slot === 0 && carry === 0) continue;
      const at = (slot - 1) * width;
      for (let w = 0; w < width; w++) {
        const v = row[w] as number;
        const m = slot === 0 ? 0 : (masks[at + w] as number);
        const u = v & m;
        const sum = (v >>> 0) + (u >>> 0) + carry;
        carry = sum > 0xffffffff ? 1 : 0;
        row[w] = sum | 0 | (v & ~m);
      }
      carries[j] = carry;
    }
    let common = 0;
    for (let w = 0; w < width; w++) common += zeros(row[w] as number, this.side.length - w * 32);
    return common;
  }

  /** The same if the side fits one machine word. */
  private lengthOfShort(other: Int32Array, from: number, to: number): number {
    const { slots, masks } = this;
    let v = -1;
    for (let j = from; j < to; j++) {
      const slot = slots[other[j] as number] as number;
      if (slot === 0) continue;
      const m = masks[slot - 1] as number;
      v = (v + (v & m)) | (v & ~m);
    }
    return zeros(v, this.side.length);
  }
}

/** Number of zero bits among the lowest `bits`. */
function zeros(v: number, bits: number): number {
  let x = bits >= 32 ? ~v : ~v & ((1 << bits) - 1);
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return (Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24) & 63;
}

const matcher = new LcsMatcher();

/** Length of the longest common subsequence of two sequences of ids below `vocabularySize`. */
export function lcsLength(a: Int32Array, b: Int32Array, vocabularySize: number): number {
  if (a.length === 0 || b.length === 0) return 0;
  let from = 0;
  const least = Math.min(a.length, b.length);
  while (from < least && a[from] === b[from]) from++;
  if (from === least) return from;
  let tail = 0;
  while (tail < least - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middleA = a.subarray(from, a.length - tail);
  const middleB = b.subarray(from, b.length - tail);
  if (middleA.length === 0 || middleB.length === 0) return from + tail;
  // The prepared side takes memory per distinct word, so it is the shorter one.
  const [short, long] = middleA.length <= middleB.length ? [middleA, middleB] : [middleB, middleA];
  if (short.length <= BLOCK) return from + tail + matcher.load(short, vocabularySize).length(long);
  const carries = new Uint8Array(long.length);
  let common = from + tail;
  for (let at = 0; at < short.length; at += BLOCK)
    common += matcher.load(short.subarray(at, at + BLOCK), vocabularySize).lengthOfBlock(long, carries);
  return common;
}
