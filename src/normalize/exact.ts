/**
 * The `exact` form of a piece of text: NFKC with exceptions for Arabic, invisible characters removed, digits 0–9, case
 * folded. This is Unicode's NFKC_Casefold plus tatweel and digits (UAX #15 and the Unicode Standard, 3.13).
 */
import { FRACTIONS, INVISIBLES, MARK_FORMS, RANGE_TATWEEL, SPACING_ACCENTS } from './characters.ts';

/** Letters and digits that NFKC and case folding do not change, and that never compose with each other. */
const PLAIN = /^[a-z0-9\u0621-\u063A\u0641-\u064A]*$/;
const CASED = /\p{Cased}/u;
const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** The `exact` form of `text`, separators included. */
export function exactForm(text: string): string {
  if (PLAIN.test(text)) return text;
  let out = text.replace(RANGE_TATWEEL, '-').replace(INVISIBLES, '');
  out = out.replace(MARK_FORMS, (form) => form.normalize('NFKC').replace(/[ \u0640]/g, ''));
  out = out.replace(SPACING_ACCENTS, ' ').replace(FRACTIONS, ' $&');
  out = out.normalize('NFKC');
  if (CASED.test(out)) out = foldCase(out).normalize('NFKC').replace(INVISIBLES, '');
  return out.replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * Full case folding, character by character so that no context rule applies: ß ẞ → ss, ς → σ. The Turkish ı is kept.
 */
function foldCase(text: string): string {
  let out = '';
  for (const char of text) out += char === 'ı' ? char : char.toLowerCase().toUpperCase().toLowerCase();
  return out;
}
