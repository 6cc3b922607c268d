/** The interface language, and numbers, dates and counted nouns in it. */
import { type Noun, nouns } from './strings/nouns.ts';

export type Language = 'ar' | 'en';

/** The browser may forbid storage; the choice then lasts until the page is closed. */
function stored(): string | null {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
}

function preferred(): Language {
  const choice = stored();
  if (choice === 'ar' || choice === 'en') return choice;
  return navigator.language.startsWith('ar') ? 'ar' : 'en';
}

export const language: Language = preferred();

const locale = language === 'ar' ? 'ar-u-nu-latn' : 'en-GB';
const numbers = new Intl.NumberFormat(locale);
const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const plurals = new Intl.PluralRules(language);

export const number = (value: number): string => numbers.format(value);
export const decimal = (value: number): string => decimals.format(value);
/** `share` from 0 to 1. */
export const percent = (share: number): string => percents.format(share);

/** The months as the United Nations write them in Arabic: the Levantine name, then the international one. */
const months = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيه',
  'تموز/يوليه',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
];

/** Separator between the parts of an inline list. */
export const comma = language === 'ar' ? '، ' : ', ';

/** A meeting's days, from two ISO dates. In Arabic they are in words, so that bidi cannot reverse a range. */
export function dates({ from, to }: { from: string; to: string }): string {
  const [first, last] = [new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`)];
  if (Number.isNaN(first.valueOf()) || Number.isNaN(last.valueOf()))
    return from === to ? from : `${from} – ${to}`;
  if (language === 'en') return from === to ? days.format(first) : days.formatRange(first, last);
  const day = (date: Date) => String(date.getUTCDate());
  const month = (date: Date) => months[date.getUTCMonth()]!;
  const year = (date: Date) => String(date.getUTCFullYear());
  const whole = (date: Date) => `${day(date)} ${month(date)} ${year(date)}`;
  if (from === to) return whole(first);
  if (year(first) !== year(last)) return `من ${whole(first)} إلى ${whole(last)}`;
  if (month(first) !== month(last)) return `من ${day(first)} ${month(first)} إلى ${whole(last)}`;
  return `من ${day(first)} إلى ${whole(last)}`;
}

/** `after`: after a preposition or as an object ("في تقريرين"). */
export type Case = 'plain' | 'after';

/** "3 فقرات", "22 paragraphs". */
export function counted(count: number, name: keyof typeof nouns, place: Case = 'plain'): string {
  const noun: Noun = nouns[name];
  const rule = plurals.select(count);
  if (language === 'en') return `${number(count)} ${noun.en[rule === 'one' ? 'one' : 'other']}`;
  if (rule === 'one') return noun.ar.one;
  if (rule === 'two') return place === 'after' ? noun.ar.twoAfter : noun.ar.two;
  if (rule === 'zero') return place === 'after' ? `${number(0)} ${noun.ar.other}` : noun.ar.zero;
  return `${number(count)} ${noun.ar[rule]}`;
}

/** Stores the choice and shows the same place in the other language. */
export function setLanguage(next: Language): void {
  try {
    localStorage.setItem('language', next);
  } catch {
    return;
  }
  location.reload();
}

/** The direction of the dashboard itself; each report has its own. */
export const pageDirection = language === 'ar' ? 'rtl' : 'ltr';

document.documentElement.lang = language;
document.documentElement.dir = pageDirection;
