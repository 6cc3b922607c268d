/**
 * The number of the session that a report is about, as its body counts them: `الدورة الثانية عشرة`, `دورتها السابعة
 * والستين`, `الدورة العادية ٤٧`, `الدورة الـ ٤٧`, `Twelfth session`, `67th session`.
 */
import { asciiDigits, ordinalValue } from './numerals.ts';

const kinds = 'العادية|العامة|الاستثنائية|الطارئة|الموضوعية|التنظيمية|السنوية|المستأنفة';
const arabicSession = new RegExp(
  `(?<!\\p{L})(?:ال)?دور(?:ة|ته|تها|تهما)\\s+(?:(?:${kinds})\\s+)?((?:ال\\s*)?[0-9]{1,3}|[\\p{L}\\p{M}]+(?:\\s+[\\p{L}\\p{M}]+)?)`,
  'gu',
);

const english = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth'
).split(' ');
const englishTens = 'twent thirt fort fift sixt sevent eight ninet'.split(' ');
const englishSession =
  /(?<![\p{L}\p{N}])(?:([0-9]{1,3})(?:st|nd|rd|th)|(\p{L}+)(?:-(\p{L}+))?)\s+(?:(?:regular|special|emergency|annual|resumed|substantive)\s+)?session(?!\p{L})/giu;

/** The number of the first session that a text names, from 1; null if it names none by number. */
export function sessionNumber(text: string): number | null {
  const plain = asciiDigits(text.normalize('NFKC').replace(/\u0640/gu, ''));
  for (const match of plain.matchAll(arabicSession)) {
    const value = arabicNumber(match[1]!);
    if (value !== null) return value;
  }
  for (const [, digits, first, second] of plain.matchAll(englishSession)) {
    const value = digits ? Number(digits) : englishNumber(first!.toLowerCase(), second?.toLowerCase());
    if (value) return value;
  }
  return null;
}

/** Two words if they form an ordinal together, otherwise the first. */
function arabicNumber(words: string): number | null {
  const digits = /[0-9]+$/u.exec(words);
  if (digits) return Number(digits[0]) || null;
  const [first] = words.split(/\s+/u);
  return ordinalValue(words) ?? ordinalValue(first!);
}

function englishNumber(first: string, second: string | undefined): number | null {
  const ten = englishTens.findIndex((stem) => first === `${stem}y` || first === `${stem}ieth`);
  if (ten >= 0) return (ten + 2) * 10 + (second ? english.indexOf(second) + 1 : 0);
  const last = english.indexOf(second ?? first);
  return last < 0 ? null : last + 1;
}
