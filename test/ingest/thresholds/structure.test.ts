/** Examples that fix the numbers for finding a report's structure and metadata. */

import type { Block } from '../../../src/ingest/document.ts';
import { parseReport } from '../../../src/ingest/index.ts';
import { detectLanguage } from '../../../src/ingest/language.ts';
import { findTitle, isDateLine } from '../../../src/ingest/structure/front.ts';
import { strongHeading, weakHeading } from '../../../src/ingest/structure/headings.ts';
import { structure } from '../../../src/ingest/structure/index.ts';
import { parseLabel } from '../../../src/ingest/structure/labels.ts';
import { furnitureSymbols } from '../../../src/ingest/structure/order.ts';
import { findTextNotes } from '../../../src/ingest/structure/text-notes.ts';
import { bytesOf, parseText } from '../make.ts';
import { type Example, hold } from './examples.ts';

const upTo = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
const words = (count: number) => upTo(count, () => 'اللجنة').join(' ');
const isHeading = (block: Block) => strongHeading(block, parseLabel(block.text), false) !== null;
const structured = (blocks: readonly Block[]) =>
  structure({
    format: 'docx',
    layer: 'logical',
    damage: 'none',
    blocks: [...blocks],
    furniture: [],
    warnings: [],
  });

/** Whether an emphasised line is a heading, among numbered paragraphs of which this many are emphasised. */
const setOff = (plain: number, emphasised: number) =>
  structured([
    { text: 'تقرير اللجنة', kind: 'title' },
    ...upTo(plain, (i) => ({ text: `${i + 1} - نظرت اللجنة في الوثيقة.` })),
    ...upTo(emphasised, (i) => ({ text: `${plain + i + 1} - نظرت اللجنة في الوثيقة.`, emphasis: true })),
    { text: 'اعتماد التقرير.', emphasis: true },
  ]).drafts.at(-1)!.kind;
/** The title of a report that has it below this many lines, emphasised or in plain type. */
const titleBelow = (lines: number, emphasis: boolean) =>
  structured([
    ...upTo(lines, (i) => ({ text: `سطر ${i}`, ...(emphasis ? { emphasis } : {}) })),
    { text: 'تقرير اللجنة', ...(emphasis ? { emphasis } : {}) },
    ...(emphasis ? upTo(5, (i) => ({ text: `${i + 1} - نظرت اللجنة في الوثيقة.` })) : []),
  ]).drafts.find(({ kind }) => kind === 'title')?.text;
const front = (...lines: readonly string[]) =>
  findTitle(lines.map((text) => ({ text, kind: undefined, level: undefined, emphasis: false })));
/** The kind of the last of this many lines of a signature; it has this many words. */
const signature = (lines: number, last: number) =>
  structured([
    { text: 'تقرير اللجنة', kind: 'title' },
    { text: '1 - نظرت اللجنة في الوثيقة.' },
    { text: 'أولا - خاتمة', kind: 'heading' },
    { text: 'حرر في الرباط' },
    ...upTo(lines - 2, () => ({ text: 'الرئيس' })),
    { text: words(last) },
  ]).drafts.at(-1)!.kind;

