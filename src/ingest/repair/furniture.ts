/** Page furniture in a text layer: running symbols, job numbers, page numbers, repeated headers. */
import { pageThresholds } from './thresholds.ts';

const SYMBOL = /^(?:[A-Z]{1,6}(?:\/[A-Za-z0-9.()-]*[A-Za-z0-9)]){1,8})$/u;
const JOB = /^(?:\d{1,3}\s+)?\(?[A-Z]?\)?\s*\d{2}-\d{5}\*?(?:\s*\([A-Z]\))?(?:\s+\d{1,3}(?:\/\d{1,3})?)?$/u;
const PAGE = /^[-–]?\s*[0-9\u0660-\u0669]{1,4}(?:\s*\/\s*[0-9\u0660-\u0669]{1,4})?\s*[-–]?$/u;
const BARCODE = /^\*\d{6,}\*$/u;

/** Texts of lines that occur on many pages. */
export function repeatedLines(lines: readonly string[]): Set<string> {
  const { repeats, longest } = pageThresholds;
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = shape(line);
    if (key.length > 2 && key.length < longest) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const repeated = new Set<string>();
  for (const [key, count] of counts) {
    if (count >= repeats && /[A-Z]\/|\d{2}-\d{5}/u.test(key)) repeated.add(key);
  }
  return repeated;
}

const shape = (line: string) => line.trim().replace(/\s+/gu, ' ');

/**
 * True for a line that is furniture and not text. A symbol alone counts only if nothing says that it ends a sentence.
 */
export function isFurniture(line: string, repeated: ReadonlySet<string>): boolean {
  const text = shape(line);
  if (text === '') return false;
  return SYMBOL.test(text) || JOB.test(text) || PAGE.test(text) || BARCODE.test(text) || repeated.has(text);
}
