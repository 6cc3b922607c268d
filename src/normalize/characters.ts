/**
 * The class of each character for the tokenizer. One byte per UTF-16 unit, computed from the Unicode properties when a
 * unit first occurs, so that loading the package costs nothing.
 */

/** Ends a token: punctuation, spaces, symbols, control characters. */
export const SEPARATOR = 1;
/** A letter or number that stays inside a token whatever is next to it. */
export const LETTER = 2;
/** A combining mark: part of a token, but not a token by itself. */
export const MARK = 3;
/** Removed without ending the token: tatweel (but see `RANGE_TATWEEL`), zero-width and bidi controls, soft hyphen, BOM. */
export const INVISIBLE = 4;
/** Needs a look at the whole run around it: ½, ﷺ, ™, №, surrogates. */
export const COMPLEX = 5;

/**
 * Removed everywhere: the tatweel and Unicode's Default_Ignorable_Code_Point (zero-width characters, joiners, bidi
 * controls, soft hyphen, BOM, variation selectors), the set that NFKC_Casefold removes too.
 */
export const INVISIBLES = /[\u0640\p{Default_Ignorable_Code_Point}]+/gu;

const IGNORABLE = '\\p{Default_Ignorable_Code_Point}';

/** Tatweel between two digits, which stands for a dash: ١٩٩٠ـ١٩٩٥. It is a separator. */
export const RANGE_TATWEEL = new RegExp(
  // The lookbehind comes second: at the front it would run at every character.
  `\\u0640(?<=\\p{Nd}${IGNORABLE}*\\u0640)[\\u0640${IGNORABLE}]*(?=\\p{Nd})`,
  'gu',
);

/** Isolated and medial forms of Arabic marks; NFKC would put a space or a tatweel before the mark. */
export const MARK_FORMS = /[\uFC5E-\uFC63\uFCF2-\uFCF4\uFE70-\uFE72\uFE74\uFE76-\uFE7F]/gu;

/**
 * Spacing accents, which NFKC turns into a space and a mark that would attach to the next word. They are separators.
 */
export const SPACING_ACCENTS =
  /[\u00A8\u00AF\u00B4\u00B8\u02D8-\u02DD\u037A\u0384\u0385\u1FBD\u1FBF-\u1FC1\u1FCD-\u1FCF\u1FDD-\u1FDF\u1FED\u1FEE\u1FFD\u1FFE\u2017\u203E\u309B\u309C\uFE49-\uFE4C\uFFE3]/gu;

/** Vulgar fractions: ½ is "1", "2", and is always separate from the digit before it (5½ is 5, 1, 2 like "5 1/2"). */
export const FRACTIONS = /[\u00BC-\u00BE\u2150-\u215F\u2189]/gu;

const table = new Uint8Array(0x10000);

/**
 * The class of one UTF-16 unit (0–0xFFFF).
 */
export function classOf(unit: number): number {
  const known = table[unit] as number;
  if (known !== 0) return known;
  const found = classify(unit);
  table[unit] = found;
  return found;
}

/** The table itself, for the scanner's inner loop: 0 means "not computed yet, call classOf". */
export const classes: Uint8Array = table;

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return COMPLEX;
  const char = String.fromCharCode(unit);
  if (char.search(INVISIBLES) >= 0) return INVISIBLE;
  if (char.search(SPACING_ACCENTS) >= 0) return SEPARATOR;
  if (char.search(FRACTIONS) >= 0) return COMPLEX;
  if (char.search(MARK_FORMS) >= 0) return MARK;
  const plain = char.normalize('NFKC');
  const folded = plain.toLowerCase().toUpperCase().toLowerCase();
  if (/^\p{M}/u.test(char)) return /^\p{M}+$/u.test(folded) ? MARK : COMPLEX;
  // Some marks have the category of a letter (the halfwidth katakana voicing marks).
  if (/^\p{M}+$/u.test(plain)) return MARK;
  if (/^[\p{L}\p{N}]/u.test(char)) {
    return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*$/u.test(plain) ? LETTER : COMPLEX;
  }
  return /[\p{L}\p{M}\p{N}]/u.test(plain) ? COMPLEX : SEPARATOR;
}
