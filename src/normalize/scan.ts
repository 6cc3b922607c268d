/**
 * The scanner.
 */
import { tokenizeCarefully } from './chunk.ts';
import { foldWord } from './fold.ts';

/** One word of a text. */
export interface Token {
  /** The word in the profile's form. */
  text: string;
  /** UTF-16 offset of its first character in the original text. */
  start: number;
  /** UTF-16 offset after its last character in the original text. */
  end: number;
}

export function scanTokens(text: string, profile: 'exact' | 'folded'): Token[] {
  const tokens = tokenizeCarefully(text);
  if (profile === 'folded') for (const token of tokens) token.text = foldWord(token.text);
  return tokens;
}

export function scanWords(text: string, profile: 'exact' | 'folded'): string[] {
  return scanTokens(text, profile).map((token) => token.text);
}
