/**
 * arabic-normalizer: Arabic text to comparable tokens, each with its place in the original.
 *
 *     words('ﺍﻟﻘﺎﻧﻮﻥ رقم ٦٣')            // ['القانون', 'رقم', '63']
 *     tokenize('الـمـجـلـس', 'folded')    // [{ text: 'المجلس', start: 0, end: 10 }]
 */

import type { Range, Token } from './scan.ts';
import { scanRanges, scanTokens, scanWords } from './scan.ts';
import { type Lexicon, stemWord } from './stem.ts';

export { foldWord } from './fold.ts';
export { parseLexicon } from './lexicon.ts';
export type { Range, Token } from './scan.ts';
export { type Lexicon, stemWord } from './stem.ts';

/** How much two spellings may differ and still match; each profile is a function of the previous one. */
export type Profile = 'exact' | 'folded' | 'stem';

/** The profiles, strictest first. */
export const profiles: readonly Profile[] = ['exact', 'folded', 'stem'];

export interface TokenizeOptions {
  /** Base words in folded form, used only by `stem`. Without it, only light10 is applied. */
  lexicon?: Lexicon;
}

/**
 * The tokens of `text` in reading order. All three profiles give the same number of tokens with the same ranges. Any
 * string is accepted, even with lone surrogates.
 */
export function tokenize(text: string, profile: Profile = 'folded', options: TokenizeOptions = {}): Token[] {
  if (profile !== 'stem') return scanTokens(text, profile);
  const tokens = scanTokens(text, 'folded');
  for (const token of tokens) token.text = stemWord(token.text, options.lexicon);
  return tokens;
}

/** The texts of `tokenize`'s tokens, without the cost of their ranges. */
export function words(text: string, profile: Profile = 'folded', options: TokenizeOptions = {}): string[] {
  const found = scanWords(text, profile === 'stem' ? 'folded' : profile);
  return profile === 'stem' ? found.map((word) => stemWord(word, options.lexicon)) : found;
}

/** The ranges of `tokenize`'s tokens, which are the same under every profile, without the cost of their texts. */
export function ranges(text: string): Range[] {
  return scanRanges(text);
}

/** The words of `text`, joined by one space. */
export function normalize(text: string, profile: Profile = 'folded', options: TokenizeOptions = {}): string {
  return words(text, profile, options).join(' ');
}
