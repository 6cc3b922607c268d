/**
 * The label with which a line begins: a paragraph number (`7 -`, `٧.`, `- ٧`, `12 مكررا -`), an item's mark (`(أ)`,
 * `'١'`, `(iv)`, `أ -`, a bullet) or a heading's (`ثانيا -`, `ألف -`, `II.`). Later steps decide what the label means;
 * this file only reads what is printed.
 */
import { abjadValue, asciiDigits, letterNameValue, romanValue, sectionOrdinalValue } from './numerals.ts';

export type LabelStyle =
  /** `7 -`, `7.`: the report's own number or a nested list's. */
  | 'number'
  /** `(7)`, `7)` */
  | 'digits'
  /** `(أ)`, `أ)`, `أ -` */
  | 'letter'
  /** `'7'` */
  | 'quoted'
  /** `(iv)` */
  | 'roman'
  /** `(a)` */
  | 'latin'
  | 'bullet'
  /** `ثانيا -` */
  | 'ordinal'
  /** `باء -` */
  | 'letter_name'
  /** `II.`, `II -` */
  | 'upper_roman'
  /** `B.`, `B -` */
  | 'upper_latin';

export interface Label {
  style: LabelStyle;
  /** From 1; 0 for bullets. */
  value: number;
  /** True for `12 مكررا`. */
  repeated: boolean;
  /** As printed, without the dash or full stop after it: `٧`, `(ج)`, `ثانيا`. */
  text: string;
  /** UTF-16 offset at which the text after the label begins. */
  end: number;
}

const space = '[\\s\\u00A0\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]*';
/** The same without blanks: bidi marks that word processors put between a number and its sign. */
const unseen = '[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]*';
const digits = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]';
const dash = '[-\\u2010-\\u2015\\u2212_]';
/** Typists also write a tatweel for a dash. */
const anyDash = '[-\\u2010-\\u2015\\u2212_\\u0640]';
/** Signs that belong to a number only if a blank and text follow: `١/ نص`, `١: نص`. */
const loose = `[/:](?=${unseen}[\\s\\u00A0])`;
const again = '(?:[\\s\\u00A0]+مكرر[اًة]*(?:[\\s\\u00A0]+(?:ثاني|ثالث|رابع)[اً]*)?)?';
const quote = '[\'"\\u2018\\u2019\\u201A\\u201B\\u201C\\u201D\\u00B4\\u0060\\u02BB\\u02BC]';

const pattern = (source: string) => new RegExp(`^${space}${source}`, 'u');

const numberFirst = pattern(
  `(${digits}{1,4}${again})(?:${space}${anyDash}+|${space}\\.${space}${dash}|${unseen}\\.|${space}\\.(?=[\\s\\u00A0])|\\t)${space}`,
);
const numberLoose = pattern(`(${digits}{1,3}${again})${space}${loose}${space}`);
const dashFirst = pattern(
  `[-\\u2010-\\u2015\\u2212]${space}(${digits}{1,4}${again})(?=[\\s\\u00A0\\u200E\\u200F])${space}`,
);
const parenthesised = pattern(`(\\(${space}([^()\\s][^()]{0,4}?)${space}\\))${space}${dash}?${space}`);
const halfParenthesised = pattern(
  `((${digits}{1,3}|[\\u0621-\\u064A]\\u0640?|[a-z]|[ivx]{1,4})${space}\\))${space}`,
);
const letterDash = pattern(
  `([\\u0621-\\u063A\\u0641-\\u064A][\\u0640\\u200D]*)${space}(?:${dash}|\\.)[\\s\\u00A0]*`,
);
/** `أـ نص`: the letter's tatweel is the dash. Before a number, `بـ ٥` is a preposition. */
const letterTatweel = pattern(
  `([\\u0621-\\u063A\\u0641-\\u064A])(?:\\u0640*[\\s\\u00A0]+)?\\u0640+[\\s\\u00A0]+(?=[\\u0621-\\u063A\\u0641-\\u064A])`,
);
const quoted = pattern(`(${quote}${space}(${digits}{1,3}|[ivx]{1,5})${space}${quote})${space}`);
const bullet = pattern(
  '([\\u2022\\u25AA\\u25AB\\u25CF\\u25CB\\u25E6\\u25A0\\u25A1\\u2023\\u00B7\\u2043*\\u00A7\\uF0B7\\uF0A7])[\\s\\u00A0]+',
);
const dashBullet = pattern(`([-\\u2010-\\u2015\\u2212])[\\s\\u00A0]+(?=\\S)`);
const ordinal = pattern(
  `((?:[\\u0621-\\u065F\\u0670]+)(?:[\\s\\u00A0]+(?:عشر[ةا]?|و[\\u0621-\\u065F]+))?)${space}(?:${anyDash}|:|\\.|/(?=[\\s\\u00A0]))${space}`,
);
const upperLatin = pattern(`(([IVXL]{1,7})|([A-Z]))${space}(?:${dash}|\\.)[\\s\\u00A0]+`);

