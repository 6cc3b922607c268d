/**
 * The `stem` form of one folded word: light10 (L. Larkey, L. Ballesteros, M. Connell, "Light Stemming for Arabic
 * Information Retrieval", in Arabic Computational Morphology, 2007), with a lexicon to distinguish a clitic from a
 * first letter.
 */

/** A set of words in folded form; a Set or Map will do. It must not change: results are cached per lexicon. */
export interface Lexicon {
  has(word: string): boolean;
}

const ARABIC = /^[\u0621-\u063A\u0641-\u064A\u066E-\u06D3]+$/;
const ARTICLES = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'];
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];
const CLITICS = 'بلكف';

const NO_WORDS: Lexicon = { has: () => false };
/** Cached stems, bounded, and freed with the lexicon. */
const memos = new WeakMap<Lexicon, Map<string, string>>();
const MEMO_WORDS = 1 << 16;

/**
 * Stems a word that is already in the `folded` form. Words with other characters than Arabic letters are returned
 * unchanged. Without a lexicon this is light10.
 */
export function stemWord(foldedWord: string, lexicon: Lexicon = NO_WORDS): string {
  if (foldedWord.length < 3) return foldedWord;
  let memo = memos.get(lexicon);
  if (memo === undefined) {
    memo = new Map();
    memos.set(lexicon, memo);
  }
  let stem = memo.get(foldedWord);
  if (stem === undefined) {
    stem = ARABIC.test(foldedWord) ? withoutSuffixes(withoutPrefixes(foldedWord, lexicon)) : foldedWord;
    if (memo.size === MEMO_WORDS) memo.clear();
    memo.set(foldedWord, stem);
  }
  return stem;
}

/**
 * 1. A word of the lexicon keeps its beginning (وفود, التزام). 2. One و: three letters must remain, or a word of the
 * lexicon. 3. One of ب ل ك ف, if a word of the lexicon remains (بتنفيذ, بالتزام, للجنه). 4. Else one article, if two
 * letters remain.
 */
function withoutPrefixes(word: string, lexicon: Lexicon): string {
  if (lexicon.has(word)) return word;
  let rest = word;
  if (rest.startsWith('و') && (rest.length >= 4 || lexicon.has(rest.slice(1)))) {
    rest = rest.slice(1);
    if (lexicon.has(rest)) return rest;
  }
  if (CLITICS.includes(rest.charAt(0)) && lexicon.has(rest.slice(1))) return rest.slice(1);
  for (const article of ARTICLES) {
    if (rest.startsWith(article) && rest.length >= article.length + 2) return rest.slice(article.length);
  }
  return rest;
}

/** Each suffix once, in the order of light10's table, if at least two letters remain. */
function withoutSuffixes(word: string): string {
  let rest = word;
  for (const suffix of SUFFIXES) {
    if (rest.length >= suffix.length + 2 && rest.endsWith(suffix)) rest = rest.slice(0, -suffix.length);
  }
  return rest;
}
