/**
 * A stored line that ends with what the paragraph begins with: `- ١٣`, `)أ(`, `- باء`. The layer puts the line's first
 * run last.
 */

const units = 'أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي';
const letters =
  'ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام|ميم|نون|سين|عين|فاء|صاد|قاف|راء|شين|تاء|ثاء|خاء|ذال|ضاد|ظاء|غين';
/** Words and letter names that number headings: any other word after a dash belongs to the heading. */
const ordinal = `(?:${units})[اأ]?\\u064B?ا?\\u064B?(?:\\s+عشر)?|${letters}`;
const digit = '[0-9\\u0660-\\u0669]';

/** A range of numbers at the end of a line is not a label. */
const label = new RegExp(
  `(?<!${digit}\\s*)[-–]\\s*(?:${digit}{1,3}|${ordinal})\\s*$|\\)\\s*[\\u0621-\\u064A]{1,2}\\u0640?\\s*\\(\\s*$`,
  'u',
);

export const endsInLabel = (line: string): boolean => label.test(line);