/** A number before a month, a year or more digits is a date or a figure, not a label. */
const figureBehind =
  /^(?:[\u0621-\u064A]+\s*\/\s*[0-9]{4}|[0-9]{1,2}\s+(?:و\s*)?[\u0621-\u064A]+\s*\/|[0-9]{1,2}\s+\S+\s+[0-9]{4}\b)/u;

function numberLabel(line: string): Label | null {
  const match = numberFirst.exec(line) ?? numberLoose.exec(line) ?? dashFirst.exec(line);
  if (!match) return null;
  const end = match[0].length;
  const before = asciiDigits(match[0]);
  const rest = asciiDigits(line.slice(end));
  if (/^[0-9]/u.test(rest) && /[0-9.\u2010-\u2015\u0640_-]$|[/:]\s*$/u.test(before)) return null;
  if (figureBehind.test(rest)) return null;
  const text = match[1]!.trim();
  const value = Number.parseInt(asciiDigits(text), 10);
  return { style: 'number', value, repeated: /مكرر/u.test(text), text, end };
}

/** The content of brackets or quotes: a letter, digits or a Roman numeral. */
function enclosed(inside: string): { style: LabelStyle; value: number } | null {
  const plain = asciiDigits(inside.trim());
  if (/^[0-9]{1,3}$/u.test(plain)) return { style: 'digits', value: Number(plain) };
  const letter = abjadValue(plain);
  if (letter !== null) return { style: 'letter', value: letter };
  // (i), (v), (x) may be either; a list of letters that gets this far is rarer than a list of Roman numerals.
  const roman = /^[ivxl]+$/u.test(plain) ? romanValue(plain) : null;
  if (roman !== null) return { style: 'roman', value: roman };
  if (/^[a-z]$/u.test(plain)) return { style: 'latin', value: plain.charCodeAt(0) - 96 };
  return null;
}

function itemLabel(line: string): Label | null {
  const repeated = false;
  const inQuotes = quoted.exec(line);
  if (inQuotes) {
    const inner = enclosed(inQuotes[2]!);
    if (inner)
      return { style: 'quoted', value: inner.value, repeated, text: inQuotes[1]!, end: inQuotes[0].length };
  }
  const match = parenthesised.exec(line) ?? halfParenthesised.exec(line);
  if (match) {
    const inner = enclosed(match[2]!);
    return inner ? { ...inner, repeated, text: match[1]!, end: match[0].length } : null;
  }
  const lettered = letterDash.exec(line);
  if (lettered && line.length > lettered[0].length) {
    const value = abjadValue(lettered[1]!);
    if (value !== null)
      return { style: 'letter', value, repeated, text: lettered[1]!, end: lettered[0].length };
  }
  const stretched = letterTatweel.exec(line);
  if (stretched) {
    const value = abjadValue(stretched[1]!);
    // هـ is written with one.
    const text = stretched[1] === 'ه' ? 'هـ' : stretched[1]!;
    if (value !== null) return { style: 'letter', value, repeated, text, end: stretched[0].length };
  }
  const dotted = bullet.exec(line) ?? dashBullet.exec(line);
  return dotted ? { style: 'bullet', value: 0, repeated, text: dotted[1]!, end: dotted[0].length } : null;
}

function headingLabel(line: string): Label | null {
  const repeated = false;
  const words = ordinal.exec(line);
  if (words) {
    const text = words[1]!;
    const end = words[0].length;
    const section = sectionOrdinalValue(text);
    if (section !== null) return { style: 'ordinal', value: section, repeated, text, end };
    const letter = letterNameValue(text);
    if (letter !== null) return { style: 'letter_name', value: letter, repeated, text, end };
  }
  const latin = upperLatin.exec(line);
  if (!latin) return null;
  const [all, text, roman, letter] = latin;
  if (roman)
    return { style: 'upper_roman', value: romanValue(roman) ?? 0, repeated, text: text!, end: all.length };
  return { style: 'upper_latin', value: letter!.charCodeAt(0) - 64, repeated, text: text!, end: all.length };
}

/** The label at the start of a line, or null. A line that consists of a label has none: it is the text. */
export function parseLabel(line: string): Label | null {
  const label = headingLabel(line) ?? numberLabel(line) ?? itemLabel(line);
  return label && line.slice(label.end).trim() !== '' ? label : null;
}

/** An automatic label as a reader returns it (`7 -`, `(ج)`, `ثانيا`), with nothing after it. */
export function parseAutomaticLabel(printed: string): Label | null {
  const trimmed = printed.trim();
  if (trimmed === '') return null;
  for (const behind of [' نص', ' - نص']) {
    const label = parseLabel(`${trimmed}${behind}`);
    if (label && label.end >= trimmed.length) return { ...label, end: 0 };
  }
  return { style: 'bullet', value: 0, repeated: false, text: trimmed, end: 0 };
}
