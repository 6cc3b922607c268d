/** The title block: which of the lines before the first heading or number is the report's title. */

import { findDates } from './dates.ts';
import { plainLetters } from './numerals.ts';
import { isSymbolLine } from './order.ts';

export interface FrontLine {
  text: string;
  kind: string | undefined;
  level: number | undefined;
  emphasis: boolean;
}

const titleWords =
  /^(?:مشروع )?(?:تقرير|قرار|مقرر|مرسوم|قانون|اعلان|اتفاقية|معاهدة|مذكرة|خطة|ورقة|بيان|استنتاجات|محضر|نظام|لائحة|توصيات|موجز|تعميم|حكم|دستور)(?:\s|$)/u;
const nameWords =
  /^(?:اجتماع|مؤتمر|لجنة|المؤتمر|الاجتماع|اللجنة|الجمعية|المجلس|الامم|منظمة|هيئة|الدورة|البند|مجلس|المنظمة|الهيئة)(?:\s|$)/u;

const wordCount = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length;

/** A line that only says when and where, or is a symbol. */
export function isDateLine(text: string): boolean {
  if (isSymbolLine(text)) return true;
  return wordCount(text) <= 12 && findDates(text).length > 0;
}

/**
 * Index of the title among the front lines, or -1. The file's own title first; then a line that begins as titles do
 * (تقرير، قرار، مرسوم …); then the first that is neither a date, a symbol nor a body's name.
 */
export function findTitle(lines: readonly FrontLine[]): number {
  const marked = lines.findIndex((line) => line.kind === 'title');
  if (marked >= 0) return marked;
  const candidates = lines.map((line, index) => ({ line, index, plain: plainLetters(line.text).trim() }));
  const usable = candidates.filter(({ line }) => /\p{L}/u.test(line.text) && !isDateLine(line.text));
  const titled = usable.find(({ plain }) => titleWords.test(plain));
  if (titled) return titled.index;
  const other = usable.find(({ plain }) => !nameWords.test(plain) && wordCount(plain) <= 60) ?? usable[0];
  return other ? other.index : -1;
}
