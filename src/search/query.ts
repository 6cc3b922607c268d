/**
 * The query language, read once for both engines into a list of terms:
 *
 *     الأسلحة الصغيرة              both words, anywhere in the paragraph
 *     "الأسلحة الصغيرة"            the phrase; “…” and «…» do as well
 *     -نووية  -"نزع السلاح"        paragraphs with this are left out
 *     مسؤول*                       any word that begins like this
 *     "في * الاجتماع" "من ... إلى"  in a phrase: any one word; none to five words
 *     سلاح|ذخيرة  "أ ب"|"ج د"       either
 *
 * Text without a blank is one term: `A/RES/63/72` is found where its tokens follow one another. Signs that are not part
 * of a word are ignored.
 */
import { type Lexicon, type Profile, words } from 'arabic-normalizer';
import { PhraseError } from '../phrases/errors.ts';
import { parsePattern } from '../phrases/pattern.ts';
import type { Pattern } from '../phrases/types.ts';
import { QueryError } from './errors.ts';

/** Maximum length of a query in bytes of UTF-8. */
export const MAX_QUERY_BYTES = 40_000;
/** Maximum number of terms, counting excluded ones and both sides of `|`. */
export const MAX_TERMS = 200;

/** One side of `|`: as written by the user, without quotation marks. */
export interface Choice {
  text: string;
  quoted: boolean;
  /** Position of `text` in the query as returned by `cleaned`. */
  start: number;
}

/** What must or must not occur in a paragraph: any one of the choices. */
export interface Term {
  excluded: boolean;
  choices: Choice[];
}

export interface Query {
  /** The query as given. */
  q: string;
  /** Without invisible characters; `Choice.start` points into it. */
  cleaned: string;
  terms: Term[];
}

/** A term under one profile: any one of these patterns. */
export interface CompiledTerm {
  excluded: boolean;
  patterns: Pattern[];
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '«': '»',
  '»': '«',
  '“': '”“',
  '”': '”“',
  '„': '”“',
};

const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** @throws QueryError `query_too_long`, `too_many_terms`, `nothing_to_search`, `only_exclusions`, `unbalanced_quote`. */
export function parseQuery(q: string): Query {
  const bytes = new TextEncoder().encode(q).length;
  if (bytes > MAX_QUERY_BYTES) {
    throw new QueryError(
      'query_too_long',
      `the query has ${bytes} bytes, more than the ${MAX_QUERY_BYTES} allowed: search for a shorter passage of it`,
    );
  }
  const cleaned = q.replace(INVISIBLE, '');
  const terms = readTerms(cleaned).filter((term) => term.choices.length > 0);
  const count = terms.reduce((sum, term) => sum + term.choices.length, 0);
  if (count > MAX_TERMS) {
    throw new QueryError(
      'too_many_terms',
      `the query has ${count} terms, more than the ${MAX_TERMS} allowed: put a passage in quotation marks to search for it as one phrase`,
    );
  }
  if (terms.length === 0) {
    throw new QueryError('nothing_to_search', 'the query has no letter or digit to search for');
  }
  if (terms.every((term) => term.excluded)) {
    throw new QueryError(
      'only_exclusions',
      'the query only says what to leave out (-word), so nothing can be found: add a word that must occur',
    );
  }
  return { q, cleaned, terms };
}

/**
 * The terms under a profile. Unquoted terms with only wildcards (`*`, `...`) are ignored.
 * @throws QueryError `misplaced_wildcard`, `only_wildcards`, `nothing_to_search`
 */
export function compileQuery(query: Query, profile: Profile, lexicon?: Lexicon): CompiledTerm[] {
  const compiled: CompiledTerm[] = [];
  for (const { excluded, choices } of query.terms) {
    const patterns = choices.map((choice) => compileChoice(choice, profile, lexicon));
    const known = patterns.filter((pattern) => pattern !== null);
    if (known.length === patterns.length) compiled.push({ excluded, patterns: known });
  }
  if (!compiled.some((term) => !term.excluded)) {
    throw new QueryError('nothing_to_search', 'the query needs at least one word besides its wildcards');
  }
  return compiled;
}

/** Each term once, and each choice within it once: repetitions change nothing. */
export function distinctTerms(terms: readonly CompiledTerm[]): CompiledTerm[] {
  const byText = new Map<string, CompiledTerm>();
  for (const { excluded, patterns } of terms) {
    const distinct = new Map(patterns.map((pattern) => [JSON.stringify(pattern), pattern]));
    byText.set(`${excluded} ${[...distinct.keys()].sort().join(' ')}`, {
      excluded,
      patterns: [...distinct.values()],
    });
  }
  return [...byText.values()];
}

function compileChoice({ text, quoted }: Choice, profile: Profile, lexicon?: Lexicon): Pattern | null {
  try {
    return withoutOuterGaps(parsePattern(text, profile, { lexicon }));
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    if (error.code === 'only_wildcards' && !quoted) return null;
    if (error.code === 'only_wildcards' || error.code === 'misplaced_wildcard') {
      throw new QueryError(error.code, error.message);
    }
    throw error;
  }
}

/** `...` at an end of a phrase may match no word: without it the same paragraphs match, and less is marked. */
function withoutOuterGaps({ elements }: Pattern): Pattern {
  const first = elements.findIndex((element) => element.type !== 'gap');
  const last = elements.findLastIndex((element) => element.type !== 'gap');
  return { elements: elements.slice(first, last + 1) };
}

function readTerms(text: string): Term[] {
  const terms: Term[] = [];
  let at = 0;
  let joins = false;
  while (at < text.length) {
    const sign = text[at]!;
    if (/\s/.test(sign)) {
      at += 1;
      continue;
    }
    if (sign === '|') {
      joins = terms.length > 0;
      at += 1;
      continue;
    }
    const excluded = sign === '-' && startsTerm(text, at);
    if (excluded) at += 1;
    const { choice, end } = readChoice(text, at);
    at = end;
    if (!/[*…]|\.{3}/.test(choice.text) && words(choice.text, 'exact').length === 0) continue;
    if (joins && !excluded) terms.at(-1)!.choices.push(choice);
    else terms.push({ excluded, choices: [choice] });
    joins = false;
  }
  return terms;
}

/** Whether the `-` at `at` excludes: after a space, and before something other than a space or another sign. */
function startsTerm(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  return (before === undefined || /[\s|]/.test(before)) && after !== undefined && /[^\s|-]/.test(after);
}

function readChoice(text: string, from: number): { choice: Choice; end: number } {
  const closing = CLOSING[text[from]!];
  if (closing !== undefined) {
    let end = from + 1;
    while (end < text.length && !closing.includes(text[end]!)) end += 1;
    if (end === text.length) {
      const after = text
        .slice(from + 1)
        .trim()
        .slice(0, 40);
      throw new QueryError(
        'unbalanced_quote',
        `the quotation mark ${text[from]} ${after === '' ? 'at the end' : `before "${after}"`} is not closed: close it with ${closing[0]}, or leave it out`,
      );
    }
    return { choice: { text: text.slice(from + 1, end), quoted: true, start: from + 1 }, end: end + 1 };
  }
  let end = from + 1;
  while (end < text.length && !/[\s|]/.test(text[end]!) && !(text[end]! in CLOSING)) end += 1;
  return { choice: { text: text.slice(from, end), quoted: false, start: from }, end };
}
