/** Which letters meet inside words: if those of two fragments never do, joining them cannot make a known word. */

const BITS = 5;
const LETTERS = 'اءبتثجحخدذرزسشصضطظعغفقكلمنهويةى';
const codes = new Uint8Array(128);
for (let i = 0; i < LETTERS.length; i++) codes[LETTERS.charCodeAt(i) - 0x600] = i + 1;

/** 1 to 31 for a letter in folded form, 0 for the edge of a word and for anything else. */
function codeAt(word: string, i: number): number {
  const code = word.charCodeAt(i) - 0x600;
  return code >= 0 && code < 128 ? codes[code]! : 0;
}

/** The two letters before and after every joint in the words of a list; 0 for one that does not matter. */
export class Joints {
  readonly #seen = new Uint8Array(2 ** (4 * BITS));

  add(word: string): void {
    for (let i = 1; i < word.length; i++) {
      const joint = key(word, i, word, i);
      for (const mask of MASKS) this.#seen[joint & mask] = 1;
    }
  }

  /** @param left,right words in folded form */
  meets(left: string, right: string): boolean {
    return this.#seen[key(left, left.length, right, 0)] === 1;
  }
}

const OUTER = 2 ** BITS - 1;
const FIRST = OUTER << (3 * BITS);
const MASKS = [-1, ~OUTER, ~FIRST, ~(OUTER | FIRST)];

/** The two letters of `left` before `end` and the two of `right` from `start` on. */
const key = (left: string, end: number, right: string, start: number): number =>
  (codeAt(left, end - 2) << (3 * BITS)) |
  (codeAt(left, end - 1) << (2 * BITS)) |
  (codeAt(right, start) << BITS) |
  codeAt(right, start + 1);