const headings: Example[] = [
  {
    says: 'a chapter may have a long title',
    of: ['divisionWords'],
    read: () => isHeading({ text: `الفصل الأول: ${words(16)}` }),
    gives: true,
  },
  {
    says: 'a sentence that begins with a chapter has none',
    of: ['divisionWords'],
    read: () => isHeading({ text: `الفصل الأول: ${words(25)}` }),
    gives: false,
  },
  {
    says: 'a section may have a long title',
    of: ['sectionWords'],
    read: () => isHeading({ text: `أولا - ${words(20)}` }),
    gives: true,
  },
  {
    says: 'a paragraph with an ordinal is not one',
    of: ['sectionWords'],
    read: () => isHeading({ text: `أولا - ${words(30)}` }),
    gives: false,
  },
  {
    says: 'a line emphasised by its type is a heading',
    of: ['emphasisWords'],
    read: () => isHeading({ text: words(15), emphasis: true }),
    gives: true,
  },
  {
    says: 'a bold paragraph is not',
    of: ['emphasisWords'],
    read: () => isHeading({ text: words(25), emphasis: true }),
    gives: false,
  },
  {
    says: 'a short line before a number is a heading',
    of: ['plainWords'],
    read: () => weakHeading(words(10), null, true) !== null,
    gives: true,
  },
  {
    says: 'a longer one is not',
    of: ['plainWords'],
    read: () => weakHeading(words(18), null, true) !== null,
    gives: false,
  },
  {
    says: 'four numbers in plain type make a bold sentence a heading',
    of: ['plainNumbers'],
    read: () => setOff(4, 0),
    gives: 'heading',
  },
  { says: 'two do not', of: ['plainNumbers'], read: () => setOff(2, 0), gives: 'paragraph' },
  { says: 'so do six of ten', of: ['plainShare'], read: () => setOff(6, 4), gives: 'heading' },
  { says: 'but not four of ten', of: ['plainShare'], read: () => setOff(4, 6), gives: 'paragraph' },
  {
    says: 'a cover may have eight bold lines before the title',
    of: ['coverLines'],
    read: () => titleBelow(8, true),
    gives: 'تقرير اللجنة',
  },
  {
    says: 'farther down bold lines are headings',
    of: ['coverLines'],
    read: () => titleBelow(12, true),
    gives: 'سطر 0',
  },
  {
    says: 'a text without numbers has its title among its first lines',
    of: ['frontLines'],
    read: () => titleBelow(9, false),
    gives: 'تقرير اللجنة',
  },
  { says: 'and not farther down', of: ['frontLines'], read: () => titleBelow(14, false), gives: 'سطر 0' },
  {
    says: 'a line that says when and where has a few words',
    of: ['dateLineWords'],
    read: () => isDateLine(`${words(6)} 5 أيار/مايو 2012`),
    gives: true,
  },
  {
    says: 'a sentence with a date has more',
    of: ['dateLineWords'],
    read: () => isDateLine(`${words(12)} 5 أيار/مايو 2012`),
    gives: false,
  },
  {
    says: 'a title may fill several lines',
    of: ['titleLetters'],
    read: () => front(`تقرير ${words(70)}`, 'نص'),
    gives: 0,
  },
  {
    says: 'a page is not a title',
    of: ['titleLetters'],
    read: () => front(`تقرير ${words(100)}`, 'نص'),
    gives: 1,
  },
  {
    says: 'a line without a telling word may be the title',
    of: ['titleWords'],
    read: () => front('نص '.repeat(50).trim(), 'آخر'),
    gives: 0,
  },
  {
    says: 'a paragraph is not a title',
    of: ['titleWords'],
    read: () => front('نص '.repeat(70).trim(), 'آخر'),
    gives: 1,
  },
  {
    says: 'a signature may have ten lines',
    of: ['signatureLines'],
    read: () => signature(10, 1),
    gives: 'other',
  },
  {
    says: 'fifteen lines are text',
    of: ['signatureLines'],
    read: () => signature(15, 1),
    gives: 'paragraph',
  },
  {
    says: 'a line of a signature is short',
    of: ['signatureWords'],
    read: () => signature(3, 7),
    gives: 'other',
  },
  { says: 'a longer one is text', of: ['signatureWords'], read: () => signature(3, 10), gives: 'paragraph' },
];
hold('headings', headings);

/** Whether a line with a mark's number, this many lines after it, is its note. */
const noteBehind = (distance: number) =>
  findTextNotes([
    { text: 'اتفقت اللجنة على ذلك.(١)' },
    ...upTo(distance - 1, () => ({ text: 'نص' })),
    { text: '(١) انظر الوثيقة.' },
  ]).at(-1)!.kind;
/** A symbol and, this many lines below, the job number of a footer. */
const symbolAbove = (lines: number) =>
  furnitureSymbols(['A/C.9/2011/3', ...upTo(lines - 1, () => 'نص'), '11-12345']);

