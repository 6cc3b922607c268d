/** Treaties by article: `المادة 51 من ميثاق الأمم المتحدة`, `الفقرة 2 من المادة السادسة من معاهدة …`. */
import type { Reference } from '../../report/index.ts';
import { ordinalValue } from '../structure/numerals.ts';
import { names, originalRange, type PlainText } from './plain.ts';

/** Instruments with a usual short English name; others are named by their first Arabic words. */
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
const count = '([0-9]{1,3}|\\([0-9]{1,3}\\)|ال[\\u0621-\\u064A]+(?: عشرة?| وال[\\u0621-\\u064A]+)?)';
const article = new RegExp(
  `(?<![\\p{L}\\p{N}])[وف]?(?:[بل]|لل|ك)?(?:ال)?(?:مادة|مادتين|مواد) ${count}(?:\\s*(?:و|،|الي)\\s*${count})?(?: مكررا?)?(?: ?\\([\\u0621-\\u064A0-9]{1,2}\\))? من (?=(${kinds})(?![\\p{L}]))`,
  'gu',
);

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
    for (const printed of [match[1], match[2]]) {
      const value = printed === undefined ? null : articleNumber(printed);
      if (value === null) continue;
      found.push({ type: 'treaty', symbol: `${name}, art. ${value}`, ...originalRange(plain, start, end) });
    }
  }
  return found;
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
