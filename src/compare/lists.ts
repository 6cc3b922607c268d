/**
 * The word lists of comparison, read from `config/details.json` (what counts as a detail, which words are particles)
 * and `config/strength.json` (the ladder of operative verbs, the qualifiers). Words are compared in folded form.
 */
import { words } from 'arabic-normalizer';
import detailsFile from '../../config/details.json' with { type: 'json' };
import strengthFile from '../../config/strength.json' with { type: 'json' };

export interface DetailsFile {
  version: number;
  prefixes: string[];
  ordinals: string[];
  months: string[];
  days: string[];
  particles: string[];
}

export interface StrengthFile {
  version: number;
  /** Weakest first. `forms`: every listed form of the verb, of one or more words. */
  ladder: { verb: string; level: number; forms: string[] }[];
  qualifiers: { text: string; forms?: string[] }[];
}

/** A listed form of a verb or a qualifier as folded words. */
export interface ListedForm {
  /** Its name in the list: the verb or the qualifier as written in the file. */
  name: string;
  words: string[];
  /** Step on the ladder, 0 for a qualifier. */
  level: number;
}

/** Listed forms by their first folded word, longest first. */
export type FormTable = Map<string, ListedForm[]>;

export interface WordLists {
  /** Whether a folded word is a detail by itself: contains a digit, or is an ordinal, month or day name. */
  isDetail(word: string): boolean;
  isParticle(word: string): boolean;
  verbs: FormTable;
  qualifiers: FormTable;
}

/**
 * Word lists from the two parsed files.
 * @throws Error naming the missing or empty field
 */
export function wordLists(details: DetailsFile, strength: StrengthFile): WordLists {
  const prefixes = new Set(folded('prefixes', details.prefixes));
  const named = new Set([
    ...folded('ordinals', details.ordinals),
    ...folded('months', details.months),
    ...folded('days', details.days),
  ]);
  const particles = new Set(folded('particles', details.particles));
  /** After at most two prefixes: والثالثة, وبالثالثة. */
  const isNamed = (word: string, more: number): boolean => {
    if (named.has(word)) return true;
    if (more === 0 || word.length < 4 || !prefixes.has(word[0] as string)) return false;
    if (isNamed(word.slice(1), more - 1)) return true;
    // The article loses its alef after ل: للدورة, and so للثالثة.
    return word.startsWith('لل') && named.has(`ا${word.slice(1)}`);
  };
  return {
    isDetail: (word) => /\p{N}/u.test(word) || isNamed(word, 2),
    isParticle: (word) => particles.has(word),
    verbs: table(
      'ladder',
      strength.ladder.flatMap((v) => v.forms.map((form) => ({ name: v.verb, form, level: v.level }))),
    ),
    qualifiers: table(
      'qualifiers',
      strength.qualifiers.flatMap((q) =>
        [q.text, ...(q.forms ?? [])].map((form) => ({ name: q.text, form, level: 0 })),
      ),
    ),
  };
}

function folded(field: string, list: unknown): string[] {
  if (!Array.isArray(list) || list.length === 0)
    throw new Error(`config/details.json: ${field} must list words`);
  return list.flatMap((entry) => words(String(entry)));
}

function table(field: string, forms: { name: string; form: string; level: number }[]): FormTable {
  const found: FormTable = new Map();
  for (const { name, form, level } of forms) {
    const list = words(form);
    const first = list[0];
    if (first === undefined)
      throw new Error(`config/strength.json: ${field}: "${name}" has a form without words`);
    const same = found.get(first);
    if (same) same.push({ name, words: list, level });
    else found.set(first, [{ name, words: list, level }]);
  }
  for (const same of found.values()) same.sort((x, y) => y.words.length - x.words.length);
  return found;
}

/** The shipped lists. */
export const shippedLists: WordLists = wordLists(detailsFile, strengthFile);
