/** Examples that fix the numbers for judging what can be read and what is page furniture. */
import { Evidence } from '../../../src/ingest/repair/evidence.ts';
import { repeatedLines } from '../../../src/ingest/repair/furniture.ts';
import { repairText } from '../../../src/ingest/repair/index.ts';
import { letterDamage, readLetters } from '../../../src/ingest/repair/lam-alef.ts';
import { findLetterDamage } from '../../../src/ingest/repair/logical.ts';
import { readableShare } from '../../../src/ingest/repair/readability.ts';
import { hold } from './examples.ts';

const evidence = new Evidence();
const arabic = { evidence, letters: { lamAlef: false, ligatures: false } };
const many = (count: number, word: string) => Array<string>(count).fill(word);
/** Words of a text of which this many are unknown. */
const mixed = (known: number, unknown: number) =>
  [...many(known, 'اللجنة'), ...many(unknown, 'ضصثقفغظط')].join(' ');
const share = (known: number, unknown: number) =>
  Number(readableShare([mixed(known, unknown)], arabic).toFixed(2));
const warned = (known: number, unknown: number) =>
  repairText(mixed(known, unknown)).warnings.map(({ code }) => code);
/** A long text that is unreadable from this many thousand words on. */
const goodFor = (thousands: number, all: number) =>
  Number(
    readableShare(
      [...many(thousands * 10, mixed(100, 0)), ...many((all - thousands) * 10, mixed(0, 100))],
      arabic,
    ).toFixed(2),
  );

hold('readable', [
  {
    says: 'a text of which seven words in ten are known is readable',
    of: ['warning'],
    read: () => warned(70, 30),
    gives: [],
  },
  {
    says: 'one of which six in ten are gets a warning',
    of: ['warning'],
    read: () => warned(60, 40),
    gives: ['unreadable_text'],
  },
  {
    says: 'the first twenty thousand words decide',
    of: ['wordsRead'],
    read: () => goodFor(15, 30),
    gives: 0.75,
  },
  { says: 'a short text may be full of names', of: ['fewWords'], read: () => share(28, 12), gives: 1 },
  { says: 'a longer one may not', of: ['fewWords'], read: () => share(42, 18), gives: 0.7 },
  {
    says: 'a short text may have two names in five words',
    of: ['mostlyUnknown'],
    read: () => share(24, 16),
    gives: 1,
  },
  { says: 'but not three', of: ['mostlyUnknown'], read: () => share(16, 24), gives: 0.4 },
  {
    says: 'a Latin word may have two rare letters in five',
    of: ['rareLetters'],
    read: () => readableShare(['vǎlǐm'], arabic),
    gives: 1,
  },
  { says: 'but not three', of: ['rareLetters'], read: () => readableShare(['ǔǎlǐm'], arabic), gives: 0 },
]);

/** Words of which this many have an article, or a ligature, that was stored in reverse. */
const articles = (broken: number, all: number) =>
  letterDamage([...many(broken - 1, 'األجنبية'), 'اإلدارة', ...many(all - broken, 'اللجنة')], evidence)
    .lamAlef;
const ligatures = (broken: number, all: number) =>
  letterDamage([...many(broken, 'املغرب'), ...many(all - broken, 'اللجنة')], evidence).ligatures;
const forms = (drawn: number, all: number) =>
  findLetterDamage([...many(drawn, '\uFEE3\uFEA0\uFEE0\uFEB2'), ...many(all - drawn, 'اللجنة')], evidence)
    .presentation;

/** The repair of a word whose lam-alefs, or other ligatures too, may have been stored in reverse. */
const reading = (stored: string, ligatures = false) =>
  readLetters(stored, { lamAlef: true, ligatures }, null, new Evidence());

hold('letters', [
  { says: 'an article has no hamza', of: ['odd'], read: () => reading('ألسرى').text, gives: 'لأسرى' },
  {
    says: 'one very common word begins like one',
    of: ['odd'],
    read: () => reading('إالَّ').text,
    gives: 'إلاَّ',
  },
  {
    says: 'a word without a nearly equal reading is certain',
    of: ['doubtedLead'],
    read: () => reading('ماليين').doubtful,
    gives: false,
  },
  {
    says: 'three and third are stored in the same way',
    of: ['doubtedLead'],
    read: () => reading('ثالثة').doubtful,
    gives: true,
  },
  {
    says: 'a ligature is restored if the word gains by it',
    of: ['ligatureLead'],
    read: () => reading('إجناح', true).text,
    gives: 'إنجاح',
  },
  {
    says: 'not if the word is as good without it',
    of: ['ligatureLead'],
    read: () => reading('جرفت', true).text,
    gives: 'جرفت',
  },
  {
    says: 'a word that is only one with its ligature restored is certain',
    of: ['doubtedLigatureLead'],
    read: () => reading('تقرري', true).doubtful,
    gives: false,
  },
  {
    says: 'western and strange are stored in the same way',
    of: ['doubtedLigatureLead'],
    read: () => reading('الغريب', true).doubtful,
    gives: true,
  },

  {
    says: 'four words with a broken article show the damage',
    of: ['brokenArticles'],
    read: () => articles(4, 100),
    gives: true,
  },
  { says: 'two are slips', of: ['brokenArticles'], read: () => articles(2, 100), gives: false },
  {
    says: 'five among a thousand show it',
    of: ['brokenArticleShare'],
    read: () => articles(5, 1000),
    gives: true,
  },
  {
    says: 'five among two thousand do not',
    of: ['brokenArticleShare'],
    read: () => articles(5, 2000),
    gives: false,
  },
  {
    says: 'a dozen words with another broken ligature show that',
    of: ['brokenLigatures'],
    read: () => ligatures(12, 500),
    gives: true,
  },
  { says: 'eight do not', of: ['brokenLigatures'], read: () => ligatures(8, 500), gives: false },
  {
    says: 'a dozen among a thousand show it',
    of: ['brokenLigatureShare'],
    read: () => ligatures(12, 1000),
    gives: true,
  },
  {
    says: 'a dozen among fifteen hundred do not',
    of: ['brokenLigatureShare'],
    read: () => ligatures(12, 1500),
    gives: false,
  },
  {
    says: 'four words in presentation forms come from a font',
    of: ['presentationWords'],
    read: () => forms(4, 100),
    gives: true,
  },
  { says: 'two come from a writer', of: ['presentationWords'], read: () => forms(2, 100), gives: false },
  {
    says: 'thirteen among a thousand come from a font',
    of: ['presentationShare'],
    read: () => forms(13, 1000),
    gives: true,
  },
  { says: 'seven come from a writer', of: ['presentationShare'], read: () => forms(7, 1000), gives: false },
]);

const repeated = (line: string, times: number) => [...repeatedLines(many(times, line))].length;

hold('page', [
  {
    says: 'a line with a symbol on four pages is page furniture',
    of: ['repeats'],
    read: () => repeated('الوثيقة A/C.9', 4),
    gives: 1,
  },
  { says: 'one on two pages is text', of: ['repeats'], read: () => repeated('الوثيقة A/C.9', 2), gives: 0 },
  {
    says: 'a header may fill a line',
    of: ['longest'],
    read: () => repeated(`A/C.9 ${'س'.repeat(60)}`, 4),
    gives: 1,
  },
  {
    says: 'a longer one is text',
    of: ['longest'],
    read: () => repeated(`A/C.9 ${'س'.repeat(90)}`, 4),
    gives: 0,
  },
]);
