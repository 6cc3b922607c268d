/** Treaties by article: `المادة 51 من ميثاق الأمم المتحدة`, `الفقرة 2 من المادة السادسة من معاهدة …`. */
import type { Reference } from '../../report/index.ts';
import { ordinalValue } from '../structure/numerals.ts';
import { names, originalRange, type PlainText } from './plain.ts';

/** Instruments with a common short English name; others are named by their first Arabic words. */
const known: [string, string][] = [
  ['ميثاق الامم المتحدة', 'UN Charter'],
  ['الميثاق', 'UN Charter'],
  ['معاهدة عدم انتشار الاسلحة النووية', 'NPT'],
  ['معاهدة تجارة الاسلحة', 'ATT'],
  ['معاهدة الحظر الشامل للتجارب النووية', 'CTBT'],
  ['اتفاقية حقوق الطفل', 'CRC'],
  ['اتفاقية فيينا لقانون المعاهدات', 'VCLT'],
  ['اتفاقية الاسلحة الكيميائية', 'CWC'],
  ['اتفاقية الاسلحة البيولوجية', 'BWC'],
  ['اتفاقية الامم المتحدة لقانون البحار', 'UNCLOS'],
  ['العهد الدولي الخاص بالحقوق المدنية والسياسية', 'ICCPR'],
  ['العهد الدولي الخاص بالحقوق الاقتصادية والاجتماعية والثقافية', 'ICESCR'],
  ['الاعلان العالمي لحقوق الانسان', 'UDHR'],
  ['النظام الاساسي لمحكمة العدل الدولية', 'ICJ Statute'],
  ['نظام روما الاساسي', 'Rome Statute'],
];

const kinds =
  'ميثاق|الميثاق|معاهدة|المعاهدة|اتفاقية|الاتفاقية|اتفاق|بروتوكول|البروتوكول|العهد|النظام الاساسي|نظام روما الاساسي|الاعلان العالمي';
const count =
  '(?:[0-9]{1,3}|\\([0-9]{1,3}\\)|ال[\\u0621-\\u064A]+(?: عشرة?| وال[\\u0621-\\u064A]+)?)(?: مكررا?)?(?: ?\\([\\u0621-\\u064A0-9]{1,2}\\))?';
const between = '(?:\\s*-\\s*|\\s*،\\s*و?\\s*|\\s*و\\s*|\\s+الي\\s+|\\s+حتي\\s+)';
const article = new RegExp(
  `(?<![\\p{L}\\p{N}])[وف]?(?:[بل]|لل|ك)?(?:ال)?(?:مادة|مادتين|مادتان|مواد)\\s*(?:من\\s+)?(?<list>${count}(?:${between}${count})*) من (?=(${kinds})(?![\\p{L}]))`,
  'gu',
);
const articleInList = new RegExp(`(${between})?(${count})`, 'gu');

/** The instrument's name ends at punctuation, or before a relative clause or a new preposition phrase. */
const nameEnd = /[.،؛:()"«»]|\s(?:الذي|التي|علي|في|من|ان|الي|بشان|و[\u0621-\u064A]*ت)(?=\s)/u;

export function findTreaties(plain: PlainText): Reference[] {
  if (!names(plain, 'ماد', 'مواد')) return [];
  const found: Reference[] = [];
  for (const match of plain.text.matchAll(article)) {
    const start = match.index;
    const nameStart = start + match[0].length;
    const { name, length } = instrument(plain.text.slice(nameStart, nameStart + 120));
    const end = nameStart + length;
    const range = originalRange(plain, start, end);
    for (const articles of articlesIn(match.groups!.list!))
      found.push({ type: 'treaty', symbol: `${name}, art. ${articles}`, ...range });
  }
  return found;
}

/** `2 و 3` → 2 and 3, `2 إلى 5` → 2-5, `الثانية والثالثة` → 2 and 3. */
function articlesIn(list: string): string[] {
  const articles: string[] = [];
  for (const [, joined, printed] of list.matchAll(articleInList)) {
    const whole = articleNumber(printed!);
    const values = whole === null ? printed!.split(' و').map(articleNumber) : [whole];
    for (const value of values) {
      if (value === null) continue;
      const first = articles.at(-1);
      const isRange = joined !== undefined && /^[0-9]+$/u.test(first ?? '');
      if (isRange && /-/u.test(joined))
        articles[articles.length - 1] = [Number(first), value].sort((a, b) => a - b).join('-');
      else if (isRange && /الي|حتي/u.test(joined) && Number(first) < value)
        articles[articles.length - 1] = `${first}-${value}`;
      else articles.push(String(value));
    }
  }
  return articles;
}

function articleNumber(printed: string): number | null {
  const digits = /[0-9]+/u.exec(printed);
  return digits ? Number(digits[0]) : ordinalValue(printed);
}

function instrument(text: string): { name: string; length: number } {
  for (const [arabic, short] of known) {
    if (text.startsWith(arabic) && !/^\p{L}/u.test(text.slice(arabic.length)))
      return { name: short, length: arabic.length };
  }
  const stop = nameEnd.exec(text)?.index ?? text.length;
  const taken = text.slice(0, stop).trim().split(' ').slice(0, 8).join(' ');
  return { name: taken, length: taken.length };
}
