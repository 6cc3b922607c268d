/** The `folded` form of one word: merges the spellings that Arabic documents use side by side. */

/** Arabic diacritics and Quranic marks. Marks of other scripts are kept. */
const ARABIC_MARKS =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u0897-\u089F\u08CA-\u08E1\u08E3-\u08FF]/g;
/** Two Quranic signs that Unicode classifies as letters: small waw and small yeh. */
const SMALL_LETTERS = /[\u06E5\u06E6]/g;
const PLAIN = /^[0-9a-z\u0628\u062A-\u063A\u0641-\u0647]*$/;

const LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('أإآٱٲٳ', 'ا'),
  ...pairs('ىیےېۍ', 'ي'),
  ...pairs('ةھہەۀۂۃ', 'ه'),
  ...pairs('کڪ', 'ك'),
  ...pairs('ؤئۓ', 'ء'),
]);
const FOLDABLE = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

/** Folds a word that is already in the `exact` form. Never empty for a word with a letter or number; idempotent. */
export function foldWord(exactWord: string): string {
  if (PLAIN.test(exactWord)) return exactWord;
  let word = exactWord.replace(ARABIC_MARKS, '');
  const bare = word.replace(SMALL_LETTERS, '');
  if (/[\p{L}\p{N}]/u.test(bare)) word = bare;
  // Once a mark between them is removed, characters of another script may compose.
  if (word !== exactWord) word = word.normalize('NFKC');
  return closeHamza(word.replace(FOLDABLE, (letter) => LETTERS.get(letter) ?? letter));
}

/** سيئ and سيىء, now سيء, become سء: every ي before a final ء is removed, so that folding is idempotent. */
function closeHamza(word: string): string {
  if (!word.endsWith('ء')) return word;
  let end = word.length - 1;
  while (end > 0 && word.charCodeAt(end - 1) === 0x064a) end--;
  return `${word.slice(0, end)}ء`;
}

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((letter) => [letter, to]);
}