hold('notes', [
  { says: 'a note stands on its mark’s page', of: ['reach'], read: () => noteBehind(30), gives: 'footnote' },
  { says: 'farther down it is a list’s entry', of: ['reach'], read: () => noteBehind(50), gives: undefined },
  {
    says: 'a symbol near a job number is a header’s or footer’s',
    of: ['jobNumberLines'],
    read: () => symbolAbove(3),
    gives: ['A/C.9/2011/3'],
  },
  { says: 'one farther away is text', of: ['jobNumberLines'], read: () => symbolAbove(5), gives: [] },
]);

const numbered = (count: number, text: (i: number) => string = () => 'نظرت اللجنة في الوثيقة.') =>
  upTo(count, (i) => `${i + 1} - ${text(i + 1)}`);
const report = async (...lines: readonly string[]) => (await parseText(lines.join('\n'))).report;
const symbolAmong = async (others: number) =>
  (await report(`${words(others)} A/C.9/2011/3`, 'تقرير اللجنة', ...numbered(5))).symbol;
/** The title of a document with this title in its metadata and this text in its numbered paragraphs. */
const pageTitle = async (title: string, text: (i: number) => string) => {
  const body = numbered(20, text)
    .map((line) => `<p>${line}</p>`)
    .join('');
  const { report } = await parseReport(bytesOf(`<title>${title}</title>${body}`), { file: 'a.html' });
  return report.title;
};
const said = (at: number, phrase: string) => (i: number) => (i === at ? `${phrase}.` : `نظرت في ${i}.`);
const range = 'عقدت الدورة من 7 إلى 11 أيار/مايو 2012.';
const heldIn = async (at: number) =>
  (await report('تقرير اللجنة', ...numbered(15, (i) => (i === at ? range : 'نص.')))).date?.from;
const heldInLine = async (at: number) => {
  const text = upTo(9, (i) =>
    i + 1 === at
      ? range
      : `نظرت اللجنة في الوثيقة ${'ابتثجحخدذ'[i]} التي عرضت عليها في جلستها العامة، وأحاطت بها علما.`,
  );
  return (await report('تقرير اللجنة', 'أولا - مقدمة', ...text)).date?.from;
};
/** The date of a cover with one date above the block on its distribution and another in it. */
const issued = async (lines: number) =>
  (
    await report(
      'نيويورك، 15 أيار/مايو 2010',
      'Distr.: General',
      ...upTo(lines - 1, () => 'Arabic'),
      '6 December 2016',
      'تقرير اللجنة',
      ...numbered(5),
    )
  ).date?.from;
const session = async (others: number) =>
  (await report(`الدورة السادسة ${words(others)}`, 'تقرير اللجنة', ...numbered(5))).session;
const catalogue = [
  {
    ...{
      id: 's',
      title_ar: 'تقرير اجتماع خبراء لجنة المياه والأنهار والسدود والزراعة والبيئة',
      title_en: '',
      body: 'لجنة',
      symbol_prefixes: ['X/'],
    },
    meetings: [{ symbol: 'X/1', year: 2012, from: '2012-05-07', to: '2012-05-11' }],
  },
];
/** The symbol of a report that is recognised only by its dates and this many words of its title. */
const fromCatalogue = async (shared: number) => {
  const title = catalogue[0]!.title_ar.split(' ').slice(0, shared).join(' ');
  const text = [title, 'من 7 إلى 11 أيار/مايو 2012', ...numbered(5)].join('\n');
  return (await parseReport(bytesOf(text), { file: 'a.txt', catalogue: catalogue as never })).report.symbol;
};

