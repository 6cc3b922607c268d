/** The title block: which of the lines before the first heading or number is the report's title. */

import { findDates } from './dates.ts';
import { plainLetters } from './numerals.ts';
import { isSymbolLine } from './order.ts';
import { headingThresholds } from './thresholds.ts';

export interface FrontLine {
  text: string;
  kind: string | undefined;
  level: number | undefined;
  emphasis: boolean;
}

const titleWords =
  /^(?:مشروع )?(?:التقرير|التعليق العام|الملاحظات|القرار|تقرير|قرار|مقرر|مرسوم|قانون|اعلان|اتفاقية|معاهدة|مذكرة|خطة|ورقة|بيان|استنتاجات|محضر|نظام|لائحة|توصيات|توصية|موجز|تعميم|حكم|دستور|تعليق|ملاحظات|اراء|دراسة|استعراض)(?:\s|$)/u;
const nameWords =
  /^(?:اجتماع|مؤتمر|لجنة|المؤتمر|الاجتماع|اللجنة|الجمعية|المجلس|الامم|منظمة|هيئة|الدورة|البند|مجلس|المنظمة|الهيئة)(?:\s|$)/u;

const wordCount = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length;

/** A line that only says when and where, or is a symbol. */
export function isDateLine(text: string): boolean {
  if (isSymbolLine(text)) return true;
  return wordCount(text) <= headingThresholds.dateLineWords && findDates(text).length > 0;
}

/** `Distr.: General`, followed by the date or with the date below. */
export const isDistribution = (text: string): boolean => /^\s*(?:Distr\b|(?:ال)?توزيع\s*:)/iu.test(text);
export const isCoverBlock = (text: string): boolean =>
  isDistribution(text) || /^\s*(?:Original|الأصل)\s*:/iu.test(text) || /^\s*(?:Arabic|عربي)\s*$/iu.test(text);
/** A note that says when a document was reissued. */
export const isReissue = (text: string): boolean =>
  /(?:أعيد|اعيد|يعاد|إعادة) (?:إصدار|اصدار|تعميم|نشر|طبع)|reissued/iu.test(text);

/**
 * Index of the title among the front lines, or -1. The title in the file's metadata comes first; then a line that
 * begins as titles do (تقرير، قرار، مرسوم …); then the first line that is neither a date, a symbol nor the name of a
 * body. Lines below the block that says how a United Nations document is distributed come before those above it, where
 * the masthead is; cells of the masthead's table and notes come last.
 */
export function findTitle(lines: readonly FrontLine[]): number {
  const { titleLetters, titleWords: mostWords } = headingThresholds;
  const marked = lines.findIndex((line) => line.kind === 'title');
  if (marked >= 0) return marked;
  const candidates = lines.map((line, index) => ({ line, index, plain: plainLetters(line.text).trim() }));
  const usable = candidates.filter(
    ({ line }) =>
      line.text.length <= titleLetters &&
      /\p{L}/u.test(line.text) &&
      line.kind !== 'footnote' &&
      !isDateLine(line.text) &&
      !isCoverBlock(line.text) &&
      !isReissue(line.text),
  );
  const free = usable.filter(({ line }) => line.kind !== 'table');
  const block = lines.findLastIndex((line) => isCoverBlock(line.text));
  const below = block < 0 ? [] : free.filter(({ index }) => index > block);
  const named = (among: typeof usable) => among.find(({ plain }) => titleWords.test(plain));
  const other = (among: typeof usable) =>
    among.find(({ plain }) => !nameWords.test(plain) && wordCount(plain) <= mostWords);
  const found =
    named(below) ?? named(free) ?? other(below) ?? other(free) ?? named(usable) ?? other(usable) ?? usable[0];
  return found ? found.index : -1;
}
