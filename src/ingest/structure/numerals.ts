/**
 * How Arabic documents count: digits of three scripts, letters in abjad and alphabetical order, ordinal words (أولا…),
 * letter names (ألف، باء…), Roman numerals. Every function returns a value from 1, or null if the text is not such a
 * numeral.
 */

/** Arabic-Indic and Extended Arabic-Indic digits become 0–9; the length stays the same. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Letters for comparing labels: no marks, no tatweel or joiners, one alef, final ya dotted. */
export function plainLetters(text: string): string {
  return text
    .replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي');
}

export const abjad: readonly string[] = [...'ابجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
export const alphabet: readonly string[] = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];

const letterNames = [
  ...['الف', 'باء', 'جيم', 'دال', 'هاء', 'واو', 'زاي', 'حاء', 'طاء', 'ياء', 'كاف', 'لام', 'ميم', 'نون'],
  ...['سين', 'عين', 'فاء', 'صاد', 'قاف', 'راء', 'شين', 'تاء', 'ثاء', 'خاء', 'ذال', 'ضاد', 'ظاء', 'غين'],
];

const adverbs = 'اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا'.split(' ');
const adjectives = 'الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'.split(' ');
const feminine = 'الاولي الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'.split(' ');
const units = 'حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع'.split(' ');
const tens = ['عشر', 'ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];

function ordinalTable(): Map<string, number> {
  const table = new Map<string, number>();
  for (const list of [adverbs, adjectives, feminine])
    for (const [i, word] of list.entries()) table.set(word, i + 1);
  for (const [i, unit] of units.entries()) {
    const forms = [unit, `${unit}ا`, `ال${unit}`, `${unit}ة`, `ال${unit}ة`];
    for (const form of forms) {
      for (const teen of ['عشر', 'عشرة']) table.set(`${form} ${teen}`, 11 + i);
      for (const [t, ten] of tens.entries()) {
        for (const end of ['ون', 'ين']) {
          table.set(`${form} و${ten}${end}`, (t + 2) * 10 + i + 1);
          table.set(`${form} وال${ten}${end}`, (t + 2) * 10 + i + 1);
        }
      }
    }
  }
  for (const [t, ten] of tens.entries()) {
    for (const end of ['ون', 'ين']) {
      table.set(`${ten}${end}`, (t + 2) * 10);
      table.set(`ال${ten}${end}`, (t + 2) * 10);
    }
  }
  return table;
}

const ordinals = ordinalTable();
const adverbSet = new Set(adverbs);

/** `ثالثا`, `الثالث`, `حادي عشر`, `الثالث والعشرون`. */
export function ordinalValue(words: string): number | null {
  return ordinals.get(plainLetters(words).trim().replace(/\s+/gu, ' ')) ?? null;
}

/** The adverb that numbers a section: `ثالثا`, `حادي عشر`, never the adjective. */
export function sectionOrdinalValue(words: string): number | null {
  const plain = plainLetters(words).trim().replace(/\s+/gu, ' ');
  if (adverbSet.has(plain)) return adverbs.indexOf(plain) + 1;
  if (plain.startsWith('ال')) return null;
  const value = ordinals.get(plain);
  return value !== undefined && value > 10 ? value : null;
}

/** `ألف` 1, `باء` 2, … `غين` 28. */
export function letterNameValue(word: string): number | null {
  const place = letterNames.indexOf(plainLetters(word).trim());
  return place < 0 ? null : place + 1;
}

/** `أ` 1, `ب` 2, `ج` 3 …, in abjad order, as United Nations documents count; `أأ` 29. */
export function abjadValue(letters: string): number | null {
  const plain = plainLetters(letters).replace(/\s+/gu, '');
  const place = abjad.indexOf(plain[0] ?? '');
  if (place < 0 || [...plain].some((letter) => letter !== plain[0])) return null;
  return place + 1 + (plain.length - 1) * abjad.length;
}

const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Roman numerals up to a few hundred, only well-formed ones. */
export function romanValue(text: string): number | null {
  const lower = text.toLowerCase();
  if (!/^(?=.)c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/u.test(lower)) return null;
  let value = 0;
  for (let i = 0; i < lower.length; i++) {
    const digit = romanDigits[lower[i]!]!;
    value += digit < (romanDigits[lower[i + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return value;
}

export function toRoman(value: number): string {
  const steps: [number, string][] = [
    ...([
      [1000, 'm'],
      [900, 'cm'],
      [500, 'd'],
      [400, 'cd'],
      [100, 'c'],
      [90, 'xc'],
    ] as [number, string][]),
    ...([
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ] as [number, string][]),
  ];
  let text = '';
  for (const [step, letters] of steps) {
    while (value >= step) {
      text += letters;
      value -= step;
    }
  }
  return text;
}
