/** A text folded for pattern matching, with the way back to the original's offsets. */

export interface PlainText {
  /** Marks, tatweel and invisible characters gone; digits 0–9; أ إ آ → ا, ى → ي, ة stays. */
  text: string;
  /** Offset in the original of each character, and the original's length behind the last. */
  at: Uint32Array;
}

const dropped = /[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF]/u;

function fold(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80 || (code > 0x625 && code < 0x640)) return character;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if (code === 0x622 || code === 0x623 || code === 0x625 || code === 0x671) return 'ا';
  if (code === 0x649) return 'ي';
  if (code === 0xa0) return ' ';
  if (code >= 0x2010 && code <= 0x2015) return '-';
  return dropped.test(character) ? '' : character;
}

export function toPlain(original: string): PlainText {
  const at = new Uint32Array(original.length + 1);
  let text = '';
  for (let i = 0; i < original.length; i++) {
    const folded = fold(original[i]!);
    if (folded === '') continue;
    at[text.length] = i;
    text += folded;
  }
  at[text.length] = original.length;
  return { text, at: at.subarray(0, text.length + 1) };
}

/**
 * Whether any of these letters stand in the text: a look that costs little, before a pattern that costs much and
 * cannot match without them.
 */
export function names({ text }: PlainText, ...letters: readonly string[]): boolean {
  return letters.some((word) => text.includes(word));
}

/** The original's range of `text.slice(start, end)`. */
export function originalRange(plain: PlainText, start: number, end: number): { start: number; end: number } {
  return { start: plain.at[start]!, end: end === start ? plain.at[start]! : plain.at[end - 1]! + 1 };
}
