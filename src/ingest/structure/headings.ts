/**
 * What makes a block a heading, and its level. If the file says nothing, the words of the label decide: المرفق above
 * الباب above الفصل above أولا above ألف above an unnumbered line; in a document with its أولا… inside its ألف…, the
 * one that restarts more often is the inner one.
 */
import type { Block } from '../document.ts';
import type { Label } from './labels.ts';
import { ordinalValue, plainLetters, romanValue } from './numerals.ts';
import { headingThresholds } from './thresholds.ts';

export interface Heading {
  /** Smaller is further out. */
  rank: number;
  /** Name of the part that begins here ("المرفق الأول"), on an annex only. */
  part: string | null;
  style: 'annex' | 'division' | 'article' | 'section' | 'subsection' | 'plain';
  /** The label's value, if it has one. */
  value: number;
}

const ranks = { annex: 0, division: 10, section: 30, subsection: 40, article: 50, plain: 60 };
const divisions = ['الكتاب', 'الجزء', 'الباب', 'الفصل', 'القسم', 'المبحث', 'الفرع'];

const counted =
  '(?:[\\u0621-\\u064A]+(?: و?عشرة?| و[\\u0621-\\u064A]+)?|\\(?[0-9\\u0660-\\u0669]{1,3}\\)?|[IVXL]{1,6})';
const annexPattern = new RegExp(
  `^((?:ال)?(?:مرفق|مرفقات|تذييل|ضميمه|ضميمة)(?: ${counted})?)(?: ?\\*)?(?: ?[-\\u2010-\\u2015:] ?(.*))?$`,
  'u',
);
const divisionPattern = new RegExp(
  `^(${divisions.join('|')}|المادة|المادة رقم|ماده|مادة) (${counted})(?: ?\\*)?(?: ?[-\\u2010-\\u2015:] ?(.*))?$`,
  'u',
);
const latinAnnex = /^(Annex|ANNEX|Appendix)( [IVXL]+| [0-9]+)?$/u;

const skipped = '\\u064B-\\u065F\\u0670\\u0640\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u00AD\\uFEFF';
/** The letters after ال with which their words begin: most texts need not be normalised to be ruled out. */
const begins = new RegExp(`^[\\s${skipped}]*(?:[اأإآٱ][${skipped}]*ل[${skipped}]*)?[متضكجبفقA]`, 'u');

const wordCount = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length;
const ended = (text: string) => /[.؛،;:!؟?]\s*["»”)]?\s*$/u.test(text);
const sentenceEnd = (text: string) => /[.؛،;]\s*["»”)]?\s*$/u.test(text);

function isCount(word: string): boolean {
  return (
    /^\(?[0-9\u0660-\u0669]+\)?$/u.test(word) || ordinalValue(word) !== null || romanValue(word) !== null
  );
}

/** The heading of an annex, a division (الفصل الثاني) or an article, recognised by its own words; otherwise null. */
function byWords(text: string): Heading | null {
  if (!begins.test(text)) return null;
  const { divisionWords } = headingThresholds;
  const plain = plainLetters(text).trim().replace(/\s+/gu, ' ');
  const latin = latinAnnex.exec(plain);
  if (latin) return { rank: ranks.annex, part: text.trim(), style: 'annex', value: 0 };
  const annex = annexPattern.exec(plain);
  if (annex) {
    const count = annex[1]!.split(' ').slice(1).join(' ');
    const named = count === '' || isCount(count) || /^(الف|باء|جيم|دال|هاء)$/u.test(count);
    const title = annex[2] ?? '';
    if (named && wordCount(title) <= divisionWords && !sentenceEnd(title)) {
      const part = text
        .trim()
        .split(/\s+/u)
        .slice(0, count === '' ? 1 : 1 + wordCount(count))
        .join(' ');
      return { rank: ranks.annex, part: part.replace(/[-–—:*]+$/u, ''), style: 'annex', value: 0 };
    }
  }
  const division = divisionPattern.exec(plain);
  if (
    !division ||
    !isCount(division[2]!) ||
    wordCount(division[3] ?? '') > divisionWords ||
    sentenceEnd(division[3] ?? '')
  ) {
    return null;
  }
  const place = divisions.map(plainLetters).indexOf(division[1]!);
  if (place < 0) return { rank: ranks.article, part: null, style: 'article', value: 0 };
  return {
    rank: ranks.division + place,
    part: null,
    style: 'division',
    value: ordinalValue(division[2]!) ?? 0,
  };
}

function byLabel(label: Label, rest: string): Heading | null {
  if (wordCount(rest) > headingThresholds.sectionWords || sentenceEnd(rest)) return null;
  if (label.style === 'ordinal' || label.style === 'upper_roman') {
    return { rank: ranks.section, part: null, style: 'section', value: label.value };
  }
  if (label.style === 'letter_name' || label.style === 'upper_latin') {
    return { rank: ranks.subsection, part: null, style: 'subsection', value: label.value };
  }
  return null;
}

const plainHeading = (): Heading => ({ rank: ranks.plain, part: null, style: 'plain', value: 0 });

/**
 * A heading according to the file or by its label and wording; null if only its surroundings could tell.
 * @param plainNumbers the document's numbered paragraphs are set in plain type, so that emphasised lines are headings
 */
export function strongHeading(block: Block, label: Label | null, plainNumbers: boolean): Heading | null {
  if (block.kind !== undefined && block.kind !== 'heading' && block.kind !== 'title') return null;
  const text = block.text;
  // What the file itself marks as a paragraph is one, whatever its words.
  if (block.kind === undefined && block.label !== undefined && label?.style === 'number') return null;
  const rest = label ? text.slice(label.end) : text;
  const named = byWords(text) ?? (label ? byLabel(label, rest) : null);
  if (named) return named;
  if (block.kind === 'heading') return plainHeading();
  if (!block.emphasis || wordCount(text) > headingThresholds.emphasisWords) return null;
  if (plainNumbers || (!label && !ended(text))) return plainHeading();
  return null;
}

/**
 * A short unmarked line without a full stop, after the end of a sentence and before a numbered paragraph or another
 * heading, is a heading.
 */
export function weakHeading(
  text: string,
  before: string | null,
  nextIsNumberedOrHeading: boolean,
): Heading | null {
  if (!nextIsNumberedOrHeading || wordCount(text) > headingThresholds.plainWords || ended(text)) return null;
  if (!/\p{L}/u.test(text)) return null;
  return before === null || ended(before) ? plainHeading() : null;
}

/**
 * Sets the levels of all headings of a document: the file's own levels if it has several, otherwise those of the
 * labels, with أولا and ألف exchanged if the document nests them the other way round.
 */
export function settleRanks(headings: readonly { heading: Heading; level: number | undefined }[]): void {
  const levels = new Set(headings.map((h) => h.level));
  if (levels.size > 1 && !levels.has(undefined)) {
    for (const { heading, level } of headings)
      if (heading.style !== 'annex') heading.rank = ranks.annex + level!;
    return;
  }
  const starts = (style: Heading['style']) =>
    headings.filter((h) => h.heading.style === style && h.heading.value === 1).length;
  if (starts('section') > 1 && starts('section') > starts('subsection') && starts('subsection') > 0) {
    for (const { heading } of headings) {
      if (heading.style === 'section') heading.rank = ranks.subsection;
      else if (heading.style === 'subsection') heading.rank = ranks.section;
    }
  }
}
