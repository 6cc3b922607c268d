/** A text folded for pattern matching, with a mapping back to the original's offsets. */

export interface PlainText {
  /**
   * Without marks, tatweel and invisible characters, but with tatweel between digits as a dash; presentation forms
   * become letters; digits 0–9; أ إ آ → ا, ى ی → ي, ک → ك, ة stays; every kind of space becomes ` `.
   */
  text: string;
  /** Offset in the original of each character, and the original's length at the end. */
  at: readonly number[];
}

const tatweel = '\u0640';
const dropped = /[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF]/u;
const presentationForm = /[\uFB50-\uFDFF\uFE70-\uFEFC]/u;

function fold(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80 || (code > 0x625 && code < 0x640)) return character;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if (code === 0x622 || code === 0x623 || code === 0x625 || code === 0x671) return 'ا';
  if (code === 0x649 || code === 0x6cc) return 'ي';
  if (code === 0x6a9) return 'ك';
  if (code >= 0x2010 && code <= 0x2015) return '-';
  if (presentationForm.test(character)) {
    const letters = character.normalize('NFKC').trim();
    if (letters !== character) return [...letters].map(fold).join('');
  } // ﴾ and code points without a character in these blocks are their own form
  return dropped.test(character) ? '' : /\s/u.test(character) ? ' ' : character;
}

export function toPlain(original: string): PlainText {
  const at: number[] = [];
  let text = '';
  let dash = -1; // position of a tatweel after a digit, until something else follows it
  for (let i = 0; i < original.length; i++) {
    const folded = fold(original[i]!);
    if (folded === '') {
      if (dash < 0 && original[i] === tatweel && /[0-9]$/u.test(text)) dash = i;
      continue;
    }
    if (dash >= 0 && /[0-9]/u.test(folded)) {
      text += '-';
      at.push(dash);
    }
    dash = -1;
    for (let k = 0; k < folded.length; k++) at.push(i); // of a ligature, for each of its letters
    text += folded;
  }
  at.push(original.length);
  return { text, at };
}

/**
 * Whether any of these letters are in the text: a cheap check before an expensive pattern that cannot match without
 * them.
 */
export function names({ text }: PlainText, ...letters: readonly string[]): boolean {
  return letters.some((word) => text.includes(word));
}

/** The match of a sticky pattern (flag `y`) at one place; its `lastIndex` is then the match's end. */
export function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The original's range of `text.slice(start, end)`. */
export function originalRange(plain: PlainText, start: number, end: number): { start: number; end: number } {
  return { start: plain.at[start]!, end: end === start ? plain.at[start]! : plain.at[end - 1]! + 1 };
}