hold('metadata', [
  {
    says: 'a short line of the cover may contain the symbol',
    of: ['symbolWords'],
    read: () => symbolAmong(2),
    gives: 'A/C.9/2011/3',
  },
  {
    says: 'a sentence names another document',
    of: ['symbolWords'],
    read: () => symbolAmong(5),
    gives: 'report',
  },
  {
    says: 'the title in the metadata is used if the text has most of it',
    of: ['titleShare'],
    read: () => pageTitle('التقرير السنوي المشترك', said(1, 'هذا التقرير السنوي')),
    gives: 'التقرير السنوي المشترك',
  },
  {
    says: 'not if the text has a third of it',
    of: ['titleShare'],
    read: () => pageTitle('التقرير السنوي المشترك', said(1, 'هذا التقرير')),
    gives: 'هذا التقرير.',
  },
  {
    says: 'a title of five words is used, whether the text has it or not',
    of: ['fileTitleWords'],
    read: () => pageTitle('تعاون دول حوض نهر كبير', said(1, 'نص')),
    gives: 'تعاون دول حوض نهر كبير',
  },
  {
    says: 'three words may be a program’s',
    of: ['fileTitleWords'],
    read: () => pageTitle('تعاون دول حوض', said(1, 'نص')),
    gives: 'نص.',
  },
  {
    says: 'the text has the title near its beginning',
    of: ['titleParagraphs'],
    read: () => pageTitle('التقرير السنوي', said(10, 'هذا التقرير السنوي')),
    gives: 'التقرير السنوي',
  },
  {
    says: 'not farther down',
    of: ['titleParagraphs'],
    read: () => pageTitle('التقرير السنوي', said(15, 'هذا التقرير السنوي')),
    gives: 'نظرت في 1.',
  },
  {
    says: 'an early paragraph says when the meeting was held',
    of: ['openingParagraphs'],
    read: () => heldIn(7),
    gives: '2012-05-07',
  },
  {
    says: 'a later one is about another meeting',
    of: ['openingParagraphs'],
    read: () => heldIn(11),
    gives: undefined,
  },
  {
    says: 'so does an early line of a text without numbers',
    of: ['openingLines'],
    read: () => heldInLine(3),
    gives: '2012-05-07',
  },
  { says: 'and no later one', of: ['openingLines'], read: () => heldInLine(5), gives: undefined },
  {
    says: 'the date of distribution is a few lines below its label',
    of: ['distributionLines'],
    read: () => issued(3),
    gives: '2016-12-06',
  },
  {
    says: 'a date farther down is another',
    of: ['distributionLines'],
    read: () => issued(5),
    gives: '2010-05-15',
  },
  { says: 'a line of the cover names the session', of: ['sessionWords'], read: () => session(4), gives: 6 },
  { says: 'a sentence names another', of: ['sessionWords'], read: () => session(7), gives: null },
  {
    says: 'a meeting is recognised by its dates and most of its series’ title',
    of: ['seriesShare'],
    read: () => fromCatalogue(7),
    gives: 'X/1',
  },
  {
    says: 'half of the title is another series’',
    of: ['seriesShare'],
    read: () => fromCatalogue(4),
    gives: 'a',
  },
]);

/** A text of a thousand letters in words of four, of which this many are Persian only. */
const persian = (letters: number) =>
  detectLanguage([upTo(250, (i) => (i < letters ? 'كلمپ' : 'كلمة')).join(' ')]);
const persianWords = (count: number) =>
  detectLanguage([upTo(200, (i) => (i < count ? 'است' : 'كلمة')).join(' ')]);
const chinese = (signs: number) => detectLanguage(['report of the '.repeat(9), '中'.repeat(signs)]);

hold('language', [
  {
    says: 'an Arabic text may have foreign letters in its names',
    of: ['neighbourLetters'],
    read: () => persian(8),
    gives: 'ar',
  },
  {
    says: 'with more it is in another language',
    of: ['neighbourLetters'],
    read: () => persian(13),
    gives: 'fa',
  },
  {
    says: 'an Arabic text may quote another',
    of: ['neighbourWords'],
    read: () => persianWords(8),
    gives: 'ar',
  },
  {
    says: 'with the common words of a language, the text is in that language',
    of: ['neighbourWords'],
    read: () => persianWords(13),
    gives: 'fa',
  },
  {
    says: 'a Chinese text says in few signs what English says in many letters',
    of: ['chineseLetters'],
    read: () => chinese(35),
    gives: 'zh',
  },
  { says: 'an English text may have some', of: ['chineseLetters'], read: () => chinese(20), gives: 'en' },
]);
