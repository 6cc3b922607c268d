/**
 * A bounded cache from a word in the text to its normalised form. Lookups compare UTF-16 units in place, so a known
 * word needs no new string. It only saves work: the answers are the same without it.
 */

/** Words longer than this many units are not cached. */
const LONGEST = 48;
/** Forgets everything when it holds this many words, or their units no longer fit. */
const WORDS = 1 << 16;
const UNITS = WORDS * 10;
const SLOT_BITS = 17;
const SLOTS = 1 << SLOT_BITS;

export class WordMemo {
  /**
   * Three numbers per slot, next to each other for the CPU cache: hash, length (0: free) and index, where its units
   * start.
   */
  readonly #slots = new Int32Array(SLOTS * 3);
  readonly #units = new Uint16Array(UNITS);
  readonly #compute: (word: string) => string;
  #used = 0;
  #forms: string[] = [];

  /** @param compute the form of a word that is not cached yet; a pure function */
  constructor(compute: (word: string) => string) {
    this.#compute = compute;
  }

  /**
   * The form of `text.slice(start, end)`.
   *
   * @param hash of its units by `mix`, from 0
   */
  get(text: string, start: number, end: number, hash: number): string {
    const length = end - start;
    if (length > LONGEST) return this.#compute(text.slice(start, end));
    const slots = this.#slots;
    const units = this.#units;
    // Fibonacci hashing: similar words get distant slots.
    let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - SLOT_BITS);
    for (;;) {
      const packed = slots[slot * 3 + 1]!;
      if (packed === 0) return this.#learn(text, start, end, hash, slot);
      if (slots[slot * 3] === hash && packed >>> 24 === length) {
        const from = slots[slot * 3 + 2]!;
        let i = 0;
        while (i < length && units[from + i] === text.charCodeAt(start + i)) i++;
        if (i === length) return this.#forms[packed & 0xffffff]!;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  #learn(text: string, start: number, end: number, hash: number, free: number): string {
    const form = this.#compute(text.slice(start, end));
    const length = end - start;
    if (this.#forms.length === WORDS || this.#used + length > UNITS) {
      this.#slots.fill(0);
      this.#used = 0;
      this.#forms = [];
      return form;
    }
    this.#slots[free * 3] = hash;
    this.#slots[free * 3 + 1] = (length << 24) | this.#forms.length;
    this.#slots[free * 3 + 2] = this.#used;
    for (let i = start; i < end; i++) this.#units[this.#used++] = text.charCodeAt(i);
    this.#forms.push(form);
    return form;
  }
}

/** One step of the hash that `WordMemo.get` expects. */
export function mix(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}
