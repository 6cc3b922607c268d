/** The slow, obvious answer to what the query language means: look at every paragraph and try every position. */
import { foldWord, type Profile, tokenize } from 'arabic-normalizer';
import { lexicon } from './world.ts';

/** One position in a phrase. */
export type Part =
  | { is: 'word'; word: string }
  | { is: 'prefix'; word: string }
  | { is: 'any' }
  | { is: 'gap' }
  | { is: 'either'; words: string[] };

export interface ReferenceTerm {
  excluded: boolean;
  /** Any one of these phrases. */
  choices: Part[][];
}

const tokens = (text: string, profile: Profile) =>
  tokenize(text, profile, { lexicon }).map((token) => token.text);

function isWord(token: string, word: string, profile: Profile): boolean {
  return token === tokens(word, profile)[0];
}

/** All ends of `parts` read from `at`. */
function ends(text: string[], at: number, parts: readonly Part[], profile: Profile): number[] {
  const [part, ...rest] = parts;
  if (!part) return [at];
  if (part.is === 'gap') return [0, 1, 2, 3, 4, 5].flatMap((skip) => ends(text, at + skip, rest, profile));
  const token = text[at];
  if (token === undefined) return [];
  const fits =
    part.is === 'any' ||
    (part.is === 'word' && isWord(token, part.word, profile)) ||
    (part.is === 'either' && part.words.some((word) => isWord(token, word, profile))) ||
    (part.is === 'prefix' && beginsSo(token, part.word, profile));
  return fits ? ends(text, at + 1, rest, profile) : [];
}

/**
 * Test words are chosen so that the folded form of their beginning is its own; under `stem`, prefixes are not tried.
 */
function beginsSo(token: string, word: string, profile: Profile): boolean {
  return profile === 'exact' ? token.startsWith(word) : token.startsWith(foldWord(word));
}

/** Whether a paragraph's text fulfils every term. */
export function matchesReference(text: string, terms: readonly ReferenceTerm[], profile: Profile): boolean {
  const words = tokens(text, profile);
  return terms.every(({ excluded, choices }) => {
    const occurs = choices.some((parts) =>
      words.some((_, at) => ends(words, at, parts, profile).some((end) => end <= words.length)),
    );
    return occurs !== excluded;
  });
}
