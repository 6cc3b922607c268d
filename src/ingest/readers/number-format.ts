/** A list's value as printed, in the formats of Word and LibreOffice. */
import { abjad, alphabet, toRoman } from '../structure/numerals.ts';

function repeatedLetter(value: number, letters: readonly string[]): string {
  const letter = letters[(value - 1) % letters.length]!;
  return letter.repeat(Math.ceil(value / letters.length));
}

const latin = [...'abcdefghijklmnopqrstuvwxyz'];
/** As printed: a list's first letter has its hamza, and the fifth abjad letter its joining stroke. */
const printedAlphabet = alphabet.map((letter) => (letter === 'ا' ? 'أ' : letter === 'ه' ? 'هـ' : letter));
const printedAbjad = abjad.map((letter) => (letter === 'ا' ? 'أ' : letter === 'ه' ? 'هـ' : letter));
const hebrew = [...'אבגדהוזחטיכלמנסעפצקרשת'];

/** With the ten digits starting with the character `zero`. */
export const digitRange = (value: number, zero: number) =>
  String(value).replace(/[0-9]/gu, (digit) => String.fromCharCode(zero + Number(digit)));

/** Hebrew numerals: hundreds, tens, units; 15 and 16 are written ט״ו and ט״ז to avoid the name of God. */
function hebrewNumeral(value: number): string {
  let rest = value;
  let text = '';
  for (const [step, letter] of [
    [400, 'ת'],
    [300, 'ש'],
    [200, 'ר'],
    [100, 'ק'],
  ] as const) {
    while (rest >= step) {
      text += letter;
      rest -= step;
    }
  }
  if (rest === 15 || rest === 16) return text + (rest === 15 ? 'טו' : 'טז');
  const tens = ['', 'י', 'כ', 'ל', 'מ', 'נ', 'ס', 'ע', 'פ', 'צ'][Math.floor(rest / 10)]!;
  const units = ['', 'א', 'ב', 'ג', 'ד', 'ה', 'ו', 'ז', 'ח', 'ט'][rest % 10]!;
  return text + tens + units;
}

const englishOrdinal = (value: number) => {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
};

/**
 * @param format Word's `numFmt` value, or one of ODF's (`1`, `a`, `A`, `i`, `I`, an Arabic list's first letters)
 * @returns '' for formats that print nothing and for bullets
 */
export function formatNumber(value: number, format: string): string {
  if (value < 1 && !/^(?:decimal|1)/u.test(format)) return String(value);
  switch (format) {
    case 'none':
    case 'bullet':
    case '':
      return '';
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value);
    case 'lowerLetter':
    case 'a':
      return repeatedLetter(value, latin);
    case 'upperLetter':
    case 'A':
      return repeatedLetter(value, latin).toUpperCase();
    case 'lowerRoman':
    case 'i':
      return toRoman(value);
    case 'upperRoman':
    case 'I':
      return toRoman(value).toUpperCase();
    case 'ordinal':
      return englishOrdinal(value);
    case 'arabicAlpha':
    case 'أ, ب, ت, ...':
    case 'ا, ب, ت, ...':
      return repeatedLetter(value, printedAlphabet);
    case 'arabicAbjad':
    case 'أ, ب, ج, ...':
    case 'ا, ب, ج, ...':
    case 'أ, ب, ج, د, ...':
      return repeatedLetter(value, printedAbjad);
    case 'hebrew1':
      return hebrewNumeral(value);
    case 'hebrew2':
      return repeatedLetter(value, hebrew);
    case 'hindiNumbers':
    case 'decimalArabicIndic':
    case '١, ٢, ٣, ...':
      return digitRange(value, 0x660);
    case '۱, ۲, ۳, ...':
      return digitRange(value, 0x6f0);
    default:
      return String(value);
  }
}
