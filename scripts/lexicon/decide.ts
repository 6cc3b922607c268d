/**
 * Decides which counted forms are words by themselves, and which are a clitic or an article plus a word. Arabic puts
 * what precedes a noun in one order, و/ف then ب/ل/ك then ال, each at most once; so a form that is found with any of
 * these before it begins with a letter of its own: اللجنة proves لجنة, لوفد proves وفد, الالتزام proves التزام.
 */
import { CLITIC_AND_WORD, SHORT_AFTER_CONJUNCTION, SHORT_WORDS, WHOLE } from './closed-class.ts';

export type Counts = ReadonlyMap<string, number>;

const ARTICLES = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'ولل'];
const PREPOSITIONS = ['ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'];
const CONJUNCTIONS = ['و', 'ف'];
/** Of the imperfect: يوافق proves وافق, يبلغ proves بلغ. */
const PERSONS = ['ي', 'ت', 'ن', 'وي', 'وت'];
const ENDINGS = [
  'ها',
  'هم',
  'هما',
  'نا',
  'ه',
  'ي',
  'ا',
  'ات',
  'ان',
  'ين',
  'ون',
  'وا',
  'ت',
  'تا',
  'يه',
  'تها',
  'ته',
  'تهم',
  'اته',
  'اتها',
  'اتهم',
];

/**
 * The words in `counts` (folded forms of Arabic letters): those that occur by themselves and those that are found only
 * after an article (التزكيه gives تزكيه), each with how often it occurs alone or with an article.
 */
export function baseWords(counts: Counts): Map<string, number> {
  const proven = new Set<string>();
  const bases = new Set<string>();
  for (const word of counts.keys()) {
    const verdict = decide(word, counts);
    if (verdict !== 'attached') bases.add(word);
    if (verdict === 'proven') proven.add(word);
  }
  // An inflection of a proven word begins as that word does: بطاقتها after بطاقه.
  for (const word of counts.keys()) {
    if (!bases.has(word) && !CLITIC_AND_WORD.has(word) && isInflected(word, proven, counts)) bases.add(word);
  }
  for (const word of counts.keys()) {
    if (!word.startsWith('ال') || word.length < 5 || bases.has(word)) continue;
    const bare = word.slice(2);
    if (!counts.has(bare) && decide(bare, counts) !== 'attached') bases.add(bare);
  }
  return new Map([...bases].map((word) => [word, sum(['', ...ARTICLES], word, counts)]));
}

/** `proven`: something precedes it somewhere. `default`: nothing speaks against it. */
export type Verdict = 'proven' | 'default' | 'attached';

export function decide(word: string, counts: Counts): Verdict {
  if (WHOLE.has(word)) return 'proven';
  if (CLITIC_AND_WORD.has(word)) return 'attached';
  if (word.length === 2) {
    return isShortWord(word, counts) || SHORT_AFTER_CONJUNCTION.has(word) ? 'default' : 'attached';
  }
  const first = word.charAt(0);
  const own = counts.get(word) ?? 0;
  const evidence = evidenceFor(word, counts);
  const rest = word.slice(1);
  const restAlone = standing(rest, counts);
  const isProven = evidence >= 2 && evidence >= own * 0.02 && evidence >= restAlone * 0.02;
  if (word.startsWith('لل')) return 'attached';
  if (word.startsWith('ال')) return word.length < 4 || isProven ? 'proven' : 'attached';
  if (!'وبلكف'.includes(first)) return 'default';
  if (isProven) return 'proven';
  if (rest.startsWith('ال')) return 'attached';
  if (rest.length === 2) {
    const short = 'وف'.includes(first) && SHORT_AFTER_CONJUNCTION.has(rest);
    return short || isShortWord(rest, counts) ? 'attached' : 'default';
  }
  // light10 removes every initial و, so only proof keeps it.
  if (first === 'و') return 'attached';
  return restAlone >= 3 && restAlone >= own * 0.001 ? 'attached' : 'default';
}

/** How often the word is preceded by something that only precedes complete words. */
export function evidenceFor(word: string, counts: Counts): number {
  const first = word.charAt(0);
  // الالتزام and للالتزام prove التزام; والتزام could be وال and تزام.
  if (word.startsWith('ال')) return sum(ARTICLES, word, counts);
  let evidence = sum(ARTICLES, word, counts) + sum(PREPOSITIONS, word, counts);
  // للجنه is لل before جنه as well as ل before اللجنه.
  if (first === 'ل') evidence -= sum(['ل', 'ول', 'فل'], word, counts);
  if (first === 'و' || first === 'ف') evidence += sum(CONJUNCTIONS, word, counts);
  if ('وبلكف'.includes(first)) evidence += sum(PERSONS, word, counts);
  return evidence;
}

function isInflected(word: string, proven: ReadonlySet<string>, counts: Counts): boolean {
  const rest = standing(word.slice(word.startsWith('ال') ? 2 : 1), counts);
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue;
    const trunk = word.slice(0, -ending.length);
    for (const base of [trunk, `${trunk}ه`, `${trunk}ء`]) {
      if (!proven.has(base) || base === word) continue;
      const evidence = evidenceFor(base, counts);
      if (evidence >= (counts.get(base) ?? 0) * 0.2 && evidence >= rest) return true;
    }
  }
  return false;
}

/** A listed word of two letters, or a noun that takes the article (الحد, النص). */
function isShortWord(word: string, counts: Counts): boolean {
  return SHORT_WORDS.has(word) || (counts.get(`ال${word}`) ?? 0) >= 20;
}

/** How often the word is found without ب ل ك ف. */
function standing(word: string, counts: Counts): number {
  return sum(['', ...ARTICLES, 'و'], word, counts);
}

function sum(prefixes: readonly string[], word: string, counts: Counts): number {
  let total = 0;
  for (const prefix of prefixes) total += counts.get(prefix + word) ?? 0;
  return total;
}
