/** The rules that a report must satisfy; the store refuses a report that breaks them, and `verify` checks them. */
import { counted, type ParsedReport, paragraphId, paragraphKinds } from '../report/index.ts';
import type { Problem } from './types.ts';

/** @returns what is inconsistent, the first few of each kind; empty if all is well */
export function checkReport({ report, paragraphs, repairs }: Omit<ParsedReport, 'symbolGiven'>): Problem[] {
  const problems: Problem[] = [];
  const say = (code: string, message: string) => {
    if (problems.length < 20) problems.push({ code, message });
  };
  if (!/^[\p{L}\p{Nd}.-]+$/u.test(report.id)) {
    say('report_id', `"${report.id}" is not a report id: only letters, digits, "." and "-"`);
  }
  if (report.paragraphs !== paragraphs.length) {
    say(
      'paragraph_count',
      `${report.id}: says ${counted(report.paragraphs, 'paragraph')}, has ${paragraphs.length}`,
    );
  }
  const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0);
  if (report.words !== words) {
    say('word_count', `${report.id}: says ${counted(report.words, 'word')}, its paragraphs have ${words}`);
  }
  const ids = new Set(paragraphs.map((paragraph) => paragraph.id));
  paragraphs.forEach((paragraph, index) => {
    const { id, ordinal, kind, parent, text } = paragraph;
    if (ordinal !== index + 1) say('ordinal', `${id}: ordinal ${ordinal}, expected ${index + 1}`);
    if (paragraph.report !== report.id || id !== paragraphId(report.id, ordinal)) {
      say('paragraph_id', `${id}: expected ${paragraphId(report.id, ordinal)}`);
    }
    if (!paragraphKinds.includes(kind)) say('kind', `${id}: unknown kind "${kind}"`);
    if (parent !== null && !ids.has(parent))
      say('parent', `${id}: its parent ${parent} is not in the report`);
    let last = 0;
    for (const [start, end] of paragraph.doubts) {
      if (!isRange(start, end, text) || start < last) say('offset', `${id}: doubt at ${start}–${end}`);
      last = end;
    }
    for (const { start, end, symbol } of paragraph.references) {
      if (!isRange(start, end, text)) say('offset', `${id}: reference ${symbol} at ${start}–${end}`);
    }
  });
  for (const { ordinal, start, end } of repairs) {
    const paragraph = paragraphs[ordinal - 1];
    if (!paragraph) say('repair', `${report.id}: a repair names paragraph ${ordinal}, which is not there`);
    else if (!isRange(start, end, paragraph.text)) {
      say('offset', `${paragraph.id}: repair at ${start}–${end} is outside the text`);
    }
  }
  return problems;
}

function isRange(start: number, end: number, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
}
