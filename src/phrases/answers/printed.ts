/**
 * How words are printed. Words are counted folded or stemmed, and shown as they mostly stand in print; nothing is
 * shown that no text holds. The exact vocabulary has the spellings: hamza, endings and vowel marks as printed.
 */
import { tokenize } from 'arabic-normalizer';
import type { SuffixArrayIndex } from '../phrase-index.ts';
import type { PhraseView } from './view.ts';

/** Occurrences looked at for the letters' case and the shape of digits, which the exact vocabulary has lost. */
const places = 25;

const tokensOfExact = new WeakMap<SuffixArrayIndex, Uint32Array>();

/** The token of `index` for each token of the exact index of the same epoch; made once for each index. */
export function tokenOfExact(index: SuffixArrayIndex, exact: SuffixArrayIndex): Uint32Array {
  let tokens = tokensOfExact.get(index);
  if (!tokens) {
    tokens = new Uint32Array(exact.wordCount + 1);
    // A position means the same under every profile: no word needs folding again.
    for (let id = 0; id < exact.wordCount; id += 1) {
      tokens[id + 1] = index.tokens[exact.suffixes[exact.wordFirst[id]!]!]!;
    }
    tokensOfExact.set(index, tokens);
  }
  return tokens;
}

const formsOfIndex = new WeakMap<SuffixArrayIndex, { firstOf: Uint32Array; forms: Uint32Array }>();

/** The exact tokens that are this token of `index`, commonest first, equally common ones in code-unit order. */
export function formsOf(index: SuffixArrayIndex, exact: SuffixArrayIndex, token: number): number[] {
  let lists = formsOfIndex.get(index);
  if (!lists) {
    lists = formLists(tokenOfExact(index, exact), index.wordCount);
    formsOfIndex.set(index, lists);
  }
  const forms = [...lists.forms.subarray(lists.firstOf[token], lists.firstOf[token + 1])];
  return forms.sort((a, b) => formCount(exact, b) - formCount(exact, a) || a - b);
}

/** Exact tokens by the token that they become, ascending. */
function formLists(tokenOf: Uint32Array, words: number) {
  const firstOf = new Uint32Array(words + 2);
  for (let form = 1; form < tokenOf.length; form += 1) firstOf[tokenOf[form]! + 1]! += 1;
  for (let token = 1; token < firstOf.length; token += 1) firstOf[token]! += firstOf[token - 1]!;
  const next = firstOf.slice();
  const forms = new Uint32Array(tokenOf.length - 1);
  for (let form = 1; form < tokenOf.length; form += 1) {
    forms[next[tokenOf[form]!]!] = form;
    next[tokenOf[form]!]! += 1;
  }
  return { firstOf, forms };
}

/** How often an exact token stands in the collection; 0 for none. */
export function formCount({ wordFirst }: SuffixArrayIndex, form: number): number {
  return form === 0 ? 0 : wordFirst[form]! - wordFirst[form - 1]!;
}

/** How a word of the index is printed, commonest first; none for a word that the collection does not hold. */
export function printedWords(view: PhraseView, index: SuffixArrayIndex, word: string): string[] {
  const token = index.wordId(word) + 1;
  if (token === 0) return [];
  return formsOf(index, view.byProfile('exact'), token).map((form) => printedForm(view, form));
}

const casedOrDigits = /[\p{N}\p{Lu}\p{Ll}\p{Lt}]/u;
/** Tatweel, soft hyphen, bidi controls and what else has no width. */
const unseen = /[\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const lettersOf = new WeakMap<SuffixArrayIndex, Map<number, string>>();

/** An exact token as it is printed: A/CONF.192 and ٦٣ where the exact word is `conf` and `63`. */
export function printedForm(view: PhraseView, form: number): string {
  const exact = view.byProfile('exact');
  const word = exact.word(form - 1);
  if (!casedOrDigits.test(word)) return word;
  const known = lettersOf.get(exact) ?? new Map<number, string>();
  lettersOf.set(exact, known);
  let printed = known.get(form);
  if (printed === undefined) {
    printed = mostlyWritten(view, exact, form) ?? word;
    known.set(form, printed);
  }
  return printed;
}

function mostlyWritten(view: PhraseView, exact: SuffixArrayIndex, form: number): string | null {
  const first = exact.wordFirst[form - 1]!;
  const end = exact.wordFirst[form]!;
  const step = Math.max(1, Math.floor((end - first) / places));
  const counts = new Map<string, number>();
  for (let rank = first; rank < end; rank += step) {
    const position = exact.suffixes[rank]!;
    const paragraph = exact.paragraphAt(position);
    const text = view.reader.textByRow(view.table.rowOf[paragraph]!);
    const token =
      text === null ? undefined : tokenize(text, 'exact')[position - exact.tokenStart[paragraph]!];
    if (!token) continue;
    const written = text!.slice(token.start, token.end).replace(unseen, '');
    counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return commonest?.[0] ?? null;
}
