/**
 * Dates as Arabic reports write them: `9 - 13 أيار/مايو 2011`, `من 30 حزيران/يونيه إلى 4 تموز/يوليه 2003`, `١٦ كانون
 * الأول ١٩٨٢`, both month names in either order, `18/08/1975`, and English ones. Ranges may span months and years.
 */
import { asciiDigits, plainLetters } from './numerals.ts';

export interface FoundDate {
  /** ISO dates; equal for a single day. */
  from: string;
  to: string;
  /** UTF-16 range in the text. */
  start: number;
  end: number;
}

const monthNames: string[][] = [
  ['كانون الثاني', 'يناير', 'جانفي', 'january', 'jan'],
  ['شباط', 'فبراير', 'فيفري', 'february', 'feb'],
  ['اذار', 'مارس', 'march', 'mar'],
  ['نيسان', 'ابريل', 'افريل', 'april', 'apr'],
  ['ايار', 'مايو', 'ماي', 'may'],
  ['حزيران', 'يونيه', 'يونيو', 'جوان', 'june', 'jun'],
  ['تموز', 'يوليه', 'يوليو', 'يوليوز', 'جويلية', 'july', 'jul'],
  ['اب', 'اغسطس', 'غشت', 'اوت', 'august', 'aug'],
  ['ايلول', 'سبتمبر', 'شتنبر', 'september', 'sept', 'sep'],
  ['تشرين الاول', 'اكتوبر', 'october', 'oct'],
  ['تشرين الثاني', 'نوفمبر', 'نونبر', 'november', 'nov'],
  ['كانون الاول', 'ديسمبر', 'دجنبر', 'december', 'dec'],
];

const monthOf = new Map(monthNames.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const names = [...monthOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(' ', '\\s+'));
const month = `(?:${names.join('|')})`;
const months = `(${month}(?:\\s*/\\s*${month})?)`;
const until = '(?:\\s*[-\\u2010-\\u2015]\\s*|\\s+(?:الي|حتي|لغاية|to|and|و)\\s*)';
const day = '([0-9]{1,2})';
const year = '(?:\\s*,?\\s*(?:من\\s+)?(?:عام\\s+|سنة\\s+)?([0-9]{4}))';
const notIn = '(?<![\\p{L}\\p{N}/])';
const notOut = '(?![\\p{L}\\p{N}])';

const range = new RegExp(
  `${notIn}${day}(?:\\s+${months}${year}?)?${until}${day}\\s+${months}${year}${notOut}`,
  'giu',
);
const single = new RegExp(`${notIn}${day}\\s+${months}${year}${notOut}`, 'giu');
const numeric = /(?<![\p{L}\p{N}/.-])([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?![0-9/])/gu;
const isoDate = /(?<![\p{L}\p{N}/.-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9/-])/gu;

function monthNumber(text: string): number | null {
  const found = text.split('/').map((name) => monthOf.get(name.trim().replace(/\s+/gu, ' ').toLowerCase()));
  if (found.some((value) => value === undefined)) return null;
  return found.length === 2 && found[0] !== found[1] ? null : found[0]!;
}

function iso(y: number, m: number, d: number): string | null {
  const date = new Date(Date.UTC(y, m - 1, d));
  if (y < 1800 || y > 2200 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return date.toISOString().slice(0, 10);
}

/** Each UTF-16 unit folded by itself, cached. */
const foldedUnits: string[] = [];

/** Letters folded one by one, each with its position in the text; marks and tatweel are left out. */
function levelled(text: string): { plain: string; at: number[] } {
  const at: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let folded = foldedUnits[unit];
    if (folded === undefined) {
      folded = plainLetters(asciiDigits(text[i]!));
      foldedUnits[unit] = folded;
    }
    if (folded === '') continue;
    plain += folded;
    at.push(i);
  }
  at.push(text.length);
  return { plain, at };
}

/** All Gregorian dates and ranges with a year, in reading order, none inside another. */
export function findDates(text: string): FoundDate[] {
  if (!/[0-9\u0660-\u0669\u06F0-\u06F9]/u.test(text)) return [];
  const { plain, at } = levelled(text);
  const found: FoundDate[] = [];
  const add = (from: string | null, to: string | null, start: number, length: number) => {
    if (!from || !to || from > to) return;
    const place = { from, to, start: at[start]!, end: at[start + length]! };
    if (!found.some((other) => other.start < place.end && place.start < other.end)) found.push(place);
  };
  for (const match of plain.matchAll(range)) {
    const [all, day1, months1, year1, day2, months2, year2] = match;
    const to = monthNumber(months2!);
    const from = months1 === undefined ? to : monthNumber(months1);
    if (from === null || to === null) continue;
    const lastYear = Number(year2);
    const firstYear = year1 === undefined ? (from > to ? lastYear - 1 : lastYear) : Number(year1);
    add(iso(firstYear, from, Number(day1)), iso(lastYear, to, Number(day2)), match.index, all.length);
  }
  for (const match of plain.matchAll(single)) {
    const number = monthNumber(match[2]!);
    const date = number === null ? null : iso(Number(match[3]), number, Number(match[1]));
    add(date, date, match.index, match[0].length);
  }
  for (const match of plain.matchAll(numeric)) {
    const date = iso(Number(match[3]), Number(match[2]), Number(match[1]));
    add(date, date, match.index, match[0].length);
  }
  for (const match of plain.matchAll(isoDate)) {
    const date = iso(Number(match[1]), Number(match[2]), Number(match[3]));
    add(date, date, match.index, match[0].length);
  }
  return found.sort((a, b) => a.start - b.start);
}
