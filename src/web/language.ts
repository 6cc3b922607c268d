/** The reader's language, and numbers, dates and counted nouns written its way. */

export type Language = 'ar' | 'en';

/** Storage may be forbidden by the browser; the choice then lasts as long as the page. */
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
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const plurals = new Intl.PluralRules(language);

export const number = (value: number): string => numbers.format(value);
export const decimal = (value: number): string => decimals.format(value);
/** `share` from 0 to 1. */
export const percent = (share: number): string => percents.format(share);

/** A meeting's days, from two ISO dates. */
export function dates({ from, to }: { from: string; to: string }): string {
  const [first, last] = [new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`)];
  if (Number.isNaN(first.valueOf()) || Number.isNaN(last.valueOf())) return `${from} – ${to}`;
  return from === to ? days.format(first) : days.formatRange(first, last);
}

/** Arabic: one, two, 3–10, the rest; English: one, the rest. */
const nouns = {
  paragraph: { ar: ['فقرة واحدة', 'فقرتان', 'فقرات', 'فقرة'], en: ['paragraph', 'paragraphs'] },
  occurrence: { ar: ['مرة واحدة', 'مرتان', 'مرات', 'مرة'], en: ['occurrence', 'occurrences'] },
  report: { ar: ['تقرير واحد', 'تقريران', 'تقارير', 'تقريرا'], en: ['report', 'reports'] },
  word: { ar: ['كلمة واحدة', 'كلمتان', 'كلمات', 'كلمة'], en: ['word', 'words'] },
  phrase: { ar: ['عبارة واحدة', 'عبارتان', 'عبارات', 'عبارة'], en: ['phrase', 'phrases'] },
  version: { ar: ['صيغة واحدة', 'صيغتان', 'صيغ', 'صيغة'], en: ['version', 'versions'] },
  text: { ar: ['نص واحد', 'نصان', 'نصوص', 'نصا'], en: ['different text', 'different texts'] },
  note: { ar: ['ملاحظة واحدة', 'ملاحظتان', 'ملاحظات', 'ملاحظة'], en: ['warning', 'warnings'] },
} as const;

/** "3 فقرات", "22 paragraphs". */
export function counted(count: number, noun: keyof typeof nouns): string {
  const rule = plurals.select(count);
  if (language === 'en') return `${number(count)} ${nouns[noun].en[rule === 'one' ? 0 : 1]}`;
  const [one, two, few, many] = nouns[noun].ar;
  if (rule === 'one') return one;
  if (rule === 'two') return two;
  return `${number(count)} ${rule === 'few' ? few : many}`;
}

/** Keeps the choice and shows the same place in the other language. */
export function setLanguage(next: Language): void {
  try {
    localStorage.setItem('language', next);
  } catch {
    return;
  }
  location.reload();
}

/** Which way the dashboard itself runs; a report runs its own way. */
export const pageDirection = language === 'ar' ? 'rtl' : 'ltr';

document.documentElement.lang = language;
document.documentElement.dir = pageDirection;
