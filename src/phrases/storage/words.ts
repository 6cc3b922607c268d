/**
 * A sorted dictionary, read by page or in memory: word → number by a hash table, number → word, and the range of a
 * prefix by binary search. Numbers are in code-unit order, so that a prefix is a range.
 *
 * Words are stored as CESU-8 (Unicode Technical Report 26): every UTF-16 code unit encoded separately, as UTF-8 would.
 * Except for characters beyond U+FFFF that is UTF-8; but its bytes sort as JavaScript compares strings, so a search
 * compares bytes and decodes nothing.
 */
import type { Column } from './column.ts';
import { widthFor } from './layout.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** The columns of a dictionary: all letters, where each word begins (and the last one ends), and the hash table. */
export interface WordColumns {
  letters: Column;
  starts: Column;
  slots: Column;
}

/** Room for the code units of a word while it is decoded, and the same memory as bytes. */
let units = new Uint16Array(256);
let unitBytes = Buffer.from(units.buffer);

export class Words {
  readonly length: number;
  private readonly letters: Column;
  private readonly starts: Column;
  private readonly slots: Column;

  constructor({ letters, starts, slots }: WordColumns) {
    this.length = starts.length - 1;
    this.letters = letters;
    this.starts = starts;
    this.slots = slots;
  }

  /** -1 for a word that is not in the dictionary. */
  id(word: string): number {
    const { slots } = this;
    const mask = slots.length - 1;
    const length = encode(word);
    for (let slot = hashOf(word) & mask; ; slot = (slot + 1) & mask) {
      const id = slots.at(slot) - 1;
      if (id < 0 || this.equals(id, length)) return id;
    }
  }

  /** The word with an id from 0 to `length` - 1. */
  word(id: number): string {
    const { letters } = this;
    const end = this.starts.at(id + 1);
    let count = 0;
    for (let at = this.starts.at(id); at < end; ) {
      if (count === units.length) growUnits();
      const first = letters.at(at);
      if (first < 0x80) {
        units[count] = first;
        at += 1;
      } else if (first < 0xe0) {
        units[count] = ((first & 0x1f) << 6) | (letters.at(at + 1) & 0x3f);
        at += 2;
      } else {
        units[count] =
          ((first & 0x0f) << 12) | ((letters.at(at + 1) & 0x3f) << 6) | (letters.at(at + 2) & 0x3f);
        at += 3;
      }
      count += 1;
    }
    return unitBytes.toString('utf16le', 0, 2 * count);
  }

  /** First id and end (exclusive) of the words that begin with `prefix`. */
  prefixRange(prefix: string): { first: number; end: number } {
    const length = encode(prefix);
    const first = this.lowerBound((id) => this.compareStart(id, length) >= 0, 0);
    return { first, end: this.lowerBound((id) => this.compareStart(id, length) > 0, first) };
  }

  /** Whether a word equals the encoded bytes in `wanted`. */
  private equals(id: number, wanted: number): boolean {
    const start = this.starts.at(id);
    return this.starts.at(id + 1) - start === wanted && this.compareStart(id, wanted) === 0;
  }

  /** Compares the first bytes of a word to the encoded bytes in `wanted`: 0 if it begins with them. */
  private compareStart(id: number, wanted: number): number {
    const start = this.starts.at(id);
    const length = this.starts.at(id + 1) - start;
    for (let at = 0; at < wanted; at += 1) {
      if (at === length) return -1;
      const difference = this.letters.at(start + at) - encoded[at]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private lowerBound(reached: (id: number) => boolean, from: number): number {
    let low = from;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (reached(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/**
 * Writes sections `${name}.letters`, `.starts` and `.slots` from distinct words in code-unit order; returns their
 * number.
 */
export function writeWords(writer: SegmentWriter, name: string, words: Iterable<string>): number {
  const letters = writer.section(`${name}.letters`, 1);
  const starts: number[] = [0];
  const hashes: number[] = [];
  for (const word of words) {
    const length = encode(word);
    letters.append(encoded.subarray(0, length));
    starts.push(letters.length);
    hashes.push(hashOf(word));
  }
  writer.section(`${name}.starts`, widthFor(letters.length)).append(Uint32Array.from(starts));
  const slots = slotsOf(hashes);
  writer.section(`${name}.slots`, widthFor(hashes.length)).append(slots);
  return hashes.length;
}

/** The dictionary that `writeWords` wrote under `name`. */
export function openWords(segment: { column(name: string): Column }, name: string): Words {
  return new Words({
    letters: segment.column(`${name}.letters`),
    starts: segment.column(`${name}.starts`),
    slots: segment.column(`${name}.slots`),
  });
}

/**
 * A hash table with open addressing: id + 1 in the first free slot from the word's hash on, 0 in free slots. At most
 * half full.
 */
function slotsOf(hashes: readonly number[]): Uint32Array {
  const slots = new Uint32Array(1 << (33 - Math.clz32(Math.max(hashes.length, 1))));
  const mask = slots.length - 1;
  for (let id = 0; id < hashes.length; id += 1) {
    let slot = hashes[id]! & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  return slots;
}

/** FNV-1a over code units (Fowler, Noll and Vo), with its high bits folded into the low ones that select a slot. */
export function hashOf(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value ^ (value >>> 15);
}

/** The bytes of the word that was encoded last. */
let encoded = new Uint8Array(256);

/** Writes a word's bytes into `encoded`; returns their number. */
function encode(word: string): number {
  if (encoded.length < 3 * word.length) encoded = new Uint8Array(6 * word.length);
  let length = 0;
  for (let i = 0; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    if (unit < 0x80) {
      encoded[length] = unit;
      length += 1;
    } else if (unit < 0x800) {
      encoded[length] = 0xc0 | (unit >> 6);
      encoded[length + 1] = 0x80 | (unit & 0x3f);
      length += 2;
    } else {
      encoded[length] = 0xe0 | (unit >> 12);
      encoded[length + 1] = 0x80 | ((unit >> 6) & 0x3f);
      encoded[length + 2] = 0x80 | (unit & 0x3f);
      length += 3;
    }
  }
  return length;
}

function growUnits(): void {
  const larger = new Uint16Array(2 * units.length);
  larger.set(units);
  units = larger;
  unitBytes = Buffer.from(units.buffer);
}
